package io.github.ks4j.emu;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something that goes wrong on purpose: which requests it strikes, and what becomes of them.
 *
 * <pre>{@code
 * driver.faults().add(Fault.on(KSPROPERTY_CONNECTION.STATE).set().nth(2).status(NtStatus.DEVICE_NOT_READY));
 * driver.faults().add(Fault.on(Operation.READ).pin().nth(3).remove());
 * driver.faults().add(Fault.on(Operation.WRITE).from(5).delay(Duration.ofMillis(20)));
 * }</pre>
 *
 * <p>or, the same in text, for a command line or a file:
 *
 * <pre>{@code
 * KSPROPERTY_CONNECTION_STATE.set:2 = status DEVICE_NOT_READY; read@pin:3 = remove; write:5+ = delay 20ms
 * }</pre>
 *
 * <h2>The language</h2>
 *
 * <p>White space may stand between any two symbols. Words and C names are taken in any case; numbers are decimal, or
 * hexadecimal with {@code 0x}.
 *
 * <pre>{@code
 * faults    = [ fault | quirk ] { ";" [ fault | quirk ] }
 * quirk     = "quirk" name of a Quirk [ "@" name ]
 * fault     = what [ "." operation ] [ "@" object ] [ ":" when ] "=" action
 *
 * what      = operation                     e.g. read
 *           | item                          its C name, e.g. KSPROPERTY_CONNECTION_STATE
 *           | set [ "#" number ]            its C name or its GUID in braces; the number is an item's Id
 *           | control                       IOCTL_KS_PROPERTY, ... or a number
 *           | "any"
 * operation = "open" | "create" | "get" | "set" | "support" | "serialize" | "method" | "enable" | "disable"
 *           | "read" | "write" | "reset" | "other"
 * object    = kind [ "#" number ] [ name ] | name
 * kind      = "filter" | "pin" | "node" | "clock" | "allocator"       the number is a pin factory or a node
 * name      = "'" text "'"                  part of the path or of the friendly name, in any case; '' is one '
 * when      = "once" | n | n "+" | n "-" n | "/" n     first, nth, from the nth on, from nth to nth, every nth
 *
 * action    = "status" status [ "after" ]   a name with or without STATUS_, or a number
 *           | "delay" n unit                unit = "ns" | "us" | "ms" | "s" | "min"
 *           | "neverComplete" | "neverGiveBack"
 *           | "shortBy" n | "information" n | "staleFlags" n
 *           | "remove" [ "for" n unit ]      and plugged in again after that
 * }</pre>
 *
 * <p>Quirks can only stand in what a driver is given: {@link EmulatedDriver#faults(String)},
 * {@link EmulatedDriver.Builder#faults} and the system property {@link EmulatedDriver#FAULTS_PROPERTY}.
 *
 * <p>{@link #toString} gives this text, except that there is none for {@link FaultMatcher#run}.
 *
 * <h2>Counting</h2>
 *
 * <p>A fault counts the requests that fit what, operation and object, over all objects together, from 1; {@code when}
 * says which of them it strikes. Requests that the I/O manager refuses for want of access are not counted: they get no
 * further.
 *
 * <p>Immutable but for its counters. Thread-safe. A fault that has been added to several drivers counts for all.
 */
public final class Fault {
    private final FaultMatcher matcher;
    private final FaultAction action;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong strikes = new AtomicLong();

    Fault(FaultMatcher matcher, FaultAction action) {
        this.matcher = matcher;
        this.action = action;
    }

    /**
     * Strikes requests for an item.
     *
     * @param item a property, method or event
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher on(KsItem item) {
        return FaultMatcher.ANY.withItem(ControlCode.of(item), item.set().guid(), item.id());
    }

    /**
     * Strikes requests for any item of a set.
     *
     * @param set the set
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher on(KsSet set) {
        return on(set.guid());
    }

    /**
     * Strikes requests for any item of a set.
     *
     * @param set the set
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher on(Guid set) {
        return FaultMatcher.ANY.withSet(set);
    }

    /**
     * Strikes requests for an item, be it a property, a method or an event.
     *
     * @param set the set
     * @param id the item
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher on(Guid set, int id) {
        return FaultMatcher.ANY.withItem(null, set, id);
    }

    /**
     * Strikes an operation.
     *
     * @param operation the operation; neither {@link Operation#CLOSE} nor {@link Operation#REMOVAL}
     * @return a matcher, to be narrowed
     * @throws IllegalArgumentException for those two
     */
    public static FaultMatcher on(Operation operation) {
        return FaultMatcher.ANY.operation(operation);
    }

    /**
     * Strikes requests of a control code.
     *
     * @param controlCode for example {@link IOCTL_KS#PROPERTY}
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher onControl(int controlCode) {
        return FaultMatcher.ANY.withControlCode(controlCode);
    }

    /**
     * Strikes whatever a client does: requests, opens and creations.
     *
     * @return a matcher, to be narrowed
     */
    public static FaultMatcher onAnything() {
        return FaultMatcher.ANY;
    }

    /**
     * Reads a fault.
     *
     * @param text one fault in the language above
     * @return the fault
     * @throws IllegalArgumentException if the text is something else; the message says where, and what was expected
     */
    public static Fault parse(String text) {
        return new FaultSyntax(text).one();
    }

    /**
     * How many requests it has struck.
     *
     * @return a count that only grows
     */
    public long strikes() {
        return strikes.get();
    }

    /**
     * How many requests have fitted, whether or not it was their turn.
     *
     * @return a count that only grows
     */
    public long seen() {
        return seen.get();
    }

    FaultAction action() {
        return action;
    }

    /** Counts an attempt, and says whether it is struck. */
    boolean strike(Attempt attempt) {
        if (!matcher.fits(attempt)
                || attempt.operation().isCreation() && !action.canStrikeCreation()
                || !matcher.turns.isTurn(seen.incrementAndGet())) {
            return false;
        }
        strikes.incrementAndGet();
        return true;
    }

    /**
     * The fault in the language above.
     *
     * @return for example {@code read@pin:3=remove}
     */
    @Override
    public String toString() {
        return matcher + "=" + action;
    }
}

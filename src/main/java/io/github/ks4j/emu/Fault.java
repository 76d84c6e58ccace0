package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
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
 *           | "remove"
 * }</pre>
 *
 * <p>Quirks can only stand where a driver is made: {@link EmulatedDriver.Builder#faults} and the system property
 * {@link EmulatedDriver#FAULTS_PROPERTY}.
 *
 * <p>{@link #toString} gives this text, except that there is none for {@link Matcher#run}.
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
    private final Matcher matcher;
    private final FaultAction action;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong strikes = new AtomicLong();

    private Fault(Matcher matcher, FaultAction action) {
        this.matcher = matcher;
        this.action = action;
    }

    /**
     * Strikes requests for an item.
     *
     * @param item a property, method or event
     * @return a matcher, to be narrowed
     */
    public static Matcher on(KsItem item) {
        return Matcher.ANY.withItem(ControlCode.of(item), item.set().guid(), item.id());
    }

    /**
     * Strikes requests for any item of a set.
     *
     * @param set the set
     * @return a matcher, to be narrowed
     */
    public static Matcher on(KsSet set) {
        return on(set.guid());
    }

    /**
     * Strikes requests for any item of a set.
     *
     * @param set the set
     * @return a matcher, to be narrowed
     */
    public static Matcher on(Guid set) {
        return Matcher.ANY.withSet(set);
    }

    /**
     * Strikes requests for an item, be it a property, a method or an event.
     *
     * @param set the set
     * @param id the item
     * @return a matcher, to be narrowed
     */
    public static Matcher on(Guid set, int id) {
        return Matcher.ANY.withItem(0, set, id);
    }

    /**
     * Strikes an operation.
     *
     * @param operation the operation; neither {@link Operation#CLOSE} nor {@link Operation#REMOVAL}
     * @return a matcher, to be narrowed
     * @throws IllegalArgumentException for those two
     */
    public static Matcher on(Operation operation) {
        return Matcher.ANY.operation(operation);
    }

    /**
     * Strikes requests of a control code.
     *
     * @param controlCode for example {@link IOCTL_KS#PROPERTY}
     * @return a matcher, to be narrowed
     */
    public static Matcher onControl(int controlCode) {
        return Matcher.ANY.withControlCode(controlCode);
    }

    /**
     * Strikes whatever a client does: requests, opens and creations.
     *
     * @return a matcher, to be narrowed
     */
    public static Matcher onAnything() {
        return Matcher.ANY;
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
                || !matcher.when.isTurn(seen.incrementAndGet())) {
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

    /**
     * Which of the requests that fit are struck.
     *
     * @param first the first, from 1
     * @param last the last
     * @param step how far apart
     */
    record When(long first, long last, long step) {
        static final When ALWAYS = new When(1, Long.MAX_VALUE, 1);

        When {
            if (first < 1 || last < first || step < 1) {
                throw new IllegalArgumentException("requests are counted from 1, in rising order");
            }
        }

        boolean isTurn(long number) {
            return number >= first && number <= last && (number - first) % step == 0;
        }

        @Override
        public String toString() {
            if (step > 1) {
                return ":/" + step;
            } else if (last == first) {
                return ":" + first;
            } else if (last < Long.MAX_VALUE) {
                return ":" + first + "-" + last;
            }
            return first == 1 ? "" : ":" + first + "+";
        }
    }

    /**
     * Says which requests a fault strikes, and ends with what it does to them. Each method narrows what the one before
     * left; said again, it takes the place of what was said before.
     *
     * <p>Several faults may strike one request. They do so in the order in which they were added: all code runs and all
     * devices go; of those that keep or end the request before the device is asked, one that keeps it prevails, else the
     * first; then each changes the outcome that the one before has left, and delays add up.
     *
     * <p>Immutable.
     */
    public static final class Matcher {
        private static final Matcher ANY = new Matcher(null, 0, null, null, null, Target.NO_ID, null, When.ALWAYS);

        /** Null for any. */
        private final Operation operation;
        /** 0 for any. */
        private final int controlCode;
        /** Null for any or none. */
        private final Guid set;
        /** Null for any. */
        private final Integer id;
        /** Null for any. */
        private final Target.Kind kind;

        private final int objectId;
        /** Null for any; in lower case. */
        private final String name;

        private final When when;

        private Matcher(
                Operation operation,
                int controlCode,
                Guid set,
                Integer id,
                Target.Kind kind,
                int objectId,
                String name,
                When when) {
            if (operation != null && !operation.canStrike()) {
                throw new IllegalArgumentException("no fault strikes " + operation);
            }
            if (operation != null && set != null && !operation.hasItem()) {
                throw new IllegalArgumentException(operation.word() + " says no set and item");
            }
            this.operation = operation;
            this.controlCode = controlCode;
            this.set = set;
            this.id = id;
            this.kind = kind;
            this.objectId = objectId;
            this.name = name;
            this.when = when;
        }

        private Matcher withSet(Guid wanted) {
            return new Matcher(
                    operation, controlCode, Objects.requireNonNull(wanted, "set"), null, kind, objectId, name, when);
        }

        private Matcher withItem(int code, Guid wanted, int item) {
            return new Matcher(
                    operation, code, Objects.requireNonNull(wanted, "set"), item, kind, objectId, name, when);
        }

        private Matcher withControlCode(int code) {
            return new Matcher(operation, code, set, id, kind, objectId, name, when);
        }

        Matcher at(Target.Kind wanted, int wantedId) {
            return new Matcher(operation, controlCode, set, id, wanted, wantedId, name, when);
        }

        Matcher when(When wanted) {
            return new Matcher(operation, controlCode, set, id, kind, objectId, name, wanted);
        }

        /**
         * Only an operation.
         *
         * @param wanted the operation; neither {@link Operation#CLOSE} nor {@link Operation#REMOVAL}
         * @return the narrower matcher
         * @throws IllegalArgumentException for those two, and for one without set and item if those are asked for
         */
        public Matcher operation(Operation wanted) {
            return new Matcher(
                    Objects.requireNonNull(wanted, "operation"), controlCode, set, id, kind, objectId, name, when);
        }

        /**
         * Only {@link Operation#GET}.
         *
         * @return the narrower matcher
         */
        public Matcher get() {
            return operation(Operation.GET);
        }

        /**
         * Only {@link Operation#SET}.
         *
         * @return the narrower matcher
         */
        public Matcher set() {
            return operation(Operation.SET);
        }

        /**
         * Only {@link Operation#SUPPORT}.
         *
         * @return the narrower matcher
         */
        public Matcher support() {
            return operation(Operation.SUPPORT);
        }

        /**
         * Only what is done to filters.
         *
         * @return the narrower matcher
         */
        public Matcher filter() {
            return at(Target.Kind.FILTER, Target.NO_ID);
        }

        /**
         * Only what is done to pins, or creates one.
         *
         * @return the narrower matcher
         */
        public Matcher pin() {
            return at(Target.Kind.PIN, Target.NO_ID);
        }

        /**
         * Only what is done to pins of a factory, or creates one.
         *
         * @param factory the pin's id
         * @return the narrower matcher
         */
        public Matcher pin(int factory) {
            return at(Target.Kind.PIN, factory);
        }

        /**
         * Only what is done to nodes: to open ones, and through filters and pins with
         * {@code KSPROPERTY_TYPE_TOPOLOGY}.
         *
         * @return the narrower matcher
         */
        public Matcher node() {
            return at(Target.Kind.NODE, Target.NO_ID);
        }

        /**
         * Only what is done to a node, in either way.
         *
         * @param node the node's id
         * @return the narrower matcher
         */
        public Matcher node(int node) {
            return at(Target.Kind.NODE, node);
        }

        /**
         * Only what is done to clocks, or creates one.
         *
         * @return the narrower matcher
         */
        public Matcher clock() {
            return at(Target.Kind.CLOCK, Target.NO_ID);
        }

        /**
         * Only what is done to allocators, or creates one.
         *
         * @return the narrower matcher
         */
        public Matcher allocator() {
            return at(Target.Kind.ALLOCATOR, Target.NO_ID);
        }

        /**
         * Only objects whose name, as {@link io.github.ks4j.io.Handle#name} gives it, or whose filter's friendly name
         * has a part. What is about to be created has the name of the object above.
         *
         * @param part the part, in any case; not empty
         * @return the narrower matcher
         * @throws IllegalArgumentException if it is empty
         */
        public Matcher named(String part) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("every name has an empty part");
            }
            return new Matcher(operation, controlCode, set, id, kind, objectId, part.toLowerCase(Locale.ROOT), when);
        }

        /**
         * Only the first.
         *
         * @return the narrower matcher
         */
        public Matcher once() {
            return nth(1);
        }

        /**
         * Only one.
         *
         * @param n which, from 1
         * @return the narrower matcher
         * @throws IllegalArgumentException if it is less than 1
         */
        public Matcher nth(long n) {
            return when(new When(n, n, 1));
        }

        /**
         * Only one and all that follow.
         *
         * @param n the first, from 1
         * @return the narrower matcher
         * @throws IllegalArgumentException if it is less than 1
         */
        public Matcher from(long n) {
            return when(new When(n, Long.MAX_VALUE, 1));
        }

        /**
         * Only some in a row.
         *
         * @param first the first, from 1
         * @param last the last
         * @return the narrower matcher
         * @throws IllegalArgumentException if there are none
         */
        public Matcher between(long first, long last) {
            return when(new When(first, last, 1));
        }

        /**
         * Only each so many.
         *
         * @param n 3 for the third, the sixth and so on
         * @return the narrower matcher
         * @throws IllegalArgumentException if it is less than 1
         */
        public Matcher every(long n) {
            return when(new When(n, Long.MAX_VALUE, n));
        }

        /**
         * Ends the request at once, before it reaches the device, with Information 0. A status of success makes the
         * client believe in something that has not happened.
         *
         * @param status any but {@link NtStatus#PENDING}
         * @return the fault
         * @throws IllegalArgumentException if the status is not final
         */
        public Fault status(NtStatus status) {
            return then(new FaultAction.Status(status, false));
        }

        /**
         * Lets the device do what it was asked, and has the client told something else. With an error nothing is copied
         * back, and Information is 0; an object that was created is closed.
         *
         * @param status any but {@link NtStatus#PENDING}
         * @return the fault
         * @throws IllegalArgumentException if the status is not final
         */
        public Fault statusAfter(NtStatus status) {
            return then(new FaultAction.Status(status, true));
        }

        /**
         * Has the client told late: the device does what it is asked at once, and its answer waits. One that is
         * cancelled meanwhile ends with {@link NtStatus#CANCELLED}, without an answer; so does one whose handle is
         * closed. Later requests may overtake it.
         *
         * @param delay how late, by the driver's {@link io.github.ks4j.kernel.KsTimeSource}; a caller that waits for the
         *     request waits by its own deadline all the same
         * @return the fault
         * @throws IllegalArgumentException unless the delay is positive and no longer than 365 days
         */
        public Fault delay(Duration delay) {
            return then(new FaultAction.Delay(delay));
        }

        /**
         * Keeps the request from the device and from its end until it is cancelled. An open or a creation fails with
         * {@link NtStatus#IO_TIMEOUT} at the driver's deadline.
         *
         * @return the fault
         */
        public Fault neverComplete() {
            return then(new FaultAction.Hold(true));
        }

        /**
         * Keeps the request from the device and from its end, even if it is cancelled or its handle is closed: a client
         * waits in vain for the completion of what it has cancelled. The request comes back, with
         * {@link NtStatus#CANCELLED}, when the fault is {@linkplain Faults#remove removed} or the driver closed; until
         * then the object below a handle that is closed stays open. An open or a creation fails with
         * {@link NtStatus#IO_TIMEOUT} at the driver's deadline.
         *
         * @return the fault
         */
        public Fault neverGiveBack() {
            return then(new FaultAction.Hold(false));
        }

        /**
         * Has Information say less. What lies beyond it in the client's buffer is as it was before the request.
         *
         * @param bytes by how much, at most down to 0
         * @return the fault, which strikes requests only
         * @throws IllegalArgumentException unless it is positive
         */
        public Fault shortBy(int bytes) {
            return then(new FaultAction.Short(bytes));
        }

        /**
         * Has Information say something else. If that is less, what lies beyond it in the client's buffer is as it was
         * before the request; if it is more, it is a lie: nothing more is copied, whatever the size of the buffer.
         *
         * @param bytes what it says, unsigned
         * @return the fault, which strikes requests only
         */
        public Fault information(int bytes) {
            return then(new FaultAction.Information(bytes));
        }

        /**
         * Has a read come back with flags in {@code KSSTREAM_HEADER.OptionsFlags} of each header, besides those that the
         * device has set. A client that uses such a header for its next read without clearing it is refused.
         *
         * @param flags {@code KSSTREAM_HEADER_OPTIONSF_} bits
         * @return the fault, which strikes reads only
         * @throws IllegalArgumentException if another operation was asked for
         */
        public Fault staleFlags(int flags) {
            if (operation != null && operation != Operation.READ) {
                throw new IllegalArgumentException("a " + operation.word() + " has no headers that come back");
            }
            return operation(Operation.READ).then(new FaultAction.StaleFlags(flags));
        }

        /**
         * Takes the device away, without warning, and lets the request meet what is left of it.
         *
         * @return the fault
         */
        public Fault remove() {
            return then(new FaultAction.Remove());
        }

        /**
         * Runs code, in the thread that makes the request, before the device is asked. What it throws ends the request as
         * what a device's own code throws does.
         *
         * @param code must not wait
         * @return the fault
         */
        public Fault run(Runnable code) {
            return then(new FaultAction.Run(code));
        }

        Fault then(FaultAction action) {
            if (operation != null && operation.isCreation() && !action.canStrikeCreation()) {
                throw new IllegalArgumentException("\"" + action + "\" is for requests, not for " + operation.word());
            }
            return new Fault(this, action);
        }

        private boolean fits(Attempt attempt) {
            return attempt.operation().canStrike()
                    && (operation == null || operation == attempt.operation())
                    && (controlCode == 0 || controlCode == attempt.controlCode())
                    && (set == null || set.equals(attempt.set()) && (id == null || id == attempt.id()))
                    && (kind == null || attempt.isTo(kind, objectId))
                    && (name == null || attempt.isNamed(name));
        }

        /**
         * What is struck, in the language of {@link Fault}.
         *
         * @return for example {@code read@pin:3}
         */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(FaultSyntax.what(operation, controlCode, set, id));
            if (kind != null || name != null) {
                text.append('@');
            }
            if (kind != null) {
                text.append(kind.word());
            }
            if (objectId != Target.NO_ID) {
                text.append('#').append(Integer.toUnsignedString(objectId));
            }
            if (name != null) {
                text.append('\'').append(name.replace("'", "''")).append('\'');
            }
            return text.append(when).toString();
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

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
public final class FaultMatcher {
    /** Strikes whatever a client does. */
    static final FaultMatcher ANY =
            new FaultMatcher(null, null, null, null, null, Target.NO_ID, null, FaultTurns.ALWAYS);

    /** Null for any. */
    private final Operation operation;
    /** Null for any. */
    private final Integer controlCode;
    /** Null for any or none. */
    private final Guid set;
    /** Null for any. */
    private final Integer id;
    /** Null for any. */
    private final Target.Kind kind;

    private final int objectId;
    /** Null for any; in lower case. */
    private final String name;

    /** Which of the attempts that fit are struck. */
    final FaultTurns turns;

    private FaultMatcher(
            Operation operation,
            Integer controlCode,
            Guid set,
            Integer id,
            Target.Kind kind,
            int objectId,
            String name,
            FaultTurns turns) {
        if (operation != null && !operation.canStrike()) {
            throw new IllegalArgumentException("no fault strikes " + operation);
        }
        if (operation != null && set != null && !operation.hasItem()) {
            throw new IllegalArgumentException(operation.word() + " says no set and item");
        }
        if (operation != null && controlCode != null && !operation.comesWith(controlCode)) {
            throw new IllegalArgumentException("no " + operation.word() + " is " + ControlCode.nameOf(controlCode));
        }
        this.operation = operation;
        this.controlCode = controlCode;
        this.set = set;
        this.id = id;
        this.kind = kind;
        this.objectId = objectId;
        this.name = name;
        this.turns = turns;
    }

    FaultMatcher withSet(Guid wanted) {
        return new FaultMatcher(
                operation, controlCode, Objects.requireNonNull(wanted, "set"), null, kind, objectId, name, turns);
    }

    /** The control code is null for any. */
    FaultMatcher withItem(Integer code, Guid wanted, int item) {
        return new FaultMatcher(
                operation, code, Objects.requireNonNull(wanted, "set"), item, kind, objectId, name, turns);
    }

    FaultMatcher withControlCode(int code) {
        return new FaultMatcher(operation, code, set, id, kind, objectId, name, turns);
    }

    FaultMatcher at(Target.Kind wanted, int wantedId) {
        return new FaultMatcher(operation, controlCode, set, id, wanted, wantedId, name, turns);
    }

    FaultMatcher when(FaultTurns wanted) {
        return new FaultMatcher(operation, controlCode, set, id, kind, objectId, name, wanted);
    }

    /**
     * Only an operation.
     *
     * @param wanted the operation; neither {@link Operation#CLOSE} nor {@link Operation#REMOVAL}
     * @return the narrower matcher
     * @throws IllegalArgumentException for those two, for one without set and item if those are asked for, and for one
     *     that requests of the control code, or for the item, never are
     */
    public FaultMatcher operation(Operation wanted) {
        return new FaultMatcher(
                Objects.requireNonNull(wanted, "operation"), controlCode, set, id, kind, objectId, name, turns);
    }

    /**
     * Only {@link Operation#GET}.
     *
     * @return the narrower matcher
     */
    public FaultMatcher get() {
        return operation(Operation.GET);
    }

    /**
     * Only {@link Operation#SET}.
     *
     * @return the narrower matcher
     */
    public FaultMatcher set() {
        return operation(Operation.SET);
    }

    /**
     * Only {@link Operation#SUPPORT}.
     *
     * @return the narrower matcher
     */
    public FaultMatcher support() {
        return operation(Operation.SUPPORT);
    }

    /**
     * Only what is done to filters.
     *
     * @return the narrower matcher
     */
    public FaultMatcher filter() {
        return at(Target.Kind.FILTER, Target.NO_ID);
    }

    /**
     * Only what is done to pins, or creates one.
     *
     * @return the narrower matcher
     */
    public FaultMatcher pin() {
        return at(Target.Kind.PIN, Target.NO_ID);
    }

    /**
     * Only what is done to pins of a factory, creates one, or asks a filter about the factory, as
     * {@code KSPROPSETID_Pin} does.
     *
     * @param factory the pin's id
     * @return the narrower matcher
     */
    public FaultMatcher pin(int factory) {
        return at(Target.Kind.PIN, factory);
    }

    /**
     * Only what is done to nodes: to open ones, and through filters and pins with
     * {@code KSPROPERTY_TYPE_TOPOLOGY}.
     *
     * @return the narrower matcher
     */
    public FaultMatcher node() {
        return at(Target.Kind.NODE, Target.NO_ID);
    }

    /**
     * Only what is done to a node, in either way.
     *
     * @param node the node's id
     * @return the narrower matcher
     */
    public FaultMatcher node(int node) {
        return at(Target.Kind.NODE, node);
    }

    /**
     * Only what is done to clocks, or creates one.
     *
     * @return the narrower matcher
     */
    public FaultMatcher clock() {
        return at(Target.Kind.CLOCK, Target.NO_ID);
    }

    /**
     * Only what is done to allocators, or creates one.
     *
     * @return the narrower matcher
     */
    public FaultMatcher allocator() {
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
    public FaultMatcher named(String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("every name has an empty part");
        }
        return new FaultMatcher(operation, controlCode, set, id, kind, objectId, part.toLowerCase(Locale.ROOT), turns);
    }

    /**
     * Only the first.
     *
     * @return the narrower matcher
     */
    public FaultMatcher once() {
        return nth(1);
    }

    /**
     * Only one.
     *
     * @param n which, from 1
     * @return the narrower matcher
     * @throws IllegalArgumentException if it is less than 1
     */
    public FaultMatcher nth(long n) {
        return when(new FaultTurns(n, n, 1));
    }

    /**
     * Only one and all that follow.
     *
     * @param n the first, from 1
     * @return the narrower matcher
     * @throws IllegalArgumentException if it is less than 1
     */
    public FaultMatcher from(long n) {
        return when(new FaultTurns(n, Long.MAX_VALUE, 1));
    }

    /**
     * Only some in a row.
     *
     * @param first the first, from 1
     * @param last the last
     * @return the narrower matcher
     * @throws IllegalArgumentException if there are none
     */
    public FaultMatcher between(long first, long last) {
        return when(new FaultTurns(first, last, 1));
    }

    /**
     * Only each so many.
     *
     * @param n 3 for the third, the sixth and so on
     * @return the narrower matcher
     * @throws IllegalArgumentException if it is less than 1
     */
    public FaultMatcher every(long n) {
        return when(new FaultTurns(n, Long.MAX_VALUE, n));
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
        return then(new FaultAction.Remove(null));
    }

    /**
     * Takes the device away, without warning, and plugs it in again after a while: it comes back as
     * {@link EmulatedDriver#plug} has it, and whoever watches its categories is told, in the time source's thread. One
     * that somebody has plugged in before then stays where it is.
     *
     * @param absence for how long it is away, by the driver's {@link io.github.ks4j.kernel.KsTimeSource}
     * @return the fault
     * @throws IllegalArgumentException unless that is positive and no longer than 365 days
     */
    public Fault removeFor(Duration absence) {
        return then(new FaultAction.Remove(new FaultAction.Delay(absence)));
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

    /** Whether an attempt is counted. */
    boolean fits(Attempt attempt) {
        return attempt.operation().canStrike()
                && (operation == null || operation == attempt.operation())
                && (controlCode == null
                        || controlCode == attempt.controlCode()
                                && !attempt.operation().isCreation())
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
        return text.append(turns).toString();
    }
}

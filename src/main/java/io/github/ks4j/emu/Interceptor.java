package io.github.ks4j.emu;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Stands between the handles and the devices, where a filter driver would: faults strike here, the journal is
 * written, and below both quirks change what devices do. While there is none of them, nobody comes this way.
 */
final class Interceptor {
    private static final Logger LOGGER = System.getLogger(Interceptor.class.getPackageName());

    private final KsTimeSource time;
    private final long timeoutNanos;
    private final Predicate<EmulatedDevice> unplug;
    private final Consumer<EmulatedDevice> plug;
    private final Set<Return> returns = ConcurrentHashMap.newKeySet();
    private final Set<Lingering> lingering = ConcurrentHashMap.newKeySet();

    private final Faults faults = new Faults(this::decide);
    private final Quirks quirks = new Quirks(this::decide);
    private volatile RequestJournal journal;
    private volatile boolean active;

    /**
     * An interceptor without faults, quirks and journal.
     *
     * @param time the time of the machine
     * @param timeoutNanos how long an open or a creation is held at most
     * @param unplug removes a device by surprise; false if it has gone
     * @param plug plugs a device in
     */
    Interceptor(KsTimeSource time, long timeoutNanos, Predicate<EmulatedDevice> unplug, Consumer<EmulatedDevice> plug) {
        this.time = time;
        this.timeoutNanos = timeoutNanos;
        this.unplug = unplug;
        this.plug = plug;
    }

    /** Makes an object. */
    @FunctionalInterface
    interface Creation {
        KsObject create() throws StatusException;
    }

    /** Whether there is anything to do here. */
    boolean isActive() {
        return active;
    }

    Faults faults() {
        return faults;
    }

    Quirks quirks() {
        return quirks;
    }

    KsTimeSource time() {
        return time;
    }

    /** The journal, which begins now if it has not begun. */
    synchronized RequestJournal journal(int capacity) {
        if (journal == null) {
            journal = new RequestJournal(time, capacity);
            active = true;
        }
        return journal;
    }

    private synchronized void decide() {
        active = journal != null || !faults.isEmpty() || !quirks.isEmpty();
    }

    /** Sends a request to its device, or does with it what the faults say. */
    void send(IoRequest io, boolean permitted) {
        Attempt attempt = Attempt.request(io.handle(), io.irp());
        List<Fault> struck = permitted ? faults.striking(attempt) : List.of();
        List<QuirkAction.Reading> readings = permitted && attempt.operation() == Operation.READ
                ? quirks.of(attempt, QuirkAction.OfRead.class).stream()
                        .map(quirk -> quirk.begin(io.handle(), io.irp()))
                        .toList()
                : List.of();
        RequestJournal log = journal;
        if (!struck.isEmpty() || !readings.isEmpty() || log != null) {
            RequestJournal.Slot slot = log == null ? null : log.begin(attempt, struck, io.irp());
            Interception interception = new Interception(this, io, struck, readings, log, slot);
            io.intercept(interception);
            if (permitted) {
                interception.send(attempt);
                return;
            }
        }
        if (permitted) {
            dispatch(io, attempt);
        } else {
            io.send(false);
        }
    }

    /** Sends a request to its device, by way of the quirks that change properties. */
    void dispatch(IoRequest io, Attempt attempt) {
        List<QuirkAction.OfProperty> changes = quirks.of(attempt, QuirkAction.OfProperty.class).stream()
                .filter(quirk -> quirk.concerns().test(attempt))
                .toList();
        if (changes.isEmpty()) {
            io.send(true);
        } else {
            PropertyCall.answer(io, attempt, changes);
        }
    }

    /** Creates a pin by way of quirks. */
    KsObject createPin(PinCall call, Attempt attempt, Creation creation) throws StatusException {
        Creation next = creation;
        List<QuirkAction.OfPin> changes = quirks.of(attempt, QuirkAction.OfPin.class);
        for (int i = changes.size() - 1; i >= 0; i--) {
            QuirkAction.OfPin change = changes.get(i);
            Creation below = next;
            next = () -> change.create(call, below);
        }
        return next.create();
    }

    /** Closes the object below a handle that nobody uses any more; later, if a quirk says so. */
    void release(EmulatedHandle handle, Runnable close) {
        Target.Kind kind = handle.target().kind();
        Attempt attempt = Attempt.close(handle);
        Optional<QuirkAction.OfClose> late = quirks.of(attempt, QuirkAction.OfClose.class).stream()
                .filter(quirk -> quirk.kind() == kind)
                .findFirst();
        if (late.isEmpty()) {
            close.run();
        } else {
            new Lingering(attempt, close).start(late.get().delay());
        }
    }

    /** Opens a filter, unless it lingers. */
    KsObject open(Attempt attempt, Creation creation) throws StatusException {
        return create(attempt, () -> {
            if (lingering.stream().anyMatch(one -> one.isSameFilter(attempt))) {
                throw new StatusException(NtStatus.SHARING_VIOLATION);
            }
            return creation.create();
        });
    }

    /** An object that is closed late. */
    private final class Lingering implements Quirks.Held {
        private final Attempt attempt;
        private final AtomicReference<Runnable> close;
        private final KsTimer timer = time.timer(this::letGo);

        private Lingering(Attempt attempt, Runnable close) {
            this.attempt = attempt;
            this.close = new AtomicReference<>(close);
        }

        private void start(long delay) {
            lingering.add(this);
            timer.set(time.now() + delay);
            quirks.hold(this);
        }

        private boolean isSameFilter(Attempt open) {
            return keeper() == Quirk.FILTER_CLOSE_LINGERS && attempt.factory() == open.factory();
        }

        @Override
        public Quirk keeper() {
            return attempt.target().kind() == Target.Kind.FILTER ? Quirk.FILTER_CLOSE_LINGERS : Quirk.CLOSE_LINGERS;
        }

        @Override
        public void letGo() {
            timer.cancel();
            quirks.forget(this);
            lingering.remove(this);
            Runnable closing = close.getAndSet(null);
            if (closing != null) {
                closing.run();
            }
        }
    }

    /** Has the faults act before the device is asked: null to ask it, or the status to end with. */
    NtStatus strike(Attempt attempt, List<Fault> struck) {
        NtStatus fate = null;
        for (Fault fault : struck) {
            NtStatus status = fault.action().strike(attempt, this);
            fate = fate == null ? status : fate;
        }
        return fate;
    }

    /** The fault that keeps what these strike; null if none does. */
    static Fault holder(List<Fault> struck) {
        return struck.stream()
                .filter(fault -> fault.action().holds())
                .findFirst()
                .orElse(null);
    }

    static long delay(List<Fault> struck) {
        return struck.stream().mapToLong(fault -> fault.action().delay()).sum();
    }

    /** Opens or creates an object, or does what the faults say. */
    KsObject create(Attempt attempt, Creation creation) throws StatusException {
        List<Fault> struck = faults.striking(attempt);
        RequestJournal log = journal;
        RequestJournal.Slot slot = log == null ? null : log.begin(attempt, struck);
        NtStatus outcome = NtStatus.UNSUCCESSFUL;
        try {
            KsObject created = struck.isEmpty() ? creation.create() : create(attempt, struck, creation);
            outcome = NtStatus.SUCCESS;
            return created;
        } catch (StatusException e) {
            outcome = e.status();
            throw e;
        } catch (KsException e) {
            outcome = e.status();
            throw e;
        } finally {
            if (slot != null) {
                log.complete(slot, IoStatusBlock.of(outcome, 0));
            }
        }
    }

    private KsObject create(Attempt attempt, List<Fault> struck, Creation creation) throws StatusException {
        NtStatus status = strike(attempt, struck);
        Fault holder = holder(struck);
        if (holder != null) {
            throw kept(attempt, holder);
        }
        KsObject created = null;
        if (status == null) {
            try {
                created = creation.create();
                status = NtStatus.SUCCESS;
            } catch (StatusException e) {
                status = e.status();
            }
        }
        for (Fault fault : struck) {
            status = IoStatusBlock.status(fault.action().answer(IoStatusBlock.of(status, 0)));
        }
        boolean inTime = pause(delay(struck));
        if (inTime && created != null && status.isSuccess()) {
            return created;
        }
        if (created != null) {
            created.close();
        }
        if (inTime) {
            throw new StatusException(status);
        }
        throw timeout(attempt);
    }

    /** Waits until a fault lets go, with the status for that case, or the deadline has come. */
    private StatusException kept(Attempt attempt, Fault holder) {
        Wait wait = new Wait(holder);
        faults.hold(wait);
        try {
            if (wait.await(timeoutNanos)) {
                return new StatusException(NtStatus.CANCELLED);
            }
            throw timeout(attempt);
        } finally {
            faults.forget(wait);
        }
    }

    private boolean pause(long delay) {
        if (delay == 0) {
            return true;
        }
        Wait wait = new Wait(null);
        KsTimer timer = time.timer(wait::giveBack);
        timer.set(time.now() + delay);
        boolean inTime = wait.await(timeoutNanos);
        timer.cancel();
        return inTime;
    }

    private KsTimeoutException timeout(Attempt attempt) {
        String operation = attempt.operation() == Operation.OPEN
                ? "open " + attempt.name()
                : "create " + attempt.target() + " below " + attempt.name();
        return new KsTimeoutException(
                operation + ": no answer within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms",
                NtStatus.IO_TIMEOUT);
    }

    /** A device goes. */
    boolean removal(EmulatedDevice device, BooleanSupplier removal) {
        RequestJournal log = journal;
        if (log == null) {
            return removal.getAsBoolean();
        }
        RequestJournal.Slot slot = log.begin(Attempt.removal(device.instance()), List.of());
        boolean was = removal.getAsBoolean();
        log.complete(slot, IoStatusBlock.of(was ? NtStatus.SUCCESS : NtStatus.NO_SUCH_DEVICE, 0));
        return was;
    }

    /** A handle has been closed. */
    void closed(EmulatedHandle handle) {
        RequestJournal log = journal;
        if (log != null) {
            log.complete(log.begin(Attempt.close(handle), List.of()), IoStatusBlock.of(NtStatus.SUCCESS, 0));
        }
    }

    /**
     * Removes the device of a filter, unless it has gone and perhaps come back.
     *
     * @param factory the filter; null leads to no device
     * @param absence when the device comes back, in units of 100 ns; 0 for never
     */
    void remove(FilterFactory factory, long absence) {
        if (factory == null || factory.device().isRemoved()) {
            return;
        }
        EmulatedDevice device = factory.device().device;
        if (unplug.test(device) && absence != 0) {
            new Return(device).start(absence);
        }
    }

    /** A device that will come back. */
    private final class Return {
        private final EmulatedDevice device;
        private final KsTimer timer = time.timer(this::now);

        private Return(EmulatedDevice device) {
            this.device = device;
        }

        private void start(long absence) {
            returns.add(this);
            timer.set(time.now() + absence);
        }

        private void now() {
            returns.remove(this);
            try {
                plug.accept(device);
            } catch (RuntimeException e) {
                // Somebody has plugged it in already, or the driver is closed.
                LOGGER.log(Level.DEBUG, device + " does not come back", e);
            }
        }
    }

    /** Ends all that faults and quirks have under way. */
    void close() {
        quirks.clear();
        faults.clear();
        returns.forEach(one -> one.timer.cancel());
    }

    /** A thread that waits for a fault. */
    private static final class Wait implements Faults.Held {
        private final Thread waiter = Thread.currentThread();
        private final Fault holder;
        private volatile boolean over;

        private Wait(Fault holder) {
            this.holder = holder;
        }

        private boolean await(long nanos) {
            return Patience.await(() -> over, nanos);
        }

        @Override
        public Fault holder() {
            return holder;
        }

        @Override
        public void giveBack() {
            over = true;
            LockSupport.unpark(waiter);
        }
    }
}

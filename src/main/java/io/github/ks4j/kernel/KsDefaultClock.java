package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSCORRELATED_TIME;
import io.github.ks4j.struct.KSEVENT_TIME_INTERVAL;
import io.github.ks4j.struct.KSEVENT_TIME_MARK;
import io.github.ks4j.struct.KSRESOLUTION;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The default clock: {@code KSDEFAULTCLOCK}. It belongs to a pin, which tells it its state, and serves all clock handles
 * below that pin through {@link #propertySet()} and {@link #eventSet()}. It starts at 0 in {@link KSSTATE#STOP}. A pin
 * that goes leaves its clock there: then nothing is left to expire.
 *
 * <p><b>Presentation time</b> passes in {@link KSSTATE#RUN}, stands still in every other state, and is where
 * {@link #setTime} puts it; no state resets it. <b>Physical time</b> passes in every state but {@code STOP}, never goes
 * back, and takes no notice of {@code setTime}. Microsoft's pages say no more than that a clock counts while its pin is
 * out of {@code STOP}. Both count units of 100 ns, the device's if there is a {@link KsCorrelatedTime}, else the
 * machine's; the system time that goes with them is {@link KsTimeSource#now()}.
 *
 * <p><b>Marks</b> are reached when the presentation time is at them or beyond, in whatever state: a mark of the past
 * notifies as soon as it is enabled. A position mark notifies once, even if time is set back before it. Interval marks
 * that were passed in one leap notify once together, and an interval below a millisecond notifies each millisecond at
 * most; setting time back starts them again from there. An interval of 0 or less is
 * {@link NtStatus#INVALID_PARAMETER}.
 *
 * <p>{@code KSPROPERTY_CLOCK_FUNCTIONTABLE}, whose pointers serve code of the kernel, is
 * {@link NtStatus#INVALID_DEVICE_REQUEST}, which no page says; code of this kernel calls the methods of this class.
 *
 * <p>Thread-safe. Clients are notified under the lock of {@link #eventList()}. Reading a time allocates nothing.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksallocatedefaultclockex">KsAllocateDefaultClockEx
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscreatedefaultclock">KsCreateDefaultClock
 *     function</a>
 */
public final class KsDefaultClock {
    /** {@code KSPROPERTY_CLOCK_FUNCTIONTABLE}, for kernel callers. */
    private static final int FUNCTIONTABLE = 6;

    private static final int KSCLOCK_FUNCTIONTABLE_SIZE = 32;

    /** A mark that does not come any more. */
    private static final long NEVER = Long.MAX_VALUE;

    /** How far ahead the timer is set. */
    private static final long HOUR = 3600 * KsTimeSource.SECOND;

    // The memory that each enabled event has for the clock.
    private static final int NEXT = 0;
    private static final int BASE = 8;
    /** 0 for a position mark. */
    private static final int INTERVAL = 16;

    private static final int MARK_SIZE = 24;

    private final KsTimeSource source;
    private final KsCorrelatedTime device;
    private final KSRESOLUTION resolution;
    private final KsTimer timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final EventList eventList = new EventList(lock);
    private final PropertySet propertySet = properties();
    private final EventSet eventSet = events();

    // Under the lock.
    private KSSTATE state = KSSTATE.STOP;
    private long time;
    private long physicalTime;
    /** The device's time up to which both have been counted. */
    private long deviceTime;

    /**
     * {@code KsAllocateDefaultClock}: a clock in step with the machine.
     *
     * @param source the machine's time
     */
    public KsDefaultClock(KsTimeSource source) {
        this(source, KsCorrelatedTime.drifting(0), null);
    }

    /**
     * {@code KsAllocateDefaultClockEx}: a clock of a device's.
     *
     * @param source the machine's time
     * @param device the device's time
     * @param resolution what {@code KSPROPERTY_CLOCK_RESOLUTION} answers, copied; null for a granularity of one unit and
     *     an error of a millisecond
     */
    public KsDefaultClock(KsTimeSource source, KsCorrelatedTime device, KSRESOLUTION resolution) {
        this.source = Objects.requireNonNull(source, "source");
        this.device = Objects.requireNonNull(device, "device");
        this.resolution = resolution != null
                ? resolution.copy()
                : KSRESOLUTION
                        .LAYOUT
                        .allocate(Abi.X64)
                        .set(KSRESOLUTION.Granularity, 1)
                        .set(KSRESOLUTION.Error, KsTimeSource.MILLISECOND);
        this.deviceTime = device.at(source.now());
        this.timer = source.timer(this::expired);
    }

    /**
     * The properties of a clock handle.
     *
     * @return {@code KSPROPSETID_Clock}, about this clock
     */
    public PropertySet propertySet() {
        return propertySet;
    }

    /**
     * The events of a clock handle.
     *
     * @return {@code KSEVENTSETID_Clock}, about this clock
     */
    public EventSet eventSet() {
        return eventSet;
    }

    /**
     * The enabled events of all handles: where they are disabled, and where those of a handle are freed that is closed.
     *
     * @return the list; other events of the handles may be in it
     */
    public EventList eventList() {
        return eventList;
    }

    /**
     * {@code KsGetDefaultClockState}.
     *
     * @return the state of the pin
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgetdefaultclockstate">KsGetDefaultClockState
     *     function</a>
     */
    public KSSTATE state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code KsSetDefaultClockState}: takes over the state of the pin.
     *
     * @param newState the state
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kssetdefaultclockstate">KsSetDefaultClockState
     *     function</a>
     */
    public void setState(KSSTATE newState) {
        Objects.requireNonNull(newState, "newState");
        lock.lock();
        try {
            advance();
            state = newState;
            generateMarks();
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code KsGetDefaultClockTime}: the presentation time.
     *
     * @return units of 100 ns
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgetdefaultclocktime">KsGetDefaultClockTime
     *     function</a>
     */
    public long time() {
        lock.lock();
        try {
            advance();
            return time;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code KsSetDefaultClockTime}: has the presentation time go on from somewhere else.
     *
     * @param newTime units of 100 ns
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kssetdefaultclocktime">KsSetDefaultClockTime
     *     function</a>
     */
    public void setTime(long newTime) {
        lock.lock();
        try {
            generateMarks();
            boolean back = newTime < time;
            time = newTime;
            for (EventEntry entry = eventList.first(); back && entry != null; entry = eventList.next(entry)) {
                restart(entry);
            }
            generateMarks();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The physical time: how long the pin has been out of {@link KSSTATE#STOP}.
     *
     * @return units of 100 ns
     */
    public long physicalTime() {
        lock.lock();
        try {
            advance();
            return physicalTime;
        } finally {
            lock.unlock();
        }
    }

    /** Counts up to now, which it returns. Under the lock. */
    private long advance() {
        long now = source.now();
        long passed = Math.max(device.at(now) - deviceTime, 0);
        deviceTime += passed;
        if (state == KSSTATE.RUN) {
            time += passed;
        }
        if (state != KSSTATE.STOP) {
            physicalTime += passed;
        }
        return now;
    }

    private void expired() {
        lock.lock();
        try {
            generateMarks();
        } finally {
            lock.unlock();
        }
    }

    /** Notifies of the marks that are reached, and has the timer expire at the next. Under the lock. */
    private void generateMarks() {
        long now = advance();
        long next = NEVER;
        EventEntry entry = eventList.first();
        while (entry != null) {
            EventEntry current = entry;
            if (isMark(current)) {
                next = Math.min(next, generate(current));
            }
            entry = eventList.next(current);
        }
        if (next == NEVER || state != KSSTATE.RUN) {
            timer.cancel();
            return;
        }
        // Negative if the distance is more than a long can hold.
        long left = next - time;
        long due = device.when(deviceTime + (left < 0 ? HOUR : Math.min(left, HOUR)), now);
        // The mark is not reached now, so a device that says so would be asked again and again without end.
        timer.set(Math.max(due, now + 1));
    }

    private boolean isMark(EventEntry entry) {
        return entry.item() == eventSet.find(entry.item().id());
    }

    /** Notifies of a mark if it is reached; gives the next. */
    private long generate(EventEntry entry) {
        ByteBuffer mark = entry.extra();
        long next = mark.getLong(NEXT);
        if (next > time || next == NEVER) {
            return next;
        }
        long interval = mark.getLong(INTERVAL);
        next = interval == 0
                ? NEVER
                : markFrom(time + (interval < KsTimeSource.MILLISECOND ? KsTimeSource.MILLISECOND : 1), mark);
        mark.putLong(NEXT, next);
        entry.generate();
        return entry.isDeleted() ? NEVER : next;
    }

    /** Time was set back, so some marks of an interval are still to come. */
    private void restart(EventEntry entry) {
        if (isMark(entry) && entry.extra().getLong(INTERVAL) != 0) {
            entry.extra().putLong(NEXT, markFrom(time, entry.extra()));
        }
    }

    /** The first mark of an interval at a time or behind it. */
    private static long markFrom(long earliest, ByteBuffer mark) {
        long base = mark.getLong(BASE);
        if (earliest <= base) {
            return base;
        }
        long interval = mark.getLong(INTERVAL);
        // Base and time may be further apart than a long can hold.
        long past = Math.floorMod(Math.floorMod(earliest, interval) - Math.floorMod(base, interval), interval);
        long left = past == 0 ? 0 : interval - past;
        return earliest > NEVER - left ? NEVER : earliest + left;
    }

    private PropertySet properties() {
        return PropertySet.of(KSPROPERTY_CLOCK.SET)
                .item(KSPROPERTY_CLOCK.TIME.id())
                .get(getTime(this::time))
                .minData(Long.BYTES)
                .item(KSPROPERTY_CLOCK.PHYSICALTIME.id())
                .get(getTime(this::physicalTime))
                .minData(Long.BYTES)
                .item(KSPROPERTY_CLOCK.CORRELATEDTIME.id())
                .get((irp, request, data) -> getCorrelatedTime(irp, data, false))
                .minData(KSCORRELATED_TIME.LAYOUT.size())
                .item(KSPROPERTY_CLOCK.CORRELATEDPHYSICALTIME.id())
                .get((irp, request, data) -> getCorrelatedTime(irp, data, true))
                .minData(KSCORRELATED_TIME.LAYOUT.size())
                .item(KSPROPERTY_CLOCK.RESOLUTION.id())
                .get((irp, request, data) -> getResolution(irp, data))
                .minData(KSRESOLUTION.LAYOUT.size())
                .item(KSPROPERTY_CLOCK.STATE.id())
                .get((irp, request, data) -> Capture.answer(irp, state().value()))
                .minData(Integer.BYTES)
                .item(FUNCTIONTABLE)
                .get((irp, request, data) -> NtStatus.INVALID_DEVICE_REQUEST)
                .minData(KSCLOCK_FUNCTIONTABLE_SIZE)
                .build();
    }

    private static KsHandler getTime(LongSupplier value) {
        return (irp, request, data) -> {
            NtStatus status = Capture.checkRoom(irp, Long.BYTES);
            if (status.isSuccess()) {
                data.putLong(0, value.getAsLong());
                irp.information(Long.BYTES);
            }
            return status;
        };
    }

    private NtStatus getCorrelatedTime(Irp irp, ByteBuffer data, boolean physical) {
        NtStatus status = Capture.checkRoom(irp, KSCORRELATED_TIME.LAYOUT.size());
        if (!status.isSuccess()) {
            return status;
        }
        lock.lock();
        try {
            long now = advance();
            KSCORRELATED_TIME
                    .LAYOUT
                    .at(data, 0)
                    .set(KSCORRELATED_TIME.Time, physical ? physicalTime : time)
                    .set(KSCORRELATED_TIME.SystemTime, now);
        } finally {
            lock.unlock();
        }
        irp.information(KSCORRELATED_TIME.LAYOUT.size());
        return status;
    }

    private NtStatus getResolution(Irp irp, ByteBuffer data) {
        NtStatus status = Capture.checkRoom(irp, resolution.size());
        if (status.isSuccess()) {
            data.put(0, resolution.buffer(), resolution.offset(), resolution.size());
            irp.information(resolution.size());
        }
        return status;
    }

    private EventSet events() {
        return EventSet.of(KSEVENT_CLOCK_POSITION.SET)
                .item(KSEVENT_CLOCK_POSITION.INTERVAL_MARK.id())
                .dataInput(KSEVENT_TIME_INTERVAL.LAYOUT.size(Abi.X64))
                .extraEntryData(MARK_SIZE)
                .add(this::addInterval)
                .item(KSEVENT_CLOCK_POSITION.MARK.id())
                .dataInput(KSEVENT_TIME_MARK.LAYOUT.size(Abi.X64))
                .extraEntryData(MARK_SIZE)
                .add((irp, data, entry) ->
                        add(entry, KSEVENT_TIME_MARK.LAYOUT.at(Abi.X64, data, 0).get(KSEVENT_TIME_MARK.MarkTime), 0))
                .build();
    }

    private NtStatus addInterval(Irp irp, ByteBuffer data, EventEntry entry) {
        KSEVENT_TIME_INTERVAL mark = KSEVENT_TIME_INTERVAL.LAYOUT.at(Abi.X64, data, 0);
        long interval = mark.get(KSEVENT_TIME_INTERVAL.Interval);
        return interval <= 0
                ? NtStatus.INVALID_PARAMETER
                : add(entry, mark.get(KSEVENT_TIME_INTERVAL.TimeBase), interval);
    }

    private NtStatus add(EventEntry entry, long first, long interval) {
        entry.extra().putLong(NEXT, first).putLong(BASE, first).putLong(INTERVAL, interval);
        lock.lock();
        try {
            eventList.add(entry);
            generateMarks();
        } finally {
            lock.unlock();
        }
        return NtStatus.SUCCESS;
    }
}

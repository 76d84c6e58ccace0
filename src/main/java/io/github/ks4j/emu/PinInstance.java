package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsDefaultAllocator;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSQUALITY;
import io.github.ks4j.struct.KSRATE;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A pin that has been opened: {@code KSPIN}. Its state, format and queue belong to the device's lock.
 */
public final class PinInstance {
    private static final KSSTATE[] STATES = KSSTATE.values();

    private final FilterInstance filter;
    private final int id;
    private final boolean looped;
    private final boolean source;
    private final AtomicReference<PinConnection> connection = new AtomicReference<>();
    private final StreamQueue queue;
    private final EventList events = new EventList();
    private final LoopPositions loopPositions = new LoopPositions(events);
    private final PinTimers timers;
    private volatile DataFormat format;
    private volatile KSSTATE state = KSSTATE.STOP;
    private final StreamSettings settings;
    /** Made when the pin is opened. */
    private volatile KsDefaultClock clock;

    private volatile KsDefaultClock masterClock;
    private KsDefaultAllocator allocator;
    /** What the pin waits for in PAUSE; null if for nothing. */
    private StartAt start;

    private boolean inReset;
    private boolean closed;
    private GuardedDispatch dispatch;

    PinInstance(FilterInstance filter, KSPIN_CONNECT connect, DataFormat format) {
        this.filter = filter;
        this.id = connect.get(KSPIN_CONNECT.PinId);
        this.format = format;
        KSIDENTIFIER opened = connect.get(KSPIN_CONNECT.Interface);
        this.looped = opened.is(KSIDENTIFIER.Set, KSINTERFACESETID.Standard)
                && opened.get(KSIDENTIFIER.Id) == KSINTERFACE_STANDARD.LOOPED_STREAMING.value();
        this.source = connect.get(KSPIN_CONNECT.PinToHandle) != 0;
        this.settings = new StreamSettings(connect.get(KSPIN_CONNECT.Priority).copy(), description().degradations);
        this.timers = new PinTimers(filter, name());
        this.dispatch = new GuardedDispatch(PinDispatch.NONE, name());
        boolean tellsPositions = looped && !PinProperties.movesLoop(description());
        this.queue = new StreamQueue(filter.factory().completions, looped, new StreamQueue.Owner() {
            @Override
            public void frameLeft(int flags) {
                raiseEventsOf(flags);
            }

            @Override
            public void loopMoved(int from, int bytes, int length) {
                if (tellsPositions) {
                    loopPositions.move(from, bytes, length);
                }
            }

            @Override
            public NtStatus formatChanged(DataFormat changed) {
                return setFormat(changed);
            }
        });
    }

    /**
     * The pin that a request was sent to.
     *
     * @param irp the request
     * @return the pin
     * @throws ClassCastException if the request was sent to another kind of object
     */
    public static PinInstance of(Irp irp) {
        return ((PinObject) irp.fileObject().fsContext()).pin();
    }

    /**
     * The filter that the pin belongs to.
     *
     * @return the filter
     */
    public FilterInstance filter() {
        return filter;
    }

    /**
     * The pin factory.
     *
     * @return its id
     */
    public int id() {
        return id;
    }

    /**
     * Whether the client opened the pin with {@code KSINTERFACE_STANDARD_LOOPED_STREAMING}, to have one frame played or
     * filled over and over.
     *
     * @return false for a stream of one frame after the other
     */
    public boolean isLooped() {
        return looped;
    }

    /**
     * The format that the pin was opened with, or has been set to since. May be asked for in any thread.
     *
     * @return the format
     */
    public DataFormat format() {
        return format;
    }

    /**
     * The device changes the format of what it captures. A frame that is partly filled is completed as it is; the next
     * completes without data and with {@code TYPECHANGED}; and until the client has asked for
     * {@code KSPROPERTY_CONNECTION_DATAFORMAT} after that, {@link StreamQueue#hasFrame()} is false.
     *
     * @param changed the format from now on
     * @throws IllegalStateException if this is a pin that clients write to: there the client changes the format
     */
    public void changeFormat(DataFormat changed) {
        if (!isRead()) {
            throw new IllegalStateException("pin " + id + " is written to");
        }
        format = Objects.requireNonNull(changed, "changed");
        queue.announceFormat();
    }

    /**
     * The state that the client has brought the pin to. May be asked for in any thread.
     *
     * @return the state
     */
    public KSSTATE state() {
        return state;
    }

    /**
     * The requests that wait.
     *
     * @return the queue
     */
    public StreamQueue queue() {
        return queue;
    }

    /**
     * The events of this pin that clients have enabled.
     *
     * @return the same list each time
     */
    public EventList events() {
        return events;
    }

    /**
     * The pin's own clock, which all clock handles below the pin lead to, if the description lets clients open them. It
     * follows the state of the pin, and is back at 0 when the pin is in STOP.
     *
     * @return the same clock each time
     */
    public KsDefaultClock clock() {
        return clock;
    }

    /**
     * The clock that the client has given the pin with {@code KSPROPERTY_STREAM_MASTERCLOCK}. It stays as long as the
     * pin has it, whatever becomes of its handle; that of a pin that has gone stands still.
     *
     * @return the clock, which may be another pin's; null if there is none
     */
    public KsDefaultClock masterClock() {
        return masterClock;
    }

    /**
     * What frames that are captured now are stamped with: the time of the master clock, or the pin's own if it has none,
     * which is how long the pin has been in RUN since STOP. The time of the machine that goes with it is
     * {@link #time()}'s. Allocates nothing.
     *
     * @return units of 100 ns
     */
    public long presentationTime() {
        KsDefaultClock master = masterClock;
        return (master != null ? master : clock).time();
    }

    /**
     * Tells clients that the position has changed by the device's margin: {@code KSEVENT_CONNECTION_POSITIONUPDATE}.
     * Allocates nothing.
     */
    public void positionUpdated() {
        raise(KSEVENT_CONNECTION.POSITIONUPDATE);
    }

    /**
     * The allocator that the client has given the pin with {@code KSPROPERTY_STREAM_ALLOCATOR}. It stays as long as the
     * pin has it, but hands out no frames once its handle is closed.
     *
     * @return the allocator; null if there is none
     */
    public KsDefaultAllocator allocator() {
        return allocator;
    }

    /**
     * The rate that the client has set.
     *
     * @return thousandths of the normal rate, negative for backwards; 1000 unless the pin is in PAUSE or RUN
     */
    public int rate() {
        return settings.rate.get(KSRATE.Rate);
    }

    /**
     * Says how well the stream keeps up: what {@code KSPROPERTY_QUALITY_REPORT} answers from now on, with the context of
     * the client's quality manager.
     *
     * @param proportion how much of the data is used, in thousandths
     * @param deltaTime how late it is, or how early if that is negative, in units of the stream
     */
    public void reportQuality(int proportion, long deltaTime) {
        settings.quality.set(KSQUALITY.Proportion, proportion).set(KSQUALITY.DeltaTime, deltaTime);
    }

    /**
     * How the device may save effort, the best way first: what the description offers, unless the client has set
     * {@code KSPROPERTY_STREAM_DEGRADATION}.
     *
     * @return some of the {@code KSDEGRADE}s of the description
     */
    public List<KSIDENTIFIER> degradations() {
        return Collections.unmodifiableList(settings.degradations);
    }

    /**
     * The time of the machine.
     *
     * @return the time source of the driver that the device belongs to
     */
    public KsTimeSource time() {
        return filter.time();
    }

    /**
     * Makes a timer that expires under the device's lock. Closing the pin cancels it for good.
     *
     * @param expired the work, as in the methods of {@link PinDispatch}
     * @return the timer, which is not set
     */
    public KsTimer timer(Runnable expired) {
        return timers.timer(expired);
    }

    /** What the device does for the pin. */
    PinDispatch dispatch() {
        return dispatch.device();
    }

    LoopPositions loopPositions() {
        return loopPositions;
    }

    StreamSettings settings() {
        return settings;
    }

    /** Runs code under the device's lock, and completes what it ends. */
    <T> T locked(Supplier<T> action) {
        return filter.factory().completions.locked(action);
    }

    private String name() {
        return "pin " + id + " of " + filter.description();
    }

    EmulatedPin description() {
        return filter.description().pins.get(id);
    }

    /** Whether clients read from the pin; else they write. */
    boolean isRead() {
        return description().dataFlow == KSPIN_DATAFLOW.OUT;
    }

    /** Whether the pin was opened to be connected to another: the source of requests, rather than their sink. */
    boolean isSource() {
        return source;
    }

    /** Whether the stream is none of the client's. */
    boolean isConnected() {
        return source || connection.get() != null;
    }

    NtStatus connect(PinConnection made) {
        if (filter.factory().device().isRemoved()) {
            return NtStatus.DEVICE_REMOVED;
        }
        if (closed) {
            return NtStatus.INVALID_HANDLE;
        }
        return connection.compareAndSet(null, made) ? NtStatus.SUCCESS : NtStatus.INVALID_DEVICE_STATE;
    }

    /** In any thread, with or without a lock. */
    void disconnect(PinConnection ended) {
        connection.compareAndSet(ended, null);
    }

    private void tellConnection() {
        PinConnection told = connection.get();
        if (told != null) {
            told.changed(this);
        }
    }

    private void raiseEventsOf(int flags) {
        if ((flags & KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY) != 0) {
            raise(KSEVENT_CONNECTION.DATADISCONTINUITY);
        }
        if ((flags & KSSTREAM_HEADER_OPTIONSF.TIMEDISCONTINUITY) != 0) {
            raise(KSEVENT_CONNECTION.TIMEDISCONTINUITY);
        }
        if ((flags & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0 && !isRead()) {
            raise(KSEVENT_CONNECTION.ENDOFSTREAM);
        }
    }

    private void raise(KsEvent event) {
        events.generate(event.set().guid(), event.id());
    }

    /** Counts the pin and lets the device see it. */
    NtStatus open() {
        if (filter.factory().device().isRemoved()) {
            return NtStatus.DEVICE_REMOVED;
        }
        if (!filter.canOpen(id)) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        NtStatus status = description().formatCheck.check(filter, format);
        if (!status.isSuccess()) {
            return status;
        }
        try {
            clock = Objects.requireNonNull(description().clock.apply(this), "clock");
            dispatch = new GuardedDispatch(description().streaming.apply(this), name());
        } catch (RuntimeException | Error e) {
            timers.close();
            throw e;
        }
        filter.opened(this);
        return NtStatus.SUCCESS;
    }

    void close() {
        if (!closed) {
            if (!step(KSSTATE.STOP).isSuccess()) {
                // The pin goes, whether the device likes it or not.
                entered(KSSTATE.STOP);
            }
            queue.stop();
            process();
            closed = true;
            PinConnection ended = connection.get();
            if (ended != null) {
                ended.closed(this);
            }
            dispatch.close();
            timers.close();
            filter.closed(this);
        }
    }

    /** The device has gone: whatever waits ends, and the device's code sees the pin close. */
    void remove() {
        queue.endAll(NtStatus.DEVICE_REMOVED);
        close();
    }

    private void process() {
        if (!closed) {
            dispatch.process();
        }
    }

    /** Goes to a state step by step; back to where it was if a step fails. */
    NtStatus setState(KSSTATE wanted) {
        if (closed) {
            return gone();
        }
        if (state == KSSTATE.STOP && wanted != KSSTATE.STOP && !filter.isComplete()) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        KSSTATE before = state;
        NtStatus status = step(wanted);
        if (!status.isSuccess()) {
            step(before);
            process();
            return status;
        }
        if (wanted == KSSTATE.STOP) {
            queue.stop();
        } else if (before == KSSTATE.RUN && wanted != KSSTATE.RUN) {
            queue.flush();
        }
        process();
        return NtStatus.SUCCESS;
    }

    private NtStatus step(KSSTATE wanted) {
        while (state != wanted) {
            KSSTATE next = STATES[state.ordinal() + Integer.signum(wanted.compareTo(state))];
            NtStatus status = dispatch.setDeviceState(state, next);
            if (!status.isSuccess()) {
                return status;
            }
            entered(next);
        }
        return NtStatus.SUCCESS;
    }

    private void entered(KSSTATE next) {
        state = next;
        clock.setState(next);
        if (next == KSSTATE.STOP) {
            clock.setTime(0);
        }
        if (next != KSSTATE.PAUSE) {
            cancelStart();
        }
        if (next.compareTo(KSSTATE.PAUSE) < 0 && rate() != StreamSettings.NORMAL_RATE) {
            settings.rate = StreamSettings.normalRate();
            dispatch.setRate(StreamSettings.NORMAL_RATE);
        }
        tellConnection();
    }

    NtStatus setMasterClock(KsDefaultClock master) {
        if (state != KSSTATE.STOP) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        masterClock = master;
        return NtStatus.SUCCESS;
    }

    NtStatus setAllocator(KsDefaultAllocator assigned) {
        if (state != KSSTATE.STOP) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        allocator = assigned;
        return NtStatus.SUCCESS;
    }

    /** Takes a rate that the pin can do: there is no best fit. */
    NtStatus setRate(KSRATE wanted) {
        if (closed) {
            return gone();
        }
        if (state.compareTo(KSSTATE.PAUSE) < 0) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        int thousandths = wanted.get(KSRATE.Rate);
        int unknown = wanted.get(KSRATE.Flags) & ~(KSRATE.NOPRESENTATIONSTART | KSRATE.NOPRESENTATIONDURATION);
        if (unknown != 0 || description().nearestRate(thousandths) != thousandths) {
            return NtStatus.INVALID_PARAMETER;
        }
        NtStatus status = dispatch.setRate(thousandths);
        if (status.isSuccess()) {
            settings.rate = wanted;
        }
        return status;
    }

    NtStatus setPriority(KSPRIORITY priority) {
        boolean changes = !priority.buffer().equals(settings.priority.buffer());
        settings.priority = priority;
        if (changes) {
            raise(KSEVENT_CONNECTION.PRIORITY);
        }
        return NtStatus.SUCCESS;
    }

    /** Has the pin go from PAUSE to RUN when an event of a clock comes. */
    NtStatus startAt(KsDefaultClock other, byte[] event, byte[] eventData) {
        if (state != KSSTATE.PAUSE) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        cancelStart();
        StartAt waiting = new StartAt(this, other, event, eventData);
        start = waiting;
        NtStatus status = waiting.enable();
        if (!status.isSuccess()) {
            start = null;
            return status;
        }
        return waiting.hasCome() ? start(waiting) : status;
    }

    /** The event has come that the pin waits for, or has waited for. */
    NtStatus start(StartAt due) {
        if (start != due) {
            return NtStatus.SUCCESS;
        }
        cancelStart();
        return setState(KSSTATE.RUN);
    }

    private void cancelStart() {
        if (start != null) {
            start.disable();
            start = null;
        }
    }

    NtStatus setFormat(DataFormat wanted) {
        if (closed) {
            return gone();
        }
        NtStatus status = proposed(wanted);
        if (status.isSuccess()) {
            status = dispatch.setDataFormat(wanted);
        }
        if (status.isSuccess()) {
            format = wanted;
        }
        return status;
    }

    /** Whether the pin could change to a format. */
    NtStatus proposed(DataFormat wanted) {
        if (!DataFormats.accept(description().ranges, wanted)) {
            return NtStatus.NO_MATCH;
        }
        try {
            return description().formatCheck.check(filter, wanted);
        } catch (RuntimeException | Error e) {
            return KsObject.statusOf(e, name());
        }
    }

    /** The client asks for the format. */
    void formatRead() {
        queue.formatRead();
        process();
    }

    /** Queues a request whose headers have been probed, and lets the device look at it. */
    NtStatus queue(Irp request) {
        NtStatus status = refusal();
        return status.isSuccess() ? look(queue.add(request)) : status;
    }

    /** Queues a method whose data are one frame, and lets the device look at it. */
    NtStatus queue(Irp method, ByteBuffer data) {
        NtStatus status = refusal();
        return status.isSuccess() ? look(queue.add(method, data, isRead())) : status;
    }

    private NtStatus look(NtStatus queued) {
        process();
        return queued;
    }

    /** What becomes of a request that comes when the pin is closed: the device has gone, or is going. */
    private NtStatus gone() {
        return filter.factory().device().isRemoved() ? NtStatus.DEVICE_REMOVED : NtStatus.CANCELLED;
    }

    private NtStatus refusal() {
        if (closed || filter.factory().device().isRemoved()) {
            return gone();
        }
        return inReset ? NtStatus.DEVICE_NOT_READY : NtStatus.SUCCESS;
    }

    /** {@code IOCTL_KS_RESET_STATE}. */
    void reset(boolean begin) {
        inReset = begin;
        if (begin && !closed) {
            queue.cancelAll();
            dispatch.reset();
        }
        tellConnection();
    }
}

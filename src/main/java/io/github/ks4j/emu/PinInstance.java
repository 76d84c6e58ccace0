package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;
import java.util.function.Supplier;

/**
 * A pin that has been opened: {@code KSPIN}. Its state, format and queue belong to the device's lock.
 */
public final class PinInstance {
    private static final KSSTATE[] STATES = KSSTATE.values();

    private final FilterInstance filter;
    private final int id;
    private final StreamQueue queue;
    private final EventList events = new EventList();
    private DataFormat format;
    private KSSTATE state = KSSTATE.STOP;
    private boolean inReset;
    private boolean closed;
    private PinDispatch dispatch = PinDispatch.NONE;

    PinInstance(FilterInstance filter, int id, DataFormat format) {
        this.filter = filter;
        this.id = id;
        this.format = format;
        this.queue = new StreamQueue(filter.factory().completions);
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
     * The format that the pin was opened with, or has been set to since.
     *
     * @return the format
     */
    public DataFormat format() {
        return format;
    }

    /**
     * The state that the client has brought the pin to.
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
     * The time of the machine.
     *
     * @return the time source of the driver that the device belongs to
     */
    public KsTimeSource time() {
        return filter.time();
    }

    /**
     * Makes a timer that expires under the device's lock, and not after the pin has been closed.
     *
     * @param expired the work, as in the methods of {@link PinDispatch}
     * @return the timer, which is not set
     */
    public KsTimer timer(Runnable expired) {
        return time().timer(() -> filter.locked(() -> {
            if (!closed) {
                guarded(() -> {
                    expired.run();
                    return NtStatus.SUCCESS;
                });
            }
        }));
    }

    EmulatedPin description() {
        return filter.description().pins.get(id);
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
        dispatch = description().streaming.apply(this);
        filter.opened(this);
        return NtStatus.SUCCESS;
    }

    void close() {
        if (!closed) {
            setState(KSSTATE.STOP);
            closed = true;
            guarded(() -> {
                dispatch.close();
                return NtStatus.SUCCESS;
            });
            filter.closed(this);
        }
    }

    /** The device has gone: whatever waits ends, and the device's code sees the pin close. */
    void remove() {
        queue.endAll(NtStatus.DEVICE_REMOVED);
        close();
    }

    /** Runs code of the device. */
    private NtStatus guarded(Supplier<NtStatus> code) {
        try {
            return code.get();
        } catch (RuntimeException e) {
            return report(e);
        }
    }

    private NtStatus report(RuntimeException thrown) {
        return KsObject.statusOf(thrown, "pin " + id + " of " + filter.description());
    }

    /** Without {@link #guarded}, which would make garbage for each request of a stream. */
    private void process() {
        try {
            dispatch.process();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    /** Goes to a state step by step; back to where it was if a step fails. */
    NtStatus setState(KSSTATE wanted) {
        if (wanted != KSSTATE.STOP && !filter.isComplete()) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        KSSTATE before = state;
        NtStatus status = step(wanted);
        if (!status.isSuccess()) {
            step(before);
            return status;
        }
        if (wanted == KSSTATE.STOP) {
            queue.cancelAll();
        }
        process();
        return NtStatus.SUCCESS;
    }

    private NtStatus step(KSSTATE wanted) {
        while (state != wanted) {
            KSSTATE next = STATES[state.ordinal() + Integer.signum(wanted.compareTo(state))];
            NtStatus status = guarded(() -> dispatch.setDeviceState(state, next));
            if (!status.isSuccess()) {
                return status;
            }
            state = next;
        }
        return NtStatus.SUCCESS;
    }

    NtStatus setFormat(DataFormat wanted) {
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
        return DataFormats.accept(description().ranges, wanted)
                ? description().formatCheck.check(filter, wanted)
                : NtStatus.NO_MATCH;
    }

    /** Queues a request, and lets the device look at it. */
    NtStatus queue(Irp request) {
        if (filter.factory().device().isRemoved()) {
            return NtStatus.DEVICE_REMOVED;
        }
        if (closed) {
            return NtStatus.CANCELLED;
        }
        if (inReset) {
            return NtStatus.DEVICE_NOT_READY;
        }
        queue.add(request);
        process();
        return NtStatus.PENDING;
    }

    /** {@code IOCTL_KS_RESET_STATE}. */
    void reset(boolean begin) {
        inReset = begin;
        if (begin) {
            queue.cancelAll();
            dispatch.reset();
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.KSEVENT_TYPE;

/**
 * A pin that waits for an event of a clock.
 *
 * <p>The clock notifies under its lock, beneath which the device's must not be taken, so the pin starts when a timer
 * expires.
 */
final class StartAt {
    private final KsDefaultClock clock;
    private final KsTimer timer;
    private final KernelEvent event;
    private volatile boolean come;

    /**
     * A pin that does not wait yet.
     *
     * @param pin is told to {@link PinInstance#start}
     * @param clock whose event it is
     * @param event the bytes of a {@code KSEVENT}
     * @param eventData the bytes of its {@code KSEVENTDATA}, and what belongs to it
     */
    StartAt(PinInstance pin, KsDefaultClock clock, byte[] event, byte[] eventData) {
        this.clock = clock;
        this.timer = pin.timer(() -> pin.start(this));
        this.event = new KernelEvent(event, eventData, clock.eventList(), this::comes);
    }

    /** Waits from now on; the event may {@link #hasCome have come} when this returns. */
    NtStatus enable() {
        return event.enable(clock.eventSet(), KSEVENT_TYPE.ONESHOT);
    }

    /** Does not wait any more. */
    void disable() {
        event.disable();
        timer.cancel();
    }

    boolean hasCome() {
        return come;
    }

    private void comes() {
        come = true;
        timer.set(0);
    }
}

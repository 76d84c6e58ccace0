package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that stands still until it is advanced: an hour of streaming takes as long as its bytes take to be moved, and
 * goes the same way every run.
 *
 * <pre>{@code
 * VirtualTime time = new VirtualTime();
 * EmulatedDriver driver = EmulatedDriver.builder().time(time).devices(camera).build();
 * ...
 * time.advance(Duration.ofMillis(100)); // three frames of a camera at 30 fps
 * }</pre>
 *
 * <p>All that happens in the devices because of time happens within {@link #advance}, in the thread that calls it, one
 * thing after the other in the order of time; so do the completions that clients are told. A completion may send further
 * requests, but not advance the time; nor may what a device does under its lock, as that would wait for itself.
 *
 * <p>Deadlines of calls that wait ({@link EmulatedDriver.Builder#timeout}) are not of this time but of the real one, so
 * that a test that forgets to advance it does not hang.
 *
 * <p>Thread-safe; a second thread that advances the time waits for the first.
 */
public final class VirtualTime implements KsTimeSource {
    private static final Logger LOGGER = System.getLogger(VirtualTime.class.getPackageName());
    private static final int NANOS = 100;
    /** Half of what a long can count: devices add to the time without counting beyond it. */
    private static final long END = Long.MAX_VALUE / 2;

    private final TimerQueue timers = new TimerQueue(due -> {});
    private final ReentrantLock advancing = new ReentrantLock();
    private volatile long now;

    /** Time that starts at 0. */
    public VirtualTime() {}

    @Override
    public long now() {
        return now;
    }

    @Override
    public KsTimer timer(Runnable expired) {
        return timers.timer(expired);
    }

    /**
     * Lets time pass. Timers that are due on the way expire, each at its time.
     *
     * @param duration how long; not negative. What is no multiple of 100 ns is cut
     * @throws IllegalArgumentException if the duration is negative
     * @throws ArithmeticException if that is beyond the end of time, after some 14,600 years
     * @throws IllegalStateException if this is called by something that happens because time is advanced
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        long units = Math.addExact(
                Math.multiplyExact(duration.getSeconds(), KsTimeSource.SECOND), duration.getNano() / NANOS);
        enter();
        try {
            long target = Math.addExact(now, units);
            if (target > END) {
                throw new ArithmeticException("the end of time is before " + duration + " have passed");
            }
            advanceTo(target);
        } finally {
            advancing.unlock();
        }
    }

    /**
     * Lets time pass until the next timer that is set has expired, and those that are due at the same time.
     *
     * @return false if no timer is set that expires before the end of time: nothing will happen by itself any more
     * @throws IllegalStateException if this is called by something that happens because time is advanced
     */
    public boolean advanceToNextTimer() {
        enter();
        try {
            long due = timers.nextDue();
            if (due > END) {
                return false;
            }
            advanceTo(Math.max(due, now));
            return true;
        } finally {
            advancing.unlock();
        }
    }

    private void enter() {
        if (advancing.isHeldByCurrentThread()) {
            throw new IllegalStateException("the time is being advanced already, by this thread");
        }
        advancing.lock();
    }

    private void advanceTo(long target) {
        for (long due = timers.nextDue(); due <= target; due = timers.nextDue()) {
            now = Math.max(now, due);
            Runnable expired = timers.poll(now);
            if (expired != null) {
                run(expired);
            }
        }
        now = target;
    }

    static void run(Runnable expired) {
        try {
            expired.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a timer of an emulated device threw", e);
        }
    }
}

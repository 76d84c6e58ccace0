package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The time of this machine. The timers of all emulated devices expire in one thread, which is there only while a timer is
 * set, and some time longer.
 */
final class RealTime implements KsTimeSource {
    private static final Logger LOGGER = System.getLogger(RealTime.class.getPackageName());

    static final RealTime INSTANCE = new RealTime();

    private static final long NANOS = 100;
    /** How long the thread stays when there is nothing to do. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long start = System.nanoTime();
    private final TimerQueue timers = new TimerQueue(this::wake);
    /** The thread that runs; null if none does. Guarded by the monitor of the queue, as {@link #wake} is called in it. */
    private volatile Thread runner;

    @Override
    public long now() {
        return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public KsTimer timer(Runnable expired) {
        return timers.timer(expired);
    }

    /** Makes sure that somebody looks at a timer that has become the first. */
    private void wake(long due) {
        Thread current = runner;
        if (current != null) {
            LockSupport.unpark(current);
            return;
        }
        Thread thread = new Thread(this::run, "ks4j time");
        thread.setDaemon(true);
        thread.start();
        runner = thread;
    }

    private void run() {
        boolean idle = false;
        while (true) {
            for (Runnable expired = timers.poll(now()); expired != null; expired = timers.poll(now())) {
                run(expired);
                idle = false;
            }
            long due = timers.nextDue();
            if (due != Long.MAX_VALUE) {
                LockSupport.parkNanos(this, nanosUntil(due, now()));
            } else if (idle && leave()) {
                return;
            } else {
                idle = true;
                LockSupport.parkNanos(this, IDLE_NANOS);
            }
            // Nobody has a reason to interrupt this thread, and its waits must not spin if somebody does.
            Thread.interrupted();
        }
    }

    /** Not even an error in a device may end the thread, which the timers of all others need. */
    private static void run(Runnable expired) {
        try {
            VirtualTime.run(expired);
        } catch (Error e) {
            LOGGER.log(Level.ERROR, "a timer of an emulated device threw", e);
        }
    }

    /** How long to wait for a time: as long as can be, if that is centuries away. */
    static long nanosUntil(long due, long now) {
        return Math.max(1, Math.min(due - now, Long.MAX_VALUE / NANOS) * NANOS);
    }

    /** Ends the thread, unless a timer has been set meanwhile. */
    private boolean leave() {
        synchronized (timers) {
            if (timers.nextDue() == Long.MAX_VALUE) {
                runner = null;
                return true;
            }
            return false;
        }
    }
}

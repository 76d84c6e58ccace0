package io.github.ks4j.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that a test moves by hand. Timers expire in the thread that moves it, each at its own time. */
final class ManualTime implements KsTimeSource {
    private final List<Timer> timers = new ArrayList<>();
    private long now;

    /** Time that begins at some number, as that of a machine that has run for a while. */
    ManualTime(long start) {
        now = start;
    }

    @Override
    public synchronized long now() {
        return now;
    }

    @Override
    public synchronized KsTimer timer(Runnable expired) {
        Timer timer = new Timer(expired);
        timers.add(timer);
        return timer;
    }

    /** Lets time pass. */
    void pass(long units) {
        long end = now() + units;
        for (Timer timer = next(end); timer != null; timer = next(end)) {
            timer.expired.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    /** Lets time pass without looking at the timers on the way: a machine that was busy. */
    void leap(long units) {
        synchronized (this) {
            now += units;
        }
        pass(0);
    }

    /** When the next timer expires; {@link Long#MAX_VALUE} if none is set. */
    synchronized long nextDue() {
        return timers.stream().mapToLong(timer -> timer.due).min().orElse(Long.MAX_VALUE);
    }

    private synchronized Timer next(long end) {
        Timer timer = timers.stream()
                .min(Comparator.comparingLong(one -> one.due))
                .filter(one -> one.due <= end)
                .orElse(null);
        if (timer != null) {
            now = Math.max(now, timer.due);
            timer.due = Long.MAX_VALUE;
        }
        return timer;
    }

    private final class Timer implements KsTimer {
        private final Runnable expired;
        private long due = Long.MAX_VALUE;

        private Timer(Runnable expired) {
            this.expired = expired;
        }

        @Override
        public void set(long when) {
            synchronized (ManualTime.this) {
                due = when;
            }
        }

        @Override
        public void cancel() {
            set(Long.MAX_VALUE);
        }
    }
}

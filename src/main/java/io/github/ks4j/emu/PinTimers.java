package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The timers that a device has made for a pin: they expire under the device's lock, and end with the pin, whether the
 * device thinks of that or not. Thread-safe.
 */
final class PinTimers {
    private final FilterInstance filter;
    private final String name;
    /** Those that are set are held by the time, the others by the device, if it may set them again. */
    private final Set<PinTimer> timers = Collections.newSetFromMap(new WeakHashMap<>());

    private volatile boolean closed;

    /**
     * No timers yet.
     *
     * @param name what is reported if a timer throws
     */
    PinTimers(FilterInstance filter, String name) {
        this.filter = filter;
        this.name = name;
    }

    synchronized KsTimer timer(Runnable expired) {
        PinTimer timer = new PinTimer(expired);
        timers.add(timer);
        return timer;
    }

    /** The pin is closed. Under the device's lock. */
    void close() {
        closed = true;
        all().forEach(KsTimer::cancel);
    }

    private synchronized List<PinTimer> all() {
        return new ArrayList<>(timers);
    }

    private final class PinTimer implements KsTimer {
        private final Runnable expired;
        /** Made once, so that expiring allocates nothing. */
        private final Runnable expiring = this::expire;

        private final KsTimer timer = filter.time().timer(this::lockAndExpire);

        private PinTimer(Runnable expired) {
            this.expired = expired;
        }

        @Override
        public void set(long due) {
            timer.set(due);
            if (closed) {
                timer.cancel();
            }
        }

        @Override
        public void cancel() {
            timer.cancel();
        }

        private void lockAndExpire() {
            filter.locked(expiring);
        }

        private void expire() {
            if (closed) {
                return;
            }
            try {
                expired.run();
            } catch (RuntimeException | Error e) {
                KsObject.statusOf(e, name);
            }
        }
    }
}

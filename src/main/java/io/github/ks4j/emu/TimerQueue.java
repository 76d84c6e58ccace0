package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongConsumer;

/** The timers of a time source that are set, the next to expire first: a heap, so that setting one allocates nothing. */
final class TimerQueue {
    private Timer[] heap = new Timer[16];
    private int size;
    private long sequence;
    private final LongConsumer changed;

    /**
     * A queue.
     *
     * @param changed told, under the queue's monitor, the due time of a timer that has become the first
     */
    TimerQueue(LongConsumer changed) {
        this.changed = changed;
    }

    KsTimer timer(Runnable expired) {
        return new Timer(expired);
    }

    /** When the next timer expires; {@link Long#MAX_VALUE} if none is set. */
    synchronized long nextDue() {
        return size == 0 ? Long.MAX_VALUE : heap[0].due;
    }

    /** Takes out what the next timer that is due runs; null if none is. Those due at one time come as they were set. */
    synchronized Runnable poll(long now) {
        if (size == 0 || heap[0].due > now) {
            return null;
        }
        Timer first = heap[0];
        remove(first);
        return first.expired;
    }

    private void remove(Timer timer) {
        int at = timer.index;
        Timer last = heap[--size];
        heap[size] = null;
        timer.index = -1;
        if (last != timer) {
            place(last, at);
            up(last);
            down(last);
        }
    }

    private void place(Timer timer, int at) {
        heap[at] = timer;
        timer.index = at;
    }

    private void up(Timer timer) {
        while (timer.index > 0) {
            Timer parent = heap[timer.index - 1 >>> 1];
            if (!timer.isBefore(parent)) {
                return;
            }
            swap(timer, parent);
        }
    }

    private void down(Timer timer) {
        while (true) {
            int child = 2 * timer.index + 1;
            if (child >= size) {
                return;
            }
            Timer next = child + 1 < size && heap[child + 1].isBefore(heap[child]) ? heap[child + 1] : heap[child];
            if (!next.isBefore(timer)) {
                return;
            }
            swap(next, timer);
        }
    }

    /** Exchanges a timer with the one above it. */
    private void swap(Timer lower, Timer upper) {
        int at = lower.index;
        place(lower, upper.index);
        place(upper, at);
    }

    /** A timer; its fields belong to the monitor of the queue. */
    private final class Timer implements KsTimer {
        private final Runnable expired;
        private long due;
        private long order;
        private int index = -1;

        Timer(Runnable expired) {
            this.expired = Objects.requireNonNull(expired, "expired");
        }

        boolean isBefore(Timer other) {
            return due < other.due || due == other.due && order < other.order;
        }

        @Override
        public void set(long time) {
            synchronized (TimerQueue.this) {
                if (index >= 0) {
                    remove(this);
                }
                due = time;
                order = sequence++;
                if (size == heap.length) {
                    heap = Arrays.copyOf(heap, 2 * size);
                }
                place(this, size++);
                up(this);
                if (index == 0) {
                    changed.accept(due);
                }
            }
        }

        @Override
        public void cancel() {
            synchronized (TimerQueue.this) {
                if (index >= 0) {
                    remove(this);
                }
            }
        }
    }
}

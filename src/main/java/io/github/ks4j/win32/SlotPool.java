package io.github.ks4j.win32;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The slots that are not in use. A thread finds one at a place of its own, as a rule, without allocating or locking; a
 * call within a call finds that place empty and takes another. The places belong to the pool, not to the threads, so
 * that nothing is lost when a thread ends.
 */
final class SlotPool {
    /** References that share no cache line. */
    private static final int STRIDE = 16;

    private final int mask;
    private final AtomicReferenceArray<Slot> places;
    private final Queue<Slot> others = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    SlotPool() {
        int count = Integer.highestOneBit(Math.min(64, Runtime.getRuntime().availableProcessors()) * 8 - 1) << 1;
        mask = count - 1;
        places = new AtomicReferenceArray<>(count * STRIDE);
    }

    private int place() {
        return ((int) Thread.currentThread().getId() & mask) * STRIDE;
    }

    Slot take() {
        Slot slot = places.getAndSet(place(), null);
        if (slot == null) {
            slot = others.poll();
        }
        return slot != null ? slot : new Slot();
    }

    /** Takes back a slot of which no request is under way. */
    void give(Slot slot) {
        if (!places.compareAndSet(place(), null, slot)) {
            others.add(slot);
        }
        if (closed) {
            drain();
        }
    }

    /** Closes the slots that are here now, and each one that is given back from now on. */
    void close() {
        closed = true;
        drain();
    }

    private void drain() {
        for (int i = 0; i <= mask; i++) {
            Slot slot = places.getAndSet(i * STRIDE, null);
            if (slot != null) {
                slot.close();
            }
        }
        for (Slot slot = others.poll(); slot != null; slot = others.poll()) {
            slot.close();
        }
    }
}

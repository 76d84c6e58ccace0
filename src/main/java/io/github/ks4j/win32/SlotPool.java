package io.github.ks4j.win32;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The slots of a driver. A thread finds one at a place of its own, as a rule, without allocating or locking; a call
 * within a call finds that place empty and takes another. The places belong to the pool, not to the threads, so that
 * nothing is lost when a thread ends.
 */
final class SlotPool {
    /** References that share no cache line. */
    private static final int STRIDE = 16;

    private final SlotTable all = new SlotTable();
    private final int mask;
    private final AtomicReferenceArray<Slot> places;
    /** The first of those that found their place taken. Guarded by this. */
    private Slot spare;

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
            slot = takeSpare();
        }
        return slot != null ? slot : make();
    }

    private synchronized Slot takeSpare() {
        Slot slot = spare;
        if (slot != null) {
            spare = slot.nextSpare;
            slot.nextSpare = null;
        }
        return slot;
    }

    private Slot make() {
        Slot slot = new Slot();
        try {
            all.add(slot);
        } catch (OutOfMemoryError e) {
            slot.close();
            throw e;
        }
        return slot;
    }

    /** Takes back a slot of which no request is under way. */
    void give(Slot slot) {
        slot.rest();
        if (!places.compareAndSet(place(), null, slot)) {
            giveSpare(slot);
        }
        if (closed) {
            drain();
        }
    }

    private synchronized void giveSpare(Slot slot) {
        slot.nextSpare = spare;
        spare = slot;
    }

    /** The slot whose OVERLAPPED is at an address; null if there is none. */
    Slot find(long overlapped) {
        return all.find(overlapped);
    }

    /** The submissions that slots serve now. */
    List<Submission> submissions() {
        return all.submissions();
    }

    /** Whether a request that has not ended may write to some memory. */
    boolean touches(long address, int size) {
        return all.touches(address, size);
    }

    /** How many slots there are, in use or not. */
    int count() {
        return all.count();
    }

    /** Closes the slots that are here now, and each one that is given back from now on. */
    void close() {
        closed = true;
        drain();
    }

    private void drain() {
        for (int i = 0; i <= mask; i++) {
            closeSlot(places.getAndSet(i * STRIDE, null));
        }
        for (Slot slot = takeSpare(); slot != null; slot = takeSpare()) {
            closeSlot(slot);
        }
    }

    private void closeSlot(Slot slot) {
        if (slot != null) {
            all.remove(slot);
            slot.close();
        }
    }
}

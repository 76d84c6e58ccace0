package io.github.ks4j.win32;

import java.util.ArrayList;
import java.util.List;

/** The slots that there are, by the addresses of their OVERLAPPEDs. Finding one makes no garbage. */
final class SlotTable {
    private Slot[] buckets = new Slot[16];
    private int count;

    synchronized void add(Slot slot) {
        if (count == buckets.length) {
            grow();
        }
        put(slot);
        count++;
    }

    private void grow() {
        Slot[] before = buckets;
        buckets = new Slot[before.length * 2];
        for (Slot first : before) {
            for (Slot slot = first; slot != null; ) {
                Slot next = slot.nextInBucket;
                put(slot);
                slot = next;
            }
        }
    }

    private void put(Slot slot) {
        int bucket = bucket(slot.overlapped());
        slot.nextInBucket = buckets[bucket];
        buckets[bucket] = slot;
    }

    private int bucket(long overlapped) {
        return Long.hashCode(overlapped * 0x9E3779B97F4A7C15L) & buckets.length - 1;
    }

    /** Null if there is none. */
    synchronized Slot find(long overlapped) {
        Slot slot = buckets[bucket(overlapped)];
        while (slot != null && slot.overlapped() != overlapped) {
            slot = slot.nextInBucket;
        }
        return slot;
    }

    synchronized void remove(Slot removed) {
        int bucket = bucket(removed.overlapped());
        Slot before = null;
        for (Slot slot = buckets[bucket]; slot != removed; slot = slot.nextInBucket) {
            before = slot;
        }
        if (before == null) {
            buckets[bucket] = removed.nextInBucket;
        } else {
            before.nextInBucket = removed.nextInBucket;
        }
        count--;
    }

    synchronized int count() {
        return count;
    }

    synchronized boolean touches(long address, int size) {
        for (Slot first : buckets) {
            for (Slot slot = first; slot != null; slot = slot.nextInBucket) {
                if (slot.touches(address, size)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those that slots serve now. */
    synchronized List<Submission> submissions() {
        List<Submission> submissions = new ArrayList<>();
        for (Slot first : buckets) {
            for (Slot slot = first; slot != null; slot = slot.nextInBucket) {
                Submission submission = slot.submission();
                if (submission != null) {
                    submissions.add(submission);
                }
            }
        }
        return submissions;
    }
}

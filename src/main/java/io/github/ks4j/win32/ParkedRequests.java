package io.github.ks4j.win32;

import io.github.ks4j.io.KsBuffer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that were cancelled and yet not given back. Windows may write to their memory at any time, so it is kept here
 * until they come back; a thread that lives as long as there are any looks after them.
 */
final class ParkedRequests {
    private static final Logger LOG = System.getLogger(ParkedRequests.class.getName());
    private static final int LOOK_MILLIS = 20;

    private static final class Parked {
        final Slot slot;
        final KsBuffer request;
        final KsBuffer reply;
        final String what;

        Parked(Slot slot, KsBuffer request, KsBuffer reply, String what) {
            this.slot = slot;
            this.request = request;
            this.reply = reply;
            this.what = what;
        }
    }

    private final SlotPool slots;
    private final Set<Parked> parked = ConcurrentHashMap.newKeySet();
    /** Guarded by this. */
    private Thread reaper;

    ParkedRequests(SlotPool slots) {
        this.slots = slots;
    }

    /** Takes over a slot and keeps the buffers. */
    void park(Slot slot, KsBuffer request, KsBuffer reply, String what) {
        parked.add(new Parked(slot, request, reply, what));
        LOG.log(Level.WARNING, "{0}: not given back after it was cancelled; its memory is kept until it is", what);
        synchronized (this) {
            if (reaper == null) {
                Thread thread = new Thread(this::reap, "ks4j-parked");
                thread.setDaemon(true);
                thread.start();
                reaper = thread;
            }
        }
    }

    int count() {
        return parked.size();
    }

    boolean touches(long address, int size) {
        for (Parked entry : parked) {
            if (overlaps(entry.request, address, size) || overlaps(entry.reply, address, size)) {
                return true;
            }
        }
        return false;
    }

    static boolean overlaps(KsBuffer buffer, long address, int size) {
        return buffer != null && buffer.address() < address + size && address < buffer.address() + buffer.size();
    }

    private void reap() {
        while (true) {
            for (Parked entry : parked) {
                if (entry.slot.awaitEnd(LOOK_MILLIS)) {
                    parked.remove(entry);
                    slots.give(entry.slot);
                    LOG.log(Level.INFO, "{0}: came back; its memory is released", entry.what);
                }
            }
            synchronized (this) {
                if (parked.isEmpty()) {
                    reaper = null;
                    return;
                }
            }
        }
    }
}

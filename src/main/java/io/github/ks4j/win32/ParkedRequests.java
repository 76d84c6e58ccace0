package io.github.ks4j.win32;

import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests that were cancelled and yet not given back. Windows may write to their memory at any time, so their slots keep
 * it until they come back; a thread that lives as long as there are any looks after them. A device that keeps too many
 * calls is sent no more, lest what it keeps grow for ever; what is submitted is its sender's to bound, who hears of no end.
 */
final class ParkedRequests {
    private static final Log LOG = Log.of(ParkedRequests.class);
    private static final int LOOK_MILLIS = 20;

    /** How many requests a device may keep. */
    private static final int MOST = 64;

    /** A device, through whichever handles: how many requests it keeps. */
    static final class Device {
        private final String path;
        private final AtomicInteger kept = new AtomicInteger();

        private Device(String path) {
            this.path = path;
        }

        /** Throws if the device keeps too many. */
        void check() {
            if (kept.get() >= MOST) {
                throw new KsBusyException(
                        path + " keeps " + MOST
                                + " requests though they were cancelled: the device hangs, and is sent no"
                                + " more until it gives them back; plug it in again",
                        NtStatus.DEVICE_BUSY);
            }
        }
    }

    private record Parked(Slot slot, Device device) {}

    private final SlotPool slots;
    private final ThreadFactory threads;
    private final Map<String, Device> devices = new ConcurrentHashMap<>();
    private final Set<Parked> parked = ConcurrentHashMap.newKeySet();
    /** Guarded by this. */
    private Thread reaper;

    /**
     * Nothing is parked.
     *
     * @param threads makes the thread that looks
     */
    ParkedRequests(SlotPool slots, ThreadFactory threads) {
        this.slots = slots;
        this.threads = threads;
    }

    /** The device behind a path, in whatever case Windows spells it. */
    Device device(String path) {
        return devices.computeIfAbsent(path.toLowerCase(Locale.ROOT), key -> new Device(path));
    }

    /** Takes over a slot, and with it the buffers that it keeps. */
    void park(Slot slot, Device device) {
        parked.add(new Parked(slot, device));
        device.kept.incrementAndGet();
        LOG.log(
                Level.WARNING,
                "a request to {0} was not given back after it was cancelled; its memory is kept until it is",
                device.path);
        try {
            startReaper();
        } catch (OutOfMemoryError e) {
            LOG.log(Level.WARNING, "nobody looks for requests that come back until the next one is parked", e);
        }
    }

    private synchronized void startReaper() {
        if (reaper == null) {
            Thread thread = threads.newThread(this::reap);
            thread.setName("ks4j-parked");
            thread.setDaemon(true);
            thread.start();
            reaper = thread;
        }
    }

    int count() {
        return parked.size();
    }

    private void reap() {
        try {
            do {
                look();
            } while (!isOver());
        } finally {
            // If something was thrown, the next one that is parked has another thread look.
            leave();
        }
    }

    private void look() {
        for (Parked entry : parked) {
            if (entry.slot().awaitEnd(LOOK_MILLIS)) {
                parked.remove(entry);
                entry.device().kept.decrementAndGet();
                slots.give(entry.slot());
                LOG.log(Level.INFO, "a request to {0} came back; its memory is released", entry.device().path);
            }
        }
    }

    private synchronized boolean isOver() {
        if (parked.isEmpty()) {
            leave();
            return true;
        }
        return false;
    }

    private synchronized void leave() {
        if (reaper == Thread.currentThread()) {
            reaper = null;
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KernelObject;

/** The events that a WaveRT pin notifies. Guarded by the device's lock. */
final class RtEvents {
    /** How many there can be. */
    static final int CAPACITY = 16;

    private final KernelObject.Event[] events = new KernelObject.Event[CAPACITY];
    private int count;

    /** Takes over a reference to an event. */
    NtStatus add(KernelObject.Event event) {
        NtStatus status = find(event) >= 0
                ? NtStatus.UNSUCCESSFUL
                : count == CAPACITY ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
        if (status.isSuccess()) {
            events[count++] = event;
        } else {
            event.dereference();
        }
        return status;
    }

    NtStatus remove(KernelObject.Event event) {
        int at = find(event);
        if (at < 0) {
            return NtStatus.NOT_FOUND;
        }
        events[at] = events[--count];
        events[count] = null;
        event.dereference();
        return NtStatus.SUCCESS;
    }

    private int find(KernelObject.Event event) {
        for (int i = 0; i < count; i++) {
            if (events[i] == event) {
                return i;
            }
        }
        return -1;
    }

    void signal() {
        for (int i = 0; i < count; i++) {
            events[i].set(0);
        }
    }

    void clear() {
        while (count > 0) {
            remove(events[0]);
        }
    }
}

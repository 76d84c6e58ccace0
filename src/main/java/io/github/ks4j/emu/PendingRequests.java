package io.github.ks4j.emu;

import java.util.ArrayList;
import java.util.List;

/** The requests of a handle that have not come back: a list that adding to makes no garbage. Thread-safe. */
final class PendingRequests {
    private IoRequest first;

    /** Adds a request, if it is not here. */
    synchronized void add(IoRequest io) {
        if (!io.listed) {
            io.listed = true;
            io.previous = null;
            io.next = first;
            if (first != null) {
                first.previous = io;
            }
            first = io;
        }
    }

    /** Removes a request, if it is here. */
    synchronized void remove(IoRequest io) {
        if (io.listed) {
            io.listed = false;
            if (io.previous == null) {
                first = io.next;
            } else {
                io.previous.next = io.next;
            }
            if (io.next != null) {
                io.next.previous = io.previous;
            }
            io.next = null;
            io.previous = null;
        }
    }

    /** Removes a request that is over; one that has been sent again meanwhile stays. */
    synchronized boolean removeIfBack(IoRequest io) {
        boolean back = io.isBack();
        if (back) {
            remove(io);
        }
        return back;
    }

    /** All that are here now. */
    synchronized List<IoRequest> all() {
        List<IoRequest> all = new ArrayList<>();
        for (IoRequest io = first; io != null; io = io.next) {
            all.add(io);
        }
        return all;
    }
}

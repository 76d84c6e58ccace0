package io.github.ks4j.emu;

import io.github.ks4j.set.KSSTATE;

/** A pin as the one that it is connected to sees it. Guarded by the lock of the connection. */
final class ConnectionEnd {
    final PinObject object;
    final PinInstance pin;
    final int headerSize;
    /** The change since which it takes no requests. */
    int refused;
    /** The device's impulses when frames went round last, and how often they have since. */
    private int impulses;

    private int rounds;

    ConnectionEnd(PinObject object, int headerSize) {
        this.object = object;
        this.pin = object.pin();
        this.headerSize = headerSize;
    }

    boolean isReady() {
        return pin.state().compareTo(KSSTATE.PAUSE) >= 0;
    }

    /** Counts a round; returns how many there have been of the device's own doing. */
    int round() {
        int now = pin.filter().factory().completions.impulses();
        if (now != impulses) {
            impulses = now;
            rounds = 0;
        }
        return ++rounds;
    }

    /** Time has passed, in which no frames went round. */
    void rested() {
        rounds = 0;
    }
}

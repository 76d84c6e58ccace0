package io.github.ks4j.contract;

import io.github.ks4j.emu.FilterInstance;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What each open of the emulated stub filter keeps. */
final class StubState {
    int level;
    byte[] blob = {};
    int total;
    int listed = 1;
    int zoom = 10;
    int zoomFlags = 2;
    final int[] volume = new int[2];
    final int[] mute = new int[2];
    private final Set<Irp> held = ConcurrentHashMap.newKeySet();

    static StubState of(Irp irp) {
        return FilterInstance.of(irp).state();
    }

    /** Keeps a request until it is cancelled or released. */
    NtStatus hold(Irp irp) {
        held.add(irp);
        return irp.pend(cancelled -> {
            held.remove(cancelled);
            cancelled.complete(NtStatus.CANCELLED);
        });
    }

    /** Takes a request that is held; false if it is over. */
    boolean release(Irp irp) {
        return held.remove(irp) && irp.setCancelRoutine(null);
    }

    /** Ends all that is held. */
    void endAll(NtStatus status) {
        for (Irp irp : held) {
            if (release(irp)) {
                irp.complete(status);
            }
        }
    }
}

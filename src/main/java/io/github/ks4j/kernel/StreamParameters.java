package io.github.ks4j.kernel;

import io.github.ks4j.io.KsBuffer;
import java.nio.ByteBuffer;

/**
 * What a stream request takes of the pool: room for its headers, and MDLs for its frames. Kept by thread and used again,
 * so that a steady stream of requests allocates nothing.
 */
final class StreamParameters {
    private static final int KEPT = 32;
    /** The most bytes of headers, and MDLs, that are kept. */
    private static final int KEPT_BYTES = 1024;

    private static final int KEPT_MDLS = 16;

    private static final ThreadLocal<Lookaside> LOOKASIDE = ThreadLocal.withInitial(Lookaside::new);

    private KsBuffer room;
    /** The headers of a kernel caller, where they are; for the next time that they are sent. */
    private KsBuffer inPlace;

    private Mdl spare;
    private int spareCount;
    private StreamParameters below;

    private StreamParameters() {}

    static StreamParameters take() {
        Lookaside lookaside = LOOKASIDE.get();
        StreamParameters taken = lookaside.top;
        if (taken == null) {
            return new StreamParameters();
        }
        lookaside.top = taken.below;
        lookaside.count--;
        taken.below = null;
        return taken;
    }

    /** The request is over. */
    void giveBack() {
        // A request that is not sent again keeps no memory of its caller's.
        inPlace = null;
        Lookaside lookaside = LOOKASIDE.get();
        if (lookaside.count < KEPT) {
            below = lookaside.top;
            lookaside.top = this;
            lookaside.count++;
        }
    }

    /** Room for headers; null if there is no memory. */
    KsBuffer room(int bytes) {
        if (room != null && room.size() >= bytes) {
            return room;
        }
        KsBuffer fresh;
        try {
            fresh = KsBuffer.heap(bytes);
        } catch (OutOfMemoryError e) {
            return null;
        }
        if (bytes <= KEPT_BYTES) {
            room = fresh;
        }
        return fresh;
    }

    /** Headers that are used where they are. */
    KsBuffer inPlace(ByteBuffer window, long address) {
        if (inPlace == null || inPlace.bytes() != window || inPlace.address() != address) {
            inPlace = new KsBuffer(window, address, () -> {});
        }
        return inPlace;
    }

    /** {@code IoAllocateMdl}. */
    Mdl allocateMdl() {
        Mdl mdl = spare;
        if (mdl == null) {
            return new Mdl();
        }
        spare = mdl.clear();
        spareCount--;
        return mdl;
    }

    /** {@code IoFreeMdl}. */
    void free(Mdl mdl) {
        if (spareCount < KEPT_MDLS) {
            mdl.next(spare);
            spare = mdl;
            spareCount++;
        }
    }

    private static final class Lookaside {
        private StreamParameters top;
        private int count;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsDefaultAllocator;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSEVENT_TYPE;

/**
 * Where the frames of a connection come from: the allocator that a client has assigned, or the connection's own. Guarded
 * by the lock of the connection, but for {@link #freed}.
 */
final class FrameSupply implements AutoCloseable {
    private final KsDefaultAllocator own;
    private final Runnable more;
    private KsDefaultAllocator allocator;
    /** Tells when somebody frees a frame; null if nobody else can have any. */
    private KernelEvent freed;
    /** There have been fewer frames than are wanted. */
    private volatile boolean lacking;

    /**
     * A supply.
     *
     * @param own the connection's allocator; closed with this
     * @param more told that there may be frames now that were lacking; in any thread, under a lock of the allocator's
     */
    FrameSupply(KsDefaultAllocator own, Runnable more) {
        this.own = own;
        this.more = more;
    }

    KsDefaultAllocator allocator() {
        return allocator;
    }

    /** Frames come from here from now on; null for the connection's own allocator. */
    void use(KsDefaultAllocator assigned) {
        KsDefaultAllocator wanted = assigned != null ? assigned : own;
        if (allocator == wanted) {
            return;
        }
        forget();
        allocator = wanted;
        if (wanted != own) {
            freed = KernelEvent.of(KSEVENT_STREAMALLOCATOR.FREEFRAME, wanted.eventList(), this::freed);
            freed.enable(wanted.eventSet(), KSEVENT_TYPE.ENABLE);
        }
    }

    /** Whether frames are wanted: said before any is asked for, so that none that is freed meanwhile goes unnoticed. */
    void lacking(boolean wanted) {
        lacking = wanted;
    }

    private void freed() {
        if (lacking) {
            more.run();
        }
    }

    private void forget() {
        if (freed != null) {
            freed.disable();
            freed = null;
        }
    }

    @Override
    public void close() {
        forget();
        own.close();
    }
}

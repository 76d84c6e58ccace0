package io.github.ks4j.emu;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that stands for a block mapped from an adapter: one block, lent to one request at a time. A request that comes
 * while it is out, or that needs more, works in ordinary memory. Thread-safe.
 */
final class AdapterMemory implements KsAllocator {
    private static final int SIZE = 64 * 1024;

    private final ByteBuffer block = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private KsBuffer lent;
    private int lendings;

    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        synchronized (this) {
            if (lent == null && size <= SIZE) {
                lent = new KsBuffer(block, 0, () -> {});
                lendings++;
                return lent;
            }
        }
        return KsBuffer.heap(size);
    }

    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        synchronized (this) {
            if (buffer == lent) {
                lent = null;
            }
        }
    }

    /** Whether a request has the block. */
    synchronized boolean isLent() {
        return lent != null;
    }

    /** How often a request got the block. */
    synchronized int lendings() {
        return lendings;
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * The non-paged pool: system buffers for requests that bring no allocator of their own. Buffers are zeroed. Small ones
 * are kept by thread and used again, so that a steady stream of requests allocates nothing.
 */
public final class PoolAllocator implements KsAllocator {
    /** The pool that the handlers use. */
    public static final PoolAllocator INSTANCE = new PoolAllocator();

    /** The size of the blocks that are kept. */
    static final int BLOCK = 1024;

    private static final int KEPT = 4;
    private static final byte[] ZEROS = new byte[BLOCK];

    private final ThreadLocal<Kept> kept = ThreadLocal.withInitial(Kept::new);

    private PoolAllocator() {}

    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        Kept blocks = kept.get();
        if (size > BLOCK || blocks.count == 0) {
            return heap(Math.max(size, BLOCK));
        }
        KsBuffer block = blocks.blocks[--blocks.count];
        zero(block.bytes(), size);
        return block;
    }

    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        Kept blocks = kept.get();
        if (buffer.size() == BLOCK && blocks.count < KEPT) {
            blocks.blocks[blocks.count++] = buffer;
        }
    }

    private static KsBuffer heap(int size) {
        try {
            return KsBuffer.heap(size);
        } catch (OutOfMemoryError e) {
            NtStatus status = NtStatus.INSUFFICIENT_RESOURCES;
            throw new KsException("allocate " + size + " bytes for the parameters of a request: " + status, status, e);
        }
    }

    /** Clears the first bytes of a buffer. */
    static void zero(ByteBuffer bytes, int size) {
        for (int i = 0; i < size; i += ZEROS.length) {
            bytes.put(i, ZEROS, 0, Math.min(ZEROS.length, size - i));
        }
    }

    private static final class Kept {
        private final KsBuffer[] blocks = new KsBuffer[KEPT];
        private int count;
    }
}

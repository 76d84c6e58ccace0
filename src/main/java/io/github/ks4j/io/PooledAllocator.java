package io.github.ks4j.io;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Pooled memory: buffers that a driver made once serve request after request, so that a steady stream of requests
 * allocates nothing and large payloads travel in memory that the device already knows.
 *
 * <p><b>Sizes.</b> A request gets the next power of two, from 64 bytes to 2 MiB. Of each size at most 8 buffers are kept
 * for reuse, 32 MiB in all; what comes back beyond that is closed. A request for more gets a buffer of its own, which is
 * closed when the request is complete.
 *
 * <p>A buffer holds what its last request left in it.
 *
 * <p><b>Ownership.</b> The pool belongs to whoever made it, who closes it; it does not close the driver.
 *
 * <p>Thread-safe, without a lock.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class PooledAllocator implements KsAllocator, AutoCloseable {
    private static final int SMALLEST_SHIFT = 6;
    private static final int LARGEST_SHIFT = 21;
    private static final int KEPT = 8;

    private final IntFunction<KsBuffer> source;
    /** The buffers for reuse, one row for each size. */
    private final AtomicReferenceArray<KsBuffer> spare =
            new AtomicReferenceArray<>((LARGEST_SHIFT - SMALLEST_SHIFT + 1) * KEPT);

    private volatile boolean closed;

    /**
     * A pool over a driver's memory, for requests to that driver.
     *
     * @param driver makes the buffers
     */
    public PooledAllocator(Driver driver) {
        this(driver::allocate);
    }

    /**
     * A pool over memory of any kind, such as {@link KsBuffer#heap} for the emulated kernel.
     *
     * @param source makes a buffer of a size in bytes, aligned to 8; called in any thread
     */
    public PooledAllocator(IntFunction<KsBuffer> source) {
        this.source = source;
    }

    /**
     * {@inheritDoc}
     *
     * @throws KsClosedException if the pool is closed
     */
    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        if (closed) {
            throw new KsClosedException("the pool of buffers");
        }
        if (size > 1 << LARGEST_SHIFT) {
            return source.apply(size);
        }
        int shift = shift(size);
        int row = row(shift);
        for (int i = row; i < row + KEPT; i++) {
            if (spare.getPlain(i) != null) {
                KsBuffer buffer = spare.getAndSet(i, null);
                if (buffer != null) {
                    return buffer;
                }
            }
        }
        return source.apply(1 << shift);
    }

    /** {@inheritDoc} The buffer is kept for reuse if there is room for it, else closed. */
    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        if (closed || !keep(buffer)) {
            buffer.close();
        } else if (closed) {
            // Closed meanwhile, by somebody who may have missed this buffer.
            closeSpare();
        }
    }

    private boolean keep(KsBuffer buffer) {
        int size = buffer.size();
        if (size > 1 << LARGEST_SHIFT || size != 1 << shift(size)) {
            return false;
        }
        int row = row(shift(size));
        for (int i = row; i < row + KEPT; i++) {
            if (spare.getPlain(i) == null && spare.compareAndSet(i, null, buffer)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Closes all buffers: those that are kept now, those in use when their requests are complete. The second and later
     * calls do nothing.
     */
    @Override
    public void close() {
        closed = true;
        closeSpare();
    }

    private void closeSpare() {
        for (int i = 0; i < spare.length(); i++) {
            KsBuffer buffer = spare.getAndSet(i, null);
            if (buffer != null) {
                buffer.close();
            }
        }
    }

    /** The binary logarithm of the size of the buffers that a size is served from. */
    private static int shift(int size) {
        return Math.max(SMALLEST_SHIFT, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1)));
    }

    private static int row(int shift) {
        return (shift - SMALLEST_SHIFT) * KEPT;
    }
}

package io.github.ks4j.io;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts what another allocator is asked and told: for tests of filters and of allocators.
 *
 * <p>It insists on the contract. A buffer that is lent twice at once, or completed when it is not lent, is an
 * {@link IllegalStateException} and stays in {@link #violations()}, since a completion routine may have nobody to throw
 * to; the other allocator is not told of such a completion.
 *
 * <p>Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class CountingAllocator implements KsAllocator {
    private final KsAllocator memory;
    /** By identity, as buffers have no other. */
    private final Set<KsBuffer> lent = new HashSet<>();

    private long allocations;
    private long completions;
    private long bytes;
    private int violations;
    private int lastSize;
    private boolean lastInputOperation;

    /**
     * Counts from 0.
     *
     * @param memory provides the buffers
     */
    public CountingAllocator(KsAllocator memory) {
        this.memory = memory;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the other allocator provides a buffer that is lent already
     */
    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        synchronized (this) {
            lastSize = size;
            lastInputOperation = inputOperation;
        }
        KsBuffer buffer = memory.allocate(request, size, inputOperation);
        if (buffer == null) {
            return null;
        }
        synchronized (this) {
            if (!lent.add(buffer)) {
                violations++;
                throw new IllegalStateException(buffer + " is lent twice at once");
            }
            allocations++;
            bytes += size;
        }
        return buffer;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the buffer is not lent
     */
    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        synchronized (this) {
            if (!lent.remove(buffer)) {
                violations++;
                throw new IllegalStateException(buffer + " is completed a second time, or was never lent");
            }
            completions++;
        }
        memory.completed(request, buffer);
    }

    /**
     * How many buffers were provided. A request that failed to get one does not count.
     *
     * @return the count
     */
    public synchronized long allocations() {
        return allocations;
    }

    /**
     * How many buffers were completed.
     *
     * @return the count
     */
    public synchronized long completions() {
        return completions;
    }

    /**
     * How many buffers are lent: provided, but not completed yet.
     *
     * @return the count
     */
    public synchronized int outstanding() {
        return lent.size();
    }

    /**
     * How many bytes were asked for and provided, in all.
     *
     * @return the sum of the sizes
     */
    public synchronized long bytes() {
        return bytes;
    }

    /**
     * How often the contract was broken.
     *
     * @return the count
     */
    public synchronized int violations() {
        return violations;
    }

    /**
     * What the last request asked for, whether it got it or not.
     *
     * @return bytes; 0 if there was none
     */
    public synchronized int lastSize() {
        return lastSize;
    }

    /**
     * Whether the last request was an input operation.
     *
     * @return false if there was none
     */
    public synchronized boolean lastInputOperation() {
        return lastInputOperation;
    }

    @Override
    public synchronized String toString() {
        return "CountingAllocator[" + allocations + " allocations, " + completions + " completions, " + bytes
                + " bytes, " + violations + " violations]";
    }
}

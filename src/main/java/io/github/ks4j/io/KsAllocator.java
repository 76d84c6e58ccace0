package io.github.ks4j.io;

/**
 * Provides the buffer for the parameters of a request: the Java form of {@code PFNKSALLOCATOR}, one contract on both
 * sides of the seam.
 *
 * <p>An allocator is asked once per request for a single buffer that covers all parameters: the caller's data, rounded
 * up to a multiple of 8, at offset 0, and the request structure behind it. It is told when the request is over, so that
 * it can free the buffer in its own way; memory that is mapped to an adapter, shared with a device or pooled then serves
 * without an extra copy.
 *
 * <p><b>In the kernel</b> it stands behind {@code KsPropertyHandlerWithAllocator}, {@code KsMethodHandlerWithAllocator}
 * and {@code KsEnableEventWithAllocator}: {@code IRP_BUFFERED_IO} and {@code IRP_DEALLOCATE_BUFFER} stay clear, and
 * copying back and freeing are the filter's own work. For a user-mode input operation that is not synchronous, the
 * destination's MDL has to be built and locked at allocation time.
 *
 * <p><b>In a user-mode driver</b> the request and the reply lie in the allocated buffer, so that the device reads and
 * writes the caller's memory directly. The buffer must then come from that driver ({@link Driver#allocate}).
 *
 * <p><b>What the buffer holds</b> is not the allocator's care: the kernel clears what a handler could see of it, and a
 * user-mode driver's reply counts no further than its byte count says.
 *
 * <p><b>Ready-made:</b> {@link PooledAllocator} over a driver's own buffers, {@link BlockAllocator} over a region that is
 * mapped to an adapter; for tests {@link CountingAllocator} and {@link FailingAllocator}. Each serves both sides.
 *
 * <p><b>Threading.</b> {@link #allocate} is called in the thread that makes the request, {@link #completed} in whichever
 * thread completes it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
@FunctionalInterface
public interface KsAllocator {
    /**
     * Provides a buffer for the parameters of a request.
     *
     * @param request the request
     * @param size the size needed, in bytes; covers all parameters of the request
     * @param inputOperation true if bytes are to travel back to the caller: as many as the request's Information says
     * @return a buffer of at least {@code size} bytes whose address, if it has one, is a multiple of 8
     * @throws KsException with the status that the request shall fail with; {@link NtStatus#INSUFFICIENT_RESOURCES} when
     *     there is no memory
     */
    KsBuffer allocate(KsRequest request, int size, boolean inputOperation);

    /**
     * Says that the request is complete and the buffer no longer in use. Called exactly once for every buffer that was
     * allocated.
     *
     * @param request the request
     * @param buffer what {@link #allocate} returned
     */
    default void completed(KsRequest request, KsBuffer buffer) {
        buffer.close();
    }
}

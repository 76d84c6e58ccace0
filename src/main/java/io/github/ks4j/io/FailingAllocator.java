package io.github.ks4j.io;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Refuses chosen requests, and lets another allocator serve the rest: for tests of what filters and callers do when there
 * is no memory.
 *
 * <p>Thread-safe if the other allocator and the predicate are.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class FailingAllocator implements KsAllocator {
    private final KsAllocator memory;
    private final Predicate<KsRequest> fails;
    private final NtStatus status;

    private FailingAllocator(KsAllocator memory, Predicate<KsRequest> fails, NtStatus status) {
        if (status.isSuccess()) {
            throw new IllegalArgumentException(status + " is no failure");
        }
        this.memory = memory;
        this.fails = fails;
        this.status = status;
    }

    /**
     * Refuses one request.
     *
     * @param n which one: 1 for the first
     * @param status the status that it fails with, for example {@link NtStatus#INSUFFICIENT_RESOURCES}
     * @param memory serves the others
     * @return an allocator that has seen no request yet
     * @throws IllegalArgumentException if the status is one of success, or {@code n} is not positive
     */
    public static FailingAllocator nth(int n, NtStatus status, KsAllocator memory) {
        if (n < 1) {
            throw new IllegalArgumentException("request number " + n);
        }
        AtomicInteger seen = new AtomicInteger();
        return when(request -> seen.incrementAndGet() == n, status, memory);
    }

    /**
     * Refuses the requests that a predicate chooses.
     *
     * @param fails asked once for each request
     * @param status the status that they fail with
     * @param memory serves the others
     * @return the allocator
     * @throws IllegalArgumentException if the status is one of success
     */
    public static FailingAllocator when(Predicate<KsRequest> fails, NtStatus status, KsAllocator memory) {
        return new FailingAllocator(memory, fails, status);
    }

    /**
     * {@inheritDoc}
     *
     * @throws KsException with the status, if the request was chosen
     */
    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        if (fails.test(request)) {
            throw KsException.of("allocate " + size + " bytes", status);
        }
        return memory.allocate(request, size, inputOperation);
    }

    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        memory.completed(request, buffer);
    }
}

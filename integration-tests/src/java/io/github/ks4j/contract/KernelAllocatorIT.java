package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.PooledAllocator;
import io.github.ks4j.set.KsMethod;
import org.junit.jupiter.api.Test;

/** {@link AllocatorContract} in the emulated kernel: the allocator is the filter's, behind KsMethodHandlerWithAllocator. */
class KernelAllocatorIT extends AllocatorContract {
    private volatile KsAllocator memory = new PooledAllocator(KsBuffer::heap);

    @Override
    Driver open() {
        return EmulatedStubFilter.open(new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
                return memory.allocate(request, size, inputOperation);
            }

            @Override
            public void completed(KsRequest request, KsBuffer buffer) {
                memory.completed(request, buffer);
            }
        });
    }

    @Override
    byte[] call(KsMethod method, byte[] data, KsAllocator allocator) {
        memory = allocator;
        return filter().call(method, data);
    }

    @Test
    void oneAllocatorServesBothEndsOfARequest() {
        CountingAllocator both = new CountingAllocator(new PooledAllocator(driver()));
        memory = both;
        assertArrayEquals(new byte[] {-1, -2, -3}, filter().call(INVERT, new byte[] {0, 1, 2}, both));
        assertEquals(2, both.allocations());
        assertBalanced(both);
    }
}

package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is counted, and what breaks the contract. */
class CountingAllocatorTest {
    private final CountingAllocator inner = new CountingAllocator((request, size, in) -> KsBuffer.heap(size));
    private final CountingAllocator counting = new CountingAllocator(inner);

    @Test
    void allocationsAndTheirBytesAreCounted() {
        counting.allocate(null, 30, true);
        counting.allocate(null, 12, false);
        assertEquals(2, counting.allocations());
        assertEquals(42, counting.bytes());
    }

    @Test
    void whatIsNotCompletedIsOutstanding() {
        counting.allocate(null, 8, true);
        counting.completed(null, counting.allocate(null, 8, true));
        assertEquals(1, counting.outstanding());
        assertEquals(1, counting.completions());
    }

    @Test
    void theLastRequestIsKept() {
        counting.allocate(null, 8, true);
        assertTrue(counting.lastInputOperation());
        counting.allocate(null, 16, false);
        assertEquals(16, counting.lastSize());
        assertFalse(counting.lastInputOperation());
    }

    @Test
    void aRequestThatFailsIsNoAllocation() {
        CountingAllocator failing =
                new CountingAllocator(FailingAllocator.nth(1, NtStatus.INSUFFICIENT_RESOURCES, inner));
        assertThrows(KsException.class, () -> failing.allocate(null, 8, true));
        assertEquals(0, failing.allocations());
        assertEquals(0, failing.bytes());
        assertEquals(8, failing.lastSize());
    }

    @Test
    void nothingIsNoAllocation() {
        CountingAllocator empty = new CountingAllocator((request, size, in) -> null);
        assertNull(empty.allocate(null, 8, true));
        assertEquals(0, empty.allocations());
    }

    @Test
    void aSecondCompletionIsRefusedAndNotPassedOn() {
        KsBuffer buffer = counting.allocate(null, 8, true);
        counting.completed(null, buffer);
        assertThrows(IllegalStateException.class, () -> counting.completed(null, buffer));
        assertEquals(1, counting.violations());
        assertEquals(1, counting.completions());
        assertEquals(0, inner.violations());
    }

    @Test
    void theCompletionOfAStrangersBufferIsRefused() {
        assertThrows(IllegalStateException.class, () -> counting.completed(null, KsBuffer.heap(8)));
        assertEquals(1, counting.violations());
    }

    @Test
    void aBufferThatIsLentTwiceAtOnceIsRefused() {
        KsBuffer same = KsBuffer.heap(8);
        CountingAllocator defective = new CountingAllocator((request, size, in) -> same);
        defective.allocate(null, 8, true);
        assertThrows(IllegalStateException.class, () -> defective.allocate(null, 8, true));
        assertEquals(1, defective.violations());
    }

    @Test
    void aBufferThatCameBackMayBeLentAgain() {
        KsBuffer same = KsBuffer.heap(8);
        CountingAllocator frugal = new CountingAllocator((request, size, in) -> same);
        frugal.completed(null, frugal.allocate(null, 8, true));
        frugal.completed(null, frugal.allocate(null, 8, true));
        assertEquals(2, frugal.completions());
    }
}

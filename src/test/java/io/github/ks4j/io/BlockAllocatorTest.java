package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where in a region requests work, and what happens when it is full. */
class BlockAllocatorTest {
    private static final long ADDRESS = 0x1_0000;

    private final KsBuffer block = new KsBuffer(ByteBuffer.allocate(256), ADDRESS, () -> {});
    private final BlockAllocator allocator = new BlockAllocator(block);

    private KsBuffer allocate(int size) {
        return allocator.allocate(null, size, true);
    }

    private void complete(KsBuffer buffer) {
        allocator.completed(null, buffer);
    }

    private static long offset(KsBuffer part) {
        return part.address() - ADDRESS;
    }

    @Test
    void aPartIsTheRegionItselfAndNoCopy() {
        allocate(64);
        KsBuffer part = allocate(8);
        part.bytes().put(0, (byte) 7);
        assertEquals(64, offset(part));
        assertEquals(7, block.bytes().get(64));
    }

    @Test
    void partsStartAtMultiplesOfEight() {
        allocate(27);
        assertEquals(32, offset(allocate(1)));
    }

    @Test
    void theFirstFreePartThatIsLargeEnoughIsTaken() {
        KsBuffer first = allocate(32);
        allocate(8);
        KsBuffer third = allocate(64);
        allocate(8);
        complete(first);
        complete(third);
        assertEquals(40, offset(allocate(40)));
        assertEquals(0, offset(allocate(16)));
    }

    @Test
    void neighboursThatAreFreeServeARequestThatNeedsThemBoth() {
        KsBuffer first = allocate(64);
        KsBuffer second = allocate(64);
        allocate(128);
        complete(second);
        complete(first);
        assertEquals(0, offset(allocate(128)));
    }

    @Test
    void theWholeRegionCanBeLent() {
        assertEquals(256, allocate(256).size());
    }

    @Test
    void aFullRegionIsInsufficientResources() {
        allocate(249);
        KsException e = assertThrows(KsException.class, () -> allocate(1));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    @Test
    void aRequestThatExceedsTheRegionIsInsufficientResources() {
        KsException e = assertThrows(KsException.class, () -> allocate(Integer.MAX_VALUE));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    @Test
    void aPartThatCameBackIsFreeAgain() {
        complete(allocate(256));
        assertEquals(0, offset(allocate(200)));
    }

    @Test
    void bytesBeyondTheLastMultipleOfEightAreNotLent() {
        BlockAllocator odd = new BlockAllocator(KsBuffer.heap(15));
        assertThrows(KsException.class, () -> odd.allocate(null, 9, true));
    }

    @Test
    void aRequestThatFindsNoRoomIsServedByTheFallbackFromAllocationToCompletion() {
        CountingAllocator fallback = new CountingAllocator((request, size, in) -> KsBuffer.heap(size));
        BlockAllocator both = new BlockAllocator(block, fallback);
        both.allocate(null, 256, true);
        KsBuffer other = both.allocate(null, 100, true);
        assertEquals(100, fallback.lastSize());
        assertTrue(fallback.lastInputOperation());
        both.completed(null, other);
        assertEquals(1, fallback.completions());
    }

    @Test
    void theFallbackIsNotToldOfAPartOfTheRegion() {
        CountingAllocator fallback = new CountingAllocator((request, size, in) -> KsBuffer.heap(size));
        BlockAllocator both = new BlockAllocator(block, fallback);
        both.completed(null, both.allocate(null, 100, true));
        assertEquals(0, fallback.violations());
    }

    @Test
    void aBufferThatIsNotOfTheRegionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> complete(block.slice(0, 8)));
    }

    @Test
    void aSecondCompletionIsRefused() {
        KsBuffer part = allocate(8);
        complete(part);
        assertThrows(IllegalArgumentException.class, () -> complete(part));
    }

    @Test
    void aRegionThatIsNotAlignedIsRefused() {
        KsBuffer odd = block.slice(4, 32);
        assertThrows(IllegalArgumentException.class, () -> new BlockAllocator(odd));
    }

    @Test
    void closingAPartDoesNotFreeIt() {
        KsBuffer part = allocate(256);
        part.close();
        assertThrows(KsException.class, () -> allocate(8));
    }

    @Test
    void lentPartsNeverOverlapAndNothingIsLost() {
        Random random = new Random(1);
        Deque<KsBuffer> lent = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(3) == 0 && !lent.isEmpty()) {
                complete(random.nextBoolean() ? lent.pollFirst() : lent.pollLast());
            } else {
                try {
                    lent.add(allocate(1 + random.nextInt(80)));
                } catch (KsException full) {
                    complete(lent.poll());
                }
            }
            assertApart(lent);
        }
        lent.forEach(this::complete);
        assertEquals(256, allocate(256).size());
    }

    private static void assertApart(Iterable<KsBuffer> parts) {
        TreeMap<Long, Integer> sorted = new TreeMap<>();
        parts.forEach(part -> sorted.put(offset(part), part.size()));
        long end = 0;
        for (var part : sorted.entrySet()) {
            assertTrue(part.getKey() >= end, "the part at " + part.getKey() + " overlaps the one before");
            end = part.getKey() + part.getValue();
        }
        assertTrue(end <= 256, "the last part ends at " + end);
    }

    @Test
    void aSteadyStreamOfRequestsGetsTheSamePartAndMakesNoGarbage() {
        int requests = 100_000;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        KsBuffer part = allocate(100);
        complete(part);
        for (int i = 0; i < requests; i++) {
            complete(allocate(100));
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < requests; i++) {
            complete(allocate(100));
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(bytes < requests, bytes + " bytes for " + requests + " requests");
        assertSame(part, allocate(100));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSpaceTest {
    private final AddressSpace space = new AddressSpace(0, new HandleTable());

    private static void assertSameMemory(KsBuffer buffer, AddressSpace.Block block) {
        assertEquals(buffer.size(), block.get().capacity());
        if (buffer.size() > 0) {
            int last = buffer.size() - 1;
            buffer.bytes().put(last, (byte) 42);
            assertEquals(42, block.get().get(last));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4095, 4096, 4097, 65536, 1_000_000, 1 << 20, (1 << 20) + 1})
    void aBlockIsFoundByAnyOfItsAddressesAndNoOther(int size) {
        try (KsBuffer buffer = space.allocate(size)) {
            long base = buffer.address();
            assertEquals(0, base % 16);
            assertTrue(base > 0 && base + size < AddressSpace.LIMIT);
            AddressSpace.Block block = space.find(base, size);
            assertSameMemory(buffer, block);
            assertNull(space.find(base, size + 1L));
            assertNull(space.find(base - 1, 1));
            assertNull(space.find(base + size, 1));
            assertSame(size == 0 ? null : block, space.find(base + size - 1, 1));
        }
    }

    @Test
    void aLengthThatWrapsAroundIsNotMapped() {
        try (KsBuffer buffer = space.allocate(100)) {
            assertNull(space.find(buffer.address() + 50, 0xFFFF_FFFFL));
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, AddressSpace.LIMIT, AddressSpace.LIMIT - 1, 1L << 47})
    void anAddressThatNobodyAllocatedIsNotMapped(long address) {
        assertNull(space.find(address, 1));
    }

    @Test
    void aSliceHasItsPartOfTheAddresses() {
        try (KsBuffer buffer = space.allocate(100)) {
            KsBuffer slice = buffer.slice(40, 10);
            AddressSpace.Block block = space.find(slice.address(), 10);
            assertEquals(40, slice.address() - block.base);
        }
    }

    @Test
    void aClosedBlockIsNotMapped() {
        KsBuffer buffer = space.allocate(10);
        buffer.close();
        assertNull(space.find(buffer.address(), 1));
    }

    @Test
    void theAddressOfAClosedBlockDoesNotLeadToTheNextOnes() {
        Set<Long> stale = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            KsBuffer buffer = space.allocate(1 << 20);
            assertTrue(i > 100 || stale.add(buffer.address()), "address used again at once");
            buffer.close();
        }
        KsBuffer live = space.allocate(10);
        for (long address : stale) {
            assertNull(space.find(address, 1));
        }
        live.close();
    }

    @Test
    void blocksNeverOverlap() {
        List<KsBuffer> live = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            live.add(space.allocate(i * 7));
        }
        for (KsBuffer buffer : live) {
            assertEquals(buffer.address(), space.find(buffer.address(), buffer.size()).base);
            assertSameMemory(buffer, space.find(buffer.address(), buffer.size()));
            buffer.close();
        }
    }

    @Test
    void anotherDriversBlockIsNotMapped() {
        try (KsBuffer buffer = new AddressSpace(0, new HandleTable()).allocate(10)) {
            assertNull(space.find(buffer.address(), 10));
        }
    }

    @Test
    @Timeout(30)
    void aBlockThatNobodyClosesGoesWithItsMemory() throws InterruptedException {
        long address = space.allocate(100_000).address();
        AddressSpace.Block block = space.find(address, 1);
        while (block.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        while (space.find(address, 1) != null) {
            space.allocate(1).close();
            Thread.sleep(10);
        }
        assertNull(space.find(address, 1));
    }

    @Test
    void aSliceKeepsItsMemory() throws InterruptedException {
        KsBuffer slice = space.allocate(100_000).slice(10, 10).slice(5, 5);
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(10);
        }
        AddressSpace.Block block = space.find(slice.address(), 5);
        assertNotNull(block);
        slice.bytes().put(0, (byte) 42);
        assertEquals(42, block.get().get((int) (slice.address() - block.base)));
    }

    @Test
    void theLimitThatTheClientSetsIsNobodyElses() {
        try (KsBuffer buffer = space.allocate(16)) {
            buffer.bytes().limit(4);
            ByteBuffer window = space.lock(buffer.address() + 8, 8, true);
            assertEquals(8, window.limit());
            assertEquals(NtStatus.SUCCESS, space.write(buffer.address() + 8, window, 0, 8));
        }
    }

    @Test
    void aWindowThatIsLockedAgainHasItsLimitsAgain() {
        try (KsBuffer buffer = space.allocate(16)) {
            ByteBuffer window =
                    space.lock(buffer.address(), 16, true).position(3).limit(5);
            ByteBuffer again = space.lock(buffer.address(), 16, true);
            assertSame(window, again);
            assertEquals(0, again.position());
            assertEquals(16, again.limit());
        }
    }

    @Test
    void windowsOfOtherPartsAreOthers() {
        try (KsBuffer buffer = space.allocate(16)) {
            space.lock(buffer.address(), 16, true).put(5, (byte) 7);
            assertEquals(7, space.lock(buffer.address() + 5, 11, false).get(0));
            assertEquals(3, space.lock(buffer.address() + 5, 3, false).limit());
        }
    }

    @Test
    void aClosedBlockIsNotLockedAgain() {
        KsBuffer buffer = space.allocate(16);
        assertNotNull(space.lock(buffer.address(), 16, true));
        buffer.close();
        assertNull(space.lock(buffer.address(), 16, true));
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> space.allocate(-1));
    }

    @Test
    void memoryIsZeroed() {
        try (KsBuffer buffer = space.allocate(64)) {
            assertFalse(buffer.bytes().hasArray());
            for (int i = 0; i < 64; i++) {
                assertEquals(0, buffer.bytes().get(i));
            }
        }
    }

    @Test
    void aViewIsTheMemoryThatIsMapped() {
        try (KsBuffer buffer = space.allocate(100)) {
            KsBuffer view = space.view(buffer.address() + 40, 60);
            view.bytes().putInt(8, 42);
            assertEquals(42, buffer.bytes().getInt(48));
            assertEquals(buffer.address() + 40, view.address());
            assertEquals(60, view.size());
        }
    }

    @Test
    void closingAViewUnmapsNothing() {
        try (KsBuffer buffer = space.allocate(100)) {
            space.view(buffer.address(), 100).close();
            assertNotNull(space.find(buffer.address(), 100));
        }
    }

    @Test
    void aViewOutlivesItsMemoryHarmlessly() {
        KsBuffer buffer = space.allocate(100);
        KsBuffer view = space.view(buffer.address(), 100);
        buffer.close();
        view.bytes().putInt(0, 42);
        assertEquals(42, view.bytes().getInt(0));
        assertNull(space.find(view.address(), 1));
    }

    @Test
    void thereIsNoViewOfWhatIsNotMapped() {
        try (KsBuffer buffer = space.allocate(100)) {
            long address = buffer.address();
            KsException e = assertThrows(KsException.class, () -> space.view(address + 1, 100));
            assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
        }
    }

    @Test
    void aViewOfNothingIsAnError() {
        try (KsBuffer buffer = space.allocate(100)) {
            long address = buffer.address();
            assertThrows(IllegalArgumentException.class, () -> space.view(0, 100));
            assertThrows(IllegalArgumentException.class, () -> space.view(address, 0));
            assertThrows(IllegalArgumentException.class, () -> space.view(address, -1));
        }
    }

    @Test
    void aViewHasALimitOfItsOwn() {
        try (KsBuffer buffer = space.allocate(16)) {
            ByteBuffer locked = space.lock(buffer.address(), 16, true);
            space.view(buffer.address(), 16).bytes().limit(0);
            assertEquals(16, locked.limit());
        }
    }
}

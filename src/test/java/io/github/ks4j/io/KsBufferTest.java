package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KsBufferTest {
    @Test
    void bytesAreLittleEndianWhateverTheMemoryWas() {
        KsBuffer buffer = new KsBuffer(ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN), 0, () -> {});
        assertEquals(ByteOrder.LITTLE_ENDIAN, buffer.bytes().order());
    }

    @Test
    void closingTwiceReleasesOnce() {
        AtomicInteger released = new AtomicInteger();
        KsBuffer buffer = new KsBuffer(ByteBuffer.allocate(8), 0x1000, released::incrementAndGet);
        buffer.close();
        buffer.close();
        assertEquals(1, released.get());
    }

    @Test
    void aSliceSharesTheMemoryAndKnowsItsAddress() {
        KsBuffer buffer = new KsBuffer(ByteBuffer.allocate(16), 0x1000, () -> {});
        KsBuffer slice = buffer.slice(8, 4);
        slice.bytes().putInt(0, 42);
        assertEquals(42, buffer.bytes().getInt(8));
        assertEquals(0x1008, slice.address());
        assertEquals(4, slice.size());
    }

    @Test
    void aSliceIsItsPartOfTheBufferWhateverLimitThatHas() {
        KsBuffer buffer = KsBuffer.heap(16);
        buffer.bytes().limit(4).position(2);
        assertEquals(4, buffer.slice(8, 4).size());
        assertEquals(4, buffer.bytes().limit());
    }

    @Test
    void closingASliceReleasesNothing() {
        AtomicInteger released = new AtomicInteger();
        new KsBuffer(ByteBuffer.allocate(16), 0x1000, released::incrementAndGet)
                .slice(0, 8)
                .close();
        assertEquals(0, released.get());
    }

    @Test
    void aSliceIsClosedWithItsWhole() {
        KsBuffer buffer = KsBuffer.heap(16);
        KsBuffer slice = buffer.slice(0, 8).slice(0, 4);
        slice.close();
        assertFalse(buffer.isClosed());
        buffer.close();
        assertTrue(buffer.isClosed());
        assertTrue(slice.isClosed());
    }

    @Test
    void aSliceBeyondTheBufferIsRefused() {
        KsBuffer buffer = KsBuffer.heap(16);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.slice(12, 8));
    }
}

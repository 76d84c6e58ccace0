package io.github.ks4j.win32;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Memory that Windows can be given the address of. The garbage collector owns it, so that no stale view can crash; small
 * blocks that are closed are kept for reuse, unless a request that has not come back may still write to them.
 */
final class NativeMemory {
    private static final int ALIGNMENT = 16;
    private static final int SMALLEST_SHIFT = 6;
    private static final int LARGEST_SHIFT = 16;
    private static final int KEPT_PER_SIZE = 16;

    /** Memory that a request which has not come back may write to. */
    @FunctionalInterface
    interface InUse {
        boolean touches(long address, int size);
    }

    private record Block(ByteBuffer bytes, long address) {}

    private final InUse inUse;
    /** Blocks for reuse; the sizes are powers of two. Guarded by this. */
    private final List<Deque<Block>> free = new ArrayList<>();

    NativeMemory(InUse inUse) {
        this.inUse = inUse;
        for (int shift = SMALLEST_SHIFT; shift <= LARGEST_SHIFT; shift++) {
            free.add(new ArrayDeque<>());
        }
    }

    /** Zeroed memory of the garbage collector's, aligned to 16 bytes. */
    static ByteBuffer direct(int size) {
        try {
            // Slicing rounds both ends inwards.
            return ByteBuffer.allocateDirect(size + 2 * (ALIGNMENT - 1))
                    .alignedSlice(ALIGNMENT)
                    .limit(size)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (OutOfMemoryError e) {
            throw outOfMemory(size, e);
        }
    }

    /** The address of the first byte; expensive, so ask once. */
    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    /** Memory that somebody else owns, and may unmap; to be read only if it is so. */
    static KsBuffer view(long address, int size) {
        if (address == 0 || size < 1) {
            throw new IllegalArgumentException(size + " bytes at 0x" + Long.toHexString(address));
        }
        boolean writable = MappedRegion.isWritable(address, size);
        ByteBuffer bytes = new Pointer(address).getByteBuffer(0, size);
        return new KsBuffer(writable ? bytes : bytes.asReadOnlyBuffer(), address, () -> {});
    }

    /** Memory that somebody else owns, and that is kept as long as the buffer if the garbage collector owns it. */
    static KsBuffer map(ByteBuffer memory) {
        if (!memory.isDirect() || memory.isReadOnly()) {
            throw new IllegalArgumentException(memory + " is not direct, or read-only");
        }
        ByteBuffer bytes = memory.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new KsBuffer(bytes, address(bytes), () -> {});
    }

    KsBuffer allocate(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("a buffer of " + size + " bytes");
        }
        if (size > 1 << LARGEST_SHIFT) {
            if (size > Integer.MAX_VALUE - 2 * ALIGNMENT) {
                throw outOfMemory(size, null);
            }
            ByteBuffer bytes = direct(size);
            return new KsBuffer(bytes, address(bytes), () -> {});
        }
        int shift = Math.max(SMALLEST_SHIFT, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1)));
        Block block = take(shift, size);
        ByteBuffer bytes = block.bytes.slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
        return new KsBuffer(bytes, block.address, () -> give(block, shift));
    }

    /** Text as Windows takes it: UTF-16, ended by a NUL. */
    KsBuffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        KsBuffer buffer = allocate(bytes.length + Character.BYTES);
        buffer.bytes().put(0, bytes);
        return buffer;
    }

    /** Whether memory has bytes in common with a buffer; not with null. */
    static boolean overlaps(KsBuffer buffer, long address, int size) {
        return buffer != null && buffer.address() < address + size && address < buffer.address() + buffer.size();
    }

    private Block take(int shift, int size) {
        Block block;
        synchronized (this) {
            block = free.get(shift - SMALLEST_SHIFT).poll();
        }
        if (block == null) {
            ByteBuffer bytes = direct(1 << shift);
            return new Block(bytes, address(bytes));
        }
        for (int i = 0; i < size; i += Long.BYTES) {
            block.bytes.putLong(i, 0);
        }
        return block;
    }

    private void give(Block block, int shift) {
        if (inUse.touches(block.address, block.bytes.capacity())) {
            return;
        }
        synchronized (this) {
            Deque<Block> kept = free.get(shift - SMALLEST_SHIFT);
            if (kept.size() < KEPT_PER_SIZE) {
                kept.push(block);
            }
        }
    }

    private static KsException outOfMemory(int size, OutOfMemoryError cause) {
        return new KsException(
                "allocate " + size + " bytes of native memory: " + NtStatus.INSUFFICIENT_RESOURCES
                        + "; close buffers, or raise -XX:MaxDirectMemorySize",
                NtStatus.INSUFFICIENT_RESOURCES,
                cause);
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.KernelObject;
import io.github.ks4j.kernel.RequestorProcess;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;

/**
 * The emulated process: the addresses of user memory, what a pointer in a request leads to, and its handles.
 *
 * <p>An address is made of the block's size class, a generation, a slot and an offset, so that looking it up is a few
 * shifts and one read of an array: no lock, no allocation, no search. Each block has at least as much unmapped space
 * behind it as its class is wide, so that running over its end faults. The generation changes when a slot is used
 * again, so that a stale address does not lead to the new block.
 *
 * <p>Blocks are held weakly. One that is dropped without being closed goes when its memory is collected; slices of
 * direct memory keep the memory that they are part of. What the client sees is a view of its own, whose limit it may set
 * as it likes.
 *
 * <p>Addresses are unique in the process, though each driver sees only its own blocks: a buffer that strays into
 * another driver is recognised rather than mistaken for one of that driver's.
 */
final class AddressSpace implements RequestorProcess {
    /** The first address that belongs to the kernel. */
    static final long LIMIT = 0x7FFF_FFFF_0000L;

    private static final int REGION_SHIFT = 42;
    private static final int SMALLEST_CLASS = 12;
    private static final int LARGEST_CLASS = 31;
    /** How many slots of a class are used before one is used again. */
    private static final int FRESH_SLOTS = 64;

    private static final Region[] REGIONS = new Region[LARGEST_CLASS + 1];
    private static final ReferenceQueue<ByteBuffer> DROPPED = new ReferenceQueue<>();

    static {
        for (int k = SMALLEST_CLASS; k <= LARGEST_CLASS; k++) {
            REGIONS[k] = new Region(k);
        }
    }

    private final long patienceNanos;
    private final HandleTable handles;

    /**
     * Memory of a new process.
     *
     * @param patienceNanos how long it waits for requests that are made on its behalf
     * @param handles its handles
     */
    AddressSpace(long patienceNanos, HandleTable handles) {
        this.patienceNanos = patienceNanos;
        this.handles = handles;
    }

    /**
     * Maps new memory.
     *
     * @param size the size in bytes
     * @return a zeroed buffer; closing it unmaps the memory
     * @throws KsException if there is no memory or no address
     */
    KsBuffer allocate(int size) {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size);
        }
        try {
            return mapped(ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN));
        } catch (OutOfMemoryError e) {
            throw noMemory(size, e);
        }
    }

    /**
     * Maps memory that somebody else has.
     *
     * @param memory a direct buffer, from position to limit
     * @return the same bytes; closing the buffer unmaps them
     * @throws KsException if there is no address
     */
    KsBuffer map(ByteBuffer memory) {
        if (!memory.isDirect() || memory.isReadOnly()) {
            throw new IllegalArgumentException(memory + " is not direct, or read-only");
        }
        return mapped(memory.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private KsBuffer mapped(ByteBuffer memory) {
        for (Object dropped = DROPPED.poll(); dropped != null; dropped = DROPPED.poll()) {
            ((Block) dropped).unmap();
        }
        int size = memory.capacity();
        int sizeClass = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(size - 1, 0));
        Block block = REGIONS[Math.max(SMALLEST_CLASS, sizeClass)].map(this, memory);
        if (block == null) {
            throw noMemory(size, null);
        }
        return new KsBuffer(memory.duplicate().order(ByteOrder.LITTLE_ENDIAN), block.base, () -> {
            block.unmap();
            // A slice is not kept by its duplicate.
            Reference.reachabilityFence(memory);
        });
    }

    /**
     * Looks at memory that somebody else has mapped.
     *
     * @param address the first address
     * @param size the size in bytes
     * @return the memory; closing it does nothing
     * @throws KsException with {@link NtStatus#ACCESS_VIOLATION} if any of it is not mapped
     */
    KsBuffer view(long address, int size) {
        if (address == 0 || size < 1) {
            throw new IllegalArgumentException(size + " bytes at 0x" + Long.toHexString(address));
        }
        ByteBuffer bytes = lock(address, size, true);
        if (bytes == null) {
            throw KsException.of(
                    "view " + size + " bytes at 0x" + Long.toHexString(address), NtStatus.ACCESS_VIOLATION);
        }
        return new KsBuffer(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), address, () -> {});
    }

    /**
     * Finds the block that a range of addresses lies in.
     *
     * @param address the first address
     * @param length the number of bytes, unsigned
     * @return the block; null if any of the range is not mapped, or is another driver's
     */
    Block find(long address, long length) {
        if (address <= 0 || address >= LIMIT) {
            return null;
        }
        Region region = REGIONS[(int) (address >>> REGION_SHIFT)];
        Block block = region == null ? null : region.find(address);
        return block != null && block.owner == this && address - block.base + length <= block.size ? block : null;
    }

    @Override
    public NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
        if (length == 0) {
            return NtStatus.SUCCESS;
        }
        Block block = find(address, Integer.toUnsignedLong(length));
        ByteBuffer memory = block == null ? null : block.get();
        if (memory == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        target.put(targetOffset, memory, (int) (address - block.base), length);
        return NtStatus.SUCCESS;
    }

    @Override
    public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
        if (length == 0) {
            return NtStatus.SUCCESS;
        }
        Block block = find(address, Integer.toUnsignedLong(length));
        ByteBuffer memory = block == null ? null : block.get();
        if (memory == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        memory.put((int) (address - block.base), source, sourceOffset, length);
        return NtStatus.SUCCESS;
    }

    @Override
    public NtStatus probe(long address, int length, boolean writable) {
        return length == 0 || find(address, Integer.toUnsignedLong(length)) != null
                ? NtStatus.SUCCESS
                : NtStatus.ACCESS_VIOLATION;
    }

    @Override
    public ByteBuffer lock(long address, int length, boolean writable) {
        Block block = find(address, Integer.toUnsignedLong(length));
        return block == null ? null : block.window((int) (address - block.base), length);
    }

    @Override
    public <T extends KernelObject> T reference(long handle, Class<T> type) {
        return handles.get(handle, type);
    }

    @Override
    public FileObject referenceFile(long handle) {
        return handles.get(handle, EmulatedHandle.class).fileObject();
    }

    @Override
    public boolean await(BooleanSupplier condition) {
        return Patience.await(condition, patienceNanos);
    }

    private static KsException noMemory(int size, Throwable cause) {
        NtStatus status = NtStatus.INSUFFICIENT_RESOURCES;
        return new KsException(
                "allocate " + size + " bytes of emulated memory: " + status + "; close buffers that are not in use",
                status,
                cause);
    }

    /** Mapped memory. */
    static final class Block extends WeakReference<ByteBuffer> {
        final long base;
        final int size;
        private final AddressSpace owner;
        private final Region region;
        /** The last window, for those who send the same frame again and again. */
        private volatile Window last;

        private Block(AddressSpace owner, Region region, long base, ByteBuffer memory) {
            super(memory, DROPPED);
            this.owner = owner;
            this.region = region;
            this.base = base;
            this.size = memory.capacity();
        }

        /** A part of the memory; null if that has been collected. */
        private ByteBuffer window(int offset, int length) {
            Window kept = last;
            ByteBuffer window = kept == null || kept.offset != offset ? null : kept.get();
            if (window != null && window.capacity() == length) {
                return window.clear();
            }
            ByteBuffer memory = get();
            if (memory == null) {
                return null;
            }
            window = memory.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
            last = new Window(window, offset);
            return window;
        }

        private void unmap() {
            region.unmap(this);
        }
    }

    /** A window on a block, which it must not keep alive. */
    private static final class Window extends WeakReference<ByteBuffer> {
        private final int offset;

        private Window(ByteBuffer window, int offset) {
            super(window);
            this.offset = offset;
        }
    }

    /** The blocks of one size class: sizes up to {@code 1 << sizeClass}, at twice that distance. */
    private static final class Region {
        private final int sizeClass;
        private final int slotBits;
        /** Written under the lock; grows by being replaced. */
        private volatile AtomicReferenceArray<Block> blocks = new AtomicReferenceArray<>(FRESH_SLOTS);
        /** The addresses that unmapped slots get next, oldest first. */
        private final ArrayDeque<Long> free = new ArrayDeque<>();

        private int used;

        Region(int sizeClass) {
            this.sizeClass = sizeClass;
            this.slotBits = Math.min(20, REGION_SHIFT - strideShift() - 1);
        }

        Block find(long address) {
            AtomicReferenceArray<Block> table = blocks;
            int slot = slot(address);
            Block block = slot < table.length() ? table.getAcquire(slot) : null;
            return block != null && block.base == (address & -1L << strideShift()) ? block : null;
        }

        synchronized Block map(AddressSpace owner, ByteBuffer memory) {
            long base;
            if (used < 1 << slotBits && free.size() < FRESH_SLOTS) {
                base = (long) sizeClass << REGION_SHIFT | (long) used << strideShift();
                used++;
            } else if (!free.isEmpty()) {
                base = free.poll();
            } else {
                return null;
            }
            Block block = new Block(owner, this, base, memory);
            int slot = slot(base);
            if (slot >= blocks.length()) {
                grow();
            }
            blocks.setRelease(slot, block);
            return block;
        }

        synchronized void unmap(Block block) {
            int slot = slot(block.base);
            if (blocks.get(slot) == block) {
                blocks.setRelease(slot, null);
                free.add(nextGeneration(block.base));
            }
        }

        private void grow() {
            AtomicReferenceArray<Block> larger = new AtomicReferenceArray<>(blocks.length() * 2);
            for (int i = 0; i < blocks.length(); i++) {
                larger.set(i, blocks.get(i));
            }
            blocks = larger;
        }

        private int slot(long address) {
            return (int) (address >>> strideShift()) & (1 << slotBits) - 1;
        }

        private long nextGeneration(long base) {
            long regionMask = (1L << REGION_SHIFT) - 1;
            long next = (base & regionMask) + (1L << slotBits + strideShift());
            return base & ~regionMask | next & regionMask;
        }

        private int strideShift() {
            return sizeClass + 1;
        }
    }
}

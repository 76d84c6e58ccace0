package io.github.ks4j.io;

/**
 * A fixed region whose parts are handed out without a copy: memory that is mapped to an adapter, or shared with a device.
 *
 * <p>A request gets the first free part that is large enough, at an offset that is a multiple of 8 and of a length
 * rounded up to one; the part is free again when the request is complete. What does not fit comes from the fallback, or
 * fails with {@link NtStatus#INSUFFICIENT_RESOURCES} if there is none.
 *
 * <p>A part holds what earlier requests left in it.
 *
 * <p><b>Ownership.</b> The region stays its owner's, who closes it once nothing is lent.
 *
 * <p>Thread-safe. A lock is held while a part is looked for, never while the fallback is called.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class BlockAllocator implements KsAllocator {
    private final KsBuffer block;
    /** Null if there is none. */
    private final KsAllocator fallback;
    /** The parts in the order of their offsets, without a gap; their lock is this. */
    private final Part first;

    /**
     * A region without a fallback.
     *
     * @param block the region; its bytes beyond the last multiple of 8 are not used
     * @throws IllegalArgumentException if the address of the region is not a multiple of 8
     */
    public BlockAllocator(KsBuffer block) {
        this(block, null);
    }

    /**
     * A region with a fallback.
     *
     * @param block the region; its bytes beyond the last multiple of 8 are not used
     * @param fallback serves the requests that find no room, and is told when they are complete; null for none
     * @throws IllegalArgumentException if the address of the region is not a multiple of 8
     */
    public BlockAllocator(KsBuffer block, KsAllocator fallback) {
        if (block.address() % 8 != 0) {
            throw new IllegalArgumentException(block + " is not aligned to 8 bytes");
        }
        this.block = block;
        this.fallback = fallback;
        this.first = new Part(0, block.size() & -8);
    }

    /**
     * {@inheritDoc}
     *
     * @throws KsException with {@link NtStatus#INSUFFICIENT_RESOURCES} if no part is large enough and there is no
     *     fallback
     */
    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        KsBuffer part = carve(Math.max(8, size));
        if (part != null) {
            return part;
        }
        if (fallback == null) {
            throw KsException.of("allocate " + size + " bytes of " + block, NtStatus.INSUFFICIENT_RESOURCES);
        }
        return fallback.allocate(request, size, inputOperation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the buffer is not lent and there is no fallback that it could come from
     */
    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        if (giveBack(buffer)) {
            return;
        }
        if (fallback == null) {
            throw new IllegalArgumentException(buffer + " is not lent by " + block);
        }
        fallback.completed(request, buffer);
    }

    private synchronized KsBuffer carve(int size) {
        for (Part part = first; part != null; part = part.next) {
            if (part.lent) {
                continue;
            }
            // Parts are joined only now, so that those of a steady stream of requests stay as they are.
            while (part.length < size && part.next != null && !part.next.lent) {
                part.join(part.next);
            }
            if (part.length >= size) {
                return lend(part, size + 7 & -8);
            }
        }
        return null;
    }

    private KsBuffer lend(Part part, int length) {
        if (part.length > length) {
            part.split(length);
        }
        if (part.buffer == null) {
            part.buffer = block.slice(part.offset, part.length);
        }
        part.lent = true;
        return part.buffer;
    }

    private synchronized boolean giveBack(KsBuffer buffer) {
        for (Part part = first; part != null; part = part.next) {
            if (part.lent && part.buffer == buffer) {
                part.lent = false;
                return true;
            }
        }
        return false;
    }

    private static final class Part {
        private final int offset;
        private int length;
        private boolean lent;
        /** Null until the part is lent. */
        private KsBuffer buffer;

        private Part next;

        Part(int offset, int length) {
            this.offset = offset;
            this.length = length;
        }

        void split(int at) {
            Part rest = new Part(offset + at, length - at);
            rest.next = next;
            next = rest;
            length = at;
            buffer = null;
        }

        void join(Part following) {
            length += following.length;
            next = following.next;
            buffer = null;
        }
    }
}

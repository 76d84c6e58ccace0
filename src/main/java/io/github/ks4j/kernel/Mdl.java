package io.github.ks4j.kernel;

import java.nio.ByteBuffer;

/**
 * A memory descriptor list: memory of a process that a request uses in any thread until it is complete. A request may
 * have a chain of them.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/using-mdls">Using MDLs</a>
 */
public final class Mdl {
    /** What memory is probed for: {@code LOCK_OPERATION}. */
    public enum Access {
        /** {@code IoReadAccess}: it is only read. */
        READ,
        /** {@code IoWriteAccess}: it is only written. */
        WRITE,
        /** {@code IoModifyAccess}: both. */
        MODIFY;

        /**
         * Whether the memory has to be writable.
         *
         * @return true unless it is only read
         */
        public boolean writes() {
            return this != READ;
        }
    }

    private final long address;
    private final int byteCount;
    private final Access access;
    private ByteBuffer systemAddress;
    private Mdl next;

    /**
     * A description of memory that may not be there.
     *
     * @param address where the memory starts in the process
     * @param byteCount its size, unsigned
     * @param access what it is used for
     */
    Mdl(long address, int byteCount, Access access) {
        this.address = address;
        this.byteCount = byteCount;
        this.access = access;
    }

    /**
     * Where the memory starts.
     *
     * @return an address of the process
     */
    public long address() {
        return address;
    }

    /**
     * The size of the memory.
     *
     * @return bytes, unsigned
     */
    public int byteCount() {
        return byteCount;
    }

    /**
     * What the memory is used for.
     *
     * @return the access that it is probed for
     */
    public Access access() {
        return access;
    }

    /**
     * The memory, as the kernel sees it.
     *
     * @return a little-endian window, from index 0 to {@link #byteCount}; null if the memory is not locked
     */
    public ByteBuffer systemAddress() {
        return systemAddress;
    }

    /**
     * The next description in the chain.
     *
     * @return null at the end
     */
    public Mdl next() {
        return next;
    }

    void next(Mdl following) {
        next = following;
    }

    /** {@code MmProbeAndLockPages}: false if the probe fails. */
    boolean probeAndLock(RequestorProcess process) {
        if (systemAddress == null) {
            systemAddress = process.lock(address, byteCount, access.writes());
        }
        return systemAddress != null;
    }
}

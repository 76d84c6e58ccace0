package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * A memory descriptor list: memory of a process that a request works on. Once it is locked, it can be used in any thread
 * until the request is complete.
 *
 * <p>The MDLs of a request are used again by others: nobody holds on to one, or to its system address, past
 * completion.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/using-mdls">Using MDLs</a>
 */
public final class Mdl {
    private long address;
    private int byteCount;
    /** Null as long as the memory is not locked. */
    private ByteBuffer window;

    private LOCK_OPERATION access;
    private boolean mapped;
    private Mdl next;

    Mdl() {}

    /** {@code IoAllocateMdl}: describes memory that may or may not be there. */
    Mdl describe(long start, int bytes) {
        address = start;
        byteCount = bytes;
        return this;
    }

    /** Forgets the memory, and gives the rest of the chain. */
    Mdl clear() {
        Mdl rest = next;
        window = null;
        access = null;
        mapped = false;
        next = null;
        return rest;
    }

    void next(Mdl mdl) {
        next = mdl;
    }

    /** {@code MmProbeAndLockPages}. */
    NtStatus lock(RequestorProcess process, LOCK_OPERATION operation) {
        window = find(process, operation);
        access = window == null ? null : operation;
        return window == null ? NtStatus.ACCESS_VIOLATION : NtStatus.SUCCESS;
    }

    /** {@code MmBuildMdlForNonPagedPool}: the memory needs no lock, and has a system address already. */
    NtStatus buildForNonPagedPool(RequestorProcess process, LOCK_OPERATION operation) {
        window = find(process, operation);
        mapped = window != null;
        return mapped ? NtStatus.SUCCESS : NtStatus.ACCESS_VIOLATION;
    }

    private ByteBuffer find(RequestorProcess process, LOCK_OPERATION operation) {
        // No buffer of a Java process has 2 GiB.
        return byteCount < 0 ? null : process.lock(address, byteCount, operation.writes());
    }

    /** Whether the memory stays where it is: it is locked, or was never paged. */
    boolean isResident() {
        return window != null;
    }

    /**
     * {@code MmGetMdlVirtualAddress}: where the memory starts in the process.
     *
     * @return an address, good for nothing unless the memory is locked
     */
    public long address() {
        return address;
    }

    /**
     * {@code MmGetMdlByteCount}: the size of the memory.
     *
     * @return bytes
     */
    public int byteCount() {
        return byteCount;
    }

    /**
     * What the memory is locked for.
     *
     * @return the operation; null if the memory is not locked, as that of a non-paged pool never is
     */
    public LOCK_OPERATION access() {
        return access;
    }

    /**
     * The window through which the kernel sees the memory.
     *
     * @return little-endian, from index 0; null unless it has been mapped
     */
    public ByteBuffer systemAddress() {
        return mapped ? window : null;
    }

    /**
     * {@code MmGetSystemAddressForMdlSafe}: maps the memory if it is locked.
     *
     * @return little-endian, from index 0; null if the memory is not locked
     */
    public ByteBuffer map() {
        mapped = window != null;
        return window;
    }

    /**
     * The MDL of the request's next frame.
     *
     * @return the MDL; null at the end of the chain
     */
    public Mdl next() {
        return next;
    }
}

package io.github.ks4j.kernel;

import java.nio.ByteBuffer;

/**
 * A memory descriptor list: memory of a process that is locked, so that it can be used in any thread until the request
 * is complete.
 *
 * @param address where the memory starts in the process
 * @param systemAddress the window through which the kernel sees it, little-endian, from index 0
 * @param writable whether it was probed for writing ({@code IoWriteAccess}, {@code IoModifyAccess})
 */
public record Mdl(long address, ByteBuffer systemAddress, boolean writable) {
    /**
     * The size of the memory.
     *
     * @return bytes
     */
    public int byteCount() {
        return systemAddress.capacity();
    }
}

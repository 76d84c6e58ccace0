package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * The memory of the process that sent a request. Pointers come from outside and may be anything, so every access answers
 * with a status: {@link NtStatus#SUCCESS}, {@link NtStatus#ACCESS_VIOLATION} or
 * {@link NtStatus#DATATYPE_MISALIGNMENT}. Nothing is thrown, and a failed access changes nothing.
 *
 * <p>Thread-safe: requests complete in any thread.
 */
public interface UserMemory {
    /**
     * Copies from the process.
     *
     * @param address where to read
     * @param target where the bytes go
     * @param targetOffset at which index
     * @param length how many
     * @return the outcome
     */
    NtStatus read(long address, ByteBuffer target, int targetOffset, int length);

    /**
     * Copies to the process.
     *
     * @param address where to write
     * @param source where the bytes are
     * @param sourceOffset at which index
     * @param length how many
     * @return the outcome
     */
    NtStatus write(long address, ByteBuffer source, int sourceOffset, int length);

    /**
     * Finds out whether memory can be accessed: {@code ProbeForRead} and {@code ProbeForWrite}.
     *
     * @param address where the memory starts
     * @param length its size in bytes
     * @param writable whether it will be written
     * @return the outcome; {@link NtStatus#SUCCESS} if the length is 0, whatever the address
     */
    default NtStatus probe(long address, int length, boolean writable) {
        return length == 0 || lock(address, length, writable) != null ? NtStatus.SUCCESS : NtStatus.ACCESS_VIOLATION;
    }

    /**
     * Locks memory of the process and makes it visible: what probing and locking an MDL and asking for its system
     * address does.
     *
     * @param address where the memory starts
     * @param length its size in bytes
     * @param writable whether it will be written
     * @return a little-endian window on the memory, from index 0 to {@code length}; null if the probe fails
     */
    ByteBuffer lock(long address, int length, boolean writable);
}

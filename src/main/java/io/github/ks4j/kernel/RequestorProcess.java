package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The process that sent a request ({@code IoGetRequestorProcess}): its memory and its handles. Pointers and handles come
 * from outside and may be anything.
 *
 * <p>Every access to memory answers with a status: {@link NtStatus#SUCCESS}, {@link NtStatus#ACCESS_VIOLATION} or
 * {@link NtStatus#DATATYPE_MISALIGNMENT}. Nothing is thrown, and a failed access changes nothing.
 *
 * <p>Thread-safe: requests complete in any thread.
 */
public interface RequestorProcess {
    /**
     * The Windows that the process runs on, whose structures its requests are made of. A 32-bit Windows has 32-bit
     * processes only; those of a 64-bit Windows are no concern of a driver's, because their structures are converted
     * before it sees them.
     *
     * @return {@link Abi#X64}, unless the process says otherwise. {@link Abi#X86} is for the handlers of properties,
     *     methods, events and handshakes, and for stream headers; clocks, allocators and the creation of objects have
     *     the structures of a 64-bit Windows only
     */
    default Abi abi() {
        return Abi.X64;
    }

    /**
     * Copies from the process.
     *
     * @param address where to read
     * @param target where the bytes go
     * @param targetOffset at which index
     * @param length how many
     * @return the outcome
     */
    default NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
        if (length == 0) {
            return NtStatus.SUCCESS;
        }
        ByteBuffer memory = lock(address, length, false);
        if (memory == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        target.put(targetOffset, memory, 0, length);
        return NtStatus.SUCCESS;
    }

    /**
     * Copies to the process.
     *
     * @param address where to write
     * @param source where the bytes are
     * @param sourceOffset at which index
     * @param length how many
     * @return the outcome
     */
    default NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
        if (length == 0) {
            return NtStatus.SUCCESS;
        }
        ByteBuffer memory = lock(address, length, true);
        if (memory == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        memory.put(0, source, sourceOffset, length);
        return NtStatus.SUCCESS;
    }

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

    /**
     * The object that a handle leads to, with the right to change its state: {@code ObReferenceObjectByHandle} with
     * {@code EVENT_MODIFY_STATE} or {@code SEMAPHORE_MODIFY_STATE}. A process has no handles unless it says so.
     *
     * @param handle a handle of the process
     * @param type the kind of object
     * @param <T> the kind of object
     * @return the object, referenced until {@link KernelObject#dereference}
     * @throws KsException with {@link NtStatus#INVALID_HANDLE}, {@link NtStatus#OBJECT_TYPE_MISMATCH} or
     *     {@link NtStatus#ACCESS_DENIED}
     */
    default <T extends KernelObject> T reference(long handle, Class<T> type) {
        throw KsException.of(
                "reference " + type.getSimpleName() + " 0x" + Long.toHexString(handle), NtStatus.INVALID_HANDLE);
    }

    /**
     * The file object that a handle leads to: {@code ObReferenceObjectByHandle} with {@code IoFileObjectType}.
     *
     * @param handle a handle of the process
     * @return the file object
     * @throws KsException with {@link NtStatus#INVALID_HANDLE} or {@link NtStatus#OBJECT_TYPE_MISMATCH}
     */
    default FileObject referenceFile(long handle) {
        throw KsException.of("reference file 0x" + Long.toHexString(handle), NtStatus.INVALID_HANDLE);
    }

    /**
     * Waits in the current thread: {@code KeWaitForSingleObject}, not alertable. An interrupt does not end the wait and
     * stays set. Unless the process says otherwise, there is no limit.
     *
     * @param condition what is waited for; whoever makes it true unparks the thread
     * @return false if the process gives up
     */
    default boolean await(BooleanSupplier condition) {
        boolean interrupted = false;
        while (!condition.getAsBoolean()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /**
     * The object at an address of the kernel, for requests that come from there. Nothing lies anywhere unless the
     * process says so.
     *
     * @param address a kernel address
     * @param type the kind of object
     * @param <T> the kind of object
     * @return the object, as {@code ObReferenceObject} gives it
     * @throws KsException with {@link NtStatus#ACCESS_VIOLATION} if there is no such object
     */
    default <T extends KernelObject> T object(long address, Class<T> type) {
        throw KsException.of(type.getSimpleName() + " at 0x" + Long.toHexString(address), NtStatus.ACCESS_VIOLATION);
    }
}

package io.github.ks4j.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import java.util.Objects;

/**
 * Memory of JNA's that is lent to a driver, so that requests to it can carry what lies there as request or as data. The
 * bytes are opaque and are not copied, whichever driver it is.
 *
 * <pre>{@code
 * try (KsMemory request = KsMemory.of(driver, new KSPROPERTY(set, id, KSPROPERTY_TYPE.GET));
 *         KsMemory reply = KsMemory.of(driver, structure)) {
 *     long block = KsMemory.control(filter, IOCTL_KS.PROPERTY, request, reply);
 * }
 * }</pre>
 *
 * <p>Of a {@code Structure}, {@link #control} and {@link #submit} write the members to its memory before the request goes
 * out, and read them from there when it is over; nobody else has to. Where structures point to memory,
 * {@link #pointer()} is what they have to hold. {@link #buffer()} serves wherever a {@link KsBuffer} does.
 *
 * <p><b>Ownership.</b> Closing ends the loan, and frees nothing. JNA's memory is kept as long as this object or a request
 * refers to it; do not {@code close()} a {@code Memory} that is lent, nor let a {@code Structure} take other memory. What
 * a bare {@code Pointer} leads to is the caller's care entirely.
 *
 * <p><b>Threading.</b> As that of the structure: none. It belongs to the driver while a request is pending.
 */
public final class KsMemory implements AutoCloseable {
    private final KsBuffer buffer;
    /** Null if the memory is none's. */
    private final Structure structure;

    private KsMemory(Driver driver, Pointer pointer, long size, Structure structure) {
        // A Memory that is closed leads to no address either.
        if (size < 0 || size > Integer.MAX_VALUE || Pointer.nativeValue(pointer) == 0) {
            throw new IllegalArgumentException(size + " bytes at " + pointer);
        }
        this.buffer = driver.map(pointer.getByteBuffer(0, size));
        this.structure = structure;
    }

    /**
     * Lends a structure.
     *
     * @param driver the driver to whose handles the requests go
     * @param structure the structure; its size is that of the payload
     * @return the loan, to be closed when nothing is pending on it
     * @throws KsException if the driver has no address for it
     */
    public static KsMemory of(Driver driver, Structure structure) {
        return new KsMemory(driver, structure.getPointer(), structure.size(), structure);
    }

    /**
     * Lends a block of memory.
     *
     * @param driver the driver to whose handles the requests go
     * @param memory the memory; its size is that of the payload
     * @return the loan, to be closed when nothing is pending on it
     * @throws IllegalArgumentException if there are more than 2 GiB
     * @throws KsException if the driver has no address for it
     */
    public static KsMemory of(Driver driver, Memory memory) {
        return new KsMemory(driver, memory, memory.size(), null);
    }

    /**
     * Lends what a pointer leads to.
     *
     * @param driver the driver to whose handles the requests go
     * @param pointer the first byte
     * @param size how many bytes there are; nobody can check that
     * @return the loan, to be closed when nothing is pending on it
     * @throws IllegalArgumentException if the size is negative or more than 2 GiB
     * @throws KsException if the driver has no address for it
     */
    public static KsMemory of(Driver driver, Pointer pointer, long size) {
        return new KsMemory(driver, pointer, size, null);
    }

    /**
     * The memory, for everything that takes such a buffer.
     *
     * @return the same bytes; a structure's members are written and read by whoever uses this
     */
    public KsBuffer buffer() {
        return buffer;
    }

    /**
     * What a structure has to hold in order to point to this memory, such as {@link KSSTREAM_HEADER#Data}.
     *
     * @return on Windows where the memory is; in the emulation the address of an emulated process, which leads nowhere
     *     outside of it
     */
    public Pointer pointer() {
        return new Pointer(buffer.address());
    }

    /**
     * Sends a request and waits for its end; see {@link Handle#control}.
     *
     * @param handle a handle of the driver that both are lent to
     * @param controlCode for example {@code IOCTL_KS_PROPERTY}
     * @param request the request structure; may be null
     * @param reply the data, in or out; may be null, or the request itself
     * @return status and byte count, packed as {@link IoStatusBlock} says; any failure is one of these
     * @throws KsException if the deadline passed; the structures have not been read
     * @throws KsClosedException if the handle is closed
     */
    public static long control(Handle handle, int controlCode, KsMemory request, KsMemory reply) {
        write(request);
        write(reply);
        long block = handle.control(controlCode, buffer(request), size(request), buffer(reply), size(reply));
        read(reply);
        return block;
    }

    /**
     * Sends a request and does not wait; see {@link Handle#submit}.
     *
     * @param handle a handle of the driver that both are lent to
     * @param controlCode for example {@code IOCTL_KS_READ_STREAM}
     * @param request the request structure; may be null
     * @param reply the data, in or out; may be null
     * @param completion told the outcome, exactly once, after the data's structure has been read
     * @return the request, for cancelling
     * @throws KsClosedException if the handle is closed; the completion is then not told
     */
    public static Handle.PendingRequest submit(
            Handle handle, int controlCode, KsMemory request, KsMemory reply, Handle.Completion completion) {
        Objects.requireNonNull(completion, "completion");
        write(request);
        write(reply);
        return handle.submit(controlCode, buffer(request), size(request), buffer(reply), size(reply), block -> {
            try {
                read(reply);
            } finally {
                completion.completed(block);
            }
        });
    }

    private static void write(KsMemory memory) {
        if (memory != null && memory.structure != null) {
            memory.structure.write();
        }
    }

    private static void read(KsMemory memory) {
        if (memory != null && memory.structure != null) {
            memory.structure.read();
        }
    }

    private static KsBuffer buffer(KsMemory memory) {
        return memory == null ? null : memory.buffer;
    }

    private static int size(KsMemory memory) {
        return memory == null ? 0 : memory.buffer.size();
    }

    /** Ends the loan. The second and later calls do nothing. */
    @Override
    public void close() {
        buffer.close();
    }

    @Override
    public String toString() {
        return structure == null ? buffer.toString() : structure.getClass().getSimpleName() + " in " + buffer;
    }
}

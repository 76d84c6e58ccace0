package io.github.ks4j.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Memory that can take part in a request: its bytes, and the address by which the driver knows them.
 *
 * <p>A {@link Driver} makes buffers of its own kind ({@link Driver#allocate}): native memory where the requests go to
 * Windows, memory of an emulated address space otherwise. Structures that hold pointers, such as
 * {@code KSSTREAM_HEADER.Data}, take {@link #address()}.
 *
 * <p><b>Ownership.</b> Whoever allocated a buffer closes it, once nothing is pending on it. Closing gives the memory
 * back for reuse; it never unmaps what {@link #bytes()} has handed out, so a stale reference reads garbage at worst and
 * cannot crash the process. A slice shares its parent's memory; closing it does nothing.
 *
 * <p><b>Threading.</b> The bytes are as thread-safe as a {@link ByteBuffer}; {@link #close()} may be called from any
 * thread and more than once.
 */
public final class KsBuffer implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final ByteBuffer bytes;
    private final long address;
    /** What closing runs; empty once it has. A slice has that of its whole. */
    private final AtomicReference<Runnable> release;

    private final boolean whole;

    /**
     * For drivers and allocators.
     *
     * @param bytes the memory, from index 0 to its capacity
     * @param address the address that the driver knows it by; 0 if it has none
     * @param release run once when the buffer is closed
     */
    public KsBuffer(ByteBuffer bytes, long address, Runnable release) {
        this(bytes, address, new AtomicReference<>(Objects.requireNonNull(release, "release")), true);
    }

    private KsBuffer(ByteBuffer bytes, long address, AtomicReference<Runnable> release, boolean whole) {
        this.bytes = bytes.order() == ByteOrder.LITTLE_ENDIAN && bytes.position() == 0
                ? bytes
                : bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.address = address;
        this.release = release;
        this.whole = whole;
    }

    /**
     * Memory of the Java heap, without an address: good for system buffers of the emulated kernel and for tests.
     *
     * @param size the size in bytes
     * @return a zeroed buffer
     */
    public static KsBuffer heap(int size) {
        return new KsBuffer(ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN), 0, NOTHING);
    }

    /**
     * The memory, little-endian. Use absolute indices: position and limit belong to whoever holds the buffer.
     *
     * @return the same object each time
     */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * The address of the first byte, as the driver knows it.
     *
     * @return the address; 0 if the memory has none
     */
    public long address() {
        return address;
    }

    /**
     * The size of the buffer.
     *
     * @return bytes
     */
    public int size() {
        return bytes.capacity();
    }

    /**
     * A part of this buffer.
     *
     * @param offset where the part starts
     * @param length its size
     * @return a buffer over the same memory, valid as long as this one is not closed
     * @throws IndexOutOfBoundsException if the part does not lie within this buffer
     */
    public KsBuffer slice(int offset, int length) {
        return new KsBuffer(
                bytes.duplicate().clear().slice(offset, length).order(ByteOrder.LITTLE_ENDIAN),
                address == 0 ? 0 : address + offset,
                release,
                false);
    }

    /**
     * Whether the memory has been given back, so that no request may refer to it any more.
     *
     * @return true once the buffer was closed; of a slice, the buffer that it is a part of
     */
    public boolean isClosed() {
        return release.get() == null;
    }

    /** Gives the memory back for reuse. The second and later calls do nothing. */
    @Override
    public void close() {
        Runnable action = whole ? release.getAndSet(null) : null;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public String toString() {
        return "KsBuffer[0x" + Long.toHexString(address) + ", " + size() + " bytes]";
    }
}

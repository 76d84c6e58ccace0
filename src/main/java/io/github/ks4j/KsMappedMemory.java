package io.github.ks4j;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Memory of a device that a pin has mapped into this process: the cyclic buffer of a WaveRT pin, or one of its registers.
 * Made by {@link KsPin#mapBuffer(int)} and {@link KsPin#map}.
 *
 * <p>The memory goes when the pin is closed, and who touches it then takes the process down. A {@link ByteBuffer} over it
 * could not be taken back, so there is none: bytes are copied in and out, and each copy keeps the pin open until it is
 * done. After the pin has been closed there are only exceptions. As long as it is open, the memory of a device that has
 * gone can still be touched, and means nothing.
 *
 * <p>No call allocates or takes a lock. All of them order memory as a full fence does, before and after, which is
 * the barrier that {@code KSRTAUDIO_BUFFER.CallMemoryBarrier} asks for.
 *
 * <p><b>Threading.</b> Any thread may read and write; the device does so at the same time.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_buffer">KSRTAUDIO_BUFFER
 *     structure</a>
 */
public final class KsMappedMemory {
    private final KsPin pin;
    private final KsBuffer memory;

    KsMappedMemory(KsPin pin, KsBuffer memory) {
        this.pin = pin;
        this.memory = memory;
    }

    /**
     * The pin.
     *
     * @return the pin that the memory goes with
     */
    public KsPin pin() {
        return pin;
    }

    /**
     * The size of the memory.
     *
     * @return bytes
     */
    public int size() {
        return memory.size();
    }

    /**
     * Copies from the memory; what would lie behind its end is what lies at its start, as befits a cyclic buffer.
     *
     * @param index where to begin, from 0 to less than {@link #size()}
     * @param target filled from its position to its limit; the position advances
     * @throws IndexOutOfBoundsException if the index is beyond the memory, or more is wanted than its size
     * @throws java.nio.ReadOnlyBufferException if the target can only be read
     * @throws KsClosedException if the pin is closed
     */
    public void get(int index, ByteBuffer target) {
        int length = check(index, target);
        int first = Math.min(length, size() - index);
        enter();
        try {
            target.put(target.position(), memory.bytes(), index, first);
            target.put(target.position() + first, memory.bytes(), 0, length - first);
        } finally {
            exit();
        }
        target.position(target.limit());
    }

    /**
     * Copies to the memory; what would lie behind its end goes to its start, as befits a cyclic buffer.
     *
     * @param index where to begin, from 0 to less than {@link #size()}
     * @param source the bytes from its position to its limit; the position advances
     * @throws IndexOutOfBoundsException if the index is beyond the memory, or more is given than its size
     * @throws java.nio.ReadOnlyBufferException if the memory can only be read
     * @throws KsClosedException if the pin is closed
     */
    public void put(int index, ByteBuffer source) {
        int length = check(index, source);
        int first = Math.min(length, size() - index);
        enter();
        try {
            memory.bytes().put(index, source, source.position(), first);
            memory.bytes().put(0, source, source.position() + first, length - first);
        } finally {
            exit();
        }
        source.position(source.limit());
    }

    private int check(int index, ByteBuffer buffer) {
        Objects.checkIndex(index, size());
        Objects.checkFromIndexSize(0, buffer.remaining(), size());
        return buffer.remaining();
    }

    /**
     * Reads 32 bits, as of a position register.
     *
     * @param index where they lie, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if they do not lie within the memory
     * @throws KsClosedException if the pin is closed
     */
    public int getInt(int index) {
        enter();
        try {
            return memory.bytes().getInt(index);
        } finally {
            exit();
        }
    }

    /**
     * Reads 64 bits, as of a position register.
     *
     * @param index where they lie, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if they do not lie within the memory
     * @throws KsClosedException if the pin is closed
     */
    public long getLong(int index) {
        enter();
        try {
            return memory.bytes().getLong(index);
        } finally {
            exit();
        }
    }

    private void enter() {
        if (!pin.handle.hold()) {
            throw new KsClosedException(toString());
        }
        VarHandle.fullFence();
    }

    private void exit() {
        VarHandle.fullFence();
        pin.handle.letGo();
    }

    @Override
    public String toString() {
        return size() + " bytes at 0x" + Long.toHexString(memory.address()) + ", mapped by " + pin;
    }
}

package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of a {@code KSDATAFORMAT} or {@code KSDATARANGE}, which share their head, and of what follows it. Immutable.
 */
abstract sealed class FormatBytes permits DataFormat, DataRange {
    static final int HEAD = KSDATAFORMAT.LAYOUT.size();

    final byte[] bytes;
    private final KSDATAFORMAT head;

    /** Takes the bytes over, without a copy. */
    FormatBytes(byte[] bytes) {
        this.bytes = bytes;
        this.head = KSDATAFORMAT.LAYOUT.at(ByteBuffer.wrap(bytes), 0);
    }

    /** Bytes from outside: a copy of them, if there are as many as the head needs and {@code FormatSize} claims. */
    static byte[] checked(byte[] bytes) {
        MalformedValueException.check(bytes.length >= HEAD, "a format of at least 64 bytes", bytes.length);
        long claimed = Integer.toUnsignedLong(
                KSDATAFORMAT.LAYOUT.at(ByteBuffer.wrap(bytes), 0).get(KSDATAFORMAT.FormatSize));
        MalformedValueException.check(
                claimed >= HEAD && claimed <= bytes.length, "a format of FormatSize " + claimed, bytes.length);
        return bytes.clone();
    }

    /** Zeroes of a size, with a head. */
    static byte[] withHead(int size, int sampleSize, Guid major, Guid sub, Guid specifier) {
        byte[] bytes = new byte[size];
        KSDATAFORMAT
                .LAYOUT
                .at(ByteBuffer.wrap(bytes), 0)
                .set(KSDATAFORMAT.FormatSize, size)
                .set(KSDATAFORMAT.SampleSize, sampleSize)
                .set(KSDATAFORMAT.MajorFormat, major)
                .set(KSDATAFORMAT.SubFormat, sub)
                .set(KSDATAFORMAT.Specifier, specifier);
        return bytes;
    }

    /**
     * The kind of data.
     *
     * @return the major format; in a range, {@link Guid#NULL} for any
     */
    public final Guid majorFormat() {
        return head.get(KSDATAFORMAT.MajorFormat);
    }

    /**
     * The encoding.
     *
     * @return the subformat; in a range, {@link Guid#NULL} for any
     */
    public final Guid subFormat() {
        return head.get(KSDATAFORMAT.SubFormat);
    }

    /**
     * What follows the head.
     *
     * @return the specifier; in a range, {@link Guid#NULL} for any
     */
    public final Guid specifier() {
        return head.get(KSDATAFORMAT.Specifier);
    }

    /**
     * The number of bytes.
     *
     * @return bytes, without padding
     */
    public final int size() {
        return bytes.length;
    }

    /**
     * Writes the bytes.
     *
     * @param target where to
     * @param offset at which index
     */
    public final void write(ByteBuffer target, int offset) {
        target.put(offset, bytes);
    }

    /**
     * The bytes.
     *
     * @return a read-only little-endian buffer
     */
    public final ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && Arrays.equals(((FormatBytes) other).bytes, bytes);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The GUIDs by name. */
    final String guids() {
        return Catalogue.nameOf(majorFormat()) + "/" + Catalogue.nameOf(subFormat()) + "/"
                + Catalogue.nameOf(specifier());
    }
}

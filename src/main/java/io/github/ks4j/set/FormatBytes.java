package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

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

    /** The number of bytes without attributes. */
    final int formatSize() {
        return head.get(KSDATAFORMAT.FormatSize);
    }

    /**
     * The attributes behind the format or range.
     *
     * @return an immutable list; empty if {@code KSDATAFORMAT_ATTRIBUTES} is not among the flags
     * @throws MalformedValueException if the list contradicts the bytes that there are
     */
    public final List<FormatAttribute> attributes() {
        if ((flags() & KSDATAFORMAT.ATTRIBUTES) == 0) {
            return List.of();
        }
        int start = Math.min(padded(formatSize()), bytes.length);
        int length = bytes.length - start;
        ByteBuffer list = ByteBuffer.wrap(bytes).slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
        return Codec.ATTRIBUTES.decode(Abi.X64, list, length);
    }

    /** The bytes with other attributes, or without any, and with the flags that say so. */
    final byte[] with(int flags, List<FormatAttribute> attributes) {
        int start = padded(formatSize());
        int length = Codec.ATTRIBUTES.encodedSize(attributes, Abi.X64);
        byte[] all = Arrays.copyOf(bytes, formatSize());
        if (!attributes.isEmpty()) {
            all = Arrays.copyOf(all, start + length);
            ByteBuffer list = ByteBuffer.wrap(all).slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
            Codec.ATTRIBUTES.encode(attributes, Abi.X64, list);
        }
        KSDATAFORMAT.LAYOUT.at(ByteBuffer.wrap(all), 0).set(KSDATAFORMAT.Flags, flags);
        return all;
    }

    final int flags() {
        return head.get(KSDATAFORMAT.Flags);
    }

    /** The next multiple of 8. */
    static int padded(int size) {
        return size + 7 & ~7;
    }

    /**
     * The number of bytes.
     *
     * @return bytes, without padding behind them; attributes count
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

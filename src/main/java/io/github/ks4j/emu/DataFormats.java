package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSATTRIBUTE;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads formats and ranges out of bytes that nobody vouches for, and compares them as ks.sys does.
 *
 * <p>Both begin with the same 64 bytes, so that {@code KSDATAFORMAT} serves for both.
 */
final class DataFormats {
    private static final Abi ABI = Abi.X64;
    private static final int HEAD = KSDATAFORMAT.LAYOUT.size(ABI);
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size(ABI);
    private static final int ATTRIBUTE = KSATTRIBUTE.LAYOUT.size(ABI);
    private static final int KSDATAFORMAT_ATTRIBUTES = 2;

    private DataFormats() {}

    /**
     * The format at an offset, with its attributes.
     *
     * @param bytes where it lies
     * @param offset where it starts
     * @param end where the bytes end
     * @return a copy
     * @throws StatusException with {@link NtStatus#INVALID_BUFFER_SIZE} if there is no room for a {@code KSDATAFORMAT},
     *     with {@link NtStatus#INVALID_PARAMETER} if {@code FormatSize} or an attribute list contradicts the bytes
     *     present
     */
    static DataFormat read(ByteBuffer bytes, int offset, int end) throws StatusException {
        return DataFormat.of(copy(bytes, offset, lengthAt(bytes, offset, end)));
    }

    /**
     * The ranges of a {@code KSMULTIPLE_ITEM}, each of them 8-aligned.
     *
     * @param bytes where the list lies
     * @param offset where it starts
     * @param end where the bytes end
     * @return copies of the ranges, with their attributes
     * @throws StatusException if the list or one of the ranges contradicts the bytes present
     */
    static List<DataRange> readRanges(ByteBuffer bytes, int offset, int end) throws StatusException {
        long size = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Size.read(ABI, bytes, offset));
        long count = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Count.read(ABI, bytes, offset));
        if (size < LIST || size > end - offset) {
            throw new StatusException(NtStatus.INVALID_BUFFER_SIZE);
        }
        int listEnd = offset + (int) size;
        int at = offset + LIST;
        List<DataRange> ranges = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            int length = lengthAt(bytes, at, listEnd);
            ranges.add(DataRange.of(copy(bytes, at, length)));
            at += roundUp(length);
        }
        return ranges;
    }

    /** The bytes that a format or range takes, attributes included. */
    private static int lengthAt(ByteBuffer bytes, int offset, int end) throws StatusException {
        if (end - offset < HEAD) {
            throw new StatusException(NtStatus.INVALID_BUFFER_SIZE);
        }
        int size = KSDATAFORMAT.FormatSize.read(ABI, bytes, offset);
        if (size < HEAD || size > end - offset) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        if ((KSDATAFORMAT.Flags.read(ABI, bytes, offset) & KSDATAFORMAT_ATTRIBUTES) == 0) {
            return size;
        }
        int list = roundUp(size);
        return list + attributesLengthAt(bytes, offset + list, end);
    }

    private static int attributesLengthAt(ByteBuffer bytes, int offset, int end) throws StatusException {
        int size = end - offset < LIST ? 0 : KSMULTIPLE_ITEM.Size.read(ABI, bytes, offset);
        if (size < LIST || size > end - offset) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        long count = Integer.toUnsignedLong(KSMULTIPLE_ITEM.Count.read(ABI, bytes, offset));
        int at = offset + LIST;
        for (long i = 0; i < count; i++) {
            int left = offset + size - at;
            int length = left < ATTRIBUTE ? 0 : KSATTRIBUTE.Size.read(ABI, bytes, at);
            if (length < ATTRIBUTE || length > left) {
                throw new StatusException(NtStatus.INVALID_PARAMETER);
            }
            at += roundUp(length);
        }
        return size;
    }

    /** Whether a pin that offers ranges may be asked for a format: by GUIDs, as KsValidateConnectRequest compares. */
    static boolean accept(List<DataRange> ranges, DataFormat format) {
        return ranges.stream().anyMatch(range -> accepts(range, format));
    }

    static boolean accepts(DataRange range, DataFormat format) {
        if (range.majorFormat().equals(Guid.NULL)) {
            return true;
        }
        return range.majorFormat().equals(format.majorFormat())
                && (range.subFormat().equals(Guid.NULL)
                        || range.subFormat().equals(format.subFormat())
                                && range.specifier().equals(format.specifier()));
    }

    /** Whether two ranges can have a format in common: by GUIDs, as KsPinDataIntersection compares. */
    static boolean intersect(DataRange one, DataRange other) {
        return fits(one.majorFormat(), other.majorFormat())
                && fits(one.subFormat(), other.subFormat())
                && fits(one.specifier(), other.specifier());
    }

    private static boolean fits(Guid one, Guid other) {
        return one.equals(Guid.NULL) || other.equals(Guid.NULL) || one.equals(other);
    }

    /** What AVStream does without an intersect handler: a range without a specifier is its own format. */
    static Optional<DataFormat> defaultIntersection(FilterInstance filter, DataRange wanted, DataRange offered) {
        return offered.specifier().equals(KSDATAFORMAT_SPECIFIER.NONE)
                ? Optional.of(asFormat(offered.withAttributes()))
                : Optional.empty();
    }

    private static DataFormat asFormat(DataRange range) {
        return DataFormat.of(copy(range.bytes(), 0, range.size()));
    }

    private static byte[] copy(ByteBuffer bytes, int offset, int length) {
        byte[] copy = new byte[length];
        bytes.get(offset, copy);
        return copy;
    }

    /** The next multiple of 8. */
    static int roundUp(int size) {
        return size + 7 & ~7;
    }
}

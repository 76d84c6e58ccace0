package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsValidateConnectRequest;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
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
    private static final int LIST = KSMULTIPLE_ITEM.LAYOUT.size(ABI);

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
        try {
            return KsValidateConnectRequest.format(bytes, offset, end);
        } catch (KsException e) {
            throw new StatusException(e.status());
        }
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
        try {
            return KsValidateConnectRequest.formatLength(bytes, offset, end);
        } catch (KsException e) {
            throw new StatusException(e.status());
        }
    }

    /** Whether a pin that offers ranges may be asked for a format: by GUIDs, as KsValidateConnectRequest compares. */
    static boolean accept(List<DataRange> ranges, DataFormat format) {
        return KsValidateConnectRequest.accepts(ranges, format);
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

package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATARANGE;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Data ranges, each at a multiple of 8 from the start of the list. A range with {@code KSDATARANGE_ATTRIBUTES} is
 * followed by a list of attributes, which is kept with it; whether that counts as an element is not established, so the
 * list is walked by its bytes and its count is only an upper bound. A list that makes no sense so, or that has more ranges
 * without padding, is taken as one whose ranges follow each other without padding, as those of some drivers do.
 */
final class DataRangesCodec implements Codec<List<DataRange>> {
    private static final int RANGE = KSDATARANGE.LAYOUT.size();

    @Override
    public int size(Abi abi) {
        return VARIABLE;
    }

    @Override
    public List<DataRange> decode(Abi abi, ByteBuffer bytes, int length) {
        MalformedValueException.check(length >= ListCodec.HEAD, "a list head of 8 bytes", length);
        int end = ListCodec.size(bytes, length);
        long count = Integer.toUnsignedLong(bytes.getInt(4));
        List<DataRange> padded;
        try {
            padded = ranges(bytes, end, count, true);
        } catch (MalformedValueException e) {
            return unpadded(bytes, end, count).orElseThrow(() -> e);
        }
        return padded.size() == count
                ? padded
                : unpadded(bytes, end, count)
                        .filter(ranges -> ranges.size() > padded.size())
                        .orElse(padded);
    }

    private static Optional<List<DataRange>> unpadded(ByteBuffer bytes, int end, long count) {
        try {
            return Optional.of(ranges(bytes, end, count, false));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    private static List<DataRange> ranges(ByteBuffer bytes, int end, long count, boolean padded) {
        List<DataRange> ranges = new ArrayList<>();
        int offset = ListCodec.HEAD;
        while (ranges.size() < count && end - offset >= RANGE) {
            int size = element(bytes, offset, end, RANGE, "data range");
            int list = offset + FormatBytes.padded(size);
            if ((bytes.getInt(offset + 4) & KSDATARANGE.ATTRIBUTES) != 0 && end - list >= ListCodec.HEAD) {
                size = list - offset + element(bytes, list, end, ListCodec.HEAD, "attribute list");
            }
            byte[] range = new byte[size];
            bytes.get(offset, range);
            ranges.add(DataRange.of(range));
            ListCodec.checkCount(ranges.size(), "data range");
            offset += padded ? FormatBytes.padded(size) : size;
        }
        if (ranges.isEmpty() && count > 0) {
            throw new MalformedValueException("a list claims " + count + " data ranges, but holds none");
        }
        return Collections.unmodifiableList(ranges);
    }

    private static int element(ByteBuffer bytes, int offset, int end, int least, String what) {
        long size = Integer.toUnsignedLong(bytes.getInt(offset));
        if (size < least || size > end - offset) {
            throw new MalformedValueException("the " + what + " at offset " + offset + " claims " + size
                    + " bytes; it needs " + least + " and has " + (end - offset));
        }
        return (int) size;
    }

    @Override
    public int encodedSize(List<DataRange> value, Abi abi) {
        int size = ListCodec.HEAD;
        for (DataRange range : value) {
            size += FormatBytes.padded(range.size());
        }
        return size;
    }

    @Override
    public int encode(List<DataRange> value, Abi abi, ByteBuffer bytes) {
        int size = encodedSize(value, abi);
        bytes.putInt(0, size).putInt(4, value.size());
        int offset = ListCodec.HEAD;
        for (DataRange range : value) {
            range.write(bytes, offset);
            offset += FormatBytes.padded(range.size());
        }
        return size;
    }
}

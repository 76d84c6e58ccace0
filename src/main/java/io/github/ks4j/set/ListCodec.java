package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list of elements of one size. Some drivers leave out the head: a reply that is exactly one element long is taken as a
 * list of one, and one that is some elements long as a list of these if its first bytes cannot be a head.
 */
abstract class ListCodec<T> implements Codec<List<T>> {
    static final int HEAD = KSMULTIPLE_ITEM.LAYOUT.size();

    /** No list has more elements, which as objects take many times the bytes that they come in. */
    private static final int MOST = 1 << 16;

    private final String element;

    ListCodec(String element) {
        this.element = element;
    }

    abstract int elementSize(Abi abi);

    abstract T read(Abi abi, ByteBuffer bytes, int offset);

    abstract void write(T value, ByteBuffer bytes, int offset);

    @Override
    public final int size(Abi abi) {
        return VARIABLE;
    }

    @Override
    public final List<T> decode(Abi abi, ByteBuffer bytes, int length) {
        int elementSize = elementSize(abi);
        boolean headless = isHeadless(bytes, length, elementSize);
        int start = headless ? 0 : HEAD;
        MalformedValueException.check(length >= start, "a list head of 8 bytes", length);
        long count = headless ? length / elementSize : Integer.toUnsignedLong(bytes.getInt(4));
        int end = headless ? length : size(bytes, length);
        if (count * elementSize > end - start) {
            throw new MalformedValueException("a list claims " + count + " x " + element + " of " + elementSize
                    + " bytes, but has only " + (end - start) + " bytes behind its head");
        }
        checkCount(count, element);
        List<T> list = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            list.add(read(abi, bytes, start + i * elementSize));
        }
        return Collections.unmodifiableList(list);
    }

    /** Refuses a list that no driver means. */
    static void checkCount(long count, String element) {
        if (count > MOST) {
            throw new MalformedValueException("a list claims " + count + " x " + element + ", the limit is " + MOST);
        }
    }

    private static boolean isHeadless(ByteBuffer bytes, int length, int elementSize) {
        if (length == 0 || length % elementSize != 0) {
            return false;
        }
        int first = bytes.getInt(0);
        return length == elementSize
                ? first != length
                : Integer.compareUnsigned(first, HEAD) < 0 || Integer.compareUnsigned(first, length) > 0;
    }

    /** The size that the head claims, cut to what came. */
    static int size(ByteBuffer bytes, int length) {
        if (length < HEAD) {
            return length;
        }
        long claimed = Integer.toUnsignedLong(bytes.getInt(0));
        if (claimed < HEAD) {
            throw new MalformedValueException("a list claims " + claimed + " bytes, less than its head has");
        }
        return (int) Math.min(claimed, length);
    }

    @Override
    public final int encodedSize(List<T> value, Abi abi) {
        return HEAD + value.size() * elementSize(abi);
    }

    @Override
    public final int encode(List<T> value, Abi abi, ByteBuffer bytes) {
        int size = encodedSize(value, abi);
        bytes.putInt(0, size).putInt(4, value.size());
        for (int i = 0; i < value.size(); i++) {
            write(value.get(i), bytes, HEAD + i * elementSize(abi));
        }
        return size;
    }
}

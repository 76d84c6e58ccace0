package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSP_NODE;
import io.github.ks4j.struct.Layout;
import io.github.ks4j.struct.Struct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * How a value lies in the bytes of a request.
 *
 * <p>Buffers are little-endian, and a value starts at index 0. Decoding copies: what it returns does not change when the
 * buffer is used again. A codec believes nothing: what does not fit the bytes is a {@link MalformedValueException}.
 *
 * @param <T> the Java form of the value
 */
public interface Codec<T> {
    /** {@code ULONG}, {@code LONG}, {@code BOOL}. */
    Codec<Integer> INT32 = new Codec<>() {
        @Override
        public int size(Abi abi) {
            return 4;
        }

        @Override
        public Integer decode(Abi abi, ByteBuffer bytes, int length) {
            MalformedValueException.check(length >= 4, "4 bytes", length);
            return bytes.getInt(0);
        }

        @Override
        public int encode(Integer value, Abi abi, ByteBuffer bytes) {
            bytes.putInt(0, value);
            return 4;
        }
    };

    /** {@code LONGLONG}, {@code ULONGLONG}. */
    Codec<Long> INT64 = new Codec<>() {
        @Override
        public int size(Abi abi) {
            return 8;
        }

        @Override
        public Long decode(Abi abi, ByteBuffer bytes, int length) {
            MalformedValueException.check(length >= 8, "8 bytes", length);
            return bytes.getLong(0);
        }

        @Override
        public int encode(Long value, Abi abi, ByteBuffer bytes) {
            bytes.putLong(0, value);
            return 8;
        }
    };

    /** {@code GUID}. */
    Codec<Guid> GUID = new Codec<>() {
        @Override
        public int size(Abi abi) {
            return Guid.SIZE;
        }

        @Override
        public Guid decode(Abi abi, ByteBuffer bytes, int length) {
            MalformedValueException.check(length >= Guid.SIZE, "a GUID of 16 bytes", length);
            return Guid.read(bytes, 0);
        }

        @Override
        public int encode(Guid value, Abi abi, ByteBuffer bytes) {
            value.write(bytes, 0);
            return Guid.SIZE;
        }
    };

    /** Bytes as they are. */
    Codec<byte[]> BYTES = new Codec<>() {
        @Override
        public int size(Abi abi) {
            return VARIABLE;
        }

        @Override
        public byte[] decode(Abi abi, ByteBuffer bytes, int length) {
            byte[] copy = new byte[length];
            bytes.get(0, copy);
            return copy;
        }

        @Override
        public int encodedSize(byte[] value, Abi abi) {
            return value.length;
        }

        @Override
        public int encode(byte[] value, Abi abi, ByteBuffer bytes) {
            bytes.put(0, value);
            return value.length;
        }
    };

    /** A list of GUIDs behind a {@code KSMULTIPLE_ITEM}. */
    Codec<List<Guid>> GUIDS = new ListCodec<>("GUID") {
        @Override
        int elementSize(Abi abi) {
            return Guid.SIZE;
        }

        @Override
        Guid read(Abi abi, ByteBuffer bytes, int offset) {
            return Guid.read(bytes, offset);
        }

        @Override
        void write(Guid element, ByteBuffer bytes, int offset) {
            element.write(bytes, offset);
        }
    };

    /** UTF-16 text that ends with NUL. */
    Codec<String> STRING = new StringCodec();

    /** A list of data ranges behind a {@code KSMULTIPLE_ITEM}, each at a multiple of 8. */
    Codec<List<DataRange>> DATA_RANGES = new DataRangesCodec();

    /** A list of format attributes behind a {@code KSMULTIPLE_ITEM}, each at a multiple of 8. */
    Codec<List<FormatAttribute>> ATTRIBUTES = new AttributesCodec();

    /** A data format with its specifics. */
    Codec<DataFormat> DATA_FORMAT = new DataFormatCodec();

    /** What {@link #size} answers for values that say their size themselves. */
    int VARIABLE = 0;

    /**
     * A structure without a variable tail.
     *
     * @param layout the structure
     * @param <S> its view class
     * @return a codec that decodes to a copy on the heap
     */
    static <S extends Struct<S>> Codec<S> struct(Layout<S> layout) {
        return new Codec<>() {
            @Override
            public int size(Abi abi) {
                return layout.size(abi);
            }

            @Override
            public S decode(Abi abi, ByteBuffer bytes, int length) {
                int size = layout.size(abi);
                MalformedValueException.check(length >= size, layout + " of " + size + " bytes", length);
                return layout.at(abi, bytes, 0).copy();
            }

            @Override
            public int encode(S value, Abi abi, ByteBuffer bytes) {
                if (value.abi() != abi && layout.size(Abi.X64) != layout.size(Abi.X86)) {
                    throw new IllegalArgumentException(
                            layout + " was made for " + value.abi() + ", the driver takes " + abi);
                }
                bytes.put(0, value.buffer(), value.offset(), value.size());
                return value.size();
            }
        };
    }

    /**
     * A structure that is request and value at once, as the controls of cameras have it: it begins with the
     * {@code KSPROPERTY} of the request to a filter, or with the {@code KSP_NODE} of the request to a node.
     *
     * @param layout the structure of a filter
     * @param nodeLayout the structure of a node, with the same members behind its head
     * @param <S> the filter's view class
     * @return a codec that decodes to a copy on the heap, whose head is the request's
     */
    static <S extends Struct<S>> Codec<S> control(Layout<S> layout, Layout<?> nodeLayout) {
        int head = KSPROPERTY.LAYOUT.size();
        ControlCodec<S> ofNode = new ControlCodec<>(layout, head, nodeLayout, KSP_NODE.LAYOUT.size(), null);
        return new ControlCodec<>(layout, head, layout, head, ofNode);
    }

    /**
     * A structure that is request and value at once, of objects that are no nodes.
     *
     * @param layout the structure, which begins with a {@code KSPROPERTY}
     * @param <S> its view class
     * @return a codec that decodes to a copy on the heap, whose head is the request's
     */
    static <S extends Struct<S>> Codec<S> control(Layout<S> layout) {
        int head = KSPROPERTY.LAYOUT.size();
        return new ControlCodec<>(layout, head, layout, head, null);
    }

    /**
     * A list of structures of one size behind a {@code KSMULTIPLE_ITEM}.
     *
     * @param layout the element
     * @param <S> its view class
     * @return a codec that decodes to copies on the heap
     */
    static <S extends Struct<S>> Codec<List<S>> list(Layout<S> layout) {
        return new ListCodec<>(layout.name()) {
            @Override
            int elementSize(Abi abi) {
                return layout.size(abi);
            }

            @Override
            S read(Abi abi, ByteBuffer bytes, int offset) {
                return layout.at(abi, bytes, offset).copy();
            }

            @Override
            void write(S element, ByteBuffer bytes, int offset) {
                bytes.put(offset, element.buffer(), element.offset(), element.size());
            }
        };
    }

    /**
     * A {@code ULONG} that is one of a C enumeration's values.
     *
     * @param values the values
     * @param <E> the enumeration
     * @return a codec that refuses other numbers
     */
    static <E extends Enum<E> & KsEnum> Codec<E> enumeration(E[] values) {
        return new Codec<>() {
            @Override
            public int size(Abi abi) {
                return 4;
            }

            @Override
            public E decode(Abi abi, ByteBuffer bytes, int length) {
                int value = INT32.decode(abi, bytes, length);
                for (E candidate : values) {
                    if (candidate.value() == value) {
                        return candidate;
                    }
                }
                throw new MalformedValueException(Integer.toUnsignedString(value) + " is no "
                        + values[0].getDeclaringClass().getSimpleName());
            }

            @Override
            public int encode(E value, Abi abi, ByteBuffer bytes) {
                return INT32.encode(value.value(), abi, bytes);
            }
        };
    }

    /**
     * The size of every value.
     *
     * @param abi the pointer width
     * @return the size in bytes, or {@link #VARIABLE}
     */
    int size(Abi abi);

    /**
     * The bytes of the value that the request structure has to carry too, behind its head. What carries them is the value
     * whole: it begins with that head.
     *
     * @return the size in bytes; 0 where request and value are apart, as they mostly are
     */
    default int requestTail() {
        return 0;
    }

    /**
     * How the value lies in the bytes of a request to a node.
     *
     * @return mostly this codec itself
     */
    default Codec<T> forNode() {
        return this;
    }

    /**
     * Reads a value.
     *
     * @param abi the pointer width
     * @param bytes a little-endian buffer; the value starts at index 0
     * @param length how many bytes came
     * @return the value
     * @throws MalformedValueException if the bytes cannot be such a value
     */
    T decode(Abi abi, ByteBuffer bytes, int length);

    /**
     * The bytes that a value takes.
     *
     * @param value the value
     * @param abi the pointer width
     * @return the size in bytes
     */
    default int encodedSize(T value, Abi abi) {
        return size(abi);
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @param abi the pointer width
     * @param bytes a buffer of at least {@link #encodedSize} bytes; the value goes to index 0
     * @return the bytes written
     */
    int encode(T value, Abi abi, ByteBuffer bytes);

    /**
     * Reads a value of the host's layout from an array.
     *
     * @param bytes the bytes
     * @return the value
     * @throws MalformedValueException if the bytes cannot be such a value
     */
    default T decode(byte[] bytes) {
        return decode(Abi.host(), ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), bytes.length);
    }
}

package io.github.ks4j.struct;

import java.nio.ByteBuffer;

/**
 * A member of a structure: its C name, and where it lies under each {@link Abi}.
 *
 * <p>Fields are made by {@link Declaration} and kept in {@code static final} constants named as in the header; since
 * they are records, the just-in-time compiler folds their offsets into the access. {@link Struct#get(Int32)} and its
 * siblings are the usual way in; the {@code read} and {@code write} methods here work on a bare little-endian buffer
 * for code that may not allocate a view. Those take the offset of the structure in the buffer and check nothing but the
 * buffer's own bounds.
 *
 * @param <S> the structure that the field belongs to
 */
public sealed interface Field<S extends Struct<S>> {
    /** The offset of a member that the structure lacks in 32-bit processes. */
    int ABSENT = Integer.MIN_VALUE;

    /**
     * The member's name in the header.
     *
     * @return the C name
     */
    String name();

    /**
     * The offset in a 64-bit process.
     *
     * @return bytes from the start of the structure
     */
    int offset64();

    /**
     * The offset in a 32-bit process.
     *
     * @return bytes from the start of the structure, or {@link #ABSENT}
     */
    int offset32();

    /**
     * The size of the member, as C's {@code sizeof} gives it.
     *
     * @param abi the pointer width
     * @return the size in bytes; 0 for a flexible array
     */
    int size(Abi abi);

    /**
     * The offset of the member.
     *
     * @param abi the pointer width
     * @return bytes from the start of the structure, or {@link #ABSENT}
     */
    default int offset(Abi abi) {
        return abi == Abi.X64 ? offset64() : offset32();
    }

    /**
     * {@code UCHAR}: 8 bits, unsigned.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     */
    record UInt8<S extends Struct<S>>(String name, int offset64, int offset32) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return 1;
        }
    }

    /**
     * {@code USHORT} or {@code WORD}: 16 bits, unsigned.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     */
    record UInt16<S extends Struct<S>>(String name, int offset64, int offset32) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return 2;
        }
    }

    /**
     * {@code ULONG}, {@code DWORD}, {@code LONG}, {@code BOOL} or an enumeration: 32 bits whatever the pointer width.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     * @param signed whether the C type is signed; only printing depends on it
     */
    record Int32<S extends Struct<S>>(String name, int offset64, int offset32, boolean signed) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return 4;
        }

        /**
         * Reads the member from a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @return the value
         */
        public int read(Abi abi, ByteBuffer buffer, int structOffset) {
            return buffer.getInt(structOffset + offset(abi));
        }

        /**
         * Writes the member to a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @param value the value
         */
        public void write(Abi abi, ByteBuffer buffer, int structOffset, int value) {
            buffer.putInt(structOffset + offset(abi), value);
        }
    }

    /**
     * {@code LONGLONG} or {@code ULONGLONG}: 64 bits.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     * @param signed whether the C type is signed; only printing depends on it
     */
    record Int64<S extends Struct<S>>(String name, int offset64, int offset32, boolean signed) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return 8;
        }

        /**
         * Reads the member from a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @return the value
         */
        public long read(Abi abi, ByteBuffer buffer, int structOffset) {
            return buffer.getLong(structOffset + offset(abi));
        }

        /**
         * Writes the member to a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @param value the value
         */
        public void write(Abi abi, ByteBuffer buffer, int structOffset, long value) {
            buffer.putLong(structOffset + offset(abi), value);
        }
    }

    /**
     * {@code PVOID}, {@code HANDLE} or {@code ULONG_PTR}: as wide as a pointer, a Java long.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     */
    record Pointer<S extends Struct<S>>(String name, int offset64, int offset32) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return abi.pointerSize();
        }

        /**
         * Reads the member from a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @return the value, zero-extended from 32 bits in a 32-bit process
         */
        public long read(Abi abi, ByteBuffer buffer, int structOffset) {
            return abi == Abi.X64
                    ? buffer.getLong(structOffset + offset64)
                    : Integer.toUnsignedLong(buffer.getInt(structOffset + offset32));
        }

        /**
         * Writes the member to a little-endian buffer.
         *
         * @param abi the pointer width
         * @param buffer the buffer
         * @param structOffset where the structure starts
         * @param value the value; its upper half is lost in a 32-bit process
         */
        public void write(Abi abi, ByteBuffer buffer, int structOffset, long value) {
            if (abi == Abi.X64) {
                buffer.putLong(structOffset + offset64, value);
            } else {
                buffer.putInt(structOffset + offset32, (int) value);
            }
        }
    }

    /**
     * {@code GUID}: 16 bytes, aligned to 4.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     */
    record GuidField<S extends Struct<S>>(String name, int offset64, int offset32) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return Guid.SIZE;
        }
    }

    /**
     * A structure inside the structure.
     *
     * @param <S> the structure
     * @param <N> the nested structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     * @param layout the nested structure's layout
     */
    record Nested<S extends Struct<S>, N extends Struct<N>>(String name, int offset64, int offset32, Layout<N> layout)
            implements Field<S> {
        @Override
        public int size(Abi abi) {
            return layout.size(abi);
        }

        /**
         * The nested structure's member as a member of the outer one.
         *
         * @param inner a member of the nested structure
         * @return the same member, counted from the start of the outer structure
         */
        public Int32<S> then(Int32<N> inner) {
            return new Int32<>(path(inner), offset64 + inner.offset64, offset32 + inner.offset32, inner.signed);
        }

        /**
         * The nested structure's member as a member of the outer one.
         *
         * @param inner a member of the nested structure
         * @return the same member, counted from the start of the outer structure
         */
        public Int64<S> then(Int64<N> inner) {
            return new Int64<>(path(inner), offset64 + inner.offset64, offset32 + inner.offset32, inner.signed);
        }

        /**
         * The nested structure's member as a member of the outer one.
         *
         * @param inner a member of the nested structure
         * @return the same member, counted from the start of the outer structure
         */
        public UInt16<S> then(UInt16<N> inner) {
            return new UInt16<>(path(inner), offset64 + inner.offset64, offset32 + inner.offset32);
        }

        /**
         * The nested structure's member as a member of the outer one.
         *
         * @param inner a member of the nested structure
         * @return the same member, counted from the start of the outer structure
         */
        public Pointer<S> then(Pointer<N> inner) {
            return new Pointer<>(path(inner), offset64 + inner.offset64, offset32 + inner.offset32);
        }

        /**
         * The nested structure's member as a member of the outer one.
         *
         * @param inner a member of the nested structure
         * @return the same member, counted from the start of the outer structure
         */
        public GuidField<S> then(GuidField<N> inner) {
            return new GuidField<>(path(inner), offset64 + inner.offset64, offset32 + inner.offset32);
        }

        private String path(Field<N> inner) {
            return name + "." + inner.name();
        }
    }

    /**
     * An array of scalars of one width.
     *
     * @param <S> the structure
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     * @param width64 the size of an element in a 64-bit process: 1, 2, 4 or 8 bytes
     * @param width32 the size of an element in a 32-bit process
     * @param count the number of elements that the header declares; 0 for a flexible array
     */
    record Scalars<S extends Struct<S>>(String name, int offset64, int offset32, int width64, int width32, int count)
            implements Field<S> {
        @Override
        public int size(Abi abi) {
            return width(abi) * count;
        }

        int width(Abi abi) {
            return abi == Abi.X64 ? width64 : width32;
        }
    }

    /**
     * An array of structures.
     *
     * @param <S> the structure
     * @param <N> the element
     * @param name the C name
     * @param offset64 the offset in a 64-bit process
     * @param offset32 the offset in a 32-bit process
     * @param layout the element's layout
     * @param count the number of elements that the header declares; 0 for a flexible array
     */
    record NestedArray<S extends Struct<S>, N extends Struct<N>>(
            String name, int offset64, int offset32, Layout<N> layout, int count) implements Field<S> {
        @Override
        public int size(Abi abi) {
            return layout.size(abi) * count;
        }
    }
}

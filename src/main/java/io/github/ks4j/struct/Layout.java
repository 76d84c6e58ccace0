package io.github.ks4j.struct;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The layout of a C structure, computed from its {@link Declaration} for both pointer widths.
 *
 * @param <S> the view class of the structure
 */
public final class Layout<S extends Struct<S>> {
    /** Makes a view of a structure. */
    @FunctionalInterface
    interface View<S> {
        S at(Abi abi, ByteBuffer buffer, int offset);
    }

    private final String name;
    private final View<S> view;
    private final List<Field<S>> fields;
    private final int size64;
    private final int size32;
    private final int alignment64;
    private final int alignment32;

    Layout(String name, View<S> view, List<Field<S>> fields, int size64, int size32, int alignment64, int alignment32) {
        this.name = name;
        this.view = view;
        this.fields = List.copyOf(fields);
        this.size64 = size64;
        this.size32 = size32;
        this.alignment64 = alignment64;
        this.alignment32 = alignment32;
    }

    /**
     * The structure's name in the header.
     *
     * @return the C name
     */
    public String name() {
        return name;
    }

    /**
     * The members in C order, members of anonymous unions by their own names.
     *
     * @return an immutable list
     */
    public List<Field<S>> fields() {
        return fields;
    }

    /**
     * C's {@code sizeof}: with tail padding, without flexible arrays.
     *
     * @param abi the pointer width
     * @return the size in bytes
     */
    public int size(Abi abi) {
        return abi == Abi.X64 ? size64 : size32;
    }

    /**
     * The size of a structure that does not depend on the pointer width.
     *
     * @return the size in bytes
     * @throws IllegalStateException if 64-bit and 32-bit processes differ
     */
    public int size() {
        if (size64 != size32) {
            throw new IllegalStateException(
                    name + " takes " + size64 + " bytes in a 64-bit process and " + size32 + " in a 32-bit one");
        }
        return size64;
    }

    /**
     * C's {@code _Alignof}.
     *
     * @param abi the pointer width
     * @return the alignment in bytes
     */
    public int alignment(Abi abi) {
        return abi == Abi.X64 ? alignment64 : alignment32;
    }

    /**
     * A view of a structure that lies in a buffer. The view shares the buffer's bytes and ignores its position, limit
     * changes after this call, and byte order.
     *
     * @param abi the pointer width
     * @param buffer the buffer
     * @param offset where the structure starts
     * @return the view
     * @throws IndexOutOfBoundsException if the buffer's limit cuts the structure
     */
    public S at(Abi abi, ByteBuffer buffer, int offset) {
        if (offset < 0 || offset > buffer.limit() - size(abi)) {
            throw new IndexOutOfBoundsException(name + " needs " + size(abi) + " bytes at offset " + offset
                    + ", but the buffer ends at " + buffer.limit());
        }
        ByteBuffer littleEndian = buffer.order() == ByteOrder.LITTLE_ENDIAN
                ? buffer
                : buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return view.at(abi, littleEndian, offset);
    }

    /**
     * A view of a structure in the host's layout.
     *
     * @param buffer the buffer
     * @param offset where the structure starts
     * @return the view
     * @throws IndexOutOfBoundsException if the buffer's limit cuts the structure
     */
    public S at(ByteBuffer buffer, int offset) {
        return at(Abi.host(), buffer, offset);
    }

    /**
     * A new structure of zeroes on the Java heap.
     *
     * @param abi the pointer width
     * @return a view of it
     */
    public S allocate(Abi abi) {
        return view.at(abi, ByteBuffer.allocate(size(abi)).order(ByteOrder.LITTLE_ENDIAN), 0);
    }

    /**
     * A new structure of zeroes on the Java heap in the host's layout.
     *
     * @return a view of it
     */
    public S allocate() {
        return allocate(Abi.host());
    }

    @Override
    public String toString() {
        return name;
    }
}

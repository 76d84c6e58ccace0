package io.github.ks4j.struct;

import java.nio.ByteBuffer;
import java.util.StringJoiner;

/**
 * A view of a C structure that lies in a little-endian {@link ByteBuffer}.
 *
 * <p>A view owns nothing: it is a window on the buffer's bytes, as fast as reading the buffer, and it needs no native
 * library. Members are the constants of the view class, named as in the header:
 *
 * <pre>{@code
 * KSP_PIN pin = KSP_PIN.LAYOUT.at(buffer, 0);
 * pin.set(KSP_PIN.PinId, 2);
 * int id = pin.get(KSP_PIN.Property).get(KSPROPERTY.Id);
 * }</pre>
 *
 * <p>Scalars are read and written without allocating. Unsigned 32-bit members come as {@code int}: use
 * {@link Integer#toUnsignedLong} where the sign matters. A view is as thread-safe as its buffer: not at all.
 *
 * @param <S> the view class itself
 */
public abstract class Struct<S extends Struct<S>> {
    private final Layout<S> layout;
    private final Abi abi;
    private final ByteBuffer buffer;
    private final int offset;

    /**
     * For the view classes of this package.
     *
     * @param layout the layout
     * @param abi the pointer width
     * @param buffer a little-endian buffer
     * @param offset where the structure starts
     */
    Struct(Layout<S> layout, Abi abi, ByteBuffer buffer, int offset) {
        this.layout = layout;
        this.abi = abi;
        this.buffer = buffer;
        this.offset = offset;
    }

    /**
     * The layout of the structure.
     *
     * @return the layout
     */
    public final Layout<S> layout() {
        return layout;
    }

    /**
     * The pointer width of the process that the structure belongs to.
     *
     * @return the pointer width
     */
    public final Abi abi() {
        return abi;
    }

    /**
     * The buffer that holds the structure, little-endian.
     *
     * @return the buffer itself, not a copy
     */
    public final ByteBuffer buffer() {
        return buffer;
    }

    /**
     * Where the structure starts in {@link #buffer()}.
     *
     * @return the offset in bytes
     */
    public final int offset() {
        return offset;
    }

    /**
     * C's {@code sizeof} of this structure.
     *
     * @return the size in bytes
     */
    public final int size() {
        return layout.size(abi);
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return 0 to 255
     */
    public final int get(Field.UInt8<S> field) {
        return Byte.toUnsignedInt(buffer.get(at(field)));
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return 0 to 65535
     */
    public final int get(Field.UInt16<S> field) {
        return Short.toUnsignedInt(buffer.getShort(at(field)));
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return its 32 bits
     */
    public final int get(Field.Int32<S> field) {
        return buffer.getInt(at(field));
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return its 64 bits
     */
    public final long get(Field.Int64<S> field) {
        return buffer.getLong(at(field));
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return the pointer or handle, zero-extended in a 32-bit process
     */
    public final long get(Field.Pointer<S> field) {
        return field.read(abi, buffer, offset);
    }

    /**
     * Reads a member.
     *
     * @param field the member
     * @return the GUID
     */
    public final Guid get(Field.GuidField<S> field) {
        return Guid.read(buffer, at(field));
    }

    /**
     * A view of a nested structure; it shares this structure's bytes.
     *
     * @param field the member
     * @param <N> the nested structure
     * @return the view
     */
    public final <N extends Struct<N>> N get(Field.Nested<S, N> field) {
        return field.layout().at(abi, buffer, at(field));
    }

    /**
     * A view of an element of an array; it shares this structure's bytes.
     *
     * @param field the member
     * @param index the element; may exceed the count that the header declares where the array is a variable tail
     * @param <N> the element
     * @return the view
     * @throws IndexOutOfBoundsException if the element lies outside the buffer
     */
    public final <N extends Struct<N>> N get(Field.NestedArray<S, N> field, int index) {
        return field.layout().at(abi, buffer, at(field) + index * field.layout().size(abi));
    }

    /**
     * Reads an element of an array of scalars.
     *
     * @param field the member
     * @param index the element; may exceed the count that the header declares where the array is a variable tail
     * @return the element, zero-extended
     * @throws IndexOutOfBoundsException if the element lies outside the buffer
     */
    public final long get(Field.Scalars<S> field, int index) {
        int width = field.width(abi);
        int position = at(field) + index * width;
        return switch (width) {
            case 1 -> Byte.toUnsignedLong(buffer.get(position));
            case 2 -> Short.toUnsignedLong(buffer.getShort(position));
            case 4 -> Integer.toUnsignedLong(buffer.getInt(position));
            default -> buffer.getLong(position);
        };
    }

    /**
     * Whether a member holds a GUID. Allocates nothing.
     *
     * @param field the member
     * @param guid the GUID to compare with
     * @return true if they are equal
     */
    public final boolean is(Field.GuidField<S> field, Guid guid) {
        return guid.isAt(buffer, at(field));
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value its low 8 bits are written
     * @return this view
     */
    public final S set(Field.UInt8<S> field, int value) {
        buffer.put(at(field), (byte) value);
        return self();
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value its low 16 bits are written
     * @return this view
     */
    public final S set(Field.UInt16<S> field, int value) {
        buffer.putShort(at(field), (short) value);
        return self();
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value the value
     * @return this view
     */
    public final S set(Field.Int32<S> field, int value) {
        buffer.putInt(at(field), value);
        return self();
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value the value
     * @return this view
     */
    public final S set(Field.Int64<S> field, long value) {
        buffer.putLong(at(field), value);
        return self();
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value the pointer or handle; its upper half is lost in a 32-bit process
     * @return this view
     */
    public final S set(Field.Pointer<S> field, long value) {
        field.write(abi, buffer, offset, value);
        return self();
    }

    /**
     * Writes a member.
     *
     * @param field the member
     * @param value the GUID
     * @return this view
     */
    public final S set(Field.GuidField<S> field, Guid value) {
        value.write(buffer, at(field));
        return self();
    }

    /**
     * Writes an element of an array of scalars.
     *
     * @param field the member
     * @param index the element
     * @param value its low bits are written
     * @return this view
     * @throws IndexOutOfBoundsException if the element lies outside the buffer
     */
    public final S set(Field.Scalars<S> field, int index, long value) {
        int width = field.width(abi);
        int position = at(field) + index * width;
        switch (width) {
            case 1 -> buffer.put(position, (byte) value);
            case 2 -> buffer.putShort(position, (short) value);
            case 4 -> buffer.putInt(position, (int) value);
            default -> buffer.putLong(position, value);
        }
        return self();
    }

    /**
     * Copies this structure to the Java heap.
     *
     * @return a view of the copy, {@code sizeof} bytes without any variable tail
     */
    public final S copy() {
        S copy = layout.allocate(abi);
        ByteBuffer source = buffer.duplicate().limit(offset + size()).position(offset);
        ((Struct<S>) copy).buffer.duplicate().put(source);
        return copy;
    }

    /**
     * Every member by name, nested structures included: what a log or a failed assertion needs.
     *
     * @return for example {@code KSP_PIN{Property=KSPROPERTY{Set={...}, Id=1, Flags=1}, PinId=0, Reserved=0}}
     */
    @Override
    public final String toString() {
        StringJoiner members = new StringJoiner(", ", layout.name() + "{", "}");
        for (Field<S> field : layout.fields()) {
            if (field.offset(abi) != Field.ABSENT) {
                members.add(field.name() + "=" + print(field));
            }
        }
        return members.toString();
    }

    private String print(Field<S> field) {
        if (field instanceof Field.UInt8<S> f) {
            return Integer.toString(get(f));
        } else if (field instanceof Field.UInt16<S> f) {
            return Integer.toString(get(f));
        } else if (field instanceof Field.Int32<S> f) {
            return f.signed() ? Integer.toString(get(f)) : Integer.toUnsignedString(get(f));
        } else if (field instanceof Field.Int64<S> f) {
            return f.signed() ? Long.toString(get(f)) : Long.toUnsignedString(get(f));
        } else if (field instanceof Field.Pointer<S> f) {
            return "0x" + Long.toHexString(get(f));
        } else if (field instanceof Field.GuidField<S> f) {
            return get(f).toString();
        } else if (field instanceof Field.Nested<S, ?> f) {
            return get(f).toString();
        } else if (field instanceof Field.NestedArray<S, ?> f) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < f.count(); i++) {
                elements.add(get(f, i).toString());
            }
            return elements.toString();
        } else {
            Field.Scalars<S> f = (Field.Scalars<S>) field;
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < f.count(); i++) {
                elements.add(Long.toUnsignedString(get(f, i)));
            }
            return elements.toString();
        }
    }

    private int at(Field<S> field) {
        return offset + field.offset(abi);
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }
}

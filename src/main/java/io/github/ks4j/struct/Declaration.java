package io.github.ks4j.struct;

import java.util.ArrayList;
import java.util.List;

/**
 * The one place where a structure is declared: its members as (type, name) in C order, from which offsets for both
 * pointer widths follow by C's rules.
 *
 * <p>Each method adds a member and returns it, so that a view class reads like the header:
 *
 * <pre>{@code
 * private static final Declaration<KSP_NODE> C = Declaration.struct("KSP_NODE", KSP_NODE::new);
 * public static final Nested<KSP_NODE, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");
 * public static final Int32<KSP_NODE> NodeId = C.ulong("NodeId");
 * public static final Int32<KSP_NODE> Reserved = C.ulong("Reserved");
 * public static final Layout<KSP_NODE> LAYOUT = C.layout();
 * }</pre>
 *
 * <p>An anonymous union is written as its first member followed by {@link #over} for each alternative.
 *
 * @param <S> the view class
 */
final class Declaration<S extends Struct<S>> {
    private final String name;
    private final Layout.View<S> view;
    private final int pack;
    private final List<Field<S>> fields = new ArrayList<>();
    private final Cursor x64 = new Cursor(Abi.X64);
    private final Cursor x86 = new Cursor(Abi.X86);

    private Declaration(String name, Layout.View<S> view, int pack) {
        this.name = name;
        this.view = view;
        this.pack = pack;
    }

    /** A structure with natural alignment: {@code #pragma pack(8)}, the default of the Windows headers. */
    static <S extends Struct<S>> Declaration<S> struct(String name, Layout.View<S> view) {
        return new Declaration<>(name, view, 8);
    }

    /** A structure declared under {@code #pragma pack(n)}. */
    static <S extends Struct<S>> Declaration<S> packed(int pack, String name, Layout.View<S> view) {
        return new Declaration<>(name, view, pack);
    }

    /**
     * Starts an alternative of an anonymous union: the next member lies where an earlier one starts, and further ones
     * follow it, as in an anonymous structure inside the union.
     */
    Declaration<S> over(Field<S> first) {
        x64.next = first.offset64();
        x86.next = first.offset32();
        return this;
    }

    /** Aligns the structure, though not its members, to at least {@code bytes}. */
    Declaration<S> aligned(int bytes) {
        x64.alignment = Math.max(x64.alignment, bytes);
        x86.alignment = Math.max(x86.alignment, bytes);
        return this;
    }

    /** The next member is there in 64-bit processes only: {@code #ifdef _WIN64}. */
    Declaration<S> only64() {
        x86.absent = true;
        return this;
    }

    Field.UInt8<S> uchar(String member) {
        return add(new Field.UInt8<>(member, x64.place(1, 1), x86.place(1, 1)));
    }

    Field.UInt16<S> ushort(String member) {
        return add(new Field.UInt16<>(member, x64.place(2, 2), x86.place(2, 2)));
    }

    /** {@code ULONG}, {@code DWORD}, {@code BOOL}, or an enumeration. */
    Field.Int32<S> ulong(String member) {
        return add(new Field.Int32<>(member, x64.place(4, 4), x86.place(4, 4), false));
    }

    /** {@code LONG}. */
    Field.Int32<S> slong(String member) {
        return add(new Field.Int32<>(member, x64.place(4, 4), x86.place(4, 4), true));
    }

    Field.Int64<S> ulonglong(String member) {
        return add(new Field.Int64<>(member, x64.place(8, 8), x86.place(8, 8), false));
    }

    Field.Int64<S> longlong(String member) {
        return add(new Field.Int64<>(member, x64.place(8, 8), x86.place(8, 8), true));
    }

    /** {@code PVOID}, {@code HANDLE}, {@code ULONG_PTR}. */
    Field.Pointer<S> pointer(String member) {
        return add(new Field.Pointer<>(member, x64.place(8, 8), x86.place(4, 4)));
    }

    Field.GuidField<S> guid(String member) {
        return add(new Field.GuidField<>(member, x64.place(Guid.SIZE, 4), x86.place(Guid.SIZE, 4)));
    }

    <N extends Struct<N>> Field.Nested<S, N> nested(Layout<N> layout, String member) {
        return add(new Field.Nested<>(member, x64.place(layout, 1), x86.place(layout, 1), layout));
    }

    /** An array of structures; count 0 is a flexible array. */
    <N extends Struct<N>> Field.NestedArray<S, N> nested(Layout<N> layout, String member, int count) {
        return add(new Field.NestedArray<>(member, x64.place(layout, count), x86.place(layout, count), layout, count));
    }

    Field.Scalars<S> uchars(String member, int count) {
        return scalars(member, 1, 1, count);
    }

    /** An array of {@code WCHAR}, {@code WORD} or {@code USHORT}. */
    Field.Scalars<S> ushorts(String member, int count) {
        return scalars(member, 2, 2, count);
    }

    Field.Scalars<S> ulongs(String member, int count) {
        return scalars(member, 4, 4, count);
    }

    Field.Scalars<S> pointers(String member, int count) {
        return scalars(member, 8, 4, count);
    }

    /** Ends the declaration. */
    Layout<S> layout() {
        return new Layout<>(name, view, fields, x64.size(), x86.size(), x64.alignment, x86.alignment);
    }

    private Field.Scalars<S> scalars(String member, int width64, int width32, int count) {
        return add(new Field.Scalars<>(
                member,
                x64.place(width64 * count, width64),
                x86.place(width32 * count, width32),
                width64,
                width32,
                count));
    }

    private <F extends Field<S>> F add(F field) {
        fields.add(field);
        return field;
    }

    /** Where the next member goes, for one pointer width. */
    private final class Cursor {
        private final Abi abi;
        private int next;
        private int end;
        private int alignment = 1;
        private boolean absent;

        Cursor(Abi abi) {
            this.abi = abi;
        }

        int place(Layout<?> layout, int count) {
            return place(layout.size(abi) * count, layout.alignment(abi));
        }

        int place(int size, int naturalAlignment) {
            if (absent) {
                absent = false;
                return Field.ABSENT;
            }
            int required = Math.min(pack, naturalAlignment);
            int offset = roundUp(next, required);
            next = offset + size;
            end = Math.max(end, next);
            alignment = Math.max(alignment, required);
            return offset;
        }

        int size() {
            return roundUp(end, alignment);
        }

        private int roundUp(int value, int multiple) {
            return (value + multiple - 1) / multiple * multiple;
        }
    }
}

package io.github.ks4j.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    /** Stands for whatever structure a test declares. */
    private static final class Probe extends Struct<Probe> {
        private Probe(Layout<Probe> layout, Abi abi, ByteBuffer buffer, int offset) {
            super(layout, abi, buffer, offset);
        }
    }

    private final Layout.View<Probe> view = (abi, buffer, offset) -> new Probe(this.layout, abi, buffer, offset);
    private Layout<Probe> layout;

    @Test
    void membersAreAlignedToTheirSize() {
        Declaration<Probe> c = Declaration.struct("S", view);
        c.uchar("a");
        Field.Int64<Probe> b = c.longlong("b");
        Field.UInt16<Probe> last = c.ushort("last");
        layout = c.layout();
        assertEquals(8, b.offset(Abi.X64));
        assertEquals(16, last.offset(Abi.X64));
        assertEquals(24, layout.size(Abi.X64), "with tail padding");
    }

    @Test
    void packingTakesAwayThePadding() {
        Declaration<Probe> c = Declaration.packed(1, "S", view);
        c.uchar("a");
        Field.Int64<Probe> b = c.longlong("b");
        layout = c.layout();
        assertEquals(1, b.offset(Abi.X64));
        assertEquals(9, layout.size());
        assertEquals(1, layout.alignment(Abi.X64));
    }

    @Test
    void pointersAreAsWideAsTheProcess() {
        Declaration<Probe> c = Declaration.struct("S", view);
        c.ulong("a");
        Field.Pointer<Probe> p = c.pointer("p");
        layout = c.layout();
        assertEquals(8, p.offset(Abi.X64));
        assertEquals(4, p.offset(Abi.X86));
        assertEquals(16, layout.size(Abi.X64));
        assertEquals(8, layout.size(Abi.X86));
        assertThrows(IllegalStateException.class, layout::size);
    }

    @Test
    void alternativesOfAUnionShareTheirPlace() {
        Declaration<Probe> c = Declaration.struct("S", view);
        Field.Int32<Probe> a = c.ulong("a");
        Field.Int64<Probe> wide = c.over(a).longlong("wide");
        Field.UInt8<Probe> after = c.uchar("after");
        layout = c.layout();
        assertEquals(0, wide.offset(Abi.X64));
        assertEquals(8, after.offset(Abi.X64));
    }

    @Test
    void aNestedStructureKeepsItsAlignment() {
        Declaration<Probe> c = Declaration.struct("S", view);
        c.ulong("a");
        Field.Nested<Probe, KSPROPERTY> property = c.nested(KSPROPERTY.LAYOUT, "Property");
        layout = c.layout();
        assertEquals(8, property.offset(Abi.X64), "KSPROPERTY is a union with a LONGLONG");
        assertEquals(32, layout.size());
    }

    @Test
    void aMinimumAlignmentPadsTheStructure() {
        Declaration<Probe> c = Declaration.struct("S", view).aligned(16);
        c.ulong("a");
        layout = c.layout();
        assertEquals(16, layout.size());
        assertEquals(16, layout.alignment(Abi.X86));
    }

    @Test
    void aFlexibleTailTakesNoRoomButCanBeRead() {
        Declaration<Probe> c = Declaration.struct("S", view);
        c.ulong("count");
        Field.Scalars<Probe> tail = c.ushorts("tail", 0);
        layout = c.layout();
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) 0xBEEF);
        assertEquals(4, layout.size());
        assertEquals(0xBEEF, layout.at(Abi.X64, bytes, 0).get(tail, 1));
    }

    @Test
    void aMemberOf64BitProcessesTakesNoRoomInOthers() {
        Declaration<Probe> c = Declaration.struct("S", view);
        c.ulong("a");
        Field.Int32<Probe> only = c.only64().ulong("only");
        layout = c.layout();
        assertEquals(4, only.offset(Abi.X64));
        assertEquals(Field.ABSENT, only.offset(Abi.X86));
        assertEquals(4, layout.size(Abi.X86));
        assertThrows(
                IndexOutOfBoundsException.class, () -> layout.allocate(Abi.X86).get(only));
    }
}

package io.github.ks4j.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class StructTest {
    private static final Guid SET = Guid.of("{1D58C920-AC9B-11CF-A5D6-28DB04C10000}");

    @Test
    void aViewWritesTheBytesThatTheHeaderSays() {
        ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        KSP_PIN pin = KSP_PIN.LAYOUT.at(bytes, 8).set(KSP_PIN.PinId, 3);
        pin.get(KSP_PIN.Property).set(KSPROPERTY.Set, SET).set(KSPROPERTY.Id, 1).set(KSPROPERTY.Flags, 0x10000001);
        assertEquals(SET, Guid.read(bytes, 8));
        assertEquals(1, bytes.getInt(24));
        assertEquals(0x10000001, bytes.getInt(28));
        assertEquals(3, bytes.getInt(32));
    }

    @Test
    void aViewIsLittleEndianWhateverTheBufferIs() {
        ByteBuffer bytes = ByteBuffer.allocate(8);
        KSMULTIPLE_ITEM.LAYOUT.at(bytes, 0).set(KSMULTIPLE_ITEM.Size, 1);
        assertEquals(1, bytes.get(0));
        assertEquals(ByteOrder.BIG_ENDIAN, bytes.order(), "the caller's buffer stays as it was");
    }

    @Test
    void aStructureThatTheBufferCutsIsRefused() {
        IndexOutOfBoundsException e =
                assertThrows(IndexOutOfBoundsException.class, () -> KSP_PIN.LAYOUT.at(ByteBuffer.allocate(40), 16));
        assertEquals("KSP_PIN needs 32 bytes at offset 16, but the buffer ends at 40", e.getMessage());
    }

    @Test
    void aPointerIsZeroExtendedFrom32Bits() {
        KSPIN_CONNECT connect = KSPIN_CONNECT.LAYOUT.allocate(Abi.X86).set(KSPIN_CONNECT.PinToHandle, -1L);
        assertEquals(0xFFFFFFFFL, connect.get(KSPIN_CONNECT.PinToHandle));
        assertEquals(0, connect.get(KSPIN_CONNECT.Priority).get(KSPRIORITY.PriorityClass), "nothing is overwritten");
    }

    @Test
    void scalarsOfEveryWidthComeBackAsTheyWent() {
        WAVEFORMATEX format = WAVEFORMATEX.LAYOUT.allocate().set(WAVEFORMATEX.wFormatTag, 0xFFFE);
        assertEquals(0xFFFE, format.get(WAVEFORMATEX.wFormatTag));
        KSJACK_SINK_INFORMATION sink = KSJACK_SINK_INFORMATION
                .LAYOUT
                .allocate()
                .set(KSJACK_SINK_INFORMATION.SinkDescriptionLength, 200)
                .set(KSJACK_SINK_INFORMATION.SinkDescription, 31, 0xFFFD)
                .set(KSJACK_SINK_INFORMATION.PortId, 1, 0xFFFFFFFFL);
        assertEquals(200, sink.get(KSJACK_SINK_INFORMATION.SinkDescriptionLength));
        assertEquals(0xFFFD, sink.get(KSJACK_SINK_INFORMATION.SinkDescription, 31));
        assertEquals(0xFFFFFFFFL, sink.get(KSJACK_SINK_INFORMATION.PortId, 1));
        KSTIME time = KSTIME.LAYOUT.allocate().set(KSTIME.Time, Long.MIN_VALUE);
        assertEquals(Long.MIN_VALUE, time.get(KSTIME.Time));
    }

    @Test
    void anElementOfANestedArrayIsFoundByItsIndex() {
        ByteBuffer bytes = ByteBuffer.allocate(24 + 2 * 88);
        KSALLOCATOR_FRAMING_EX framing = KSALLOCATOR_FRAMING_EX.LAYOUT.at(bytes, 0);
        framing.get(KSALLOCATOR_FRAMING_EX.FramingItem, 1).set(KS_FRAMING_ITEM.MemoryFlags, 7);
        assertEquals(7, bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(24 + 88 + 32));
        assertThrows(IndexOutOfBoundsException.class, () -> framing.get(KSALLOCATOR_FRAMING_EX.FramingItem, 2));
    }

    @Test
    void aGuidIsComparedInPlace() {
        KSPROPERTY property = KSPROPERTY.LAYOUT.allocate().set(KSPROPERTY.Set, SET);
        assertTrue(property.is(KSPROPERTY.Set, SET));
        assertFalse(property.is(KSPROPERTY.Set, Guid.NULL));
    }

    @Test
    void aComposedMemberLiesWhereTheNestedOneDoes() {
        Field.Int32<KSP_PIN> flags = KSP_PIN.Property.then(KSPROPERTY.Flags);
        assertEquals(20, flags.offset(Abi.X64));
        assertEquals("Property.Flags", flags.name());
    }

    @Test
    void aCopyIsIndependent() {
        KSPRIORITY priority = KSPRIORITY.LAYOUT.allocate().set(KSPRIORITY.PriorityClass, 1);
        KSPRIORITY copy = priority.copy();
        priority.set(KSPRIORITY.PriorityClass, 2);
        assertEquals(1, copy.get(KSPRIORITY.PriorityClass));
    }

    @Test
    void everyMemberIsPrintedByName() {
        KSP_PIN pin = KSP_PIN.LAYOUT.allocate().set(KSP_PIN.PinId, -1);
        pin.get(KSP_PIN.Property).set(KSPROPERTY.Set, SET);
        assertEquals(
                "KSP_PIN{Property=KSPROPERTY{Set={1D58C920-AC9B-11CF-A5D6-28DB04C10000}, Id=0, Flags=0, "
                        + "Alignment=1283434201036146976}, PinId=4294967295, Reserved=0, Flags=0}",
                pin.toString());
    }

    @Test
    void aSignedMemberIsPrintedSigned() {
        KSPROPERTY_BOUNDS_LONG bounds =
                KSPROPERTY_BOUNDS_LONG.LAYOUT.allocate().set(KSPROPERTY_BOUNDS_LONG.SignedMinimum, -1);
        assertEquals(
                "KSPROPERTY_BOUNDS_LONG{SignedMinimum=-1, SignedMaximum=0, UnsignedMinimum=4294967295, "
                        + "UnsignedMaximum=0}",
                bounds.toString());
    }
}

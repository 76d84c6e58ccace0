package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_FRAMING_ITEM}: one kind of memory that a pin can use, and the frames in it. Takes 88 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ks_framing_item">ns-ks-ks_framing_item</a>
 */
public final class KS_FRAMING_ITEM extends Struct<KS_FRAMING_ITEM> {
    private static final Declaration<KS_FRAMING_ITEM> C = Declaration.struct("KS_FRAMING_ITEM", KS_FRAMING_ITEM::new);

    /** The memory: {@code KSMEMORY_TYPE_}, or {@code GUID_NULL} for any. */
    public static final GuidField<KS_FRAMING_ITEM> MemoryType = C.guid("MemoryType");

    /** The bus; {@code GUID_NULL} for any. */
    public static final GuidField<KS_FRAMING_ITEM> BusType = C.guid("BusType");

    /** {@code KSALLOCATOR_REQUIREMENTF_} bits of the memory. */
    public static final Int32<KS_FRAMING_ITEM> MemoryFlags = C.ulong("MemoryFlags");

    /** Not used. */
    public static final Int32<KS_FRAMING_ITEM> BusFlags = C.ulong("BusFlags");

    /** {@code KSALLOCATOR_REQUIREMENTF_} and {@code KSALLOCATOR_FLAG_} bits. */
    public static final Int32<KS_FRAMING_ITEM> Flags = C.ulong("Flags");

    /** The number of frames. */
    public static final Int32<KS_FRAMING_ITEM> Frames = C.ulong("Frames");

    /** The alignment less one. */
    public static final Int32<KS_FRAMING_ITEM> FileAlignment = C.ulong("FileAlignment");

    /** The pitch of a line, in bytes. */
    public static final Int32<KS_FRAMING_ITEM> FramePitch =
            C.over(FileAlignment).ulong("FramePitch");

    /** The weight of the memory; zero. */
    public static final Int32<KS_FRAMING_ITEM> MemoryTypeWeight = C.ulong("MemoryTypeWeight");

    /** The sizes that are possible. */
    public static final Nested<KS_FRAMING_ITEM, KS_FRAMING_RANGE> PhysicalRange =
            C.nested(KS_FRAMING_RANGE.LAYOUT, "PhysicalRange");

    /** The sizes that are best. */
    public static final Nested<KS_FRAMING_ITEM, KS_FRAMING_RANGE_WEIGHTED> FramingRange =
            C.nested(KS_FRAMING_RANGE_WEIGHTED.LAYOUT, "FramingRange");

    /** The layout. */
    public static final Layout<KS_FRAMING_ITEM> LAYOUT = C.layout();

    private KS_FRAMING_ITEM(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.NestedArray;
import java.nio.ByteBuffer;

/**
 * {@code KSALLOCATOR_FRAMING_EX}: the frames that a pin can use, memory by memory; 24 bytes and 88 for each item.
 * Takes 112 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksallocator_framing_ex">ns-ks-ksallocator_framing_ex</a>
 */
public final class KSALLOCATOR_FRAMING_EX extends Struct<KSALLOCATOR_FRAMING_EX> {
    private static final Declaration<KSALLOCATOR_FRAMING_EX> C =
            Declaration.struct("KSALLOCATOR_FRAMING_EX", KSALLOCATOR_FRAMING_EX::new);

    /** The number of items. */
    public static final Int32<KSALLOCATOR_FRAMING_EX> CountItems = C.ulong("CountItems");

    /** Zero. */
    public static final Int32<KSALLOCATOR_FRAMING_EX> PinFlags = C.ulong("PinFlags");

    /** How the filter changes the size of frames. */
    public static final Nested<KSALLOCATOR_FRAMING_EX, KS_COMPRESSION> OutputCompression =
            C.nested(KS_COMPRESSION.LAYOUT, "OutputCompression");

    /** Zero. */
    public static final Int32<KSALLOCATOR_FRAMING_EX> PinWeight = C.ulong("PinWeight");

    /** The items; {@code CountItems} of them. */
    public static final NestedArray<KSALLOCATOR_FRAMING_EX, KS_FRAMING_ITEM> FramingItem =
            C.nested(KS_FRAMING_ITEM.LAYOUT, "FramingItem", 1);

    /** The layout. */
    public static final Layout<KSALLOCATOR_FRAMING_EX> LAYOUT = C.layout();

    private KSALLOCATOR_FRAMING_EX(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

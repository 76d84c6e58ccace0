package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_SERIALHDR}: the head of a serialized property set. Takes 20 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_serialhdr">ns-ks-ksproperty_serialhdr</a>
 */
public final class KSPROPERTY_SERIALHDR extends Struct<KSPROPERTY_SERIALHDR> {
    private static final Declaration<KSPROPERTY_SERIALHDR> C =
            Declaration.packed(1, "KSPROPERTY_SERIALHDR", KSPROPERTY_SERIALHDR::new);

    /** The set. */
    public static final GuidField<KSPROPERTY_SERIALHDR> PropertySet = C.guid("PropertySet");

    /** The number of properties that follow. */
    public static final Int32<KSPROPERTY_SERIALHDR> Count = C.ulong("Count");

    /** The layout. */
    public static final Layout<KSPROPERTY_SERIALHDR> LAYOUT = C.layout();

    private KSPROPERTY_SERIALHDR(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

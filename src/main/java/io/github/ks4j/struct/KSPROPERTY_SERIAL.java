package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_SERIAL}: the head of one serialized property; it starts at a multiple of 4, and the value follows.
 * Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_serial">ns-ks-ksproperty_serial</a>
 */
public final class KSPROPERTY_SERIAL extends Struct<KSPROPERTY_SERIAL> {
    private static final Declaration<KSPROPERTY_SERIAL> C =
            Declaration.struct("KSPROPERTY_SERIAL", KSPROPERTY_SERIAL::new);

    /** The type of the value. */
    public static final Nested<KSPROPERTY_SERIAL, KSIDENTIFIER> PropTypeSet =
            C.nested(KSIDENTIFIER.LAYOUT, "PropTypeSet");

    /** The property. */
    public static final Int32<KSPROPERTY_SERIAL> Id = C.ulong("Id");

    /** The size of the value, in bytes. */
    public static final Int32<KSPROPERTY_SERIAL> PropertyLength = C.ulong("PropertyLength");

    /** The layout. */
    public static final Layout<KSPROPERTY_SERIAL> LAYOUT = C.layout();

    private KSPROPERTY_SERIAL(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

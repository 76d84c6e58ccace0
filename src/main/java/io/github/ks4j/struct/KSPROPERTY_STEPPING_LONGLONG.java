package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_STEPPING_LONGLONG}: a range of 64-bit values and the distance between them. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_stepping_longlong">ns-ks-ksproperty_stepping_longlong</a>
 */
public final class KSPROPERTY_STEPPING_LONGLONG extends Struct<KSPROPERTY_STEPPING_LONGLONG> {
    private static final Declaration<KSPROPERTY_STEPPING_LONGLONG> C =
            Declaration.struct("KSPROPERTY_STEPPING_LONGLONG", KSPROPERTY_STEPPING_LONGLONG::new);

    /** The distance between two values; 0 where it is unknown. */
    public static final Int64<KSPROPERTY_STEPPING_LONGLONG> SteppingDelta = C.ulonglong("SteppingDelta");

    /** The ends of the range. */
    public static final Nested<KSPROPERTY_STEPPING_LONGLONG, KSPROPERTY_BOUNDS_LONGLONG> Bounds =
            C.nested(KSPROPERTY_BOUNDS_LONGLONG.LAYOUT, "Bounds");

    /** The layout. */
    public static final Layout<KSPROPERTY_STEPPING_LONGLONG> LAYOUT = C.layout();

    private KSPROPERTY_STEPPING_LONGLONG(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

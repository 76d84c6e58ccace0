package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_STEPPING_LONG}: a range of 32-bit values and the distance between them. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_stepping_long">ns-ks-ksproperty_stepping_long</a>
 */
public final class KSPROPERTY_STEPPING_LONG extends Struct<KSPROPERTY_STEPPING_LONG> {
    private static final Declaration<KSPROPERTY_STEPPING_LONG> C =
            Declaration.struct("KSPROPERTY_STEPPING_LONG", KSPROPERTY_STEPPING_LONG::new);

    /** The distance between two values; 0 where it is unknown. */
    public static final Int32<KSPROPERTY_STEPPING_LONG> SteppingDelta = C.ulong("SteppingDelta");

    /** Zero. */
    public static final Int32<KSPROPERTY_STEPPING_LONG> Reserved = C.ulong("Reserved");

    /** The ends of the range. */
    public static final Nested<KSPROPERTY_STEPPING_LONG, KSPROPERTY_BOUNDS_LONG> Bounds =
            C.nested(KSPROPERTY_BOUNDS_LONG.LAYOUT, "Bounds");

    /** The layout. */
    public static final Layout<KSPROPERTY_STEPPING_LONG> LAYOUT = C.layout();

    private KSPROPERTY_STEPPING_LONG(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_BOUNDS_LONG}: a range of 32-bit values, both ends included. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_bounds_long">ns-ks-ksproperty_bounds_long</a>
 */
public final class KSPROPERTY_BOUNDS_LONG extends Struct<KSPROPERTY_BOUNDS_LONG> {
    private static final Declaration<KSPROPERTY_BOUNDS_LONG> C =
            Declaration.struct("KSPROPERTY_BOUNDS_LONG", KSPROPERTY_BOUNDS_LONG::new);

    /** The least value, of a signed property. */
    public static final Int32<KSPROPERTY_BOUNDS_LONG> SignedMinimum = C.slong("SignedMinimum");

    /** The greatest value, of a signed property. */
    public static final Int32<KSPROPERTY_BOUNDS_LONG> SignedMaximum = C.slong("SignedMaximum");

    /** The least value, of an unsigned property. */
    public static final Int32<KSPROPERTY_BOUNDS_LONG> UnsignedMinimum =
            C.over(SignedMinimum).ulong("UnsignedMinimum");

    /** The greatest value, of an unsigned property. */
    public static final Int32<KSPROPERTY_BOUNDS_LONG> UnsignedMaximum = C.ulong("UnsignedMaximum");

    /** The layout. */
    public static final Layout<KSPROPERTY_BOUNDS_LONG> LAYOUT = C.layout();

    private KSPROPERTY_BOUNDS_LONG(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

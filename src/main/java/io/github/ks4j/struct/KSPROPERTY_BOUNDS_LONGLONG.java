package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_BOUNDS_LONGLONG}: a range of 64-bit values, both ends included. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_bounds_longlong">ns-ks-ksproperty_bounds_longlong</a>
 */
public final class KSPROPERTY_BOUNDS_LONGLONG extends Struct<KSPROPERTY_BOUNDS_LONGLONG> {
    private static final Declaration<KSPROPERTY_BOUNDS_LONGLONG> C =
            Declaration.struct("KSPROPERTY_BOUNDS_LONGLONG", KSPROPERTY_BOUNDS_LONGLONG::new);

    /** The least value, of a signed property. */
    public static final Int64<KSPROPERTY_BOUNDS_LONGLONG> SignedMinimum = C.longlong("SignedMinimum");

    /** The greatest value, of a signed property. */
    public static final Int64<KSPROPERTY_BOUNDS_LONGLONG> SignedMaximum = C.longlong("SignedMaximum");

    /** The least value, of an unsigned property. */
    public static final Int64<KSPROPERTY_BOUNDS_LONGLONG> UnsignedMinimum =
            C.over(SignedMinimum).ulonglong("UnsignedMinimum");

    /** The greatest value, of an unsigned property. */
    public static final Int64<KSPROPERTY_BOUNDS_LONGLONG> UnsignedMaximum = C.ulonglong("UnsignedMaximum");

    /** The layout. */
    public static final Layout<KSPROPERTY_BOUNDS_LONGLONG> LAYOUT = C.layout();

    private KSPROPERTY_BOUNDS_LONGLONG(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

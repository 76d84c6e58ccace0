package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSCAMERA_EXTENDEDPROP_VALUE}: the value of an extended camera control: eight bytes that the control reads as
 * a number, a ratio or a {@code double}. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagkscamera_extendedprop_value">ns-ksmedia-tagkscamera_extendedprop_value</a>
 */
public final class KSCAMERA_EXTENDEDPROP_VALUE extends Struct<KSCAMERA_EXTENDEDPROP_VALUE> {
    private static final Declaration<KSCAMERA_EXTENDEDPROP_VALUE> C =
            Declaration.struct("KSCAMERA_EXTENDEDPROP_VALUE", KSCAMERA_EXTENDEDPROP_VALUE::new);

    /** The eight bytes. */
    public static final Int64<KSCAMERA_EXTENDEDPROP_VALUE> Value = C.ulonglong("Value");

    /** The layout. */
    public static final Layout<KSCAMERA_EXTENDEDPROP_VALUE> LAYOUT = C.layout();

    private KSCAMERA_EXTENDEDPROP_VALUE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE}: what follows the head of the photo mode. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagkscamera_extendedprop_photomode">ns-ksmedia-tagkscamera_extendedprop_photomode</a>
 */
public final class KSCAMERA_EXTENDEDPROP_PHOTOMODE extends Struct<KSCAMERA_EXTENDEDPROP_PHOTOMODE> {
    private static final Declaration<KSCAMERA_EXTENDEDPROP_PHOTOMODE> C =
            Declaration.struct("KSCAMERA_EXTENDEDPROP_PHOTOMODE", KSCAMERA_EXTENDEDPROP_PHOTOMODE::new);

    /** The frames from before the trigger that a sequence shall have. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_PHOTOMODE> RequestedHistoryFrames =
            C.ulong("RequestedHistoryFrames");

    /** The most that it can have. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_PHOTOMODE> MaxHistoryFrames = C.ulong("MaxHistoryFrames");

    /** {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE_SEQUENCE_SUB_}. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_PHOTOMODE> SubMode = C.ulong("SubMode");

    /** Zero. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_PHOTOMODE> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSCAMERA_EXTENDEDPROP_PHOTOMODE> LAYOUT = C.layout();

    private KSCAMERA_EXTENDEDPROP_PHOTOMODE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

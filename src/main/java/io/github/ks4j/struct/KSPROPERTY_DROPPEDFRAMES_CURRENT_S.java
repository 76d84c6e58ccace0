package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_DROPPEDFRAMES_CURRENT_S}: the frames of a video pin, and those that it has lost: request and value at once. Takes 48 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_droppedframes_current_s">ns-ksmedia-ksproperty_droppedframes_current_s</a>
 */
public final class KSPROPERTY_DROPPEDFRAMES_CURRENT_S extends Struct<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> {
    private static final Declaration<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> C =
            Declaration.struct("KSPROPERTY_DROPPEDFRAMES_CURRENT_S", KSPROPERTY_DROPPEDFRAMES_CURRENT_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_DROPPEDFRAMES_CURRENT_S, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The number of the last frame, counted from where the pin left STOP; dropped ones count. */
    public static final Int64<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> PictureNumber = C.longlong("PictureNumber");

    /** The frames that were dropped. */
    public static final Int64<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> DropCount = C.longlong("DropCount");

    /** The average size of a frame, in bytes. */
    public static final Int32<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> AverageFrameSize = C.ulong("AverageFrameSize");

    /** The layout. */
    public static final Layout<KSPROPERTY_DROPPEDFRAMES_CURRENT_S> LAYOUT = C.layout();

    private KSPROPERTY_DROPPEDFRAMES_CURRENT_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

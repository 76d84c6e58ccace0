package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Scalars;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S}: the frame rate of a video pin. Takes 56 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_videocontrol_actual_frame_rate_s">ns-ksmedia-ksproperty_videocontrol_actual_frame_rate_s</a>
 */
public final class KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S
        extends Struct<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> {
    private static final Declaration<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> C = Declaration.struct(
            "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S", KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The pin factory. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> StreamIndex = C.ulong("StreamIndex");

    /** The data range. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> RangeIndex = C.ulong("RangeIndex");

    /** The size of the picture: width and height. */
    public static final Scalars<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> Dimensions = C.ulongs("Dimensions", 2);

    /** The time between two frames, in 100 ns units. */
    public static final Int64<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> CurrentActualFrameRate =
            C.longlong("CurrentActualFrameRate");

    /** The least time between two frames, in 100 ns units. */
    public static final Int64<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> CurrentMaxAvailableFrameRate =
            C.longlong("CurrentMaxAvailableFrameRate");

    /** The layout. */
    public static final Layout<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> LAYOUT = C.layout();

    private KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Scalars;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S}: asks for the frame rates of a size of picture. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_videocontrol_frame_rates_s">ns-ksmedia-ksproperty_videocontrol_frame_rates_s</a>
 */
public final class KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S extends Struct<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> {
    private static final Declaration<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> C =
            Declaration.struct("KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S", KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The pin factory. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> StreamIndex = C.ulong("StreamIndex");

    /** The data range. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> RangeIndex = C.ulong("RangeIndex");

    /** The size of the picture: width and height. */
    public static final Scalars<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> Dimensions = C.ulongs("Dimensions", 2);

    /** The layout. */
    public static final Layout<KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S> LAYOUT = C.layout();

    private KSPROPERTY_VIDEOCONTROL_FRAME_RATES_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

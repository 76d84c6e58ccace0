package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_VIDEOCONTROL_CAPS_S}: what a video pin can be told. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_videocontrol_caps_s">ns-ksmedia-ksproperty_videocontrol_caps_s</a>
 */
public final class KSPROPERTY_VIDEOCONTROL_CAPS_S extends Struct<KSPROPERTY_VIDEOCONTROL_CAPS_S> {
    private static final Declaration<KSPROPERTY_VIDEOCONTROL_CAPS_S> C =
            Declaration.struct("KSPROPERTY_VIDEOCONTROL_CAPS_S", KSPROPERTY_VIDEOCONTROL_CAPS_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_VIDEOCONTROL_CAPS_S, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The pin factory. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_CAPS_S> StreamIndex = C.ulong("StreamIndex");

    /** {@code KS_VideoControlFlag_} bits. */
    public static final Int32<KSPROPERTY_VIDEOCONTROL_CAPS_S> VideoControlCaps = C.ulong("VideoControlCaps");

    /** The layout. */
    public static final Layout<KSPROPERTY_VIDEOCONTROL_CAPS_S> LAYOUT = C.layout();

    private KSPROPERTY_VIDEOCONTROL_CAPS_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.set;

import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_CAPS_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOCONTROL_MODE_S;
import java.util.List;

/**
 * A video pin. The items of {@code PROPSETID_VIDCAP_VIDEOCONTROL}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-videocontrol">PROPSETID_VIDCAP_VIDEOCONTROL</a>
 */
public final class KSPROPERTY_VIDCAP_VIDEOCONTROL {
    /** The set, {@code PROPSETID_VIDCAP_VIDEOCONTROL}. */
    public static final KsSet SET = KsSet.of("PROPSETID_VIDCAP_VIDEOCONTROL", "{6A2E0670-28E4-11D0-A18C-00A0C9118956}");

    /** What the pin can be told. Value: {@link KSPROPERTY_VIDEOCONTROL_CAPS_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOCONTROL_CAPS_S> CAPS = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_VIDEOCONTROL_CAPS",
            Codec.struct(KSPROPERTY_VIDEOCONTROL_CAPS_S.LAYOUT),
            "ksproperty-videocontrol-caps");

    /** The frame rate. Value: {@link KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S> ACTUAL_FRAME_RATE = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE",
            Codec.struct(KSPROPERTY_VIDEOCONTROL_ACTUAL_FRAME_RATE_S.LAYOUT),
            "ksproperty-videocontrol-actual-frame-rate");

    /** The frame rates that the pin can do. Value: bytes. */
    public static final KsProperty<byte[]> FRAME_RATES = new KsProperty<>(
            SET, 2, "KSPROPERTY_VIDEOCONTROL_FRAME_RATES", Codec.BYTES, "ksproperty-videocontrol-frame-rates");

    /** What the pin is told. Value: {@link KSPROPERTY_VIDEOCONTROL_MODE_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOCONTROL_MODE_S> MODE = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_VIDEOCONTROL_MODE",
            Codec.struct(KSPROPERTY_VIDEOCONTROL_MODE_S.LAYOUT),
            "ksproperty-videocontrol-mode");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(CAPS, ACTUAL_FRAME_RATE, FRAME_RATES, MODE);

    private KSPROPERTY_VIDCAP_VIDEOCONTROL() {}
}

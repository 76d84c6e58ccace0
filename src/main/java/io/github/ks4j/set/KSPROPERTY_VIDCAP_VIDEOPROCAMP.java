package io.github.ks4j.set;

import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_NODE_S2;
import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_S2;
import java.util.List;

/**
 * The picture of a camera. The items of {@code PROPSETID_VIDCAP_VIDEOPROCAMP}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-videoprocamp">PROPSETID_VIDCAP_VIDEOPROCAMP</a>
 */
public final class KSPROPERTY_VIDCAP_VIDEOPROCAMP {
    /** The set, {@code PROPSETID_VIDCAP_VIDEOPROCAMP}. */
    public static final KsSet SET = KsSet.of("PROPSETID_VIDCAP_VIDEOPROCAMP", "{C6E13360-30AC-11D0-A18C-00A0C9118956}");

    /** Brightness of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> BRIGHTNESS = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_VIDEOPROCAMP_BRIGHTNESS",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-brightness");

    /** Contrast of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> CONTRAST = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_VIDEOPROCAMP_CONTRAST",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-contrast");

    /** Hue of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> HUE = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_VIDEOPROCAMP_HUE",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-hue");

    /** Saturation of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> SATURATION = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_VIDEOPROCAMP_SATURATION",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-saturation");

    /** Sharpness of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> SHARPNESS = new KsProperty<>(
            SET,
            4,
            "KSPROPERTY_VIDEOPROCAMP_SHARPNESS",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-sharpness");

    /** Gamma of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> GAMMA = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_VIDEOPROCAMP_GAMMA",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-gamma");

    /** Colorenable of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> COLORENABLE = new KsProperty<>(
            SET,
            6,
            "KSPROPERTY_VIDEOPROCAMP_COLORENABLE",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-colorenable");

    /** Whitebalance of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> WHITEBALANCE = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_VIDEOPROCAMP_WHITEBALANCE",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-whitebalance");

    /** Backlight compensation of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> BACKLIGHT_COMPENSATION = new KsProperty<>(
            SET,
            8,
            "KSPROPERTY_VIDEOPROCAMP_BACKLIGHT_COMPENSATION",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-backlight-compensation");

    /** Gain of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> GAIN = new KsProperty<>(
            SET,
            9,
            "KSPROPERTY_VIDEOPROCAMP_GAIN",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-gain");

    /** Digital multiplier of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> DIGITAL_MULTIPLIER = new KsProperty<>(
            SET,
            10,
            "KSPROPERTY_VIDEOPROCAMP_DIGITAL_MULTIPLIER",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-digital-multiplier");

    /** Digital multiplier limit of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> DIGITAL_MULTIPLIER_LIMIT = new KsProperty<>(
            SET,
            11,
            "KSPROPERTY_VIDEOPROCAMP_DIGITAL_MULTIPLIER_LIMIT",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-digital-multiplier-limit");

    /** Whitebalance component of the picture, red and blue; of nodes only. Value: {@link KSPROPERTY_VIDEOPROCAMP_S2}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S2> WHITEBALANCE_COMPONENT = new KsProperty<>(
            SET,
            12,
            "KSPROPERTY_VIDEOPROCAMP_WHITEBALANCE_COMPONENT",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S2.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S2.LAYOUT),
            "ksproperty-videoprocamp-whitebalance-component");

    /** Powerline frequency of the picture. Value: {@link KSPROPERTY_VIDEOPROCAMP_S}. */
    public static final KsProperty<KSPROPERTY_VIDEOPROCAMP_S> POWERLINE_FREQUENCY = new KsProperty<>(
            SET,
            13,
            "KSPROPERTY_VIDEOPROCAMP_POWERLINE_FREQUENCY",
            Codec.control(KSPROPERTY_VIDEOPROCAMP_S.LAYOUT, KSPROPERTY_VIDEOPROCAMP_NODE_S.LAYOUT),
            "ksproperty-videoprocamp-powerline-frequency");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            BRIGHTNESS,
            CONTRAST,
            HUE,
            SATURATION,
            SHARPNESS,
            GAMMA,
            COLORENABLE,
            WHITEBALANCE,
            BACKLIGHT_COMPENSATION,
            GAIN,
            DIGITAL_MULTIPLIER,
            DIGITAL_MULTIPLIER_LIMIT,
            WHITEBALANCE_COMPONENT,
            POWERLINE_FREQUENCY);

    private KSPROPERTY_VIDCAP_VIDEOPROCAMP() {}
}

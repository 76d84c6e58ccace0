package io.github.ks4j.set;

import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_S2;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S2;
import java.util.List;

/**
 * The lens and the mount of a camera. The items of {@code PROPSETID_VIDCAP_CAMERACONTROL}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-cameracontrol">PROPSETID_VIDCAP_CAMERACONTROL</a>
 */
public final class KSPROPERTY_VIDCAP_CAMERACONTROL {
    /** The set, {@code PROPSETID_VIDCAP_CAMERACONTROL}. */
    public static final KsSet SET =
            KsSet.of("PROPSETID_VIDCAP_CAMERACONTROL", "{C6E13370-30AC-11D0-A18C-00A0C9118956}");

    /** Pan of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> PAN = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_CAMERACONTROL_PAN",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-pan");

    /** Tilt of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> TILT = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_CAMERACONTROL_TILT",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-tilt");

    /** Roll of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> ROLL = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_CAMERACONTROL_ROLL",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-roll");

    /** Zoom of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> ZOOM = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_CAMERACONTROL_ZOOM",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-zoom");

    /** Exposure of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> EXPOSURE = new KsProperty<>(
            SET,
            4,
            "KSPROPERTY_CAMERACONTROL_EXPOSURE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-exposure");

    /** Iris of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> IRIS = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_CAMERACONTROL_IRIS",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-iris");

    /** Focus of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> FOCUS = new KsProperty<>(
            SET,
            6,
            "KSPROPERTY_CAMERACONTROL_FOCUS",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-focus");

    /** Scanmode of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> SCANMODE = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_CAMERACONTROL_SCANMODE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-scanmode");

    /** Privacy of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> PRIVACY = new KsProperty<>(
            SET,
            8,
            "KSPROPERTY_CAMERACONTROL_PRIVACY",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-privacy");

    /** Pantilt of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S2}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S2> PANTILT = new KsProperty<>(
            SET,
            9,
            "KSPROPERTY_CAMERACONTROL_PANTILT",
            Codec.control(KSPROPERTY_CAMERACONTROL_S2.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S2.LAYOUT),
            "ksproperty-cameracontrol-pantilt");

    /** Pan relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> PAN_RELATIVE = new KsProperty<>(
            SET,
            10,
            "KSPROPERTY_CAMERACONTROL_PAN_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-pan-relative");

    /** Tilt relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> TILT_RELATIVE = new KsProperty<>(
            SET,
            11,
            "KSPROPERTY_CAMERACONTROL_TILT_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-tilt-relative");

    /** Roll relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> ROLL_RELATIVE = new KsProperty<>(
            SET,
            12,
            "KSPROPERTY_CAMERACONTROL_ROLL_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-roll-relative");

    /** Zoom relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> ZOOM_RELATIVE = new KsProperty<>(
            SET,
            13,
            "KSPROPERTY_CAMERACONTROL_ZOOM_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-zoom-relative");

    /** Exposure relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> EXPOSURE_RELATIVE = new KsProperty<>(
            SET,
            14,
            "KSPROPERTY_CAMERACONTROL_EXPOSURE_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-exposure-relative");

    /** Iris relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> IRIS_RELATIVE = new KsProperty<>(
            SET,
            15,
            "KSPROPERTY_CAMERACONTROL_IRIS_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-iris-relative");

    /** Focus relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> FOCUS_RELATIVE = new KsProperty<>(
            SET,
            16,
            "KSPROPERTY_CAMERACONTROL_FOCUS_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-focus-relative");

    /** Pantilt relative of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S2}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S2> PANTILT_RELATIVE = new KsProperty<>(
            SET,
            17,
            "KSPROPERTY_CAMERACONTROL_PANTILT_RELATIVE",
            Codec.control(KSPROPERTY_CAMERACONTROL_S2.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S2.LAYOUT),
            "ksproperty-cameracontrol-pantilt-relative");

    /** Focal length of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S> FOCAL_LENGTH = new KsProperty<>(
            SET,
            18,
            "KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH",
            Codec.control(
                    KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.LAYOUT,
                    KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S.LAYOUT),
            "ksproperty-cameracontrol-focal-length");

    /** Auto exposure priority of the camera. Value: {@link KSPROPERTY_CAMERACONTROL_S}. */
    public static final KsProperty<KSPROPERTY_CAMERACONTROL_S> AUTO_EXPOSURE_PRIORITY = new KsProperty<>(
            SET,
            19,
            "KSPROPERTY_CAMERACONTROL_AUTO_EXPOSURE_PRIORITY",
            Codec.control(KSPROPERTY_CAMERACONTROL_S.LAYOUT, KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT),
            "ksproperty-cameracontrol-auto-exposure-priority");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            PAN,
            TILT,
            ROLL,
            ZOOM,
            EXPOSURE,
            IRIS,
            FOCUS,
            SCANMODE,
            PRIVACY,
            PANTILT,
            PAN_RELATIVE,
            TILT_RELATIVE,
            ROLL_RELATIVE,
            ZOOM_RELATIVE,
            EXPOSURE_RELATIVE,
            IRIS_RELATIVE,
            FOCUS_RELATIVE,
            PANTILT_RELATIVE,
            FOCAL_LENGTH,
            AUTO_EXPOSURE_PRIORITY);

    private KSPROPERTY_VIDCAP_CAMERACONTROL() {}
}

package io.github.ks4j.set;

import java.util.List;

/**
 * The controls that came with the cameras of tablets. The items of {@code KSPROPERTYSETID_ExtendedCameraControl}, named as
 * in the header without the prefix. Each value is a {@link io.github.ks4j.struct.KSCAMERA_EXTENDEDPROP_HEADER} and what
 * the control puts behind it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropertysetid-extendedcameracontrol">KSPROPERTYSETID_ExtendedCameraControl</a>
 */
public final class KSPROPERTY_CAMERACONTROL_EXTENDED {
    /** The set, {@code KSPROPERTYSETID_ExtendedCameraControl}. */
    public static final KsSet SET =
            KsSet.of("KSPROPERTYSETID_ExtendedCameraControl", "{1CB79112-C0D2-4213-9CA6-CD4FDB927972}");

    /**
     * The events of the same controls, {@code KSEVENTSETID_ExtendedCameraControl}: the event of a control that takes its
     * time has the number of the property.
     */
    public static final KsSet EVENT_SET =
            KsSet.of("KSEVENTSETID_ExtendedCameraControl", "{571C92C9-13A2-47E3-A649-D2A778166384}");

    /** Extended camera control: photomode. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOMODE = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-photomode");

    /** Extended camera control: photoframerate. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOFRAMERATE = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOFRAMERATE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-photoframerate");

    /** Extended camera control: photomaxframerate. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOMAXFRAMERATE = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOMAXFRAMERATE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-photomaxframerate");

    /** Extended camera control: phototriggertime. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOTRIGGERTIME = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOTRIGGERTIME",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-phototriggertime");

    /** Extended camera control: warmstart. Value: bytes. */
    public static final KsProperty<byte[]> WARMSTART = new KsProperty<>(
            SET,
            4,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_WARMSTART",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-warmstart");

    /** Extended camera control: maxvidfps photores. Value: bytes. */
    public static final KsProperty<byte[]> MAXVIDFPS_PHOTORES = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_MAXVIDFPS_PHOTORES",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-maxvidfps-photores");

    /** Extended camera control: photothumbnail. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOTHUMBNAIL = new KsProperty<>(
            SET,
            6,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOTHUMBNAIL",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-photothumbnail");

    /** Extended camera control: scenemode. Value: bytes. */
    public static final KsProperty<byte[]> SCENEMODE = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_SCENEMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-scenemode");

    /** Extended camera control: torchmode. Value: bytes. */
    public static final KsProperty<byte[]> TORCHMODE = new KsProperty<>(
            SET,
            8,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_TORCHMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-torchmode");

    /** Extended camera control: flashmode. Value: bytes. */
    public static final KsProperty<byte[]> FLASHMODE = new KsProperty<>(
            SET,
            9,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FLASHMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-flashmode");

    /** Extended camera control: optimizationhint. Value: bytes. */
    public static final KsProperty<byte[]> OPTIMIZATIONHINT = new KsProperty<>(
            SET,
            10,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_OPTIMIZATIONHINT",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-optimizationhint");

    /** Extended camera control: whitebalancemode. Value: bytes. */
    public static final KsProperty<byte[]> WHITEBALANCEMODE = new KsProperty<>(
            SET,
            11,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_WHITEBALANCEMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-whitebalancemode");

    /** Extended camera control: exposuremode. Value: bytes. */
    public static final KsProperty<byte[]> EXPOSUREMODE = new KsProperty<>(
            SET,
            12,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_EXPOSUREMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-exposuremode");

    /** Extended camera control: focusmode. Value: bytes. */
    public static final KsProperty<byte[]> FOCUSMODE = new KsProperty<>(
            SET,
            13,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FOCUSMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-focusmode");

    /** Extended camera control: iso. Value: bytes. */
    public static final KsProperty<byte[]> ISO = new KsProperty<>(
            SET, 14, "KSPROPERTY_CAMERACONTROL_EXTENDED_ISO", Codec.BYTES, "ksproperty-cameracontrol-extended-iso");

    /** Extended camera control: fieldofview. Value: bytes. */
    public static final KsProperty<byte[]> FIELDOFVIEW = new KsProperty<>(
            SET,
            15,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FIELDOFVIEW",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-fieldofview");

    /** Extended camera control: evcompensation. Value: bytes. */
    public static final KsProperty<byte[]> EVCOMPENSATION = new KsProperty<>(
            SET,
            16,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_EVCOMPENSATION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-evcompensation");

    /** Extended camera control: cameraangleoffset. Value: bytes. */
    public static final KsProperty<byte[]> CAMERAANGLEOFFSET = new KsProperty<>(
            SET,
            17,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_CAMERAANGLEOFFSET",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-cameraangleoffset");

    /** Extended camera control: metadata. Value: bytes. */
    public static final KsProperty<byte[]> METADATA = new KsProperty<>(
            SET,
            18,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_METADATA",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-metadata");

    /** Extended camera control: focuspriority. Value: bytes. */
    public static final KsProperty<byte[]> FOCUSPRIORITY = new KsProperty<>(
            SET,
            19,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FOCUSPRIORITY",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-focuspriority");

    /** Extended camera control: focusstate. Value: bytes. */
    public static final KsProperty<byte[]> FOCUSSTATE = new KsProperty<>(
            SET,
            20,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FOCUSSTATE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-focusstate");

    /** Extended camera control: roi configcaps. Value: bytes. */
    public static final KsProperty<byte[]> ROI_CONFIGCAPS = new KsProperty<>(
            SET,
            21,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_ROI_CONFIGCAPS",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-roi-configcaps");

    /** Extended camera control: roi ispcontrol. Value: bytes. */
    public static final KsProperty<byte[]> ROI_ISPCONTROL = new KsProperty<>(
            SET,
            22,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_ROI_ISPCONTROL",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-roi-ispcontrol");

    /** Extended camera control: photoconfirmation. Value: bytes. */
    public static final KsProperty<byte[]> PHOTOCONFIRMATION = new KsProperty<>(
            SET,
            23,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PHOTOCONFIRMATION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-photoconfirmation");

    /** Extended camera control: zoom. Value: bytes. */
    public static final KsProperty<byte[]> ZOOM = new KsProperty<>(
            SET, 24, "KSPROPERTY_CAMERACONTROL_EXTENDED_ZOOM", Codec.BYTES, "ksproperty-cameracontrol-extended-zoom");

    /** Extended camera control: mcc. Value: bytes. */
    public static final KsProperty<byte[]> MCC = new KsProperty<>(
            SET, 25, "KSPROPERTY_CAMERACONTROL_EXTENDED_MCC", Codec.BYTES, "ksproperty-cameracontrol-extended-mcc");

    /** Extended camera control: iso advanced. Value: bytes. */
    public static final KsProperty<byte[]> ISO_ADVANCED = new KsProperty<>(
            SET,
            26,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_ISO_ADVANCED",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-iso-advanced");

    /** Extended camera control: videostabilization. Value: bytes. */
    public static final KsProperty<byte[]> VIDEOSTABILIZATION = new KsProperty<>(
            SET,
            27,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_VIDEOSTABILIZATION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-videostabilization");

    /** Extended camera control: vfr. Value: bytes. */
    public static final KsProperty<byte[]> VFR = new KsProperty<>(
            SET, 28, "KSPROPERTY_CAMERACONTROL_EXTENDED_VFR", Codec.BYTES, "ksproperty-cameracontrol-extended-vfr");

    /** Extended camera control: facedetection. Value: bytes. */
    public static final KsProperty<byte[]> FACEDETECTION = new KsProperty<>(
            SET,
            29,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FACEDETECTION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-facedetection");

    /** Extended camera control: videohdr. Value: bytes. */
    public static final KsProperty<byte[]> VIDEOHDR = new KsProperty<>(
            SET,
            30,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_VIDEOHDR",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-videohdr");

    /** Extended camera control: histogram. Value: bytes. */
    public static final KsProperty<byte[]> HISTOGRAM = new KsProperty<>(
            SET,
            31,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_HISTOGRAM",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-histogram");

    /** Extended camera control: ois. Value: bytes. */
    public static final KsProperty<byte[]> OIS = new KsProperty<>(
            SET, 32, "KSPROPERTY_CAMERACONTROL_EXTENDED_OIS", Codec.BYTES, "ksproperty-cameracontrol-extended-ois");

    /** Extended camera control: advancedphoto. Value: bytes. */
    public static final KsProperty<byte[]> ADVANCEDPHOTO = new KsProperty<>(
            SET,
            33,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_ADVANCEDPHOTO",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-advancedphoto");

    /** Extended camera control: profile. Value: bytes. */
    public static final KsProperty<byte[]> PROFILE = new KsProperty<>(
            SET,
            34,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_PROFILE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-profile");

    /** Extended camera control: faceauth mode. Value: bytes. */
    public static final KsProperty<byte[]> FACEAUTH_MODE = new KsProperty<>(
            SET,
            35,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FACEAUTH_MODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-faceauth-mode");

    /** Extended camera control: secure mode. Value: bytes. */
    public static final KsProperty<byte[]> SECURE_MODE = new KsProperty<>(
            SET,
            36,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_SECURE_MODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-secure-mode");

    /** Extended camera control: videotemporaldenoising. Value: bytes. */
    public static final KsProperty<byte[]> VIDEOTEMPORALDENOISING = new KsProperty<>(
            SET,
            37,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_VIDEOTEMPORALDENOISING",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-videotemporaldenoising");

    /** Extended camera control: irtorchmode. Value: bytes. */
    public static final KsProperty<byte[]> IRTORCHMODE = new KsProperty<>(
            SET,
            38,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_IRTORCHMODE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-irtorchmode");

    /** Extended camera control: relativepaneloptimization. Value: bytes. */
    public static final KsProperty<byte[]> RELATIVEPANELOPTIMIZATION = new KsProperty<>(
            SET,
            39,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_RELATIVEPANELOPTIMIZATION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-relativepaneloptimization");

    /** Extended camera control: eyegazecorrection. Value: bytes. */
    public static final KsProperty<byte[]> EYEGAZECORRECTION = new KsProperty<>(
            SET,
            40,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_EYEGAZECORRECTION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-eyegazecorrection");

    /** Extended camera control: backgroundsegmentation. Value: bytes. */
    public static final KsProperty<byte[]> BACKGROUNDSEGMENTATION = new KsProperty<>(
            SET,
            41,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_BACKGROUNDSEGMENTATION",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-backgroundsegmentation");

    /** Extended camera control: digitalwindow configcaps. Value: bytes. */
    public static final KsProperty<byte[]> DIGITALWINDOW_CONFIGCAPS = new KsProperty<>(
            SET,
            42,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_DIGITALWINDOW_CONFIGCAPS",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-digitalwindow-configcaps");

    /** Extended camera control: digitalwindow. Value: bytes. */
    public static final KsProperty<byte[]> DIGITALWINDOW = new KsProperty<>(
            SET,
            43,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_DIGITALWINDOW",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-digitalwindow");

    /** Extended camera control: framerate throttle. Value: bytes. */
    public static final KsProperty<byte[]> FRAMERATE_THROTTLE = new KsProperty<>(
            SET,
            44,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FRAMERATE_THROTTLE",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-framerate-throttle");

    /** Extended camera control: fieldofview2 configcaps. Value: bytes. */
    public static final KsProperty<byte[]> FIELDOFVIEW2_CONFIGCAPS = new KsProperty<>(
            SET,
            45,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FIELDOFVIEW2_CONFIGCAPS",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-fieldofview2-configcaps");

    /** Extended camera control: fieldofview2. Value: bytes. */
    public static final KsProperty<byte[]> FIELDOFVIEW2 = new KsProperty<>(
            SET,
            46,
            "KSPROPERTY_CAMERACONTROL_EXTENDED_FIELDOFVIEW2",
            Codec.BYTES,
            "ksproperty-cameracontrol-extended-fieldofview2");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            PHOTOMODE,
            PHOTOFRAMERATE,
            PHOTOMAXFRAMERATE,
            PHOTOTRIGGERTIME,
            WARMSTART,
            MAXVIDFPS_PHOTORES,
            PHOTOTHUMBNAIL,
            SCENEMODE,
            TORCHMODE,
            FLASHMODE,
            OPTIMIZATIONHINT,
            WHITEBALANCEMODE,
            EXPOSUREMODE,
            FOCUSMODE,
            ISO,
            FIELDOFVIEW,
            EVCOMPENSATION,
            CAMERAANGLEOFFSET,
            METADATA,
            FOCUSPRIORITY,
            FOCUSSTATE,
            ROI_CONFIGCAPS,
            ROI_ISPCONTROL,
            PHOTOCONFIRMATION,
            ZOOM,
            MCC,
            ISO_ADVANCED,
            VIDEOSTABILIZATION,
            VFR,
            FACEDETECTION,
            VIDEOHDR,
            HISTOGRAM,
            OIS,
            ADVANCEDPHOTO,
            PROFILE,
            FACEAUTH_MODE,
            SECURE_MODE,
            VIDEOTEMPORALDENOISING,
            IRTORCHMODE,
            RELATIVEPANELOPTIMIZATION,
            EYEGAZECORRECTION,
            BACKGROUNDSEGMENTATION,
            DIGITALWINDOW_CONFIGCAPS,
            DIGITALWINDOW,
            FRAMERATE_THROTTLE,
            FIELDOFVIEW2_CONFIGCAPS,
            FIELDOFVIEW2);

    private KSPROPERTY_CAMERACONTROL_EXTENDED() {}
}

package io.github.ks4j.set;

/** Flags of camera controls; named as in the header without the prefix. */
public final class KSPROPERTY_CAMERACONTROL_FLAGS {
    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_ABSOLUTE}. */
    public static final int ABSOLUTE = 0;

    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_AUTO}. */
    public static final int AUTO = 1;

    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_MANUAL}. */
    public static final int MANUAL = 2;

    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_ASYNCHRONOUS}. */
    public static final int ASYNCHRONOUS = 4;

    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_RELATIVE}. */
    public static final int RELATIVE = 0x10;

    private KSPROPERTY_CAMERACONTROL_FLAGS() {}
}

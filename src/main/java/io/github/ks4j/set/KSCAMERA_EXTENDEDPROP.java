package io.github.ks4j.set;

/** Flags and scopes of extended camera controls; named as in the header without the prefix. */
public final class KSCAMERA_EXTENDEDPROP {
    /** {@code KSCAMERA_EXTENDEDPROP_FILTERSCOPE}. */
    public static final int FILTERSCOPE = 0xFFFFFFFF;

    /** {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE_NORMAL}. */
    public static final int PHOTOMODE_NORMAL = 0;

    /** {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE_SEQUENCE}. */
    public static final int PHOTOMODE_SEQUENCE = 1;

    /** {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE_SEQUENCE_SUB_NONE}. */
    public static final int PHOTOMODE_SEQUENCE_SUB_NONE = 0;

    /** {@code KSCAMERA_EXTENDEDPROP_PHOTOMODE_SEQUENCE_SUB_VARIABLE}. */
    public static final int PHOTOMODE_SEQUENCE_SUB_VARIABLE = 1;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOTORCH_OFF}. */
    public static final int VIDEOTORCH_OFF = 0;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOTORCH_ON}. */
    public static final int VIDEOTORCH_ON = 1;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOTORCH_ON_ADJUSTABLEPOWER}. */
    public static final int VIDEOTORCH_ON_ADJUSTABLEPOWER = 2;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOSTABILIZATION_OFF}. */
    public static final int VIDEOSTABILIZATION_OFF = 0;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOSTABILIZATION_ON}. */
    public static final int VIDEOSTABILIZATION_ON = 1;

    /** {@code KSCAMERA_EXTENDEDPROP_VIDEOSTABILIZATION_AUTO}. */
    public static final int VIDEOSTABILIZATION_AUTO = 2;

    private KSCAMERA_EXTENDEDPROP() {}
}

package io.github.ks4j.set;

/** What a video pin can be told; named as in the header without the prefix. */
public final class KS_VideoControlFlag {
    /** {@code KS_VideoControlFlag_FlipHorizontal}. */
    public static final int FlipHorizontal = 1;

    /** {@code KS_VideoControlFlag_FlipVertical}. */
    public static final int FlipVertical = 2;

    /** {@code KS_VideoControlFlag_ExternalTriggerEnable}. */
    public static final int ExternalTriggerEnable = 4;

    /** {@code KS_VideoControlFlag_Trigger}. */
    public static final int Trigger = 8;

    /** {@code KS_VideoControlFlag_IndependentImagePin}. */
    public static final int IndependentImagePin = 0x40;

    /** {@code KS_VideoControlFlag_StillCapturePreviewFrame}. */
    public static final int StillCapturePreviewFrame = 0x80;

    /** {@code KS_VideoControlFlag_StartPhotoSequenceCapture}. */
    public static final int StartPhotoSequenceCapture = 0x100;

    /** {@code KS_VideoControlFlag_StopPhotoSequenceCapture}. */
    public static final int StopPhotoSequenceCapture = 0x200;

    private KS_VideoControlFlag() {}
}

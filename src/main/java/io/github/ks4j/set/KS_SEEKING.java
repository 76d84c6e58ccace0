package io.github.ks4j.set;

/**
 * How sources can be sought in, and how they are: the values of {@code KS_SEEKING_CAPABILITIES} and of
 * {@code KS_SEEKING_FLAGS}, named as in the header without the prefix that both share.
 */
public final class KS_SEEKING {
    /** {@code KS_SEEKING_CanSeekAbsolute}. */
    public static final int CanSeekAbsolute = 1;

    /** {@code KS_SEEKING_CanSeekForwards}. */
    public static final int CanSeekForwards = 2;

    /** {@code KS_SEEKING_CanSeekBackwards}. */
    public static final int CanSeekBackwards = 4;

    /** {@code KS_SEEKING_CanGetCurrentPos}. */
    public static final int CanGetCurrentPos = 8;

    /** {@code KS_SEEKING_CanGetStopPos}. */
    public static final int CanGetStopPos = 0x10;

    /** {@code KS_SEEKING_CanGetDuration}. */
    public static final int CanGetDuration = 0x20;

    /** {@code KS_SEEKING_CanPlayBackwards}. */
    public static final int CanPlayBackwards = 0x40;

    /** {@code KS_SEEKING_NoPositioning}: the position stays. */
    public static final int NoPositioning = 0;

    /** {@code KS_SEEKING_AbsolutePositioning}. */
    public static final int AbsolutePositioning = 1;

    /** {@code KS_SEEKING_RelativePositioning}: from what it was. */
    public static final int RelativePositioning = 2;

    /** {@code KS_SEEKING_IncrementalPositioning}: the stop position, from the new current one. */
    public static final int IncrementalPositioning = 3;

    /** {@code KS_SEEKING_PositioningBitsMask}: the bits of the four above. */
    public static final int PositioningBitsMask = 3;

    /** {@code KS_SEEKING_SeekToKeyFrame}. */
    public static final int SeekToKeyFrame = 4;

    /** {@code KS_SEEKING_ReturnTime}. */
    public static final int ReturnTime = 8;

    private KS_SEEKING() {}
}

package io.github.ks4j.set;

/** What a range of a video pin is for; named as in the header without the prefix. */
public final class KS_VIDEOSTREAM {
    /** {@code KS_VIDEOSTREAM_PREVIEW}. */
    public static final int PREVIEW = 1;

    /** {@code KS_VIDEOSTREAM_CAPTURE}. */
    public static final int CAPTURE = 2;

    /** {@code KS_VIDEOSTREAM_VBI}. */
    public static final int VBI = 0x10;

    /** {@code KS_VIDEOSTREAM_NABTS}. */
    public static final int NABTS = 0x20;

    /** {@code KS_VIDEOSTREAM_CC}. */
    public static final int CC = 0x100;

    /** {@code KS_VIDEOSTREAM_EDS}. */
    public static final int EDS = 0x200;

    /** {@code KS_VIDEOSTREAM_TELETEXT}. */
    public static final int TELETEXT = 0x400;

    /** {@code KS_VIDEOSTREAM_STILL}. */
    public static final int STILL = 0x1000;

    /** {@code KS_VIDEOSTREAM_IS_VPE}. */
    public static final int IS_VPE = 0x8000;

    private KS_VIDEOSTREAM() {}
}

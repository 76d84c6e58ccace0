package io.github.ks4j.set;

/** What a frame is, in {@code KS_FRAME_INFO}; named as in the header without the prefix. */
public final class KS_VIDEO_FLAG {
    /** {@code KS_VIDEO_FLAG_FRAME}. */
    public static final int FRAME = 0;

    /** {@code KS_VIDEO_FLAG_I_FRAME}. */
    public static final int I_FRAME = 0;

    /** {@code KS_VIDEO_FLAG_FIELD1}. */
    public static final int FIELD1 = 1;

    /** {@code KS_VIDEO_FLAG_FIELD2}. */
    public static final int FIELD2 = 2;

    /** {@code KS_VIDEO_FLAG_FIELD1FIRST}. */
    public static final int FIELD1FIRST = 4;

    /** {@code KS_VIDEO_FLAG_WEAVE}. */
    public static final int WEAVE = 8;

    /** {@code KS_VIDEO_FLAG_P_FRAME}. */
    public static final int P_FRAME = 0x10;

    /** {@code KS_VIDEO_FLAG_B_FRAME}. */
    public static final int B_FRAME = 0x20;

    /** {@code KS_VIDEO_FLAG_REPEAT_FIELD}. */
    public static final int REPEAT_FIELD = 0x40;

    private KS_VIDEO_FLAG() {}
}

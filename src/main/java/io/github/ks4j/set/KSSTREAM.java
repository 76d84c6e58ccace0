package io.github.ks4j.set;

/** How a stream request is sent by the kernel; named as in the header without the prefix. */
public final class KSSTREAM {
    /** {@code KSSTREAM_READ}. */
    public static final int READ = KSPROBE.STREAMREAD;

    /** {@code KSSTREAM_WRITE}. */
    public static final int WRITE = KSPROBE.STREAMWRITE;

    /** {@code KSSTREAM_NONPAGED_DATA}. */
    public static final int NONPAGED_DATA = 0x100;

    /** {@code KSSTREAM_SYNCHRONOUS}. */
    public static final int SYNCHRONOUS = 0x1000;

    /** {@code KSSTREAM_FAILUREEXCEPTION}. */
    public static final int FAILUREEXCEPTION = 0x2000;

    private KSSTREAM() {}
}

package io.github.ks4j.set;

/** What is asked of an event; named as in the header without the prefix. */
public final class KSEVENT_TYPE {
    /** {@code KSEVENT_TYPE_ENABLE}. */
    public static final int ENABLE = 1;

    /** {@code KSEVENT_TYPE_ONESHOT}. */
    public static final int ONESHOT = 2;

    /** {@code KSEVENT_TYPE_ENABLEBUFFERED}. */
    public static final int ENABLEBUFFERED = 4;

    /** {@code KSEVENT_TYPE_SETSUPPORT}. */
    public static final int SETSUPPORT = 0x100;

    /** {@code KSEVENT_TYPE_BASICSUPPORT}. */
    public static final int BASICSUPPORT = 0x200;

    /** {@code KSEVENT_TYPE_QUERYBUFFER}. */
    public static final int QUERYBUFFER = 0x400;

    /** {@code KSEVENT_TYPE_TOPOLOGY}. */
    public static final int TOPOLOGY = 0x10000000;

    private KSEVENT_TYPE() {}
}

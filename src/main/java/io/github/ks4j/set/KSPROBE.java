package io.github.ks4j.set;

/** What is done with the headers and frames of a stream request; named as in the header without the prefix. */
public final class KSPROBE {
    /** {@code KSPROBE_STREAMREAD}. */
    public static final int STREAMREAD = 0;

    /** {@code KSPROBE_STREAMWRITE}. */
    public static final int STREAMWRITE = 1;

    /** {@code KSPROBE_ALLOCATEMDL}. */
    public static final int ALLOCATEMDL = 0x10;

    /** {@code KSPROBE_PROBEANDLOCK}. */
    public static final int PROBEANDLOCK = 0x20;

    /** {@code KSPROBE_SYSTEMADDRESS}. */
    public static final int SYSTEMADDRESS = 0x40;

    /** {@code KSPROBE_ALLOWFORMATCHANGE}. */
    public static final int ALLOWFORMATCHANGE = 0x80;

    /** {@code KSPROBE_MODIFY}. */
    public static final int MODIFY = 0x200;

    private KSPROBE() {}
}

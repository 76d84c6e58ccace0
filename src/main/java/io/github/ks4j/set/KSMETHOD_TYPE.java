package io.github.ks4j.set;

/** What is asked of a method, and which way its data goes; named as in the header without the prefix. */
public final class KSMETHOD_TYPE {
    /** {@code KSMETHOD_TYPE_NONE}. */
    public static final int NONE = 0;

    /** {@code KSMETHOD_TYPE_READ}. */
    public static final int READ = 1;

    /** {@code KSMETHOD_TYPE_SEND}. */
    public static final int SEND = 1;

    /** {@code KSMETHOD_TYPE_WRITE}. */
    public static final int WRITE = 2;

    /** {@code KSMETHOD_TYPE_MODIFY}. */
    public static final int MODIFY = 3;

    /** {@code KSMETHOD_TYPE_SOURCE}. */
    public static final int SOURCE = 4;

    /** {@code KSMETHOD_TYPE_SETSUPPORT}. */
    public static final int SETSUPPORT = 0x100;

    /** {@code KSMETHOD_TYPE_BASICSUPPORT}. */
    public static final int BASICSUPPORT = 0x200;

    /** {@code KSMETHOD_TYPE_TOPOLOGY}. */
    public static final int TOPOLOGY = 0x10000000;

    private KSMETHOD_TYPE() {}
}

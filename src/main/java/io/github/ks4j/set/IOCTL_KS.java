package io.github.ks4j.set;

/** Control codes: what is asked of an object. All are METHOD_NEITHER of device type 0x2F; named as in the header without the prefix. */
public final class IOCTL_KS {
    /** {@code IOCTL_KS_PROPERTY}. */
    public static final int PROPERTY = 0x2F0003;

    /** {@code IOCTL_KS_ENABLE_EVENT}. */
    public static final int ENABLE_EVENT = 0x2F0007;

    /** {@code IOCTL_KS_DISABLE_EVENT}. */
    public static final int DISABLE_EVENT = 0x2F000B;

    /** {@code IOCTL_KS_METHOD}. */
    public static final int METHOD = 0x2F000F;

    /** {@code IOCTL_KS_RESET_STATE}. */
    public static final int RESET_STATE = 0x2F001B;

    /** {@code IOCTL_KS_HANDSHAKE}; for kernel callers only. */
    public static final int HANDSHAKE = 0x2F001F;

    /** {@code IOCTL_KS_READ_STREAM}. */
    public static final int READ_STREAM = 0x2F4017;

    /** {@code IOCTL_KS_WRITE_STREAM}. */
    public static final int WRITE_STREAM = 0x2F8013;

    private IOCTL_KS() {}
}

package io.github.ks4j.set;

/** What {@code IOCTL_KS_RESET_STATE} does. */
public enum KSRESET implements KsEnum {
    /** Cancels what is queued and refuses more. */
    BEGIN(0),

    /** Takes requests again. */
    END(1);

    private final int value;

    KSRESET(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

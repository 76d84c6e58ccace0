package io.github.ks4j.set;

/** The items of {@code KSINTERFACESETID_Standard}. */
public enum KSINTERFACE_STANDARD implements KsEnum {
    /** Packet by packet. */
    STREAMING(0),

    /** One buffer over and over. */
    LOOPED_STREAMING(1),

    /** No data. */
    CONTROL(2);

    private final int value;

    KSINTERFACE_STANDARD(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

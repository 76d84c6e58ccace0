package io.github.ks4j.set;

/** Which way the data of a pin goes. */
public enum KSPIN_DATAFLOW implements KsEnum {
    /** Into the filter: the pin is written to. */
    IN(1),

    /** Out of the filter: the pin is read from. */
    OUT(2);

    private final int value;

    KSPIN_DATAFLOW(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

package io.github.ks4j.set;

/** The items of {@code KSDEGRADESETID_Standard}. */
public enum KSDEGRADE_STANDARD implements KsEnum {
    /** Fewer samples. */
    SAMPLE(0),

    /** Samples of less quality. */
    QUALITY(1),

    /** Less computation. */
    COMPUTATION(2),

    /** Samples left out. */
    SKIP(3);

    private final int value;

    KSDEGRADE_STANDARD(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

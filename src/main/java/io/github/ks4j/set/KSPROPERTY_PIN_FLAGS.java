package io.github.ks4j.set;

/** Flags of requests to pin factories; named as in the header without the prefix. */
public final class KSPROPERTY_PIN_FLAGS {
    /** {@code KSPROPERTY_PIN_FLAGS_ATTRIBUTE_RANGE_AWARE}. */
    public static final int ATTRIBUTE_RANGE_AWARE = 1;

    /** {@code KSPROPERTY_PIN_FLAGS_MASK}. */
    public static final int MASK = 1;

    private KSPROPERTY_PIN_FLAGS() {}
}

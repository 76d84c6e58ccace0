package io.github.ks4j.set;

/** Flags of picture controls; named as in the header without the prefix. */
public final class KSPROPERTY_VIDEOPROCAMP_FLAGS {
    /** {@code KSPROPERTY_VIDEOPROCAMP_FLAGS_AUTO}. */
    public static final int AUTO = 1;

    /** {@code KSPROPERTY_VIDEOPROCAMP_FLAGS_MANUAL}. */
    public static final int MANUAL = 2;

    private KSPROPERTY_VIDEOPROCAMP_FLAGS() {}
}

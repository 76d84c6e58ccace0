package io.github.ks4j.set;

/** What the members of a value list are; named as in the header without the prefix. */
public final class KSPROPERTY_MEMBER {
    /** {@code KSPROPERTY_MEMBER_RANGES}. */
    public static final int RANGES = 1;

    /** {@code KSPROPERTY_MEMBER_STEPPEDRANGES}. */
    public static final int STEPPEDRANGES = 2;

    /** {@code KSPROPERTY_MEMBER_VALUES}. */
    public static final int VALUES = 3;

    private KSPROPERTY_MEMBER() {}
}

package io.github.ks4j.set;

/** What a value list is for; named as in the header without the prefix. */
public final class KSPROPERTY_MEMBER_FLAG {
    /** {@code KSPROPERTY_MEMBER_FLAG_DEFAULT}. */
    public static final int DEFAULT = 1;

    /** {@code KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_MULTICHANNEL}. */
    public static final int BASICSUPPORT_MULTICHANNEL = 2;

    /** {@code KSPROPERTY_MEMBER_FLAG_BASICSUPPORT_UNIFORM}. */
    public static final int BASICSUPPORT_UNIFORM = 4;

    private KSPROPERTY_MEMBER_FLAG() {}
}

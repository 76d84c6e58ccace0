package io.github.ks4j.set;

/** Items of the set that a UVC extension unit brings along, whose GUID is the unit's; named as in the header without the prefix. */
public final class KSPROPERTY_EXTENSION_UNIT {
    /** {@code KSPROPERTY_EXTENSION_UNIT_INFO}. */
    public static final int INFO = 0;

    /** {@code KSPROPERTY_EXTENSION_UNIT_CONTROL}. */
    public static final int CONTROL = 1;

    /** {@code KSPROPERTY_EXTENSION_UNIT_PASS_THROUGH}. */
    public static final int PASS_THROUGH = 0xffff;

    private KSPROPERTY_EXTENSION_UNIT() {}
}

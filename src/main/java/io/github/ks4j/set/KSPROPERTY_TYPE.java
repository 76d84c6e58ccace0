package io.github.ks4j.set;

/** What is asked of a property; named as in the header without the prefix. */
public final class KSPROPERTY_TYPE {
    /** {@code KSPROPERTY_TYPE_GET}. */
    public static final int GET = 1;

    /** {@code KSPROPERTY_TYPE_SET}. */
    public static final int SET = 2;

    /** {@code KSPROPERTY_TYPE_GETPAYLOADSIZE}. */
    public static final int GETPAYLOADSIZE = 4;

    /** {@code KSPROPERTY_TYPE_SETSUPPORT}. */
    public static final int SETSUPPORT = 0x100;

    /** {@code KSPROPERTY_TYPE_BASICSUPPORT}. */
    public static final int BASICSUPPORT = 0x200;

    /** {@code KSPROPERTY_TYPE_RELATIONS}. */
    public static final int RELATIONS = 0x400;

    /** {@code KSPROPERTY_TYPE_SERIALIZESET}. */
    public static final int SERIALIZESET = 0x800;

    /** {@code KSPROPERTY_TYPE_UNSERIALIZESET}. */
    public static final int UNSERIALIZESET = 0x1000;

    /** {@code KSPROPERTY_TYPE_SERIALIZERAW}. */
    public static final int SERIALIZERAW = 0x2000;

    /** {@code KSPROPERTY_TYPE_UNSERIALIZERAW}. */
    public static final int UNSERIALIZERAW = 0x4000;

    /** {@code KSPROPERTY_TYPE_SERIALIZESIZE}. */
    public static final int SERIALIZESIZE = 0x8000;

    /** {@code KSPROPERTY_TYPE_DEFAULTVALUES}. */
    public static final int DEFAULTVALUES = 0x10000;

    /** {@code KSPROPERTY_TYPE_HIGHPRIORITY}. */
    public static final int HIGHPRIORITY = 0x8000000;

    /** {@code KSPROPERTY_TYPE_TOPOLOGY}. */
    public static final int TOPOLOGY = 0x10000000;

    /** {@code KSPROPERTY_TYPE_FSFILTERSCOPE}. */
    public static final int FSFILTERSCOPE = 0x40000000;

    /** {@code KSPROPERTY_TYPE_COPYPAYLOAD}. */
    public static final int COPYPAYLOAD = 0x80000000;

    private KSPROPERTY_TYPE() {}
}

package io.github.ks4j.set;

/** What a jack can do, as {@code KSJACK_DESCRIPTION2} says; named as in the header without the prefix. */
public final class JACKDESC2 {
    /** {@code JACKDESC2_PRESENCE_DETECT_CAPABILITY}: it notices plugs. */
    public static final int PRESENCE_DETECT_CAPABILITY = 1;

    /** {@code JACKDESC2_DYNAMIC_FORMAT_CHANGE_CAPABILITY}: its format may change. */
    public static final int DYNAMIC_FORMAT_CHANGE_CAPABILITY = 2;

    private JACKDESC2() {}
}

package io.github.ks4j.set;

/** How an object can be created by its name; named as in the header without the prefix. For drivers. */
public final class KSCREATE_ITEM {
    /** The security descriptor has been changed and is to be kept: {@code KSCREATE_ITEM_SECURITYCHANGED}. */
    public static final int SECURITYCHANGED = 1;

    /** The item takes every name that no other takes: {@code KSCREATE_ITEM_WILDCARD}. */
    public static final int WILDCARD = 2;

    /** The name has no parameters: {@code KSCREATE_ITEM_NOPARAMETERS}. */
    public static final int NOPARAMETERS = 4;

    /** The item goes when the device stops: {@code KSCREATE_ITEM_FREEONSTOP}. */
    public static final int FREEONSTOP = 8;

    private KSCREATE_ITEM() {}
}

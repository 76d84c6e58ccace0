package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Sets of ways to give up quality, named as in the header without the prefix. */
public final class KSDEGRADESETID {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSDEGRADESETID_");

    /** {@code KSDEGRADESETID_Standard}, whose items are {@link KSDEGRADE_STANDARD}. */
    public static final Guid Standard = FAMILY.add("Standard", "{9F564180-704C-11D0-A5D6-28DB04C10000}");

    private KSDEGRADESETID() {}
}

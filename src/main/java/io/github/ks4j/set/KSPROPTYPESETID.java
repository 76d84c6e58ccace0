package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Sets of value types, named as in the header without the prefix. */
public final class KSPROPTYPESETID {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSPROPTYPESETID_");

    /** {@code KSPROPTYPESETID_General}. */
    public static final Guid General = FAMILY.add("General", "{97E99BA0-BDEA-11CF-A5D6-28DB04C10000}");

    private KSPROPTYPESETID() {}
}

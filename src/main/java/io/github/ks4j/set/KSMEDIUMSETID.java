package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Medium sets of pins, named as in the header without the prefix. */
public final class KSMEDIUMSETID {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSMEDIUMSETID_");

    /** {@code KSMEDIUMSETID_MidiBus}. */
    public static final Guid MidiBus = FAMILY.add("MidiBus", "{05908040-3246-11D0-A5D6-28DB04C10000}");

    /** {@code KSMEDIUMSETID_Standard}. */
    public static final Guid Standard = FAMILY.add("Standard", "{4747B320-62CE-11CF-A5D6-28DB04C10000}");

    /** {@code KSMEDIUMSETID_VPBus}. */
    public static final Guid VPBus = FAMILY.add("VPBus", "{A18C15EC-CE43-11D0-ABE7-00A0C9223196}");

    private KSMEDIUMSETID() {}
}

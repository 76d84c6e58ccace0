package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Interface sets of pins, named as in the header without the prefix. */
public final class KSINTERFACESETID {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSINTERFACESETID_");

    /** {@code KSINTERFACESETID_FileIo}. */
    public static final Guid FileIo = FAMILY.add("FileIo", "{8C6F932C-E771-11D0-B8FF-00A0C9223196}");

    /** {@code KSINTERFACESETID_Media}. */
    public static final Guid Media = FAMILY.add("Media", "{3A13EB40-30A7-11D0-A5D6-28DB04C10000}");

    /** {@code KSINTERFACESETID_Standard}. */
    public static final Guid Standard = FAMILY.add("Standard", "{1A8766A0-62CE-11CF-A5D6-28DB04C10000}");

    private KSINTERFACESETID() {}
}

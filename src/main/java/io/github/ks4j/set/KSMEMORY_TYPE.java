package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/** Kinds of memory that allocators use, named as in the header without the prefix. */
public final class KSMEMORY_TYPE {
    /** The names of the constants. */
    static final GuidFamily FAMILY = new GuidFamily("KSMEMORY_TYPE_");

    /** {@code KSMEMORY_TYPE_DEVICE_UNKNOWN}. */
    public static final Guid DEVICE_UNKNOWN = FAMILY.add("DEVICE_UNKNOWN", "{091BB639-603F-11D1-B067-00A0C9062802}");

    /** {@code KSMEMORY_TYPE_KERNEL_NONPAGED}. */
    public static final Guid KERNEL_NONPAGED = FAMILY.add("KERNEL_NONPAGED", "{4A6D5FC4-7895-11D1-B069-00A0C9062802}");

    /** {@code KSMEMORY_TYPE_KERNEL_PAGED}. */
    public static final Guid KERNEL_PAGED = FAMILY.add("KERNEL_PAGED", "{D833F8F8-7894-11D1-B069-00A0C9062802}");

    /** {@code KSMEMORY_TYPE_SYSTEM}. */
    public static final Guid SYSTEM = FAMILY.add("SYSTEM", "{091BB638-603F-11D1-B067-00A0C9062802}");

    /** {@code KSMEMORY_TYPE_USER}. */
    public static final Guid USER = FAMILY.add("USER", "{8CB0FC28-7893-11D1-B069-00A0C9062802}");

    private KSMEMORY_TYPE() {}
}

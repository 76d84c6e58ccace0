package io.github.ks4j.set;

/** What a pin requires of an allocator; named as in the header without the prefix. */
public final class KSALLOCATOR_REQUIREMENTF {
    /** {@code KSALLOCATOR_REQUIREMENTF_INPLACE_MODIFIER}. */
    public static final int INPLACE_MODIFIER = 1;

    /** {@code KSALLOCATOR_REQUIREMENTF_SYSTEM_MEMORY}. */
    public static final int SYSTEM_MEMORY = 2;

    /** {@code KSALLOCATOR_REQUIREMENTF_FRAME_INTEGRITY}. */
    public static final int FRAME_INTEGRITY = 4;

    /** {@code KSALLOCATOR_REQUIREMENTF_MUST_ALLOCATE}. */
    public static final int MUST_ALLOCATE = 8;

    /** {@code KSALLOCATOR_REQUIREMENTF_SYSTEM_MEMORY_CUSTOM_ALLOCATION}. */
    public static final int SYSTEM_MEMORY_CUSTOM_ALLOCATION = 0x10;

    /** {@code KSALLOCATOR_REQUIREMENTF_PREFERENCES_ONLY}. */
    public static final int PREFERENCES_ONLY = 0x80000000;

    private KSALLOCATOR_REQUIREMENTF() {}
}

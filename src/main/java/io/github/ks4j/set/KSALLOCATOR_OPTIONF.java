package io.github.ks4j.set;

/** How an allocator is created; named as in the header without the prefix. */
public final class KSALLOCATOR_OPTIONF {
    /** {@code KSALLOCATOR_OPTIONF_COMPATIBLE}. */
    public static final int COMPATIBLE = 1;

    /** {@code KSALLOCATOR_OPTIONF_SYSTEM_MEMORY}. */
    public static final int SYSTEM_MEMORY = 2;

    /** {@code KSALLOCATOR_OPTIONF_VALID}. */
    public static final int VALID = 3;

    private KSALLOCATOR_OPTIONF() {}
}

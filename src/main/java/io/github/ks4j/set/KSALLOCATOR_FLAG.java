package io.github.ks4j.set;

/** What a pin can do with frames; named as in the header without the prefix. */
public final class KSALLOCATOR_FLAG {
    /** {@code KSALLOCATOR_FLAG_PARTIAL_READ_SUPPORT}. */
    public static final int PARTIAL_READ_SUPPORT = 0x10;

    /** {@code KSALLOCATOR_FLAG_DEVICE_SPECIFIC}. */
    public static final int DEVICE_SPECIFIC = 0x20;

    /** {@code KSALLOCATOR_FLAG_CAN_ALLOCATE}. */
    public static final int CAN_ALLOCATE = 0x40;

    /** {@code KSALLOCATOR_FLAG_INSIST_ON_FRAMESIZE_RATIO}. */
    public static final int INSIST_ON_FRAMESIZE_RATIO = 0x80;

    /** {@code KSALLOCATOR_FLAG_NO_FRAME_INTEGRITY}. */
    public static final int NO_FRAME_INTEGRITY = 0x100;

    /** {@code KSALLOCATOR_FLAG_MULTIPLE_OUTPUT}. */
    public static final int MULTIPLE_OUTPUT = 0x200;

    /** {@code KSALLOCATOR_FLAG_CYCLE}. */
    public static final int CYCLE = 0x400;

    /** {@code KSALLOCATOR_FLAG_ALLOCATOR_EXISTS}. */
    public static final int ALLOCATOR_EXISTS = 0x800;

    /** {@code KSALLOCATOR_FLAG_INDEPENDENT_RANGES}. */
    public static final int INDEPENDENT_RANGES = 0x1000;

    /** {@code KSALLOCATOR_FLAG_ATTENTION_STEPPING}. */
    public static final int ATTENTION_STEPPING = 0x2000;

    /** {@code KSALLOCATOR_FLAG_ENABLE_CACHED_MDL}. */
    public static final int ENABLE_CACHED_MDL = 0x4000;

    /** {@code KSALLOCATOR_FLAG_2D_BUFFER_REQUIRED}. */
    public static final int _2D_BUFFER_REQUIRED = 0x8000;

    private KSALLOCATOR_FLAG() {}
}

package io.github.ks4j.set;

import java.util.List;

/**
 * The frames of an allocator. The items of {@code KSMETHODSETID_StreamAllocator}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksmethodsetid-streamallocator">KSMETHODSETID_StreamAllocator</a>
 */
public final class KSMETHOD_STREAMALLOCATOR {
    /** The set, {@code KSMETHODSETID_StreamAllocator}. */
    public static final KsSet SET = KsSet.of("KSMETHODSETID_StreamAllocator", "{CF6E4341-EC87-11CF-A130-0020AFD156E4}");

    /** Gives out a frame; pends while none is free. */
    public static final KsMethod ALLOC = new KsMethod(
            SET, 0, "KSMETHOD_STREAMALLOCATOR_ALLOC", KsMethod.Direction.WRITE, "ksmethod-streamallocator-alloc");

    /** Takes a frame back. */
    public static final KsMethod FREE = new KsMethod(
            SET, 1, "KSMETHOD_STREAMALLOCATOR_FREE", KsMethod.Direction.READ, "ksmethod-streamallocator-free");

    /** All items, by number. */
    public static final List<KsMethod> ITEMS = List.of(ALLOC, FREE);

    private KSMETHOD_STREAMALLOCATOR() {}
}

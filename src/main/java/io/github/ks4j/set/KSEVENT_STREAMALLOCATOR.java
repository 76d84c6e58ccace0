package io.github.ks4j.set;

import java.util.List;

/**
 * The frames of an allocator. The items of {@code KSEVENTSETID_StreamAllocator}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kseventsetid-streamallocator">KSEVENTSETID_StreamAllocator</a>
 */
public final class KSEVENT_STREAMALLOCATOR {
    /** The set, {@code KSEVENTSETID_StreamAllocator}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_StreamAllocator", "{75D95571-073C-11D0-A161-0020AFD156E4}");

    /** Private to the default allocator. */
    public static final KsEvent INTERNAL_FREEFRAME = new KsEvent(
            SET, 0, "KSEVENT_STREAMALLOCATOR_INTERNAL_FREEFRAME", "ksevent-streamallocator-internal-freeframe");

    /** A frame is free. */
    public static final KsEvent FREEFRAME =
            new KsEvent(SET, 1, "KSEVENT_STREAMALLOCATOR_FREEFRAME", "ksevent-streamallocator-freeframe");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(INTERNAL_FREEFRAME, FREEFRAME);

    private KSEVENT_STREAMALLOCATOR() {}
}

package io.github.ks4j.set;

import io.github.ks4j.struct.KSSTREAMALLOCATOR_STATUS;
import java.util.List;

/**
 * An allocator; sent to the allocator's handle. The items of {@code KSPROPSETID_StreamAllocator}, named as in the header
 * without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-streamallocator">KSPROPSETID_StreamAllocator</a>
 */
public final class KSPROPERTY_STREAMALLOCATOR {
    /** The set, {@code KSPROPSETID_StreamAllocator}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_StreamAllocator", "{CF6E4342-EC87-11CF-A130-0020AFD156E4}");

    /** The framing in force, and how many frames are out. Value: {@link KSSTREAMALLOCATOR_STATUS}. */
    public static final KsProperty<KSSTREAMALLOCATOR_STATUS> STATUS = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_STREAMALLOCATOR_STATUS",
            Codec.struct(KSSTREAMALLOCATOR_STATUS.LAYOUT),
            "ksproperty-streamallocator-status");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(STATUS);

    private KSPROPERTY_STREAMALLOCATOR() {}
}

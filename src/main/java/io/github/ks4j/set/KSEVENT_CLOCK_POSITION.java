package io.github.ks4j.set;

import java.util.List;

/**
 * The time of a clock. The items of {@code KSEVENTSETID_Clock}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kseventsetid-clock">KSEVENTSETID_Clock</a>
 */
public final class KSEVENT_CLOCK_POSITION {
    /** The set, {@code KSEVENTSETID_Clock}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_Clock", "{364D8E20-62C7-11CF-A5D6-28DB04C10000}");

    /** A regular moment has come. */
    public static final KsEvent INTERVAL_MARK =
            new KsEvent(SET, 0, "KSEVENT_CLOCK_INTERVAL_MARK", "ksevent-clock-interval-mark");

    /** The moment has come. */
    public static final KsEvent MARK =
            new KsEvent(SET, 1, "KSEVENT_CLOCK_POSITION_MARK", "ksevent-clock-position-mark");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(INTERVAL_MARK, MARK);

    private KSEVENT_CLOCK_POSITION() {}
}

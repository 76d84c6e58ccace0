package io.github.ks4j.set;

import java.util.List;

/**
 * The position in a loop. The items of {@code KSEVENTSETID_LoopedStreaming}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kseventsetid-loopedstreaming">KSEVENTSETID_LoopedStreaming</a>
 */
public final class KSEVENT_LOOPEDSTREAMING {
    /** The set, {@code KSEVENTSETID_LoopedStreaming}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_LoopedStreaming", "{4682B940-C6EF-11D0-96D8-00AA0051E51D}");

    /** The position has been reached. */
    public static final KsEvent POSITION =
            new KsEvent(SET, 0, "KSEVENT_LOOPEDSTREAMING_POSITION", "ksevent-loopedstreaming-position");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(POSITION);

    private KSEVENT_LOOPEDSTREAMING() {}
}

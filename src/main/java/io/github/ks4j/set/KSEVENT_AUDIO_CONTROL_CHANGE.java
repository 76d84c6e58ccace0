package io.github.ks4j.set;

import java.util.List;

/**
 * The controls of a node. The items of {@code KSEVENTSETID_AudioControlChange}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kseventsetid-audiocontrolchange">KSEVENTSETID_AudioControlChange</a>
 */
public final class KSEVENT_AUDIO_CONTROL_CHANGE {
    /** The set, {@code KSEVENTSETID_AudioControlChange}. */
    public static final KsSet SET =
            KsSet.of("KSEVENTSETID_AudioControlChange", "{E85E9698-FA2F-11D1-95BD-00C04FB925D3}");

    /** A control has changed. */
    public static final KsEvent CONTROL_CHANGE =
            new KsEvent(SET, 0, "KSEVENT_CONTROL_CHANGE", "ksevent-control-change");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(CONTROL_CHANGE);

    private KSEVENT_AUDIO_CONTROL_CHANGE() {}
}

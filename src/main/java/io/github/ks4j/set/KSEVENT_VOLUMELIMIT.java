package io.github.ks4j.set;

import java.util.List;

/**
 * The limit of the volume. The items of {@code KSEVENTSETID_VolumeLimit}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kseventsetid-volumelimit">KSEVENTSETID_VolumeLimit</a>
 */
public final class KSEVENT_VOLUMELIMIT {
    /** The set, {@code KSEVENTSETID_VolumeLimit}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_VolumeLimit", "{DA168465-3A7C-4858-9D4A-3E8E24701AEF}");

    /** The limit has changed. */
    public static final KsEvent CHANGED =
            new KsEvent(SET, 0, "KSEVENT_VOLUMELIMIT_CHANGED", "ksevent-volumelimit-changed");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(CHANGED);

    private KSEVENT_VOLUMELIMIT() {}
}

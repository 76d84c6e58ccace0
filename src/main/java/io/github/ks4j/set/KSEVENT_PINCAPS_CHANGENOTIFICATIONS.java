package io.github.ks4j.set;

import java.util.List;

/**
 * What a pin can do. The items of {@code KSEVENTSETID_PinCapsChange}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kseventsetid-pincapschange">KSEVENTSETID_PinCapsChange</a>
 */
public final class KSEVENT_PINCAPS_CHANGENOTIFICATIONS {
    /** The set, {@code KSEVENTSETID_PinCapsChange}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_PinCapsChange", "{DD4F192E-3B78-49AD-A534-2C315B822000}");

    /** The formats have changed. */
    public static final KsEvent FORMATCHANGE =
            new KsEvent(SET, 0, "KSEVENT_PINCAPS_FORMATCHANGE", "ksevent-pincaps-formatchange");

    /** The jack has changed. */
    public static final KsEvent JACKINFOCHANGE =
            new KsEvent(SET, 1, "KSEVENT_PINCAPS_JACKINFOCHANGE", "ksevent-pincaps-jackinfochange");

    /** Clients must start over. */
    public static final KsEvent INVALIDATECLIENTS =
            new KsEvent(SET, 2, "KSEVENT_PINCAPS_INVALIDATECLIENTS", "ksevent-pincaps-invalidateclients");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(FORMATCHANGE, JACKINFOCHANGE, INVALIDATECLIENTS);

    private KSEVENT_PINCAPS_CHANGENOTIFICATIONS() {}
}

package io.github.ks4j.set;

import java.util.List;

/**
 * What happens at a camera. The items of {@code KSEVENTSETID_VIDCAPTOSTI}, which the documentation calls
 * {@code KSEVENTSETID_VIDCAPNotify} too.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kseventsetid-vidcapnotify">KSEVENTSETID_VIDCAPNotify</a>
 */
public final class KSEVENT_VIDCAPTOSTI {
    /** The set, {@code KSEVENTSETID_VIDCAPTOSTI}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_VIDCAPTOSTI", "{DB47DE20-F628-11D1-BA41-00A0C90D2B05}");

    /** The button for a still picture has been pressed. */
    public static final KsEvent EXT_TRIGGER =
            new KsEvent(SET, 0, "KSEVENT_VIDCAPTOSTI_EXT_TRIGGER", "ksevent-vidcaptosti-ext-trigger");

    /** The device has changed a control by itself. */
    public static final KsEvent AUTO_UPDATE =
            new KsEvent(SET, 1, "KSEVENT_VIDCAP_AUTO_UPDATE", "ksevent-vidcap-auto-update");

    /** A tuner has found a channel. */
    public static final KsEvent SEARCH = new KsEvent(SET, 2, "KSEVENT_VIDCAP_SEARCH", "ksevent-vidcap-search");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS = List.of(EXT_TRIGGER, AUTO_UPDATE, SEARCH);

    private KSEVENT_VIDCAPTOSTI() {}
}

package io.github.ks4j.set;

import java.util.List;

/**
 * The connection of a pin. The items of {@code KSEVENTSETID_Connection}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kseventsetid-connection">KSEVENTSETID_Connection</a>
 */
public final class KSEVENT_CONNECTION {
    /** The set, {@code KSEVENTSETID_Connection}. */
    public static final KsSet SET = KsSet.of("KSEVENTSETID_Connection", "{7F4BCBE0-9EA5-11CF-A5D6-28DB04C10000}");

    /** The position has moved. */
    public static final KsEvent POSITIONUPDATE =
            new KsEvent(SET, 0, "KSEVENT_CONNECTION_POSITIONUPDATE", "ksevent-connection-positionupdate");

    /** The data has a gap. */
    public static final KsEvent DATADISCONTINUITY =
            new KsEvent(SET, 1, "KSEVENT_CONNECTION_DATADISCONTINUITY", "ksevent-connection-datadiscontinuity");

    /** The time has a gap. */
    public static final KsEvent TIMEDISCONTINUITY =
            new KsEvent(SET, 2, "KSEVENT_CONNECTION_TIMEDISCONTINUITY", "ksevent-connection-timediscontinuity");

    /** The priority has changed. */
    public static final KsEvent PRIORITY =
            new KsEvent(SET, 3, "KSEVENT_CONNECTION_PRIORITY", "ksevent-connection-priority");

    /** The end of the stream has come. */
    public static final KsEvent ENDOFSTREAM =
            new KsEvent(SET, 4, "KSEVENT_CONNECTION_ENDOFSTREAM", "ksevent-connection-endofstream");

    /** All items, by number. */
    public static final List<KsEvent> ITEMS =
            List.of(POSITIONUPDATE, DATADISCONTINUITY, TIMEDISCONTINUITY, PRIORITY, ENDOFSTREAM);

    private KSEVENT_CONNECTION() {}
}

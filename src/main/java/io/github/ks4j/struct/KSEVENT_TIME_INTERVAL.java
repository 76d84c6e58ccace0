package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSEVENT_TIME_INTERVAL}: enables an event at regular moments of a clock. Takes 48 bytes in a 64-bit process,
 * 32 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksevent_time_interval">ns-ks-ksevent_time_interval</a>
 */
public final class KSEVENT_TIME_INTERVAL extends Struct<KSEVENT_TIME_INTERVAL> {
    private static final Declaration<KSEVENT_TIME_INTERVAL> C =
            Declaration.struct("KSEVENT_TIME_INTERVAL", KSEVENT_TIME_INTERVAL::new);

    /** How the event notifies. */
    public static final Nested<KSEVENT_TIME_INTERVAL, KSEVENTDATA> EventData =
            C.nested(KSEVENTDATA.LAYOUT, "EventData");

    /** The presentation time of the first notification, in 100 ns units. */
    public static final Int64<KSEVENT_TIME_INTERVAL> TimeBase = C.longlong("TimeBase");

    /** The distance between two notifications, in 100 ns units. */
    public static final Int64<KSEVENT_TIME_INTERVAL> Interval = C.longlong("Interval");

    /** The layout. */
    public static final Layout<KSEVENT_TIME_INTERVAL> LAYOUT = C.layout();

    private KSEVENT_TIME_INTERVAL(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSEVENT_TIME_MARK}: enables an event at one moment of a clock. Takes 40 bytes in a 64-bit process, 24 in a
 * 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksevent_time_mark">ns-ks-ksevent_time_mark</a>
 */
public final class KSEVENT_TIME_MARK extends Struct<KSEVENT_TIME_MARK> {
    private static final Declaration<KSEVENT_TIME_MARK> C =
            Declaration.struct("KSEVENT_TIME_MARK", KSEVENT_TIME_MARK::new);

    /** How the event notifies. */
    public static final Nested<KSEVENT_TIME_MARK, KSEVENTDATA> EventData = C.nested(KSEVENTDATA.LAYOUT, "EventData");

    /** The presentation time, in 100 ns units. */
    public static final Int64<KSEVENT_TIME_MARK> MarkTime = C.longlong("MarkTime");

    /** The layout. */
    public static final Layout<KSEVENT_TIME_MARK> LAYOUT = C.layout();

    private KSEVENT_TIME_MARK(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code LOOPEDSTREAMING_POSITION_EVENT_DATA}: enables an event at one position of a loop. Takes 40 bytes in a 64-bit
 * process, 24 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-loopedstreaming_position_event_data">ns-ksmedia-loopedstreaming_position_event_data</a>
 */
public final class LOOPEDSTREAMING_POSITION_EVENT_DATA extends Struct<LOOPEDSTREAMING_POSITION_EVENT_DATA> {
    private static final Declaration<LOOPEDSTREAMING_POSITION_EVENT_DATA> C =
            Declaration.struct("LOOPEDSTREAMING_POSITION_EVENT_DATA", LOOPEDSTREAMING_POSITION_EVENT_DATA::new);

    /** How the event notifies. */
    public static final Nested<LOOPEDSTREAMING_POSITION_EVENT_DATA, KSEVENTDATA> KsEventData =
            C.nested(KSEVENTDATA.LAYOUT, "KsEventData");

    /** The position, in bytes from the start of the loop. */
    public static final Int64<LOOPEDSTREAMING_POSITION_EVENT_DATA> Position = C.ulonglong("Position");

    /** The layout. */
    public static final Layout<LOOPEDSTREAMING_POSITION_EVENT_DATA> LAYOUT = C.layout();

    private LOOPEDSTREAMING_POSITION_EVENT_DATA(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSAUDIO_POSITIONEX}: where an audio stream is, and between which times that was found out. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksaudio_positionex">ns-ksmedia-ksaudio_positionex</a>
 */
public final class KSAUDIO_POSITIONEX extends Struct<KSAUDIO_POSITIONEX> {
    private static final Declaration<KSAUDIO_POSITIONEX> C =
            Declaration.struct("KSAUDIO_POSITIONEX", KSAUDIO_POSITIONEX::new);

    /** How often the timer that the times are of counts in a second. */
    public static final Int64<KSAUDIO_POSITIONEX> TimerFrequency = C.longlong("TimerFrequency");

    /** The time before the position was found out. */
    public static final Int64<KSAUDIO_POSITIONEX> TimeStamp1 = C.longlong("TimeStamp1");

    /** The position. */
    public static final Nested<KSAUDIO_POSITIONEX, KSAUDIO_POSITION> Position =
            C.nested(KSAUDIO_POSITION.LAYOUT, "Position");

    /** The time after that. */
    public static final Int64<KSAUDIO_POSITIONEX> TimeStamp2 = C.longlong("TimeStamp2");

    /** The layout. */
    public static final Layout<KSAUDIO_POSITIONEX> LAYOUT = C.layout();

    private KSAUDIO_POSITIONEX(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

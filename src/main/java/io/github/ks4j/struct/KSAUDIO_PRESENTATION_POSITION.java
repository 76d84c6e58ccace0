package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSAUDIO_PRESENTATION_POSITION}: where an audio stream is, at one moment. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksaudio_presentation_position">ns-ksmedia-ksaudio_presentation_position</a>
 */
public final class KSAUDIO_PRESENTATION_POSITION extends Struct<KSAUDIO_PRESENTATION_POSITION> {
    private static final Declaration<KSAUDIO_PRESENTATION_POSITION> C =
            Declaration.struct("KSAUDIO_PRESENTATION_POSITION", KSAUDIO_PRESENTATION_POSITION::new);

    /** The frames that left the speaker. */
    public static final Int64<KSAUDIO_PRESENTATION_POSITION> u64PositionInBlocks = C.ulonglong("u64PositionInBlocks");

    /** The performance counter then, in 100 ns units. */
    public static final Int64<KSAUDIO_PRESENTATION_POSITION> u64QPCPosition = C.ulonglong("u64QPCPosition");

    /** The layout. */
    public static final Layout<KSAUDIO_PRESENTATION_POSITION> LAYOUT = C.layout();

    private KSAUDIO_PRESENTATION_POSITION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

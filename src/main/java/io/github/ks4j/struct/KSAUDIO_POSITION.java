package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSAUDIO_POSITION}: where an audio stream is, in bytes. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksaudio_position">ns-ksmedia-ksaudio_position</a>
 */
public final class KSAUDIO_POSITION extends Struct<KSAUDIO_POSITION> {
    private static final Declaration<KSAUDIO_POSITION> C =
            Declaration.struct("KSAUDIO_POSITION", KSAUDIO_POSITION::new);

    /** What is played, or captured, now. */
    public static final Int64<KSAUDIO_POSITION> PlayOffset = C.ulonglong("PlayOffset");

    /** How far the buffer may no longer be changed. */
    public static final Int64<KSAUDIO_POSITION> WriteOffset = C.ulonglong("WriteOffset");

    /** The layout. */
    public static final Layout<KSAUDIO_POSITION> LAYOUT = C.layout();

    private KSAUDIO_POSITION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

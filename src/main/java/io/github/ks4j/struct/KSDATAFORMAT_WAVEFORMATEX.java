package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSDATAFORMAT_WAVEFORMATEX}: an audio format with its head. Takes 82 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksdataformat_waveformatex">ns-ksmedia-ksdataformat_waveformatex</a>
 */
public final class KSDATAFORMAT_WAVEFORMATEX extends Struct<KSDATAFORMAT_WAVEFORMATEX> {
    private static final Declaration<KSDATAFORMAT_WAVEFORMATEX> C =
            Declaration.packed(1, "KSDATAFORMAT_WAVEFORMATEX", KSDATAFORMAT_WAVEFORMATEX::new);

    /** The head; its {@code FormatSize} is 82, or more with an extension. */
    public static final Nested<KSDATAFORMAT_WAVEFORMATEX, KSDATAFORMAT> DataFormat =
            C.nested(KSDATAFORMAT.LAYOUT, "DataFormat");

    /** The audio format. */
    public static final Nested<KSDATAFORMAT_WAVEFORMATEX, WAVEFORMATEX> WaveFormatEx =
            C.nested(WAVEFORMATEX.LAYOUT, "WaveFormatEx");

    /** The layout. */
    public static final Layout<KSDATAFORMAT_WAVEFORMATEX> LAYOUT = C.layout();

    private KSDATAFORMAT_WAVEFORMATEX(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

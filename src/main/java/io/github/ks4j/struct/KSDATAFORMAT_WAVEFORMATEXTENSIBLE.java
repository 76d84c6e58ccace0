package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSDATAFORMAT_WAVEFORMATEXTENSIBLE}: an extensible audio format with its head. Takes 104 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksdataformat_waveformatextensible">ns-ksmedia-ksdataformat_waveformatextensible</a>
 */
public final class KSDATAFORMAT_WAVEFORMATEXTENSIBLE extends Struct<KSDATAFORMAT_WAVEFORMATEXTENSIBLE> {
    private static final Declaration<KSDATAFORMAT_WAVEFORMATEXTENSIBLE> C =
            Declaration.packed(1, "KSDATAFORMAT_WAVEFORMATEXTENSIBLE", KSDATAFORMAT_WAVEFORMATEXTENSIBLE::new);

    /** The head; its {@code FormatSize} is 104. */
    public static final Nested<KSDATAFORMAT_WAVEFORMATEXTENSIBLE, KSDATAFORMAT> DataFormat =
            C.nested(KSDATAFORMAT.LAYOUT, "DataFormat");

    /** The audio format. */
    public static final Nested<KSDATAFORMAT_WAVEFORMATEXTENSIBLE, WAVEFORMATEXTENSIBLE> WaveFormatExt =
            C.nested(WAVEFORMATEXTENSIBLE.LAYOUT, "WaveFormatExt");

    /** The layout. */
    public static final Layout<KSDATAFORMAT_WAVEFORMATEXTENSIBLE> LAYOUT = C.layout();

    private KSDATAFORMAT_WAVEFORMATEXTENSIBLE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

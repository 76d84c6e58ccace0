package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.UInt16;
import java.nio.ByteBuffer;

/**
 * {@code WAVEFORMATEXTENSIBLE}: an audio format with more than two channels, or with samples that do not fill their
 * container. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/mmreg/ns-mmreg-waveformatextensible">ns-mmreg-waveformatextensible</a>
 */
public final class WAVEFORMATEXTENSIBLE extends Struct<WAVEFORMATEXTENSIBLE> {
    private static final Declaration<WAVEFORMATEXTENSIBLE> C =
            Declaration.packed(1, "WAVEFORMATEXTENSIBLE", WAVEFORMATEXTENSIBLE::new);

    /** The common part; its tag is {@code WAVE_FORMAT_EXTENSIBLE}, its extension 22 bytes. */
    public static final Nested<WAVEFORMATEXTENSIBLE, WAVEFORMATEX> Format = C.nested(WAVEFORMATEX.LAYOUT, "Format");

    /** The valid bits of a sample. */
    public static final UInt16<WAVEFORMATEXTENSIBLE> Samples = C.ushort("Samples");

    /** The speakers that the channels belong to, in the order of the bits. */
    public static final Int32<WAVEFORMATEXTENSIBLE> dwChannelMask = C.ulong("dwChannelMask");

    /** The encoding, for example {@code KSDATAFORMAT_SUBTYPE_PCM}. */
    public static final GuidField<WAVEFORMATEXTENSIBLE> SubFormat = C.guid("SubFormat");

    /** The layout. */
    public static final Layout<WAVEFORMATEXTENSIBLE> LAYOUT = C.layout();

    private WAVEFORMATEXTENSIBLE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.UInt16;
import java.nio.ByteBuffer;

/**
 * {@code WAVEFORMATEX}: an audio format; {@code cbSize} bytes of extension follow. Takes 18 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/mmreg/ns-mmreg-waveformatex">ns-mmreg-waveformatex</a>
 */
public final class WAVEFORMATEX extends Struct<WAVEFORMATEX> {
    private static final Declaration<WAVEFORMATEX> C = Declaration.packed(1, "WAVEFORMATEX", WAVEFORMATEX::new);

    /** The encoding: 1 PCM, 3 IEEE float, {@code 0xFFFE} extensible. */
    public static final UInt16<WAVEFORMATEX> wFormatTag = C.ushort("wFormatTag");

    /** The number of channels. */
    public static final UInt16<WAVEFORMATEX> nChannels = C.ushort("nChannels");

    /** The sample rate, in Hz. */
    public static final Int32<WAVEFORMATEX> nSamplesPerSec = C.ulong("nSamplesPerSec");

    /** The bytes of a second. */
    public static final Int32<WAVEFORMATEX> nAvgBytesPerSec = C.ulong("nAvgBytesPerSec");

    /** The bytes of a frame: one sample of each channel. */
    public static final UInt16<WAVEFORMATEX> nBlockAlign = C.ushort("nBlockAlign");

    /** The bits of a sample's container. */
    public static final UInt16<WAVEFORMATEX> wBitsPerSample = C.ushort("wBitsPerSample");

    /** The size of the extension: 22 for {@link WAVEFORMATEXTENSIBLE}. */
    public static final UInt16<WAVEFORMATEX> cbSize = C.ushort("cbSize");

    /** The layout. */
    public static final Layout<WAVEFORMATEX> LAYOUT = C.layout();

    private WAVEFORMATEX(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

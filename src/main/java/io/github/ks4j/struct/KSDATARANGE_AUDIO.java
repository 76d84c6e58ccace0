package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSDATARANGE_AUDIO}: a range of PCM or float formats. Drivers built without the alignment report a {@code
 * FormatSize} of 84. Takes 88 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksdatarange_audio">ns-ksmedia-ksdatarange_audio</a>
 */
public final class KSDATARANGE_AUDIO extends Struct<KSDATARANGE_AUDIO> {
    private static final Declaration<KSDATARANGE_AUDIO> C =
            Declaration.struct("KSDATARANGE_AUDIO", KSDATARANGE_AUDIO::new);

    /** The head. */
    public static final Nested<KSDATARANGE_AUDIO, KSDATARANGE> DataRange = C.nested(KSDATARANGE.LAYOUT, "DataRange");

    /** The greatest number of channels; {@code 0xFFFFFFFF} if there is no limit. */
    public static final Int32<KSDATARANGE_AUDIO> MaximumChannels = C.ulong("MaximumChannels");

    /** The least bits of a sample. */
    public static final Int32<KSDATARANGE_AUDIO> MinimumBitsPerSample = C.ulong("MinimumBitsPerSample");

    /** The greatest bits of a sample. */
    public static final Int32<KSDATARANGE_AUDIO> MaximumBitsPerSample = C.ulong("MaximumBitsPerSample");

    /** The least sample rate, in Hz. */
    public static final Int32<KSDATARANGE_AUDIO> MinimumSampleFrequency = C.ulong("MinimumSampleFrequency");

    /** The greatest sample rate, in Hz. */
    public static final Int32<KSDATARANGE_AUDIO> MaximumSampleFrequency = C.ulong("MaximumSampleFrequency");

    /** The layout. */
    public static final Layout<KSDATARANGE_AUDIO> LAYOUT = C.layout();

    private KSDATARANGE_AUDIO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

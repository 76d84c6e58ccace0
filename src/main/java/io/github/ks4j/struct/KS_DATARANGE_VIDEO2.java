package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_DATARANGE_VIDEO2}: a range of video formats with interlacing. Takes 320 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_datarange_video2">ns-ksmedia-tagks_datarange_video2</a>
 */
public final class KS_DATARANGE_VIDEO2 extends Struct<KS_DATARANGE_VIDEO2> {
    private static final Declaration<KS_DATARANGE_VIDEO2> C =
            Declaration.struct("KS_DATARANGE_VIDEO2", KS_DATARANGE_VIDEO2::new);

    /** The head. */
    public static final Nested<KS_DATARANGE_VIDEO2, KSDATARANGE> DataRange = C.nested(KSDATARANGE.LAYOUT, "DataRange");

    /** Whether all samples have one size. */
    public static final Int32<KS_DATARANGE_VIDEO2> bFixedSizeSamples = C.ulong("bFixedSizeSamples");

    /** Whether frames depend on each other. */
    public static final Int32<KS_DATARANGE_VIDEO2> bTemporalCompression = C.ulong("bTemporalCompression");

    /** {@code KS_VIDEOSTREAM_} bits. */
    public static final Int32<KS_DATARANGE_VIDEO2> StreamDescriptionFlags = C.ulong("StreamDescriptionFlags");

    /** {@code KS_VIDEO_ALLOC_} bits. */
    public static final Int32<KS_DATARANGE_VIDEO2> MemoryAllocationFlags = C.ulong("MemoryAllocationFlags");

    /** What can be varied. */
    public static final Nested<KS_DATARANGE_VIDEO2, KS_VIDEO_STREAM_CONFIG_CAPS> ConfigCaps =
            C.nested(KS_VIDEO_STREAM_CONFIG_CAPS.LAYOUT, "ConfigCaps");

    /** The default format. */
    public static final Nested<KS_DATARANGE_VIDEO2, KS_VIDEOINFOHEADER2> VideoInfoHeader =
            C.nested(KS_VIDEOINFOHEADER2.LAYOUT, "VideoInfoHeader");

    /** The layout. */
    public static final Layout<KS_DATARANGE_VIDEO2> LAYOUT = C.layout();

    private KS_DATARANGE_VIDEO2(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_DATARANGE_VIDEO}: a range of video formats. Takes 296 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_datarange_video">ns-ksmedia-tagks_datarange_video</a>
 */
public final class KS_DATARANGE_VIDEO extends Struct<KS_DATARANGE_VIDEO> {
    private static final Declaration<KS_DATARANGE_VIDEO> C =
            Declaration.struct("KS_DATARANGE_VIDEO", KS_DATARANGE_VIDEO::new);

    /** The head. */
    public static final Nested<KS_DATARANGE_VIDEO, KSDATARANGE> DataRange = C.nested(KSDATARANGE.LAYOUT, "DataRange");

    /** Whether all samples have one size. */
    public static final Int32<KS_DATARANGE_VIDEO> bFixedSizeSamples = C.ulong("bFixedSizeSamples");

    /** Whether frames depend on each other. */
    public static final Int32<KS_DATARANGE_VIDEO> bTemporalCompression = C.ulong("bTemporalCompression");

    /** {@code KS_VIDEOSTREAM_} bits. */
    public static final Int32<KS_DATARANGE_VIDEO> StreamDescriptionFlags = C.ulong("StreamDescriptionFlags");

    /** {@code KS_VIDEO_ALLOC_} bits. */
    public static final Int32<KS_DATARANGE_VIDEO> MemoryAllocationFlags = C.ulong("MemoryAllocationFlags");

    /** What can be varied. */
    public static final Nested<KS_DATARANGE_VIDEO, KS_VIDEO_STREAM_CONFIG_CAPS> ConfigCaps =
            C.nested(KS_VIDEO_STREAM_CONFIG_CAPS.LAYOUT, "ConfigCaps");

    /** The default format. */
    public static final Nested<KS_DATARANGE_VIDEO, KS_VIDEOINFOHEADER> VideoInfoHeader =
            C.nested(KS_VIDEOINFOHEADER.LAYOUT, "VideoInfoHeader");

    /** The layout. */
    public static final Layout<KS_DATARANGE_VIDEO> LAYOUT = C.layout();

    private KS_DATARANGE_VIDEO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

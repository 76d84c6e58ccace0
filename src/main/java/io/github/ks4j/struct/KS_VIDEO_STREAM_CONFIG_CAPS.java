package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Scalars;
import java.nio.ByteBuffer;

/**
 * {@code KS_VIDEO_STREAM_CONFIG_CAPS}: what a video pin can vary: sizes, cropping, frame rates. Takes 128 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-_ks_video_stream_config_caps">ns-ksmedia-_ks_video_stream_config_caps</a>
 */
public final class KS_VIDEO_STREAM_CONFIG_CAPS extends Struct<KS_VIDEO_STREAM_CONFIG_CAPS> {
    private static final Declaration<KS_VIDEO_STREAM_CONFIG_CAPS> C =
            Declaration.struct("KS_VIDEO_STREAM_CONFIG_CAPS", KS_VIDEO_STREAM_CONFIG_CAPS::new);

    /** The specifier of the format. */
    public static final GuidField<KS_VIDEO_STREAM_CONFIG_CAPS> guid = C.guid("guid");

    /** The analog standards, {@code KS_AnalogVideo_} bits. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> VideoStandard = C.ulong("VideoStandard");

    /** The native size: width and height, in pixels. */
    public static final Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> InputSize = C.ulongs("InputSize", 2);

    /** The least part of the source: width and height. */
    public static final Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> MinCroppingSize = C.ulongs("MinCroppingSize", 2);

    /** The greatest part of the source: width and height. */
    public static final Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> MaxCroppingSize = C.ulongs("MaxCroppingSize", 2);

    /** The step of the part's width. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> CropGranularityX = C.slong("CropGranularityX");

    /** The step of the part's height. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> CropGranularityY = C.slong("CropGranularityY");

    /** The step of the part's left edge. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> CropAlignX = C.slong("CropAlignX");

    /** The step of the part's upper edge. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> CropAlignY = C.slong("CropAlignY");

    /** The least output: width and height. */
    public static final Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> MinOutputSize = C.ulongs("MinOutputSize", 2);

    /** The greatest output: width and height. */
    public static final Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> MaxOutputSize = C.ulongs("MaxOutputSize", 2);

    /** The step of the output's width. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> OutputGranularityX = C.slong("OutputGranularityX");

    /** The step of the output's height. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> OutputGranularityY = C.slong("OutputGranularityY");

    /** How well the width is stretched; 0 not at all. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> StretchTapsX = C.slong("StretchTapsX");

    /** How well the height is stretched; 0 not at all. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> StretchTapsY = C.slong("StretchTapsY");

    /** How well the width is shrunk; 0 not at all. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> ShrinkTapsX = C.slong("ShrinkTapsX");

    /** How well the height is shrunk; 0 not at all. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> ShrinkTapsY = C.slong("ShrinkTapsY");

    /** The least time between two frames, in 100 ns units. */
    public static final Int64<KS_VIDEO_STREAM_CONFIG_CAPS> MinFrameInterval = C.longlong("MinFrameInterval");

    /** The greatest time between two frames, in 100 ns units. */
    public static final Int64<KS_VIDEO_STREAM_CONFIG_CAPS> MaxFrameInterval = C.longlong("MaxFrameInterval");

    /** The least data rate. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> MinBitsPerSecond = C.slong("MinBitsPerSecond");

    /** The greatest data rate. */
    public static final Int32<KS_VIDEO_STREAM_CONFIG_CAPS> MaxBitsPerSecond = C.slong("MaxBitsPerSecond");

    /** The layout. */
    public static final Layout<KS_VIDEO_STREAM_CONFIG_CAPS> LAYOUT = C.layout();

    private KS_VIDEO_STREAM_CONFIG_CAPS(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

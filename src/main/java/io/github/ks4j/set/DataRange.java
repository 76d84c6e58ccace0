package io.github.ks4j.set;

import io.github.ks4j.struct.Field;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATARANGE;
import io.github.ks4j.struct.KSDATARANGE_AUDIO;
import io.github.ks4j.struct.KS_DATARANGE_VIDEO;
import io.github.ks4j.struct.KS_VIDEO_STREAM_CONFIG_CAPS;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A range of formats that a pin offers: {@code KSDATARANGE} and what follows it. Immutable. */
public final class DataRange extends FormatBytes {
    /** What drivers report that were built without the alignment of the structure. */
    private static final int AUDIO_WITHOUT_PADDING = 84;

    private static final List<Field.Scalars<KS_VIDEO_STREAM_CONFIG_CAPS>> SIZES = List.of(
            KS_VIDEO_STREAM_CONFIG_CAPS.InputSize,
            KS_VIDEO_STREAM_CONFIG_CAPS.MinCroppingSize,
            KS_VIDEO_STREAM_CONFIG_CAPS.MaxCroppingSize,
            KS_VIDEO_STREAM_CONFIG_CAPS.MinOutputSize,
            KS_VIDEO_STREAM_CONFIG_CAPS.MaxOutputSize);

    private DataRange(byte[] bytes) {
        super(bytes);
    }

    /**
     * A range from its bytes.
     *
     * @param bytes at least the 64 bytes of a {@code KSDATARANGE}
     * @return the range
     * @throws MalformedValueException if there are fewer bytes, or fewer than {@code FormatSize}
     */
    public static DataRange of(byte[] bytes) {
        return new DataRange(checked(bytes));
    }

    /**
     * A range of which only the head matters.
     *
     * @param major the major format
     * @param sub the subformat
     * @param specifier the specifier
     * @return the range, 64 bytes
     */
    public static DataRange of(Guid major, Guid sub, Guid specifier) {
        return new DataRange(withHead(HEAD, 0, major, sub, specifier));
    }

    /**
     * A range of audio formats with a {@code WAVEFORMATEX}.
     *
     * @param sub the encoding, {@link KSDATAFORMAT_SUBTYPE#PCM} or {@link KSDATAFORMAT_SUBTYPE#IEEE_FLOAT}
     * @param audio the range
     * @return the range, 88 bytes
     */
    public static DataRange audio(Guid sub, AudioRange audio) {
        byte[] bytes = withHead(
                KSDATARANGE_AUDIO.LAYOUT.size(), 0, KSDATAFORMAT_TYPE.AUDIO, sub, KSDATAFORMAT_SPECIFIER.WAVEFORMATEX);
        KSDATARANGE_AUDIO
                .LAYOUT
                .at(ByteBuffer.wrap(bytes), 0)
                .set(KSDATARANGE_AUDIO.MaximumChannels, audio.maximumChannels())
                .set(KSDATARANGE_AUDIO.MinimumBitsPerSample, audio.minimumBits())
                .set(KSDATARANGE_AUDIO.MaximumBitsPerSample, audio.maximumBits())
                .set(KSDATARANGE_AUDIO.MinimumSampleFrequency, audio.minimumRate())
                .set(KSDATARANGE_AUDIO.MaximumSampleFrequency, audio.maximumRate());
        return new DataRange(bytes);
    }

    /**
     * A range of video formats of one size, as cameras offer them, with a {@code VIDEOINFOHEADER}.
     *
     * @param fastest the format that the range gives as its default; its interval is the shortest
     * @param longestInterval the longest time from one frame to the next, in units of 100 ns
     * @param purpose {@link KS_VIDEOSTREAM} bits
     * @return the range, 296 bytes
     */
    public static DataRange video(VideoFormat fastest, long longestInterval, int purpose) {
        byte[] bytes = withHead(
                KS_DATARANGE_VIDEO.LAYOUT.size(),
                fastest.imageSize(),
                KSDATAFORMAT_TYPE.VIDEO,
                fastest.encoding(),
                KSDATAFORMAT_SPECIFIER.VIDEOINFO);
        KS_DATARANGE_VIDEO range = KS_DATARANGE_VIDEO
                .LAYOUT
                .at(ByteBuffer.wrap(bytes), 0)
                .set(KS_DATARANGE_VIDEO.bFixedSizeSamples, fastest.encoding().equals(VideoFormat.MJPG) ? 0 : 1)
                .set(KS_DATARANGE_VIDEO.StreamDescriptionFlags, purpose);
        KS_VIDEO_STREAM_CONFIG_CAPS caps = range.get(KS_DATARANGE_VIDEO.ConfigCaps);
        for (Field.Scalars<KS_VIDEO_STREAM_CONFIG_CAPS> size : SIZES) {
            caps.set(size, 0, fastest.width()).set(size, 1, fastest.height());
        }
        caps.set(KS_VIDEO_STREAM_CONFIG_CAPS.guid, KSDATAFORMAT_SPECIFIER.VIDEOINFO)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityX, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.CropGranularityY, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignX, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.CropAlignY, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityX, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.OutputGranularityY, 1)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.MinFrameInterval, fastest.frameInterval())
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.MaxFrameInterval, longestInterval)
                .set(KS_VIDEO_STREAM_CONFIG_CAPS.MinBitsPerSecond, DataFormat.bitRate(fastest, longestInterval))
                .set(
                        KS_VIDEO_STREAM_CONFIG_CAPS.MaxBitsPerSecond,
                        DataFormat.bitRate(fastest, fastest.frameInterval()));
        DataFormat.video(range.get(KS_DATARANGE_VIDEO.VideoInfoHeader), fastest);
        return new DataRange(bytes);
    }

    /**
     * The video format that this range gives as its default.
     *
     * @return empty if it is no {@code KS_DATARANGE_VIDEO}
     */
    public Optional<VideoFormat> video() {
        return specifier().equals(KSDATAFORMAT_SPECIFIER.VIDEOINFO) && formatSize() >= KS_DATARANGE_VIDEO.LAYOUT.size()
                ? Optional.of(DataFormat.video(
                        subFormat(),
                        KS_DATARANGE_VIDEO
                                .LAYOUT
                                .at(ByteBuffer.wrap(bytes), 0)
                                .get(KS_DATARANGE_VIDEO.VideoInfoHeader)))
                : Optional.empty();
    }

    /**
     * The same range with other attributes.
     *
     * @param attributes the attributes; none for a range without
     * @return the range; its {@code FormatSize} does not count the attributes
     */
    public DataRange withAttributes(FormatAttribute... attributes) {
        int flags = flags() & ~(KSDATARANGE.ATTRIBUTES | KSDATARANGE.REQUIRED_ATTRIBUTES);
        for (FormatAttribute attribute : attributes) {
            flags |= attribute.required()
                    ? KSDATARANGE.ATTRIBUTES | KSDATARANGE.REQUIRED_ATTRIBUTES
                    : KSDATARANGE.ATTRIBUTES;
        }
        return new DataRange(with(flags, List.of(attributes)));
    }

    /**
     * The audio formats of this range.
     *
     * @return empty if it is no {@code KSDATARANGE_AUDIO}
     */
    public Optional<AudioRange> audio() {
        if (!majorFormat().equals(KSDATAFORMAT_TYPE.AUDIO) || formatSize() < AUDIO_WITHOUT_PADDING) {
            return Optional.empty();
        }
        byte[] padded = Arrays.copyOf(bytes, Math.max(bytes.length, KSDATARANGE_AUDIO.LAYOUT.size()));
        KSDATARANGE_AUDIO audio = KSDATARANGE_AUDIO.LAYOUT.at(ByteBuffer.wrap(padded), 0);
        return Optional.of(new AudioRange(
                audio.get(KSDATARANGE_AUDIO.MaximumChannels),
                audio.get(KSDATARANGE_AUDIO.MinimumBitsPerSample),
                audio.get(KSDATARANGE_AUDIO.MaximumBitsPerSample),
                audio.get(KSDATARANGE_AUDIO.MinimumSampleFrequency),
                audio.get(KSDATARANGE_AUDIO.MaximumSampleFrequency)));
    }

    /**
     * Whether a format lies in this range: its GUIDs fit, {@code GUID_NULL} being a wildcard, and if both are audio, its
     * rate, channels and bits do too.
     *
     * @param format the format
     * @return true if the pin offers it; the pin may refuse it all the same
     */
    public boolean covers(DataFormat format) {
        if (!fits(majorFormat(), format.majorFormat())
                || !fits(subFormat(), format.subFormat())
                || !fits(specifier(), format.specifier())) {
            return false;
        }
        Optional<AudioRange> audio = audio();
        Optional<WaveFormat> wave = format.wave();
        return audio.isEmpty() || wave.isEmpty() || audio.get().covers(wave.get());
    }

    private static boolean fits(Guid range, Guid format) {
        return range.equals(Guid.NULL) || range.equals(format);
    }

    /**
     * The GUIDs by name, and the audio range or the video format if there is one.
     *
     * @return for people
     */
    @Override
    public String toString() {
        return audio().map(AudioRange::toString)
                .or(() -> video().map(VideoFormat::toString))
                .map(text -> guids() + " " + text)
                .orElseGet(this::guids);
    }
}

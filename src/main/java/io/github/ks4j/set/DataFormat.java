package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KS_BITMAPINFOHEADER;
import io.github.ks4j.struct.KS_VIDEOINFOHEADER;
import io.github.ks4j.struct.WAVEFORMATEX;
import io.github.ks4j.struct.WAVEFORMATEXTENSIBLE;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A data format: {@code KSDATAFORMAT}, its specifics, and attributes if there are any. Immutable. */
public final class DataFormat extends FormatBytes {
    private static final int WAVE = WAVEFORMATEX.LAYOUT.size();
    private static final int EXTENSIBLE = WAVEFORMATEXTENSIBLE.LAYOUT.size();

    private static final int VIDEO = KS_VIDEOINFOHEADER.LAYOUT.size();

    private static final int WAVE_FORMAT_PCM = 1;
    private static final int WAVE_FORMAT_IEEE_FLOAT = 3;
    private static final int WAVE_FORMAT_EXTENSIBLE = 0xFFFE;

    /** The subformat of a wave format tag: the tag, and the rest of {@code DEFINE_WAVEFORMATEX_GUID}. */
    private static final long TAG_GUID_LOW = 0x0010_0000_0000_0000L;

    private static final long TAG_GUID_HIGH = KSDATAFORMAT_SUBTYPE.PCM.high();

    private DataFormat(byte[] bytes) {
        super(bytes);
    }

    /**
     * A format from its bytes.
     *
     * @param bytes at least the 64 bytes of a {@code KSDATAFORMAT}
     * @return the format
     * @throws MalformedValueException if there are fewer bytes, or fewer than {@code FormatSize}
     */
    public static DataFormat of(byte[] bytes) {
        return new DataFormat(checked(bytes));
    }

    /**
     * An audio format, in the form that most drivers take: {@code WAVEFORMATEX} up to two channels and 16 bits,
     * {@code WAVEFORMATEXTENSIBLE} above.
     *
     * @param wave the format
     * @return the format with its head, 82 or 104 bytes
     */
    public static DataFormat of(WaveFormat wave) {
        boolean plain = wave.channels() <= 2
                && wave.bits() <= 16
                && wave.validBits() == wave.bits()
                && wave.channelMask() == 0
                && hasTag(wave.encoding());
        return plain ? plain(wave) : extensible(wave);
    }

    /**
     * An audio format as a {@code WAVEFORMATEX}.
     *
     * @param wave the format; its valid bits and channel mask are lost
     * @return the format with its head, 82 bytes
     * @throws IllegalArgumentException if the encoding has no wave format tag
     */
    public static DataFormat plain(WaveFormat wave) {
        if (!hasTag(wave.encoding())) {
            throw new IllegalArgumentException(
                    Catalogue.nameOf(wave.encoding()) + " has no tag, so it takes WAVEFORMATEXTENSIBLE");
        }
        byte[] bytes = audio(HEAD + WAVE, wave);
        wave(
                WAVEFORMATEX.LAYOUT.at(ByteBuffer.wrap(bytes), HEAD),
                wave,
                (int) wave.encoding().low() & 0xFFFF,
                0);
        return new DataFormat(bytes);
    }

    /**
     * An audio format as a {@code WAVEFORMATEXTENSIBLE}.
     *
     * @param wave the format
     * @return the format with its head, 104 bytes
     */
    public static DataFormat extensible(WaveFormat wave) {
        byte[] bytes = audio(HEAD + EXTENSIBLE, wave);
        WAVEFORMATEXTENSIBLE extensible = WAVEFORMATEXTENSIBLE
                .LAYOUT
                .at(ByteBuffer.wrap(bytes), HEAD)
                .set(WAVEFORMATEXTENSIBLE.Samples, wave.validBits())
                .set(WAVEFORMATEXTENSIBLE.dwChannelMask, wave.channelMask())
                .set(WAVEFORMATEXTENSIBLE.SubFormat, wave.encoding());
        wave(extensible.get(WAVEFORMATEXTENSIBLE.Format), wave, WAVE_FORMAT_EXTENSIBLE, EXTENSIBLE - WAVE);
        return new DataFormat(bytes);
    }

    /**
     * A video format as a {@code VIDEOINFOHEADER}.
     *
     * @param video the format
     * @return the format with its head, 152 bytes
     */
    public static DataFormat of(VideoFormat video) {
        byte[] bytes = withHead(
                HEAD + VIDEO,
                video.imageSize(),
                KSDATAFORMAT_TYPE.VIDEO,
                video.encoding(),
                KSDATAFORMAT_SPECIFIER.VIDEOINFO);
        video(KS_VIDEOINFOHEADER.LAYOUT.at(ByteBuffer.wrap(bytes), HEAD), video);
        return new DataFormat(bytes);
    }

    /** Fills the head of a video format. */
    static void video(KS_VIDEOINFOHEADER view, VideoFormat video) {
        view.set(KS_VIDEOINFOHEADER.dwBitRate, bitRate(video, video.frameInterval()))
                .set(KS_VIDEOINFOHEADER.AvgTimePerFrame, video.frameInterval())
                .get(KS_VIDEOINFOHEADER.bmiHeader)
                .set(KS_BITMAPINFOHEADER.biSize, KS_BITMAPINFOHEADER.LAYOUT.size())
                .set(KS_BITMAPINFOHEADER.biWidth, video.width())
                .set(KS_BITMAPINFOHEADER.biHeight, video.height())
                .set(KS_BITMAPINFOHEADER.biPlanes, 1)
                .set(KS_BITMAPINFOHEADER.biBitCount, video.bitCount())
                .set(KS_BITMAPINFOHEADER.biCompression, video.compression())
                .set(KS_BITMAPINFOHEADER.biSizeImage, video.imageSize());
    }

    /** The bits of a second at an interval, as far as 31 bits can tell. */
    static int bitRate(VideoFormat video, long interval) {
        return interval <= 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, video.imageSize() * 8L * 10_000_000 / interval);
    }

    private static byte[] audio(int size, WaveFormat wave) {
        return withHead(
                size, wave.blockAlign(), KSDATAFORMAT_TYPE.AUDIO, wave.encoding(), KSDATAFORMAT_SPECIFIER.WAVEFORMATEX);
    }

    private static void wave(WAVEFORMATEX view, WaveFormat wave, int tag, int extension) {
        view.set(WAVEFORMATEX.wFormatTag, tag)
                .set(WAVEFORMATEX.nChannels, wave.channels())
                .set(WAVEFORMATEX.nSamplesPerSec, wave.rate())
                .set(WAVEFORMATEX.nAvgBytesPerSec, wave.bytesPerSecond())
                .set(WAVEFORMATEX.nBlockAlign, wave.blockAlign())
                .set(WAVEFORMATEX.wBitsPerSample, wave.bits())
                .set(WAVEFORMATEX.cbSize, extension);
    }

    /**
     * The same format with other attributes.
     *
     * @param attributes the attributes; none for a format without
     * @return the format; its {@code FormatSize} does not count the attributes
     */
    public DataFormat withAttributes(FormatAttribute... attributes) {
        int flags = flags() & ~KSDATAFORMAT.ATTRIBUTES;
        return new DataFormat(
                with(attributes.length == 0 ? flags : flags | KSDATAFORMAT.ATTRIBUTES, List.of(attributes)));
    }

    /**
     * The audio format.
     *
     * @return empty if the specifier is not {@code KSDATAFORMAT_SPECIFIER_WAVEFORMATEX}, or its structure is cut short
     */
    public Optional<WaveFormat> wave() {
        if (!specifier().equals(KSDATAFORMAT_SPECIFIER.WAVEFORMATEX) || formatSize() < HEAD + WAVE) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        WAVEFORMATEX wave = WAVEFORMATEX.LAYOUT.at(buffer, HEAD);
        int tag = wave.get(WAVEFORMATEX.wFormatTag);
        int bits = wave.get(WAVEFORMATEX.wBitsPerSample);
        Guid encoding = new Guid(TAG_GUID_LOW | tag, TAG_GUID_HIGH);
        int validBits = bits;
        int mask = 0;
        if (tag == WAVE_FORMAT_EXTENSIBLE) {
            if (formatSize() < HEAD + EXTENSIBLE) {
                return Optional.empty();
            }
            WAVEFORMATEXTENSIBLE extensible = WAVEFORMATEXTENSIBLE.LAYOUT.at(buffer, HEAD);
            encoding = extensible.get(WAVEFORMATEXTENSIBLE.SubFormat);
            int samples = extensible.get(WAVEFORMATEXTENSIBLE.Samples);
            validBits = samples == 0 ? bits : Math.min(samples, bits);
            mask = extensible.get(WAVEFORMATEXTENSIBLE.dwChannelMask);
        }
        return Optional.of(new WaveFormat(
                encoding,
                wave.get(WAVEFORMATEX.nSamplesPerSec),
                wave.get(WAVEFORMATEX.nChannels),
                bits,
                validBits,
                mask));
    }

    /**
     * The video format.
     *
     * @return empty if the specifier is not {@code KSDATAFORMAT_SPECIFIER_VIDEOINFO}, or its structure is cut short
     */
    public Optional<VideoFormat> video() {
        return specifier().equals(KSDATAFORMAT_SPECIFIER.VIDEOINFO) && formatSize() >= HEAD + VIDEO
                ? Optional.of(video(subFormat(), KS_VIDEOINFOHEADER.LAYOUT.at(ByteBuffer.wrap(bytes), HEAD)))
                : Optional.empty();
    }

    /** What the head of a video format says. */
    static VideoFormat video(Guid encoding, KS_VIDEOINFOHEADER view) {
        KS_BITMAPINFOHEADER picture = view.get(KS_VIDEOINFOHEADER.bmiHeader);
        return new VideoFormat(
                encoding,
                picture.get(KS_BITMAPINFOHEADER.biWidth),
                picture.get(KS_BITMAPINFOHEADER.biHeight),
                view.get(KS_VIDEOINFOHEADER.AvgTimePerFrame));
    }

    private static boolean hasTag(Guid encoding) {
        int tag = (int) encoding.low() & 0xFFFF;
        return (tag == WAVE_FORMAT_PCM || tag == WAVE_FORMAT_IEEE_FLOAT)
                && encoding.equals(new Guid(TAG_GUID_LOW | tag, TAG_GUID_HIGH));
    }

    /**
     * The audio or video format, or the GUIDs by name.
     *
     * @return for people
     */
    @Override
    public String toString() {
        return wave().map(WaveFormat::toString)
                .or(() -> video().map(VideoFormat::toString))
                .orElseGet(this::guids);
    }
}

package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSAUDIO_POSITION;
import io.github.ks4j.struct.KSAUDIO_POSITIONEX;
import io.github.ks4j.struct.KSAUDIO_PRESENTATION_POSITION;
import io.github.ks4j.struct.KSTIME;
import java.util.List;

/**
 * Audio: most items belong to nodes. The items of {@code KSPROPSETID_Audio}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-audio">KSPROPSETID_Audio</a>
 */
public final class KSPROPERTY_AUDIO {
    /** The set, {@code KSPROPSETID_Audio}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Audio", "{45FFAAA0-6E1B-11D0-BCF2-444553540000}");

    /** The delay of the stream's buffers. Value: {@link KSTIME}. */
    public static final KsProperty<KSTIME> LATENCY = new KsProperty<>(
            SET, 1, "KSPROPERTY_AUDIO_LATENCY", Codec.struct(KSTIME.LAYOUT), "ksproperty-audio-latency");

    /** The copy protection of the content. Value: bytes. */
    public static final KsProperty<byte[]> COPY_PROTECTION = new KsProperty<>(
            SET, 2, "KSPROPERTY_AUDIO_COPY_PROTECTION", Codec.BYTES, "ksproperty-audio-copy-protection");

    /** The speakers, a mask. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CHANNEL_CONFIG =
            new KsIntProperty(SET, 3, "KSPROPERTY_AUDIO_CHANNEL_CONFIG", "ksproperty-audio-channel-config");

    /** The gain of a channel, in 1/65536 dB; the least value is silence. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty VOLUMELEVEL =
            new KsIntProperty(SET, 4, "KSPROPERTY_AUDIO_VOLUMELEVEL", "ksproperty-audio-volumelevel");

    /** Where the stream is, in bytes. Value: {@link KSAUDIO_POSITION}. */
    public static final KsProperty<KSAUDIO_POSITION> POSITION = new KsProperty<>(
            SET, 5, "KSPROPERTY_AUDIO_POSITION", Codec.struct(KSAUDIO_POSITION.LAYOUT), "ksproperty-audio-position");

    /** The compression of quiet and loud. Value: bytes. */
    public static final KsProperty<byte[]> DYNAMIC_RANGE =
            new KsProperty<>(SET, 6, "KSPROPERTY_AUDIO_DYNAMIC_RANGE", Codec.BYTES, "ksproperty-audio-dynamic-range");

    /** The quality of a sample rate converter. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty QUALITY =
            new KsIntProperty(SET, 7, "KSPROPERTY_AUDIO_QUALITY", "ksproperty-audio-quality");

    /** The output rate of a sample rate converter, in Hz. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty SAMPLING_RATE =
            new KsIntProperty(SET, 8, "KSPROPERTY_AUDIO_SAMPLING_RATE", "ksproperty-audio-sampling-rate");

    /** Whether the rate is tracked. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty DYNAMIC_SAMPLING_RATE = new KsIntProperty(
            SET, 9, "KSPROPERTY_AUDIO_DYNAMIC_SAMPLING_RATE", "ksproperty-audio-dynamic-sampling-rate");

    /** The gains of a supermixer. Value: bytes. */
    public static final KsProperty<byte[]> MIX_LEVEL_TABLE = new KsProperty<>(
            SET, 10, "KSPROPERTY_AUDIO_MIX_LEVEL_TABLE", Codec.BYTES, "ksproperty-audio-mix-level-table");

    /** What a supermixer can do. Value: bytes. */
    public static final KsProperty<byte[]> MIX_LEVEL_CAPS = new KsProperty<>(
            SET, 11, "KSPROPERTY_AUDIO_MIX_LEVEL_CAPS", Codec.BYTES, "ksproperty-audio-mix-level-caps");

    /** The input that a multiplexer takes: a node pin. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MUX_SOURCE =
            new KsIntProperty(SET, 12, "KSPROPERTY_AUDIO_MUX_SOURCE", "ksproperty-audio-mux-source");

    /** Whether a channel is silent. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MUTE =
            new KsIntProperty(SET, 13, "KSPROPERTY_AUDIO_MUTE", "ksproperty-audio-mute");

    /** The bass, in 1/65536 dB. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty BASS =
            new KsIntProperty(SET, 14, "KSPROPERTY_AUDIO_BASS", "ksproperty-audio-bass");

    /** The middle, in 1/65536 dB. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MID = new KsIntProperty(SET, 15, "KSPROPERTY_AUDIO_MID", "ksproperty-audio-mid");

    /** The treble, in 1/65536 dB. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty TREBLE =
            new KsIntProperty(SET, 16, "KSPROPERTY_AUDIO_TREBLE", "ksproperty-audio-treble");

    /** Whether the bass is boosted. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty BASS_BOOST =
            new KsIntProperty(SET, 17, "KSPROPERTY_AUDIO_BASS_BOOST", "ksproperty-audio-bass-boost");

    /** The levels of an equalizer's bands. Value: bytes. */
    public static final KsProperty<byte[]> EQ_LEVEL =
            new KsProperty<>(SET, 18, "KSPROPERTY_AUDIO_EQ_LEVEL", Codec.BYTES, "ksproperty-audio-eq-level");

    /** The number of an equalizer's bands. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty NUM_EQ_BANDS =
            new KsIntProperty(SET, 19, "KSPROPERTY_AUDIO_NUM_EQ_BANDS", "ksproperty-audio-num-eq-bands");

    /** The centre frequencies of an equalizer's bands. Value: bytes. */
    public static final KsProperty<byte[]> EQ_BANDS =
            new KsProperty<>(SET, 20, "KSPROPERTY_AUDIO_EQ_BANDS", Codec.BYTES, "ksproperty-audio-eq-bands");

    /** Whether the gain is controlled automatically. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty AGC = new KsIntProperty(SET, 21, "KSPROPERTY_AUDIO_AGC", "ksproperty-audio-agc");

    /** The delay of a channel. Value: {@link KSTIME}. */
    public static final KsProperty<KSTIME> DELAY =
            new KsProperty<>(SET, 22, "KSPROPERTY_AUDIO_DELAY", Codec.struct(KSTIME.LAYOUT), "ksproperty-audio-delay");

    /** Whether loudness is on. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty LOUDNESS =
            new KsIntProperty(SET, 23, "KSPROPERTY_AUDIO_LOUDNESS", "ksproperty-audio-loudness");

    /** Reserved. Value: bytes. */
    public static final KsProperty<byte[]> WIDE_MODE =
            new KsProperty<>(SET, 24, "KSPROPERTY_AUDIO_WIDE_MODE", Codec.BYTES, "ksproperty-audio-wide-mode");

    /** The width of a stereo image, 16.16. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty WIDENESS =
            new KsIntProperty(SET, 25, "KSPROPERTY_AUDIO_WIDENESS", "ksproperty-audio-wideness");

    /** The level of the reverb, 16.16 percent. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty REVERB_LEVEL =
            new KsIntProperty(SET, 26, "KSPROPERTY_AUDIO_REVERB_LEVEL", "ksproperty-audio-reverb-level");

    /** The level of the chorus, 16.16 percent. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CHORUS_LEVEL =
            new KsIntProperty(SET, 27, "KSPROPERTY_AUDIO_CHORUS_LEVEL", "ksproperty-audio-chorus-level");

    /** What a vendor defines. Value: bytes. */
    public static final KsProperty<byte[]> DEV_SPECIFIC =
            new KsProperty<>(SET, 28, "KSPROPERTY_AUDIO_DEV_SPECIFIC", Codec.BYTES, "ksproperty-audio-dev-specific");

    /** The output that a demultiplexer feeds. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty DEMUX_DEST =
            new KsIntProperty(SET, 29, "KSPROPERTY_AUDIO_DEMUX_DEST", "ksproperty-audio-demux-dest");

    /** Reserved. Value: bytes. */
    public static final KsProperty<byte[]> STEREO_ENHANCE = new KsProperty<>(
            SET, 30, "KSPROPERTY_AUDIO_STEREO_ENHANCE", Codec.BYTES, "ksproperty-audio-stereo-enhance");

    /** Reserved. Value: bytes. */
    public static final KsProperty<byte[]> MANUFACTURE_GUID = new KsProperty<>(
            SET, 31, "KSPROPERTY_AUDIO_MANUFACTURE_GUID", Codec.BYTES, "ksproperty-audio-manufacture-guid");

    /** Reserved. Value: bytes. */
    public static final KsProperty<byte[]> PRODUCT_GUID =
            new KsProperty<>(SET, 32, "KSPROPERTY_AUDIO_PRODUCT_GUID", Codec.BYTES, "ksproperty-audio-product-guid");

    /** Whether the work is done by hardware (0) or by the processor. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CPU_RESOURCES =
            new KsIntProperty(SET, 33, "KSPROPERTY_AUDIO_CPU_RESOURCES", "ksproperty-audio-cpu-resources");

    /** The angle between the speakers, in degrees; -1 for headphones. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty STEREO_SPEAKER_GEOMETRY = new KsIntProperty(
            SET, 34, "KSPROPERTY_AUDIO_STEREO_SPEAKER_GEOMETRY", "ksproperty-audio-stereo-speaker-geometry");

    /** Whether surround is encoded. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty SURROUND_ENCODE =
            new KsIntProperty(SET, 35, "KSPROPERTY_AUDIO_SURROUND_ENCODE", "ksproperty-audio-surround-encode");

    /** The algorithm of a 3D node. Value: {@code GUID}. */
    public static final KsProperty<Guid> _3D_INTERFACE =
            new KsProperty<>(SET, 36, "KSPROPERTY_AUDIO_3D_INTERFACE", Codec.GUID, "ksproperty-audio-3d-interface");

    /** The peak since the last reading; older form. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty PEAKMETER =
            new KsIntProperty(SET, 37, "KSPROPERTY_AUDIO_PEAKMETER", "ksproperty-audio-peakmeter");

    /** The algorithm of a processing node. Value: {@code GUID}. */
    public static final KsProperty<Guid> ALGORITHM_INSTANCE = new KsProperty<>(
            SET, 38, "KSPROPERTY_AUDIO_ALGORITHM_INSTANCE", Codec.GUID, "ksproperty-audio-algorithm-instance");

    /** The sets that a GFX filter saves. Value: bytes. */
    public static final KsProperty<byte[]> FILTER_STATE =
            new KsProperty<>(SET, 39, "KSPROPERTY_AUDIO_FILTER_STATE", Codec.BYTES, "ksproperty-audio-filter-state");

    /** Told whether the device is preferred. Value: bytes. */
    public static final KsProperty<byte[]> PREFERRED_STATUS = new KsProperty<>(
            SET, 40, "KSPROPERTY_AUDIO_PREFERRED_STATUS", Codec.BYTES, "ksproperty-audio-preferred-status");

    /** The greatest number of a parametric equalizer's bands. Value: bytes. */
    public static final KsProperty<byte[]> PEQ_MAX_BANDS =
            new KsProperty<>(SET, 41, "KSPROPERTY_AUDIO_PEQ_MAX_BANDS", Codec.BYTES, "ksproperty-audio-peq-max-bands");

    /** The number of a parametric equalizer's bands. Value: bytes. */
    public static final KsProperty<byte[]> PEQ_NUM_BANDS =
            new KsProperty<>(SET, 42, "KSPROPERTY_AUDIO_PEQ_NUM_BANDS", Codec.BYTES, "ksproperty-audio-peq-num-bands");

    /** The centre of a parametric band. Value: bytes. */
    public static final KsProperty<byte[]> PEQ_BAND_CENTER_FREQ = new KsProperty<>(
            SET, 43, "KSPROPERTY_AUDIO_PEQ_BAND_CENTER_FREQ", Codec.BYTES, "ksproperty-audio-peq-band-center-freq");

    /** The quality of a parametric band. Value: bytes. */
    public static final KsProperty<byte[]> PEQ_BAND_Q_FACTOR = new KsProperty<>(
            SET, 44, "KSPROPERTY_AUDIO_PEQ_BAND_Q_FACTOR", Codec.BYTES, "ksproperty-audio-peq-band-q-factor");

    /** The level of a parametric band. Value: bytes. */
    public static final KsProperty<byte[]> PEQ_BAND_LEVEL = new KsProperty<>(
            SET, 45, "KSPROPERTY_AUDIO_PEQ_BAND_LEVEL", Codec.BYTES, "ksproperty-audio-peq-band-level");

    /** The rate of the chorus, 16.16 Hz. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CHORUS_MODULATION_RATE = new KsIntProperty(
            SET, 46, "KSPROPERTY_AUDIO_CHORUS_MODULATION_RATE", "ksproperty-audio-chorus-modulation-rate");

    /** The depth of the chorus, 16.16 ms. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CHORUS_MODULATION_DEPTH = new KsIntProperty(
            SET, 47, "KSPROPERTY_AUDIO_CHORUS_MODULATION_DEPTH", "ksproperty-audio-chorus-modulation-depth");

    /** The time of the reverb, 16.16 s. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty REVERB_TIME =
            new KsIntProperty(SET, 48, "KSPROPERTY_AUDIO_REVERB_TIME", "ksproperty-audio-reverb-time");

    /** The feedback of the reverb. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty REVERB_DELAY_FEEDBACK = new KsIntProperty(
            SET, 49, "KSPROPERTY_AUDIO_REVERB_DELAY_FEEDBACK", "ksproperty-audio-reverb-delay-feedback");

    /** Where the stream is, and when that was found out. Value: {@link KSAUDIO_POSITIONEX}. */
    public static final KsProperty<KSAUDIO_POSITIONEX> POSITIONEX = new KsProperty<>(
            SET,
            50,
            "KSPROPERTY_AUDIO_POSITIONEX",
            Codec.struct(KSAUDIO_POSITIONEX.LAYOUT),
            "ksproperty-audio-positionex");

    /** Where the microphones of an array are. Value: bytes. */
    public static final KsProperty<byte[]> MIC_ARRAY_GEOMETRY = new KsProperty<>(
            SET, 51, "KSPROPERTY_AUDIO_MIC_ARRAY_GEOMETRY", Codec.BYTES, "ksproperty-audio-mic-array-geometry");

    /** Position with the performance counter, of an offloaded stream. Value: {@link KSAUDIO_PRESENTATION_POSITION}. */
    public static final KsProperty<KSAUDIO_PRESENTATION_POSITION> PRESENTATION_POSITION = new KsProperty<>(
            SET,
            52,
            "KSPROPERTY_AUDIO_PRESENTATION_POSITION",
            Codec.struct(KSAUDIO_PRESENTATION_POSITION.LAYOUT),
            "ksproperty-audio-presentation-position");

    /** How far a WaveRT buffer is valid. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty WAVERT_CURRENT_WRITE_POSITION = new KsIntProperty(
            SET,
            53,
            "KSPROPERTY_AUDIO_WAVERT_CURRENT_WRITE_POSITION",
            "ksproperty-audio-wavert-current-write-position");

    /** Bytes fetched since the start. Value: {@code LONGLONG}. */
    public static final KsLongProperty LINEAR_BUFFER_POSITION = new KsLongProperty(
            SET, 54, "KSPROPERTY_AUDIO_LINEAR_BUFFER_POSITION", "ksproperty-audio-linear-buffer-position");

    /** The peak since the last reading. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty PEAKMETER2 =
            new KsIntProperty(SET, 55, "KSPROPERTY_AUDIO_PEAKMETER2", "ksproperty-audio-peakmeter2");

    /** The last valid byte. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty WAVERT_CURRENT_WRITE_LASTBUFFER_POSITION = new KsIntProperty(
            SET,
            56,
            "KSPROPERTY_AUDIO_WAVERT_CURRENT_WRITE_LASTBUFFER_POSITION",
            "ksproperty-audio-wavert-current-write-lastbuffer-position");

    /** Whether the volume is limited. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty VOLUMELIMIT_ENGAGED =
            new KsIntProperty(SET, 57, "KSPROPERTY_AUDIO_VOLUMELIMIT_ENGAGED", "ksproperty-audio-volumelimit-engaged");

    /** The sensitivity of a microphone, in 1/65536 dBFS. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MIC_SENSITIVITY =
            new KsIntProperty(SET, 58, "KSPROPERTY_AUDIO_MIC_SENSITIVITY", "ksproperty-audio-mic-sensitivity");

    /** The signal to noise ratio of a microphone, in 1/65536 dB. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MIC_SNR =
            new KsIntProperty(SET, 59, "KSPROPERTY_AUDIO_MIC_SNR", "ksproperty-audio-mic-snr");

    /** The sensitivity of a microphone with its gain. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty MIC_SENSITIVITY2 =
            new KsIntProperty(SET, 60, "KSPROPERTY_AUDIO_MIC_SENSITIVITY2", "ksproperty-audio-mic-sensitivity2");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            LATENCY,
            COPY_PROTECTION,
            CHANNEL_CONFIG,
            VOLUMELEVEL,
            POSITION,
            DYNAMIC_RANGE,
            QUALITY,
            SAMPLING_RATE,
            DYNAMIC_SAMPLING_RATE,
            MIX_LEVEL_TABLE,
            MIX_LEVEL_CAPS,
            MUX_SOURCE,
            MUTE,
            BASS,
            MID,
            TREBLE,
            BASS_BOOST,
            EQ_LEVEL,
            NUM_EQ_BANDS,
            EQ_BANDS,
            AGC,
            DELAY,
            LOUDNESS,
            WIDE_MODE,
            WIDENESS,
            REVERB_LEVEL,
            CHORUS_LEVEL,
            DEV_SPECIFIC,
            DEMUX_DEST,
            STEREO_ENHANCE,
            MANUFACTURE_GUID,
            PRODUCT_GUID,
            CPU_RESOURCES,
            STEREO_SPEAKER_GEOMETRY,
            SURROUND_ENCODE,
            _3D_INTERFACE,
            PEAKMETER,
            ALGORITHM_INSTANCE,
            FILTER_STATE,
            PREFERRED_STATUS,
            PEQ_MAX_BANDS,
            PEQ_NUM_BANDS,
            PEQ_BAND_CENTER_FREQ,
            PEQ_BAND_Q_FACTOR,
            PEQ_BAND_LEVEL,
            CHORUS_MODULATION_RATE,
            CHORUS_MODULATION_DEPTH,
            REVERB_TIME,
            REVERB_DELAY_FEEDBACK,
            POSITIONEX,
            MIC_ARRAY_GEOMETRY,
            PRESENTATION_POSITION,
            WAVERT_CURRENT_WRITE_POSITION,
            LINEAR_BUFFER_POSITION,
            PEAKMETER2,
            WAVERT_CURRENT_WRITE_LASTBUFFER_POSITION,
            VOLUMELIMIT_ENGAGED,
            MIC_SENSITIVITY,
            MIC_SNR,
            MIC_SENSITIVITY2);

    private KSPROPERTY_AUDIO() {}
}

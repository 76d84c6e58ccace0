package io.github.ks4j.cli;

import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The {@code fmt} chunk of a WAV file: {@code WAVEFORMAT}, {@code WAVEFORMATEX} or {@code WAVEFORMATEXTENSIBLE}.
 *
 * @param wave what it says about the samples: PCM or IEEE float, with at least one channel and a rate of at least 1 Hz
 * @param extensible whether it has the form of {@code WAVEFORMATEXTENSIBLE}
 */
record WavFormat(WaveFormat wave, boolean extensible) {
    private static final Guid PCM = KSDATAFORMAT_SUBTYPE.PCM;
    private static final Guid IEEE_FLOAT = KSDATAFORMAT_SUBTYPE.IEEE_FLOAT;

    private static final int WAVE_FORMAT_PCM = 1;
    private static final int WAVE_FORMAT_IEEE_FLOAT = 3;
    private static final int WAVE_FORMAT_EXTENSIBLE = 0xFFFE;

    private static final int WAVEFORMAT = 16;
    private static final int WAVEFORMATEX = 18;
    private static final int WAVEFORMATEXTENSIBLE = 40;

    static WavFormat plain(WaveFormat wave) {
        return new WavFormat(wave, false);
    }

    static WavFormat extensible(WaveFormat wave) {
        return new WavFormat(wave, true);
    }

    /** The bytes of one frame: a sample of each channel. */
    int frameBytes() {
        return wave.blockAlign();
    }

    long bytesPerSecond() {
        return (long) wave.rate() * frameBytes();
    }

    boolean isFloat() {
        return wave.encoding().equals(IEEE_FLOAT);
    }

    /** The forms in which a pin may take the samples: the file's own first. */
    List<DataFormat> dataFormats() {
        int mask = wave.channelMask() != 0 ? wave.channelMask() : speakers(wave.channels());
        int container = (wave.bits() + 7) / 8 * 8;
        DataFormat extended = DataFormat.extensible(
                new WaveFormat(wave.encoding(), wave.rate(), wave.channels(), container, wave.validBits(), mask));
        if (extensible) {
            DataFormat asIs = DataFormat.extensible(wave);
            return wave.validBits() == wave.bits() ? List.of(asIs, DataFormat.plain(wave)) : List.of(asIs);
        }
        return List.of(DataFormat.plain(wave), extended);
    }

    /** {@code KSAUDIO_SPEAKER_} masks of the usual numbers of channels; 0, direct out, for others. */
    private static int speakers(int channels) {
        return switch (channels) {
            case 1 -> 0x4;
            case 2 -> 0x3;
            case 4 -> 0x33;
            case 6 -> 0x3F;
            case 8 -> 0x63F;
            default -> 0;
        };
    }

    /**
     * Reads a chunk.
     *
     * @param name the file, for messages
     * @param chunk the contents of the chunk, little-endian
     * @throws WavException if it is malformed, or neither PCM nor float
     */
    static WavFormat read(String name, ByteBuffer chunk) {
        int length = chunk.remaining();
        check(length >= WAVEFORMAT, name, "its fmt chunk has " + length + " bytes, a format takes at least 16");
        int tag = Short.toUnsignedInt(chunk.getShort(0));
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        int validBits = bits;
        int mask = 0;
        Guid encoding = new Guid(PCM.low() & ~0xFFFFL | tag, PCM.high());
        if (tag == WAVE_FORMAT_EXTENSIBLE) {
            int needed = WAVEFORMATEXTENSIBLE;
            check(length >= needed, name, "its extensible fmt chunk has " + length + " bytes, not " + needed);
            int extra = Short.toUnsignedInt(chunk.getShort(16));
            check(extra >= needed - WAVEFORMATEX, name, "its extensible format has a cbSize of " + extra + ", not 22");
            int samples = Short.toUnsignedInt(chunk.getShort(18));
            validBits = samples == 0 ? bits : samples;
            mask = chunk.getInt(20);
            encoding = Guid.read(chunk, 24);
        }
        int channels = Short.toUnsignedInt(chunk.getShort(2));
        WavFormat format = new WavFormat(
                new WaveFormat(encoding, chunk.getInt(4), channels, bits, validBits, mask),
                tag == WAVE_FORMAT_EXTENSIBLE);
        format.check(name, Short.toUnsignedInt(chunk.getShort(12)));
        return format;
    }

    private void check(String name, int blockAlign) {
        int bits = wave.bits();
        check(
                wave.encoding().equals(PCM) || isFloat(),
                name,
                "its samples are of " + encoding() + ", only PCM and IEEE float can be played");
        check(wave.channels() > 0, name, "its format has no channels");
        check(wave.rate() > 0, name, "its sample rate is " + Integer.toUnsignedString(wave.rate()) + " Hz");
        check(
                isFloat() ? bits == 32 || bits == 64 : bits >= 1 && bits <= 32,
                name,
                "its samples have " + bits + " bits, " + (isFloat() ? "float has 32 or 64" : "PCM has 1 to 32"));
        check(!extensible || bits % 8 == 0, name, "its extensible format has " + bits + " bits, not whole bytes");
        check(wave.validBits() <= bits, name, "its format says " + wave.validBits() + " valid bits of " + bits);
        check(
                blockAlign == frameBytes(),
                name,
                "its format says blocks of " + blockAlign + " bytes, but " + wave.channels() + " channels of " + bits
                        + " bits take " + frameBytes());
    }

    private static void check(boolean right, String name, String otherwise) {
        if (!right) {
            throw new WavException(name + ": " + otherwise);
        }
    }

    private String encoding() {
        long tag = wave.encoding().low() & 0xFFFF;
        boolean tagged = wave.encoding().equals(new Guid(PCM.low() & ~0xFFFFL | tag, PCM.high()));
        return tagged ? String.format("format tag 0x%04X", tag) : "subformat " + wave.encoding();
    }

    /** The contents of a {@code fmt} chunk: 16 bytes for PCM, 18 for float, 40 for an extensible format. */
    ByteBuffer write() {
        int length = extensible ? WAVEFORMATEXTENSIBLE : isFloat() ? WAVEFORMATEX : WAVEFORMAT;
        ByteBuffer chunk = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int tag = extensible ? WAVE_FORMAT_EXTENSIBLE : isFloat() ? WAVE_FORMAT_IEEE_FLOAT : WAVE_FORMAT_PCM;
        chunk.putShort(0, (short) tag);
        chunk.putShort(2, (short) wave.channels());
        chunk.putInt(4, wave.rate());
        chunk.putInt(8, (int) bytesPerSecond());
        chunk.putShort(12, (short) frameBytes());
        chunk.putShort(14, (short) wave.bits());
        if (extensible) {
            chunk.putShort(16, (short) (WAVEFORMATEXTENSIBLE - WAVEFORMATEX));
            chunk.putShort(18, (short) wave.validBits());
            chunk.putInt(20, wave.channelMask());
            wave.encoding().write(chunk, 24);
        }
        return chunk;
    }

    @Override
    public String toString() {
        return extensible ? wave + ", extensible" : wave.toString();
    }
}

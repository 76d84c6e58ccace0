package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/**
 * An audio format: what {@code WAVEFORMATEX} and {@code WAVEFORMATEXTENSIBLE} say.
 *
 * @param encoding {@link KSDATAFORMAT_SUBTYPE#PCM}, {@link KSDATAFORMAT_SUBTYPE#IEEE_FLOAT} or another subformat
 * @param rate the sample rate, in Hz
 * @param channels the number of channels
 * @param bits the bits of a sample's container: 8, 16, 24, 32, 64
 * @param validBits the bits of it that count; never more than {@code bits}
 * @param channelMask the speakers that the channels belong to; 0 if the format does not say
 */
public record WaveFormat(Guid encoding, int rate, int channels, int bits, int validBits, int channelMask) {
    /**
     * A PCM format whose samples fill their containers.
     *
     * @param rate the sample rate, in Hz
     * @param bits the bits of a sample
     * @param channels the number of channels
     * @return the format
     */
    public static WaveFormat pcm(int rate, int bits, int channels) {
        return new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, rate, channels, bits, bits, 0);
    }

    /**
     * A format of 32-bit floating point numbers.
     *
     * @param rate the sample rate, in Hz
     * @param channels the number of channels
     * @return the format
     */
    public static WaveFormat ieeeFloat(int rate, int channels) {
        return new WaveFormat(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, rate, channels, 32, 32, 0);
    }

    /**
     * The size of a frame: one sample of each channel.
     *
     * @return bytes
     */
    public int blockAlign() {
        return channels * ((bits + 7) / 8);
    }

    /**
     * The data rate.
     *
     * @return bytes in a second
     */
    public int bytesPerSecond() {
        return rate * blockAlign();
    }

    /**
     * The format for people.
     *
     * @return for example {@code PCM 24 bits, 2 channels, 48000 Hz}
     */
    @Override
    public String toString() {
        String name = Catalogue.nameOf(encoding).replace("KSDATAFORMAT_SUBTYPE_", "");
        String depth = validBits == bits ? bits + " bits" : validBits + " in " + bits + " bits";
        return name + " " + depth + ", " + channels + (channels == 1 ? " channel, " : " channels, ") + rate + " Hz";
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;

/**
 * What a microphone hears: samples by their place in the stream, so that any part can be made at any time, and the same
 * run hears the same.
 */
@FunctionalInterface
public interface AudioSignal {
    /** Nothing: zeros, or 0x80 in samples of 8 bits. */
    AudioSignal SILENCE = AudioSignal::silence;

    /**
     * Each sample is the number of its frame, cut to the size of the sample: a client can see at once which frame it has,
     * and that none is missing. Samples of IEEE_FLOAT are that number modulo 65536, over 65536.
     */
    AudioSignal COUNTER = AudioSignal::count;

    /**
     * Makes samples. Called under the device's lock; must not wait, and better allocates nothing.
     *
     * @param format the format of the stream
     * @param frame the number of the first frame since the pin began to run
     * @param target little-endian memory
     * @param offset where the samples go
     * @param frames how many frames of {@code format.blockAlign()} bytes
     */
    void fill(WaveFormat format, long frame, ByteBuffer target, int offset, int frames);

    /**
     * A sine tone, the same in all channels.
     *
     * @param hertz the frequency: 0 or more, and finite
     * @param decibels the level below full scale: 0 or negative
     * @return the signal
     * @throws IllegalArgumentException if the frequency or the level is another
     */
    static AudioSignal sine(double hertz, double decibels) {
        if (!(hertz >= 0 && hertz <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a tone of " + hertz + " Hz");
        } else if (!(decibels <= 0)) {
            throw new IllegalArgumentException(decibels + " dB are not below full scale");
        }
        double amplitude = Math.pow(10, decibels / 20);
        return (format, frame, target, offset, frames) -> {
            for (int i = 0; i < frames; i++) {
                // Whole seconds apart, so that the phase is as exact after a day as in the beginning.
                double seconds = hertz * ((frame + i) / format.rate());
                double cycles = hertz * ((frame + i) % format.rate()) / format.rate();
                double phase = 2 * Math.PI * (seconds - Math.floor(seconds) + cycles);
                put(format, amplitude * Math.sin(phase), target, offset + i * format.blockAlign());
            }
        };
    }

    private static void silence(WaveFormat format, long frame, ByteBuffer target, int offset, int frames) {
        byte zero = (byte) (isFloat(format) || format.bits() > 8 ? 0 : 0x80);
        int end = offset + frames * format.blockAlign();
        for (int i = offset; i < end; i++) {
            target.put(i, zero);
        }
    }

    private static void count(WaveFormat format, long frame, ByteBuffer target, int offset, int frames) {
        int bits = format.bits();
        int channels = format.channels();
        int at = offset;
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < channels; channel++) {
                if (isFloat(format)) {
                    target.putFloat(at, (frame + i & 0xFFFF) / 65536f);
                } else {
                    putInteger(bits, frame + i, target, at);
                }
                at += bits / 8;
            }
        }
    }

    private static boolean isFloat(WaveFormat format) {
        return format.encoding().equals(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT);
    }

    private static void put(WaveFormat format, double sample, ByteBuffer target, int offset) {
        int bytes = format.bits() / 8;
        for (int channel = 0; channel < format.channels(); channel++) {
            int at = offset + channel * bytes;
            if (isFloat(format)) {
                target.putFloat(at, (float) sample);
            } else {
                long scaled = Math.round(sample * ((1L << format.bits() - 1) - 1));
                putInteger(format.bits(), bytes == 1 ? scaled + 0x80 : scaled, target, at);
            }
        }
    }

    private static void putInteger(int bits, long value, ByteBuffer target, int at) {
        switch (bits) {
            case 8 -> target.put(at, (byte) value);
            case 16 -> target.putShort(at, (short) value);
            case 24 -> target.putShort(at, (short) value).put(at + 2, (byte) (value >> 16));
            default -> target.putInt(at, (int) value);
        }
    }
}

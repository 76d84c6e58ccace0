package io.github.ks4j.emu;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A sine of 1000 Hz, the same in all channels. */
final class Tone {
    private static final int FREQUENCY = 1000;

    private final int blockAlign;
    /** The frames after which all repeats, which take a whole number of waves. */
    private final ByteBuffer period;

    /**
     * A tone.
     *
     * @param format its samples
     * @param amplitude its height: 1 is the full scale, 0 is silence
     */
    Tone(WaveFormat format, double amplitude) {
        int frames = format.rate() / greatestDivisor(format.rate(), FREQUENCY);
        blockAlign = format.blockAlign();
        period = ByteBuffer.allocate(frames * blockAlign).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            double value = Math.sin(2 * Math.PI * FREQUENCY * i / format.rate()) * amplitude;
            for (int channel = 0; channel < format.channels(); channel++) {
                put(i * blockAlign + channel * format.bits() / 8, format, value);
            }
        }
    }

    private void put(int at, WaveFormat format, double value) {
        if (format.encoding().equals(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT)) {
            period.putFloat(at, (float) value);
            return;
        }
        long sample = Math.round(value * (1L << format.bits() - 1)) + (format.bits() == 8 ? 128 : 0);
        for (int i = 0; i < format.bits() / 8; i++) {
            period.put(at + i, (byte) (sample >> 8 * i));
        }
    }

    private static int greatestDivisor(int one, int other) {
        return other == 0 ? one : greatestDivisor(other, one % other);
    }

    /** Writes the frames that begin at a moment, counted in frames since the tone began. */
    void fill(ByteBuffer target, int offset, int length, long frame) {
        int at = (int) (frame * blockAlign % period.capacity());
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, period.capacity() - at);
            target.put(offset + done, period, at, count);
            done += count;
            at = 0;
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Finds the greatest samples of a stream since they were last read. Looking at every sample takes longer than moving
 * them, so the meter begins with the first reading, which is 0, and rests again when the stream stops.
 *
 * <p>Reading is thread-safe; the rest belongs to the device's lock.
 */
final class PeakMeter {
    /** The channels that are measured; further ones of a stream are not. */
    static final int CHANNELS = 2;

    private final AtomicIntegerArray peaks = new AtomicIntegerArray(CHANNELS);
    private volatile boolean awake;

    private DataFormat format;
    private WaveFormat wave;

    /**
     * The greatest sample of a channel since the last reading.
     *
     * @param channel 0 or 1
     * @return from 0 to full scale, {@link Integer#MAX_VALUE}
     */
    int read(int channel) {
        awake = true;
        return peaks.getAndSet(channel, 0);
    }

    /** The stream has stopped. */
    void rest() {
        awake = false;
    }

    /**
     * Looks at samples. Those that are not whole, since their frames were cut inside, are left out.
     *
     * @param pin the stream
     * @param position the bytes of the stream before these
     * @param bytes little-endian memory
     * @param offset where the samples start
     * @param length how many bytes
     */
    void measure(PinInstance pin, long position, ByteBuffer bytes, int offset, int length) {
        if (!awake) {
            return;
        }
        if (pin.format() != format) {
            format = pin.format();
            wave = format.wave().orElseThrow();
        }
        int block = wave.blockAlign();
        int first = offset + (int) ((block - position % block) % block);
        for (int channel = 0; channel < Math.min(CHANNELS, wave.channels()); channel++) {
            int peak = 0;
            for (int at = first; at + block <= offset + length; at += block) {
                peak = Math.max(peak, magnitude(bytes, at + channel * wave.bits() / 8));
            }
            raise(channel, peak);
        }
    }

    private void raise(int channel, int peak) {
        int before = peaks.get(channel);
        while (peak > before && !peaks.compareAndSet(channel, before, peak)) {
            before = peaks.get(channel);
        }
    }

    private int magnitude(ByteBuffer bytes, int at) {
        if (wave.encoding().equals(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT)) {
            return (int) (Math.abs((double) bytes.getFloat(at)) * Integer.MAX_VALUE);
        }
        int sample = switch (wave.bits()) {
            case 8 -> (bytes.get(at) ^ 0x80) << 24;
            case 16 -> bytes.getShort(at) << 16;
            case 24 -> (bytes.getShort(at) & 0xFFFF) << 8 | bytes.get(at + 2) << 24;
            default -> bytes.getInt(at);
        };
        return sample == Integer.MIN_VALUE ? Integer.MAX_VALUE : Math.abs(sample);
    }
}

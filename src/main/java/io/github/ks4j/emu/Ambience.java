package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a microphone hears that has no speaker to listen to: a signal at the rate of its samples, by the time of the
 * machine. It goes on while somebody waits for it, and from where it was when somebody does so again. Guarded by the
 * device's lock.
 */
final class Ambience {
    private static final int SCRATCH = 4096;

    private final AudioSignal signal;
    private final DeviceClock clock = new DeviceClock(KsCorrelatedTime.drifting(0));
    private final ByteBuffer scratch = ByteBuffer.allocate(SCRATCH).order(ByteOrder.LITTLE_ENDIAN);

    private PinInstance pin;
    private KsTimer timer;
    private DataFormat format;
    /** That format. */
    private WaveFormat wave;

    private boolean heard;
    /** The cycles of the clock when somebody began to listen, and the bytes that have been heard since. */
    private long start;

    private long bytes;

    Ambience(AudioSignal signal) {
        this.signal = signal;
    }

    /**
     * A microphone is opened.
     *
     * @param due done when what is {@linkplain #await awaited} has been heard
     */
    void open(PinInstance microphone, Runnable due) {
        pin = microphone;
        timer = microphone.timer(due);
        heard = false;
    }

    /**
     * Lets somebody hear what is due by now.
     *
     * @param position the bytes that the microphone has heard before
     * @param most the room for them
     * @return how many bytes it was; 0 if there was no room or nothing is due
     */
    int hear(long position, ByteBuffer target, int offset, int most) {
        int block = waveFormat().blockAlign();
        long now = clock.cycles(pin.time().now(), wave.rate());
        if (!heard) {
            heard = true;
            start = now;
            bytes = 0;
        }
        int skip = (int) (position % block);
        long due = Math.min((now - start) * block - bytes, SCRATCH / block * block - skip);
        int length = (int) Math.min(due, most);
        if (length > 0) {
            fill(position / block, (skip + length + block - 1) / block);
            target.put(offset, scratch, skip, length);
            bytes += length;
        }
        return length;
    }

    private void fill(long frame, int frames) {
        try {
            signal.fill(wave, frame, scratch, 0, frames);
        } catch (RuntimeException | Error e) {
            KsObject.statusOf(e, "a signal");
            AudioSignal.SILENCE.fill(wave, frame, scratch, 0, frames);
        }
    }

    /**
     * Has the timer expire when somebody has heard enough.
     *
     * @param wanted the bytes that are waited for; 0 if nobody listens any more
     */
    void await(int wanted) {
        if (wanted > 0) {
            int block = waveFormat().blockAlign();
            timer.set(clock.timeOf(start + (bytes + wanted + block - 1) / block, wave.rate()));
        } else if (heard) {
            heard = false;
            timer.cancel();
        }
    }

    private WaveFormat waveFormat() {
        if (pin.format() != format) {
            format = pin.format();
            wave = format.wave().orElseThrow();
            heard = false;
        }
        return wave;
    }
}

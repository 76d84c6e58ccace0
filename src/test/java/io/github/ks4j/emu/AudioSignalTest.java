package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioSignalTest {
    private static final WaveFormat STEREO = WaveFormat.pcm(48000, 16, 2);

    private static ByteBuffer samples(AudioSignal signal, WaveFormat format, long frame, int frames) {
        ByteBuffer target = ByteBuffer.allocate(frames * format.blockAlign()).order(ByteOrder.LITTLE_ENDIAN);
        signal.fill(format, frame, target, 0, frames);
        return target;
    }

    @Test
    void theCounterCountsFramesInAllChannels() {
        ByteBuffer samples = samples(AudioSignal.COUNTER, STEREO, 0x1_2344, 2);
        assertEquals(0x2344, samples.getShort(0));
        assertEquals(0x2344, samples.getShort(2));
        assertEquals(0x2345, samples.getShort(4));
    }

    @Test
    void theCounterFillsSamplesOf24Bits() {
        ByteBuffer samples = samples(AudioSignal.COUNTER, WaveFormat.pcm(48000, 24, 1), 0x123456, 1);
        assertEquals(ByteBuffer.wrap(new byte[] {0x56, 0x34, 0x12}), samples);
    }

    @Test
    void theCounterOfFloatsStaysBelowOne() {
        assertEquals(
                0xFFFF / 65536f,
                samples(AudioSignal.COUNTER, WaveFormat.ieeeFloat(48000, 1), 0x3_FFFF, 1)
                        .getFloat(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void silenceIsZero(int bits) {
        WaveFormat format = WaveFormat.pcm(48000, bits, 2);
        assertEquals(ByteBuffer.allocate(10 * format.blockAlign()), samples(AudioSignal.SILENCE, format, 0, 10));
    }

    @Test
    void silenceOf8BitsIsTheMiddle() {
        assertEquals(
                (byte) 0x80,
                samples(AudioSignal.SILENCE, WaveFormat.pcm(8000, 8, 1), 0, 1).get(0));
    }

    @Test
    void aToneReachesItsPeakAfterAQuarterOfItsPeriod() {
        ByteBuffer samples = samples(AudioSignal.sine(1000, 0), STEREO, 0, 48);
        assertEquals(0, samples.getShort(0));
        assertEquals(32767, samples.getShort(12 * 4));
        assertEquals(-32767, samples.getShort(36 * 4));
    }

    @Test
    void aToneIsAsLoudAsIsSaid() {
        assertEquals(3277, samples(AudioSignal.sine(1000, -20), STEREO, 12, 1).getShort(0), 1);
    }

    @Test
    void aToneOf8BitsIsAroundTheMiddle() {
        ByteBuffer samples = samples(AudioSignal.sine(1000, 0), WaveFormat.pcm(8000, 8, 1), 0, 8);
        assertEquals((byte) 0x80, samples.get(0));
        assertEquals((byte) 0xFF, samples.get(2));
        assertEquals((byte) 0x01, samples.get(6));
    }

    @Test
    void aToneGoesOnWhereverItIsPickedUp() {
        ByteBuffer whole = samples(AudioSignal.sine(440.5, -3), STEREO, 0, 1000);
        ByteBuffer part = samples(AudioSignal.sine(440.5, -3), STEREO, 900, 100);
        assertEquals(whole.slice(900 * 4, 100 * 4), part);
    }

    @Test
    void aToneIsStillInTuneAfterADay() {
        long day = 24L * 3600 * 48000;
        ByteBuffer late = samples(AudioSignal.sine(1000, 0), STEREO, day, 48);
        assertEquals(samples(AudioSignal.sine(1000, 0), STEREO, 0, 48), late);
    }

    @Test
    void aToneHasAFrequencyAndALevelBelowFullScale() {
        for (double hertz : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> AudioSignal.sine(hertz, 0));
        }
        for (double decibels : new double[] {0.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> AudioSignal.sine(440, decibels));
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a WaveRT device is like.
 *
 * @param formats what its pins can be opened with
 * @param minimumBuffer the least size of a buffer, in bytes
 * @param maximumBuffer the greatest size of a buffer, in bytes
 * @param fifoSize what the hardware holds between buffer and converter, in bytes
 * @param notifications whether there are notifications
 * @param packets whether there is a packet mode
 * @param registerWidth the bits of the registers; 0 if there are none
 * @param tick how often mapped registers change, in units of 100 ns
 * @param timing how well it keeps time
 * @param clock its crystal, by that
 * @param loopback whether the microphone hears the speaker
 * @param signal what the microphone hears else
 * @param sink told what the speaker plays
 */
record RtProfile(
        List<WaveFormat> formats,
        int minimumBuffer,
        int maximumBuffer,
        int fifoSize,
        boolean notifications,
        boolean packets,
        int registerWidth,
        long tick,
        StreamTiming timing,
        DeviceClock clock,
        boolean loopback,
        AudioSignal signal,
        Consumer<ByteBuffer> sink) {

    /** The samples of a format that the device can be opened with. */
    Optional<WaveFormat> read(DataFormat format) {
        return WaveFormats.read(format).filter(wave -> formats.stream().anyMatch(one -> isSame(one, wave)));
    }

    /** Whether samples lie alike; how many of their bits count does not matter to those who move them. */
    static boolean isSame(WaveFormat one, WaveFormat other) {
        return one.encoding().equals(other.encoding())
                && one.rate() == other.rate()
                && one.channels() == other.channels()
                && one.bits() == other.bits();
    }

    NtStatus check(DataFormat format, RtStream other) {
        return read(format)
                        .filter(wave -> !loopback || other == null || isSame(wave, other.wave()))
                        .isPresent()
                ? NtStatus.SUCCESS
                : NtStatus.NO_MATCH;
    }
}

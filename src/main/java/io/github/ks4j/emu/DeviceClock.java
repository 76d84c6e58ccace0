package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimeSource;

/**
 * The crystal of a device: it goes a little faster or slower than the time of the machine. What has passed is computed,
 * never added up, so that nothing is lost however often or seldom anybody looks.
 */
final class DeviceClock {
    /** The greatest deviation, in parts per million. */
    static final int LARGEST_DRIFT = 200_000;

    /** The greatest frequency, in Hz, for which nothing here overflows. */
    static final int HIGHEST_RATE = 384_000;

    /** The frequency of the free-running counter, in Hz: that of High Definition Audio's wall clock. */
    static final int WALL_CLOCK_RATE = 24_000_000;

    private static final int MILLION = 1_000_000;

    private final int speed;

    /**
     * A clock.
     *
     * @param drift how much faster it is than the time of the machine, in parts per million
     */
    DeviceClock(int drift) {
        this.speed = MILLION + drift;
    }

    /** The whole cycles of a frequency that have passed by a time. */
    long cycles(long time, int frequency) {
        long inMillionSeconds = (long) frequency * speed;
        long seconds = time / KsTimeSource.SECOND;
        long rest = time % KsTimeSource.SECOND;
        return seconds / MILLION * inMillionSeconds
                + (seconds % MILLION * inMillionSeconds + rest * inMillionSeconds / KsTimeSource.SECOND) / MILLION;
    }

    /** The first time by which so many cycles have passed. */
    long timeOf(long cycles, int frequency) {
        long inMillionSeconds = (long) frequency * speed;
        long millionths = cycles % inMillionSeconds * MILLION;
        long seconds = cycles / inMillionSeconds * MILLION + millionths / inMillionSeconds;
        long rest = millionths % inMillionSeconds;
        return seconds * KsTimeSource.SECOND + (rest * KsTimeSource.SECOND + inMillionSeconds - 1) / inMillionSeconds;
    }

    /** The count of the free-running counter. */
    long wallClock(long time) {
        long inSecond = (long) WALL_CLOCK_RATE / MILLION * speed;
        long seconds = time / KsTimeSource.SECOND;
        long rest = time % KsTimeSource.SECOND;
        return seconds * inSecond + rest * inSecond / KsTimeSource.SECOND;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsTimeSource;

/**
 * Counts the cycles of a device's oscillator. What has passed is computed from the time, never added up, so that nothing
 * is lost however often or seldom anybody looks.
 *
 * @param time the device's time against that of the machine
 */
record DeviceClock(KsCorrelatedTime time) {
    /** The whole cycles of a frequency in Hz that have passed by a time of the machine. */
    long cycles(long systemTime, int frequency) {
        long elapsed = time.at(systemTime);
        return elapsed / KsTimeSource.SECOND * frequency
                + elapsed % KsTimeSource.SECOND * frequency / KsTimeSource.SECOND;
    }

    /** The first time of the machine by which so many cycles have passed. */
    long timeOf(long cycles, int frequency) {
        long rest = cycles % frequency * KsTimeSource.SECOND;
        return time.when(cycles / frequency * KsTimeSource.SECOND + (rest + frequency - 1) / frequency, 0);
    }
}

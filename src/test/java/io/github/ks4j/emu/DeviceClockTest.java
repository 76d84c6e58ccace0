package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsTimeSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeviceClockTest {
    private static final long YEAR = 365L * 24 * 3600 * KsTimeSource.SECOND;
    private static final int WALL_CLOCK = 24_000_000;

    private static DeviceClock drifting(int partsPerMillion) {
        return new DeviceClock(KsCorrelatedTime.drifting(partsPerMillion));
    }

    @Test
    void aDayHasAllItsCycles() {
        long day = 24 * 3600 * KsTimeSource.SECOND;
        assertEquals(24 * 3600 * 44100L, drifting(0).cycles(day, 44100));
        assertEquals(24 * 3600 * 44100L - 1, drifting(0).cycles(day - 1, 44100));
        assertEquals(24 * 36 * 4_410_441L, drifting(100).cycles(day, 44100));
        assertEquals(24 * 36 * 4_409_559L, drifting(-100).cycles(day, 44100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 50, -333, 500_000, -500_000})
    void theTimeOfACycleIsTheFirstAtWhichItHasPassed(int drift) {
        DeviceClock clock = drifting(drift);
        Random random = new Random(drift);
        for (int i = 0; i < 1000; i++) {
            int frequency = 1 + random.nextInt(WALL_CLOCK);
            long cycles = 1 + random.nextLong(clock.cycles(YEAR, frequency));
            long time = clock.timeOf(cycles, frequency);
            assertTrue(clock.cycles(time, frequency) >= cycles);
            assertTrue(clock.cycles(time - 1, frequency) < cycles);
        }
    }

    @Test
    void timeBeginsWithNoCycles() {
        assertEquals(0, drifting(0).cycles(0, 48000));
        assertEquals(0, drifting(0).timeOf(0, 48000));
    }
}

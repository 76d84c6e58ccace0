package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.kernel.KsTimeSource;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DeviceClockTest {
    private static final long YEAR = 365L * 24 * 3600 * KsTimeSource.SECOND;
    private static final long MILLION = 1_000_000;

    private static long exactly(long time, long frequency, int drift) {
        return BigInteger.valueOf(time)
                .multiply(BigInteger.valueOf(frequency))
                .multiply(BigInteger.valueOf(MILLION + drift))
                .divide(BigInteger.valueOf(MILLION * KsTimeSource.SECOND))
                .longValueExact();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 50, -333, DeviceClock.LARGEST_DRIFT, -DeviceClock.LARGEST_DRIFT})
    void cyclesAreExactAtAnyTimeOfAYear(int drift) {
        DeviceClock clock = new DeviceClock(drift);
        Random random = new Random(drift);
        for (int i = 0; i < 1000; i++) {
            long time = random.nextLong(YEAR);
            int rate = 1 + random.nextInt(DeviceClock.HIGHEST_RATE);
            assertEquals(exactly(time, rate, drift), clock.cycles(time, rate));
            assertEquals(exactly(time, DeviceClock.WALL_CLOCK_RATE, drift), clock.wallClock(time));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 50, -333, DeviceClock.LARGEST_DRIFT, -DeviceClock.LARGEST_DRIFT})
    void theTimeOfACycleIsTheFirstAtWhichItHasPassed(int drift) {
        DeviceClock clock = new DeviceClock(drift);
        Random random = new Random(drift);
        for (int i = 0; i < 1000; i++) {
            int rate = 1 + random.nextInt(DeviceClock.HIGHEST_RATE);
            long cycles = 1 + random.nextLong(exactly(YEAR, rate, drift));
            long time = clock.timeOf(cycles, rate);
            assertTrue(clock.cycles(time, rate) >= cycles);
            assertTrue(clock.cycles(time - 1, rate) < cycles);
        }
    }

    @Test
    void timeBeginsWithNoCycles() {
        assertEquals(0, new DeviceClock(0).cycles(0, 48000));
        assertEquals(0, new DeviceClock(0).timeOf(0, 48000));
    }
}

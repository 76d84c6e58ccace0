package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.kernel.KsTimeSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTimingTest {
    private static final long HOUR = 3600 * KsTimeSource.SECOND;

    private static List<Long> lateness(StreamTiming timing) {
        return LongStream.range(0, 1000).map(timing::lateness).boxed().toList();
    }

    private static long lost(StreamTiming timing) {
        return LongStream.range(0, 100_000).filter(timing::isLost).count();
    }

    @Test
    void anExactDeviceKeepsTheTimeOfTheMachine() {
        assertEquals(HOUR, StreamTiming.EXACT.onDevice(HOUR));
        assertEquals(HOUR, StreamTiming.EXACT.onMachine(HOUR));
    }

    @Test
    void anExactDeviceIsNeverLateAndLosesNothing() {
        assertEquals(
                0, lateness(StreamTiming.EXACT).stream().mapToLong(l -> l).max().orElseThrow());
        assertEquals(0, lost(StreamTiming.EXACT));
    }

    @Test
    void aFastDeviceIsAheadByItsDrift() {
        assertEquals(HOUR + HOUR / 10_000, StreamTiming.EXACT.drift(100).onDevice(HOUR), 1);
    }

    @Test
    void aSlowDeviceIsBehindByItsDrift() {
        assertEquals(HOUR - HOUR / 10_000, StreamTiming.EXACT.drift(-100).onDevice(HOUR), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-500_000, -123, -1, 0, 1, 77, 500_000})
    void theTimeOfTheMachineIsTheLeastThatIsEnough(int ppm) {
        StreamTiming timing = StreamTiming.EXACT.drift(ppm);
        for (long elapsed : new long[] {0, 1, 99_999, 100_000, HOUR, 24 * HOUR + 1}) {
            long machine = timing.onMachine(elapsed);
            assertTrue(timing.onDevice(machine) >= elapsed, () -> "too early for " + elapsed);
            assertTrue(timing.onDevice(machine - 1) < elapsed, () -> "too late for " + elapsed);
        }
    }

    @Test
    void latenessIsWithinItsBounds() {
        List<Long> lateness = lateness(StreamTiming.EXACT.jitter(Duration.ofMillis(2)));
        assertTrue(lateness.stream().allMatch(l -> l >= 0 && l <= 2 * KsTimeSource.MILLISECOND));
        assertTrue(lateness.stream().distinct().count() > 900);
    }

    @Test
    void asMuchIsLostAsIsSaid() {
        assertEquals(1000, lost(StreamTiming.EXACT.dropouts(0.01)), 150);
    }

    @Test
    void theSameSeedGoesTheSameWay() {
        StreamTiming timing = StreamTiming.EXACT.jitter(Duration.ofMillis(2)).seed(7);
        assertEquals(lateness(timing), lateness(StreamTiming.EXACT.seed(7).jitter(Duration.ofMillis(2))));
    }

    @Test
    void anotherSeedGoesAnotherWay() {
        StreamTiming timing = StreamTiming.EXACT.jitter(Duration.ofMillis(2));
        assertFalse(lateness(timing.seed(7)).equals(lateness(timing.seed(8))));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StreamTiming.EXACT.drift(500_001));
        assertThrows(IllegalArgumentException.class, () -> StreamTiming.EXACT.dropouts(1.1));
        assertThrows(IllegalArgumentException.class, () -> StreamTiming.EXACT.jitter(Duration.ofNanos(-1)));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VirtualTimeTest {
    private static final Duration MS = Duration.ofMillis(1);

    private final VirtualTime time = new VirtualTime();
    private final List<String> log = new ArrayList<>();

    private KsTimer timer(String name) {
        return time.timer(() -> log.add(name + "@" + time.now()));
    }

    @Test
    void itStartsAtZeroAndStandsStill() {
        assertEquals(0, time.now());
    }

    @Test
    void itAdvancesInUnitsOf100Nanoseconds() {
        time.advance(Duration.ofNanos(1_250));
        assertEquals(12, time.now());
    }

    @Test
    void itDoesNotGoBack() {
        assertThrows(IllegalArgumentException.class, () -> time.advance(MS.negated()));
    }

    @Test
    void aTimerExpiresAtItsTime() {
        timer("a").set(7);
        time.advance(MS);
        assertEquals(List.of("a@7"), log);
    }

    @Test
    void aTimerThatIsDueLaterDoesNotExpire() {
        timer("a").set(KsTimeSource.MILLISECOND + 1);
        time.advance(MS);
        assertEquals(List.of(), log);
    }

    @Test
    void aTimerExpiresOnce() {
        timer("a").set(7);
        time.advance(MS);
        time.advance(MS);
        assertEquals(List.of("a@7"), log);
    }

    @Test
    void aTimerThatIsOverdueExpiresAtOnceWhenTimeIsAdvanced() {
        time.advance(MS);
        timer("a").set(3);
        time.advance(Duration.ZERO);
        assertEquals(List.of("a@" + KsTimeSource.MILLISECOND), log);
    }

    @Test
    void aTimerThatIsCancelledDoesNotExpire() {
        KsTimer timer = timer("a");
        timer.set(7);
        timer.cancel();
        time.advance(MS);
        assertEquals(List.of(), log);
    }

    @Test
    void aTimerThatIsSetAnewExpiresAtItsNewTimeOnly() {
        KsTimer timer = timer("a");
        timer.set(7);
        timer.set(9);
        time.advance(MS);
        assertEquals(List.of("a@9"), log);
    }

    @Test
    void timersOfOneTimeExpireInTheOrderInWhichTheyWereSet() {
        timer("a").set(7);
        timer("b").set(7);
        timer("c").set(7);
        time.advance(MS);
        assertEquals(List.of("a@7", "b@7", "c@7"), log);
    }

    @Test
    void aTimerCanSetItselfAgain() {
        KsTimer[] timer = new KsTimer[1];
        timer[0] = time.timer(() -> {
            log.add("tick@" + time.now());
            timer[0].set(time.now() + 4_000);
        });
        timer[0].set(4_000);
        time.advance(MS);
        assertEquals(List.of("tick@4000", "tick@8000"), log);
    }

    @Test
    void whatATimerThrowsDoesNotStopTheOthers() {
        time.timer(() -> {
                    throw new IllegalStateException("the timer's own fault");
                })
                .set(1);
        timer("b").set(2);
        time.advance(MS);
        assertEquals(List.of("b@2"), log);
    }

    @Test
    void timeIsNotAdvancedFromWithin() {
        time.timer(() -> log.add(assertThrows(IllegalStateException.class, () -> time.advance(MS))
                        .getClass()
                        .getSimpleName()))
                .set(1);
        time.advance(MS);
        assertEquals(List.of("IllegalStateException"), log);
    }

    @Test
    void itGoesToTheNextTimer() {
        timer("a").set(5);
        timer("b").set(9);
        assertTrue(time.advanceToNextTimer());
        assertEquals(List.of("a@5"), log);
    }

    @Test
    void withoutATimerThereIsNothingToGoTo() {
        assertFalse(time.advanceToNextTimer());
        assertEquals(0, time.now());
    }

    @Test
    void manyTimersExpireInTheOrderOfTheirTimes() {
        Random random = new Random(4711);
        TreeMap<Long, String> expected = new TreeMap<>();
        List<KsTimer> timers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            timers.add(timer("t" + i));
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < timers.size(); i++) {
                long due = 1000L * random.nextInt(1000) + i;
                int timer = i;
                expected.values().removeIf(entry -> entry.startsWith("t" + timer + "@"));
                if (random.nextInt(4) == 0) {
                    timers.get(i).cancel();
                } else {
                    timers.get(i).set(due);
                    expected.put(due, "t" + i + "@" + due);
                }
            }
        }
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.copyOf(expected.values()), log);
    }

    private static Duration units(long count) {
        return Duration.ofSeconds(count / KsTimeSource.SECOND, count % KsTimeSource.SECOND * 100);
    }

    @Test
    void itCanBeAdvancedToItsEndAndNoFurther() {
        time.advance(Duration.ofNanos(100));
        time.advance(units(Long.MAX_VALUE / 2 - 1));
        assertEquals(Long.MAX_VALUE / 2, time.now());
        assertThrows(ArithmeticException.class, () -> time.advance(Duration.ofNanos(100)));
        assertThrows(ArithmeticException.class, () -> time.advance(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void devicesLiveUpToItsEnd() {
        try (RtClient client = new RtClient()) {
            client.time.advance(units(Long.MAX_VALUE / 2 - KsTimeSource.SECOND));
            Handle pin = client.render();
            client.map(pin);
            client.mapRegister(pin, KSPROPERTY_RTAUDIO.CLOCKREGISTER);
            Client.run(pin);
            client.time.advance(Duration.ofSeconds(1));
            assertEquals(100, RtClient.packetCount(pin));
        }
    }

    @Test
    void aTimerBehindItsEndDoesNotExpire() {
        time.timer(() -> {}).set(Long.MAX_VALUE - 1);
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void aTimerHasSomethingToRun() {
        assertThrows(NullPointerException.class, () -> time.timer(null));
    }
}

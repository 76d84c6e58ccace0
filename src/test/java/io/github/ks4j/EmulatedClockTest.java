package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.VirtualTime;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSCORRELATED_TIME;
import io.github.ks4j.struct.KSRESOLUTION;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock of an emulated pin, in time that the test advances. */
@Timeout(30)
class EmulatedClockTest {
    private static final long SECOND = 10_000_000;

    private final VirtualTime time = new VirtualTime();
    private final Ledger ledger = new Ledger(EmulatedDriver.builder()
            .time(time)
            .devices(EmulatedDevice.of(
                    "dev",
                    EmulatedFilter.named("f")
                            .categories(KSCATEGORY.AUDIO)
                            .pin(pin().clock().build())
                            .pin(pin().build())
                            .build()))
            .build());
    private final Ks ks = Ks.over(ledger.driver);
    private final KsPin pin = open(0);
    private final KsClock clock = pin.createClock();

    private static EmulatedPin.Builder pin() {
        return EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                .ranges(DataRange.of(
                        KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.PCM, KSDATAFORMAT_SPECIFIER.WAVEFORMATEX))
                .streaming(opened -> PinDispatch.NONE);
    }

    private KsPin open(int factory) {
        KsFilter filter = ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0));
        return filter.pinFactory(factory).open(DataFormat.of(WaveFormat.pcm(48_000, 16, 2)));
    }

    @AfterEach
    void close() {
        ks.close();
    }

    @Test
    void aClockGoesWhileItsPinRuns() {
        time.advance(Duration.ofSeconds(1));
        pin.stepTo(KSSTATE.RUN);
        time.advance(Duration.ofSeconds(2));
        assertEquals(2 * SECOND, clock.time());
        assertEquals(KSSTATE.RUN, clock.state());
    }

    @Test
    void itsTimesAreTakenAtOneMoment() {
        pin.stepTo(KSSTATE.RUN);
        time.advance(Duration.ofSeconds(2));
        KSCORRELATED_TIME correlated = clock.correlatedTime();
        assertEquals(clock.time(), correlated.get(KSCORRELATED_TIME.Time));
        assertEquals(clock.physicalTime(), clock.correlatedPhysicalTime().get(KSCORRELATED_TIME.Time));
        assertTrue(clock.resolution().get(KSRESOLUTION.Granularity) > 0);
    }

    @Test
    void aMarkIsHeardWhenItsTimeHasCome() {
        pin.stepTo(KSSTATE.RUN);
        KsEnabledEvent mark = clock.markAt(SECOND);
        time.advance(Duration.ofMillis(999));
        assertFalse(mark.await(Duration.ZERO));
        time.advance(Duration.ofMillis(1));
        assertTrue(mark.await(Duration.ZERO));
    }

    @Test
    void regularMarksAreHeardOneByOne() {
        pin.stepTo(KSSTATE.RUN);
        KsEnabledEvent marks = clock.markEvery(SECOND, SECOND / 2);
        for (int heard = 0; heard < 3; heard++) {
            time.advance(Duration.ofMillis(heard == 0 ? 1000 : 500));
            assertTrue(marks.await(Duration.ZERO));
            assertFalse(marks.await(Duration.ZERO));
        }
    }

    @Test
    void anIntervalOfNothingIsRefused() {
        assertThrows(KsException.class, () -> clock.markEvery(0, 0));
    }

    @Test
    void aPinWithoutAClockSaysSo() {
        assertThrows(KsNotSupportedException.class, open(1)::createClock);
    }

    @Test
    void pinsFollowAClockOrNone() {
        KsPin follower = open(1);
        follower.masterClock(clock);
        follower.masterClock(null);
        pin.masterClock(clock);
    }

    @Test
    void aRunningPinTakesNoOtherClock() {
        pin.stepTo(KSSTATE.RUN);
        assertThrows(KsException.class, () -> pin.masterClock(clock));
    }

    @Test
    void closingThePinClosesItsClockAndMarks() {
        clock.markAt(SECOND);
        pin.close();
        assertEquals(Set.of(), ledger.signals);
    }
}

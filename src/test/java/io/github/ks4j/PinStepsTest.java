package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.Operation;
import io.github.ks4j.emu.Quirk;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states that a pin is asked for on its way to another one. */
@Timeout(30)
class PinStepsTest {
    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Ks ks = Ks.over(driver);
    private final KsPin pin = ks.filter(ks.filters(KSCATEGORY.RENDER).get(0))
            .pinFactory(0)
            .open(DataFormat.of(WaveFormat.pcm(48_000, 16, 2)));

    @AfterEach
    void close() {
        ks.close();
    }

    private void bringTo(KSSTATE state) {
        pin.state(state);
        driver.journal().clear();
    }

    /** The states that were set, in order. */
    private List<KSSTATE> steps() {
        return driver.journal().of(KSPROPERTY_CONNECTION.STATE).stream()
                .filter(entry -> entry.operation() == Operation.SET)
                .map(entry -> entry.value(KSPROPERTY_CONNECTION.STATE))
                .flatMap(Optional::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, RUN, ACQUIRE PAUSE RUN",
        "ACQUIRE, PAUSE, PAUSE",
        "PAUSE, ACQUIRE, ACQUIRE",
        "RUN, STOP, PAUSE ACQUIRE STOP",
    })
    void aPinPassesAllStatesBetween(KSSTATE from, KSSTATE to, String steps) {
        bringTo(from);
        pin.stepTo(to);
        assertEquals(steps, String.join(" ", steps().stream().map(Enum::name).toList()));
        assertEquals(to, pin.state());
    }

    @ParameterizedTest
    @EnumSource
    void aPinThatIsThereIsAskedForNothing(KSSTATE state) {
        bringTo(state);
        pin.stepTo(state);
        assertEquals(List.of(), steps());
    }

    @Test
    void aDriverThatTakesNoLargerStepIsContent() {
        driver.quirks().add(Quirk.STATE_STEP_BY_STEP);
        assertThrows(KsException.class, () -> pin.state(KSSTATE.RUN));
        pin.stepTo(KSSTATE.RUN);
        assertEquals(KSSTATE.RUN, pin.state());
    }

    @Test
    void aStepThatIsRefusedIsTheLast() {
        driver.faults().add("KSPROPERTY_CONNECTION_STATE.set:2 = status DEVICE_NOT_READY");
        KsException e = assertThrows(KsException.class, () -> pin.stepTo(KSSTATE.RUN));
        assertEquals(NtStatus.DEVICE_NOT_READY, e.status());
        assertEquals(KSSTATE.ACQUIRE, pin.state());
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_GENERAL;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.KSRATE;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A device whose code does what it must not: its client sees requests fail, and nothing else. */
@Timeout(30)
class FaultyDeviceTest {
    private static final int PIN = 0;

    private Supplier<NtStatus> fault = () -> NtStatus.SUCCESS;

    private final Rig rig = new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
            .instances(1)
            .formatChanges()
            .rates(wanted -> wanted)
            .formats((filter, format) -> format.equals(Rig.MONO) ? fault.get() : NtStatus.SUCCESS)
            .properties(PropertySet.of(KSPROPERTY_GENERAL.SET)
                    .item(KSPROPERTY_GENERAL.COMPONENTID.id())
                    .get((irp, request, data) -> fault.get())
                    .build()));

    {
        rig.streaming = pin -> new Faulty();
    }

    private final class Faulty implements PinDispatch {
        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            return fault.get();
        }

        @Override
        public NtStatus setDataFormat(DataFormat format) {
            return fault.get();
        }

        @Override
        public NtStatus setRate(int rate) {
            return fault.get();
        }

        @Override
        public void process() {
            fault.get();
        }

        @Override
        public void reset() {
            fault.get();
        }

        @Override
        public void close() {
            fault.get();
        }
    }

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<Supplier<NtStatus>> faults() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                () -> {
                    throw new AssertionError("on purpose");
                },
                () -> null,
                () -> NtStatus.PENDING);
    }

    static Stream<Supplier<NtStatus>> exceptions() {
        return faults().limit(2);
    }

    private static byte[] bytes(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return bytes;
    }

    private static NtStatus set(Handle pin, KsItem item, byte[] value) {
        return Client.set(pin, item, value).status();
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aFilterIsNotOpened(Supplier<NtStatus> wrong) {
        rig.driver.plug(EmulatedDevice.of(
                "other",
                EmulatedFilter.named("f")
                        .categories(KSCATEGORY.VIDEO)
                        .state(wrong)
                        .build()));
        String path = rig.driver.enumerate(KSCATEGORY.VIDEO).get(0).path();
        KsException e = assertThrows(KsException.class, () -> rig.driver.open(path, 0));
        assertEquals(NtStatus.UNSUCCESSFUL, e.status());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aStateIsNotReached(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        fault = wrong;
        assertEquals(NtStatus.UNSUCCESSFUL, Client.state(pin, KSSTATE.ACQUIRE));
        assertEquals(KSSTATE.STOP, rig.pin().state());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFormatIsNotTaken(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        fault = wrong;
        assertEquals(NtStatus.UNSUCCESSFUL, set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes(Rig.STEREO)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFormatIsNotJudged(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        fault = wrong;
        assertEquals(NtStatus.UNSUCCESSFUL, set(pin, KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, bytes(Rig.MONO)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFormatInTheStreamFailsInItsTurn(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        Frame before = Frame.of(rig.driver, new byte[4]).write(pin);
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO).write(pin);
        fault = wrong;
        rig.advance(4);
        before.is(NtStatus.SUCCESS, 4);
        change.is(NtStatus.UNSUCCESSFUL, 0);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRateIsNotTaken(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        Client.run(pin);
        fault = wrong;
        assertEquals(
                NtStatus.UNSUCCESSFUL,
                set(
                        pin,
                        KSPROPERTY_STREAM.RATE,
                        KSRATE.LAYOUT.allocate().set(KSRATE.Rate, 2000).buffer().array()));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aPropertyIsNotAnswered(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        fault = wrong;
        Client.get(pin, KSPROPERTY_GENERAL.COMPONENTID, 4).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aRequestStaysInTheQueueUntilItIsCancelled(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        fault = wrong;
        Frame frame = new Frame(rig.driver, 4).write(pin);
        assertFalse(frame.isDone());
        pin.close();
        frame.is(NtStatus.CANCELLED, 0);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aResetEmptiesTheQueue(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        Frame frame = new Frame(rig.driver, 4).write(pin);
        fault = wrong;
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(KSRESET.BEGIN.value()), new byte[0])
                .is(NtStatus.SUCCESS, 0);
        frame.is(NtStatus.CANCELLED, 0);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPinThatIsClosedCanBeOpenedAgain(Supplier<NtStatus> wrong) {
        Handle pin = rig.open(PIN);
        Client.run(pin);
        fault = wrong;
        pin.close();
        fault = () -> NtStatus.SUCCESS;
        Client.run(rig.open(PIN));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void aTimerThatThrowsStopsNobody(Supplier<NtStatus> wrong) {
        rig.open(PIN);
        rig.pin().timer(wrong::get).set(7);
        rig.time.advanceToNextTimer();
        assertEquals(7, rig.time.now());
    }

    @Test
    void aTimerEndsWithThePinAlthoughTheDeviceForgetsIt() {
        Handle pin = rig.open(PIN);
        rig.pin().timer(() -> {}).set(7);
        pin.close();
        assertFalse(rig.time.advanceToNextTimer(), "something is left to happen");
    }

    @Test
    void aPinThatCouldNotBeOpenedLeavesNoTimer() {
        rig.streaming = pin -> {
            pin.timer(() -> {}).set(7);
            throw new IllegalStateException("on purpose");
        };
        assertThrows(KsException.class, () -> rig.open(PIN));
        assertFalse(rig.time.advanceToNextTimer(), "something is left to happen");
    }

    @Test
    void aTimerIsNotSetAnyMoreOnceThePinIsClosed() {
        Handle pin = rig.open(PIN);
        KsTimer timer = rig.pin().timer(() -> {});
        pin.close();
        timer.set(7);
        assertFalse(rig.time.advanceToNextTimer(), "something is left to happen");
    }
}

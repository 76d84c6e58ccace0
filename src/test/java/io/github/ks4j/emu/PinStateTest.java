package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pin's states, formats and queue, as its client and its device see them. */
class PinStateTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final DataFormat MONO = DataFormat.of(WaveFormat.pcm(48000, 16, 1));

    private final List<String> seen = new ArrayList<>();
    /** The states in which the device has been told that there may be work. */
    private final List<KSSTATE> processed = new ArrayList<>();

    private KSSTATE refused;
    private DataFormat formatSet;
    private NtStatus formatStatus = NtStatus.SUCCESS;

    private final class Recorder implements PinDispatch {
        private final PinInstance pin;

        Recorder(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            assertEquals(from, pin.state());
            seen.add(to.name());
            return to == refused ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
        }

        @Override
        public NtStatus setDataFormat(DataFormat format) {
            formatSet = format;
            return formatStatus;
        }

        @Override
        public void process() {
            processed.add(pin.state());
        }

        @Override
        public void reset() {
            seen.add("reset");
        }

        @Override
        public void close() {
            seen.add("close");
        }
    }

    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("f")
                    .categories(KSCATEGORY.AUDIO)
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000)))
                            .framing(
                                    KSALLOCATOR_FRAMING.LAYOUT.allocate(Abi.X64).set(KSALLOCATOR_FRAMING.Frames, 4))
                            .framingEx(new byte[112])
                            .streaming(Recorder::new)
                            .build())
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(DataRange.of(STEREO.majorFormat(), STEREO.subFormat(), STEREO.specifier()))
                            .necessary(1)
                            .build())
                    .build()));
    private Handle filter;
    private Handle pin;
    private Handle other;

    @BeforeEach
    void open() {
        filter = driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
        pin = Client.pin(filter, 0, STEREO);
        other = Client.pin(filter, 1, STEREO);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private KSSTATE state() {
        return KSSTATE.values()[Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4).ulong()];
    }

    @Test
    void aNewPinIsStoppedAndItsDeviceIsNotTold() {
        assertEquals(KSSTATE.STOP, state());
        assertEquals(List.of(), seen);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, STOP, ''", "STOP, ACQUIRE, ACQUIRE", "STOP, PAUSE, ACQUIRE PAUSE", "STOP, RUN, ACQUIRE PAUSE RUN",
        "ACQUIRE, STOP, STOP", "ACQUIRE, ACQUIRE, ''", "ACQUIRE, PAUSE, PAUSE", "ACQUIRE, RUN, PAUSE RUN",
        "PAUSE, STOP, ACQUIRE STOP", "PAUSE, ACQUIRE, ACQUIRE", "PAUSE, PAUSE, ''", "PAUSE, RUN, RUN",
        "RUN, STOP, PAUSE ACQUIRE STOP", "RUN, ACQUIRE, PAUSE ACQUIRE", "RUN, PAUSE, PAUSE", "RUN, RUN, ''"
    })
    void theDeviceSeesEveryStep(KSSTATE from, KSSTATE to, String steps) {
        Client.state(pin, from);
        seen.clear();
        assertEquals(NtStatus.SUCCESS, Client.state(pin, to));
        assertEquals(steps, String.join(" ", seen));
        assertEquals(to, state());
    }

    @Test
    void aStepThatFailsLeadsBackToWhereThePinWas() {
        refused = KSSTATE.RUN;
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, Client.state(pin, KSSTATE.RUN));
        assertEquals(KSSTATE.STOP, state());
        assertEquals(List.of("ACQUIRE", "PAUSE", "RUN", "ACQUIRE", "STOP"), seen);
    }

    @Test
    void aDeviceThatHasBeenOutOfItsStateIsToldThatItIsBack() {
        Client.run(pin);
        processed.clear();
        refused = KSSTATE.STOP;
        Client.state(pin, KSSTATE.STOP);
        assertEquals(List.of(KSSTATE.RUN), processed);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -1, Integer.MAX_VALUE})
    void aStateThatThereIsNotIsAnInvalidParameter(int state) {
        Client.set(pin, KSPROPERTY_CONNECTION.STATE, Client.ints(state)).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aPinDoesNotLeaveStopBeforeTheNecessaryInstancesExist() {
        other.close();
        assertEquals(NtStatus.INVALID_DEVICE_STATE, Client.state(pin, KSSTATE.ACQUIRE));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.STOP));
    }

    @Test
    void aPinThatHasLeftStopGoesOnWithoutTheNecessaryInstances() {
        Client.state(pin, KSSTATE.PAUSE);
        other.close();
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.PAUSE));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.ACQUIRE));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.STOP));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, Client.state(pin, KSSTATE.RUN));
    }

    @Test
    void closingStopsThePinFirst() {
        Client.run(pin);
        seen.clear();
        pin.close();
        assertEquals(List.of("PAUSE", "ACQUIRE", "STOP", "close"), seen);
    }

    @Test
    void theFormatIsReadBack() {
        Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 0).is(NtStatus.BUFFER_OVERFLOW, 82);
        Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 81).is(NtStatus.BUFFER_TOO_SMALL, 0);
        byte[] format = Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 82)
                .is(NtStatus.SUCCESS, 82)
                .data()
                .array();
        assertEquals(STEREO, DataFormat.of(format));
    }

    private static byte[] bytes(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return bytes;
    }

    @Test
    void theFormatCanBeChanged() {
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes(MONO)).is(NtStatus.SUCCESS, 0);
        assertEquals(MONO, formatSet);
        assertArrayEquals(
                bytes(MONO),
                Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 82).data().array());
    }

    @Test
    void aFormatThatTheDeviceRefusesIsNotTaken() {
        formatStatus = NtStatus.INVALID_DEVICE_STATE;
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes(MONO)).is(NtStatus.INVALID_DEVICE_STATE, 0);
        assertArrayEquals(
                bytes(STEREO),
                Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 82).data().array());
    }

    @Test
    void aFormatOutsideTheRangesIsNotTaken() {
        DataFormat floats = DataFormat.of(WaveFormat.ieeeFloat(48000, 2));
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes(floats)).is(NtStatus.NO_MATCH, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, bytes(floats)).is(NtStatus.NO_MATCH, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.PROPOSEDATAFORMAT, bytes(MONO)).is(NtStatus.SUCCESS, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, new byte[0]).is(NtStatus.INVALID_BUFFER_SIZE, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, new byte[10]).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @Test
    void framingIsToldWhereItIsDescribed() {
        Client.Reply reply =
                Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24).is(NtStatus.SUCCESS, 24);
        assertEquals(4, reply.data().getInt(8));
        Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX, 0).is(NtStatus.BUFFER_OVERFLOW, 112);
        Client.get(other, KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24).is(NtStatus.NOT_FOUND, 0);
        Client.get(other, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX, 0).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void requestsAreQueuedInAnyStateAndCancelledByStop() {
        Frame first = Frame.of(driver, (byte) 1).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        Frame second = Frame.of(driver, (byte) 2).write(pin);
        assertFalse(first.isDone());
        assertFalse(second.isDone());
        Client.state(pin, KSSTATE.STOP);
        first.is(NtStatus.CANCELLED, 0);
        second.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void stopCancelsEvenWhenThePinIsStopped() {
        Frame frame = Frame.of(driver, (byte) 1).write(pin);
        Client.state(pin, KSSTATE.STOP);
        frame.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void aResetCancelsAndKeepsRequestsOutUntilItEnds() {
        Client.run(pin);
        seen.clear();
        Frame queued = Frame.of(driver, (byte) 1).write(pin);
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(0), new byte[0]).is(NtStatus.SUCCESS, 0);
        queued.is(NtStatus.CANCELLED, 0);
        assertEquals(List.of("reset"), seen);
        assertEquals(KSSTATE.RUN, state());
        Frame.of(driver, (byte) 2).write(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        Client.state(pin, KSSTATE.PAUSE);
        Frame.of(driver, (byte) 3).write(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(1), new byte[0]).is(NtStatus.SUCCESS, 0);
        assertFalse(Frame.of(driver, (byte) 4).write(pin).isDone());
    }

    @Test
    void aResetNeedsAKsreset() {
        Client.control(pin, IOCTL_KS.RESET_STATE, new byte[3], new byte[0]).is(NtStatus.INVALID_PARAMETER, 0);
        Client.control(pin, IOCTL_KS.RESET_STATE, Client.ints(2), new byte[0]).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aCancelledRequestLeavesTheOthersInTheQueue() {
        Frame first = Frame.of(driver, (byte) 1).write(pin);
        Frame second = Frame.of(driver, (byte) 2).write(pin);
        first.pending.cancel();
        first.is(NtStatus.CANCELLED, 0);
        assertFalse(second.isDone());
        first.pending.cancel();
        assertEquals(1, first.completions.get());
    }

    @Test
    void closingCancelsWhatIsQueued() {
        Frame first = Frame.of(driver, (byte) 1).write(pin);
        pin.close();
        first.is(NtStatus.CANCELLED, 0);
        assertEquals(List.of("close"), seen);
    }

    @Test
    void readingFromASinkOfDataIsAnInvalidDeviceRequest() {
        new Frame(driver, 4).read(pin).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }
}

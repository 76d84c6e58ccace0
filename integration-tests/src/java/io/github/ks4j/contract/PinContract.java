package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting to a pin, what it tells, its states, and writing to it. */
abstract class PinContract extends DriverContract {
    private StubPin pin() {
        return StubPin.open(handle(), StubFilter.SINK_PIN);
    }

    private void refused(NtStatus status, int id, Guid interfaceSet, Guid mediumSet, DataFormat format) {
        ByteBuffer connect = StubPin.connect(handle(), id, interfaceSet, mediumSet, format);
        KsException e = assertThrows(KsException.class, () -> StubPin.open(handle(), connect, Driver.GENERIC_WRITE));
        assertEquals(status, e.status());
    }

    @Test
    void aPinStartsStopped() {
        pin().state().succeedsWith(KSSTATE.STOP.value());
    }

    @Test
    void aStateIsReadBack() {
        pin().to(KSSTATE.PAUSE).state().succeedsWith(KSSTATE.PAUSE.value());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -1})
    void aNumberThatIsNoStateIsAnInvalidParameter(int number) {
        pin().set(number).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {StubFilter.SINK_PIN, StubFilter.SOURCE_PIN})
    void aPinTellsWhichFramesItWants(int id) {
        // No options, no pool, 8 frames of 4096 bytes, aligned to nothing.
        StubPin.open(handle(), id)
                .get(KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24)
                .succeedsWith(Requests.ints(0, 0, 8, 4096, 0, 0));
    }

    @Test
    void aPinTellsTheFormatThatItWasOpenedIn() {
        DataFormat format = DataFormat.of(WaveFormat.pcm(8_000, 16, 1));
        ByteBuffer connect = StubPin.connect(
                handle(), StubFilter.SINK_PIN, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, format);
        byte[] bytes = new byte[format.size()];
        format.bytes().get(0, bytes);
        StubPin.open(handle(), connect, Driver.GENERIC_WRITE)
                .get(KSPROPERTY_CONNECTION.DATAFORMAT, format.size())
                .succeedsWith(bytes);
    }

    @Test
    void aPinTellsTheSizeOfItsFormat() {
        pin().get(KSPROPERTY_CONNECTION.DATAFORMAT, 0).needs(StubPin.FORMAT.size());
    }

    @Test
    void aFormatDoesNotFitIntoLess() {
        pin().get(KSPROPERTY_CONNECTION.DATAFORMAT, StubPin.FORMAT.size() - 1).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void aPinFactoryThatIsNotThereIsAnInvalidParameter() {
        refused(NtStatus.INVALID_PARAMETER, 7, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, StubPin.FORMAT);
    }

    @Test
    void anotherInterfaceDoesNotMatch() {
        refused(NtStatus.NO_MATCH, 0, KSINTERFACESETID.Media, KSMEDIUMSETID.Standard, StubPin.FORMAT);
    }

    @Test
    void anotherMediumDoesNotMatch() {
        refused(NtStatus.NO_MATCH, 0, KSINTERFACESETID.Standard, KSMEDIUMSETID.MidiBus, StubPin.FORMAT);
    }

    @Test
    void anotherFormatDoesNotMatch() {
        refused(
                NtStatus.NO_MATCH,
                0,
                KSINTERFACESETID.Standard,
                KSMEDIUMSETID.Standard,
                DataFormat.of(WaveFormat.ieeeFloat(48_000, 2)));
    }

    @Test
    void aSecondInstanceFindsThePinInUse() {
        pin();
        refused(NtStatus.INVALID_DEVICE_STATE, 0, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, StubPin.FORMAT);
    }

    @Test
    void aPinThatWasClosedCanBeOpenedAgain() {
        pin().close();
        pin().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {StubFilter.SPEAKER_PIN, StubFilter.MICROPHONE_PIN})
    void aBridgeCannotBeOpened(int id) {
        refused(NtStatus.INVALID_PARAMETER, id, KSINTERFACESETID.Standard, KSMEDIUMSETID.Standard, StubPin.FORMAT);
    }

    @Test
    void bothPinsCanBeOpenAtOnce() {
        pin().to(KSSTATE.RUN);
        StubPin.open(handle(), StubFilter.SOURCE_PIN).state().succeedsWith(KSSTATE.STOP.value());
    }

    @Test
    void aWriteCompletesWhenThePinRuns() throws Exception {
        StubPin pin = pin();
        try (Frames frame = pin.write(400)) {
            pin.to(KSSTATE.RUN);
            frame.succeedsWith(400);
        }
    }

    @Test
    void aWriteToARunningPinCompletesAtOnce() throws Exception {
        StubPin pin = pin().to(KSSTATE.RUN);
        try (Frames frame = pin.write(400)) {
            frame.succeedsWith(400);
        }
    }

    @Test
    void stoppingCancelsWhatIsQueued() throws Exception {
        StubPin pin = pin().to(KSSTATE.PAUSE);
        try (Frames frame = pin.write(400)) {
            pin.to(KSSTATE.STOP);
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void closingThePinCancelsWhatIsQueued() throws Exception {
        StubPin pin = pin();
        try (Frames frame = pin.write(400)) {
            pin.close();
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void closingTheFilterClosesItsPin() throws Exception {
        StubPin pin = pin();
        try (Frames frame = pin.write(400)) {
            handle().close();
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void aHeaderThatClaimsMoreThanItsBufferIsAnInvalidBufferSize() throws Exception {
        Handle pin = pin().handle();
        try (Frames frame = Frames.of(pin, 400).used(0, 500).submit(IOCTL_KS.WRITE_STREAM)) {
            frame.endsWith(NtStatus.INVALID_BUFFER_SIZE);
        }
    }

    @Test
    void aPinThatIsWrittenToIsNotRead() throws Exception {
        StubPin pin = pin();
        try (Frames frame = pin.read(400)) {
            frame.endsWith(NtStatus.INVALID_DEVICE_REQUEST);
        }
    }

    @Test
    void aHandleThatMayNotWriteIsDenied() throws Exception {
        StubPin pin = StubPin.open(handle(), StubFilter.SINK_PIN, Driver.GENERIC_READ);
        try (Frames frame = pin.write(400)) {
            frame.endsWith(NtStatus.ACCESS_DENIED);
        }
    }
}

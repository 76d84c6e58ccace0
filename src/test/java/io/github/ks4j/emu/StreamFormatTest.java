package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A format that changes in the middle of a stream. */
@Timeout(30)
class StreamFormatTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;

    private final List<DataFormat> formats = new ArrayList<>();
    private NtStatus formatStatus = NtStatus.SUCCESS;

    private final Rig rig =
            new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN).formatChanges(), EmulatedPin.sink(KSPIN_DATAFLOW.OUT));

    {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDataFormat(DataFormat format) {
                formats.add(format);
                return formatStatus;
            }
        };
    }

    @AfterEach
    void close() {
        rig.close();
    }

    // TYPECHANGED on write

    @Test
    void aFormatInTheStreamGoesToTheDevice() {
        Handle pin = rig.open(WRITTEN);
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO).write(pin);
        change.is(NtStatus.SUCCESS, Rig.MONO.size());
        assertEquals(List.of(Rig.MONO), formats);
        assertEquals(Rig.MONO, rig.pin().format());
    }

    @Test
    void aFormatInTheStreamWaitsForTheDataBeforeIt() {
        Handle pin = rig.open(WRITTEN);
        Frame before = rig.frame(4).write(pin);
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO).write(pin);
        Frame after = rig.frame(8).write(pin);
        rig.advance(3);
        assertFalse(change.isDone());
        assertEquals(List.of(), formats);
        rig.advance(1);
        before.is(NtStatus.SUCCESS, 4);
        change.is(NtStatus.SUCCESS, Rig.MONO.size());
        assertEquals(8, rig.queue().remaining());
        assertFalse(after.isDone());
    }

    @Test
    void aFormatInTheStreamCompletesBeforeWhatTheDeviceUsesInIt() {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDataFormat(DataFormat format) {
                pin.queue().advance(8);
                return formatStatus;
            }
        };
        Handle pin = rig.open(WRITTEN);
        Frame before = rig.frame(4).write(pin);
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO).write(pin);
        Frame after = rig.frame(8).write(pin);
        List<Frame> completed = new ArrayList<>();
        List.of(before, change, after).forEach(frame -> frame.outcome.thenRun(() -> completed.add(frame)));
        rig.advance(4);
        assertEquals(List.of(before, change, after), completed);
    }

    @Test
    void aFormatInTheStreamThatTheDeviceRefusesFailsAlone() {
        formatStatus = NtStatus.INVALID_DEVICE_STATE;
        Handle pin = rig.open(WRITTEN);
        Frame.ofFormat(rig.driver, Rig.MONO).write(pin).is(NtStatus.INVALID_DEVICE_STATE, 0);
        assertEquals(Rig.STEREO, rig.pin().format());
        assertFalse(rig.frame(4).write(pin).isDone());
    }

    @Test
    void aFormatInTheStreamThatThePinDoesNotOfferIsNoMatch() {
        Frame.ofFormat(rig.driver, DataFormat.of(WaveFormat.ieeeFloat(48000, 2)))
                .write(rig.open(WRITTEN))
                .is(NtStatus.NO_MATCH, 0);
    }

    @Test
    void aDeviceThatThrowsAtAFormatInTheStreamFailsItOnce() {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDataFormat(DataFormat format) {
                throw new IllegalStateException("on purpose");
            }
        };
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO).write(rig.open(WRITTEN));
        change.is(NtStatus.UNSUCCESSFUL, 0);
        assertEquals(1, change.completions.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63})
    void aFormatThatIsCutIsAnInvalidBufferSize(int size) {
        Frame change = rig.frame(size).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @Test
    void aFormatSizeBeyondTheFrameIsAnInvalidParameter() {
        Frame change = Frame.ofFormat(rig.driver, Rig.MONO);
        change.data.bytes().putInt(0, Rig.MONO.size() + 1);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aFormatLargerThanAnyIsAnInvalidBufferSize() {
        Frame change = rig.frame((1 << 16) + 8).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    // TYPECHANGED on read

    private void deviceChangesFormat() {
        rig.device(() -> rig.pin().changeFormat(Rig.MONO));
    }

    private static void askForFormat(Handle pin) {
        Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, Rig.MONO.size()).is(NtStatus.SUCCESS, Rig.MONO.size());
    }

    @Test
    void aReadTellsOfANewFormat() {
        Handle pin = rig.open(READ);
        Frame told = rig.read(pin);
        deviceChangesFormat();
        told.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED, told.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(0, told.used());
    }

    @Test
    void aReadThatComesLaterTellsOfANewFormat() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        Frame told = rig.read(pin).is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED, told.view.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void readsWaitUntilTheNewFormatHasBeenAskedFor() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        rig.read(pin);
        Frame next = rig.read(pin);
        assertFalse(rig.queue().hasFrame());
        Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 0).is(NtStatus.BUFFER_OVERFLOW, Rig.MONO.size());
        assertFalse(rig.queue().hasFrame());
        askForFormat(pin);
        assertTrue(rig.queue().hasFrame());
        rig.advance(8);
        next.is(NtStatus.SUCCESS, Frame.HEADER);
    }

    @Test
    void theDeviceIsToldWhenReadsGoOn() {
        List<Boolean> seen = new ArrayList<>();
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public void process() {
                seen.add(pin.queue().hasFrame());
            }
        };
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        rig.read(pin);
        rig.read(pin);
        seen.clear();
        askForFormat(pin);
        assertEquals(List.of(true), seen);
    }

    @Test
    void askingForTheFormatBeforeAReadHasToldOfItIsNotEnough() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        askForFormat(pin);
        rig.read(pin).is(NtStatus.SUCCESS, Frame.HEADER);
        assertFalse(rig.queue().hasFrame());
    }

    @Test
    void aChangeWhileTheFormatIsAskedForIsInTheAnswer() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        rig.read(pin);
        ReentrantLock lock =
                (ReentrantLock) rig.pin().filter().factory().completions.lock();
        CompletableFuture<DataFormat> answer = new CompletableFuture<>();
        rig.device(() -> {
            Client.inThread(() ->
                    answer.complete(DataFormat.of(Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, Rig.STEREO.size())
                            .data()
                            .array())));
            while (!lock.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            rig.pin().changeFormat(Rig.STEREO);
        });
        assertEquals(Rig.STEREO, answer.join());
    }

    @Test
    void aFrameThatIsPartlyFilledHoldsTheFormerFormat() {
        Handle pin = rig.open(READ);
        Frame filled = rig.read(pin);
        Frame told = rig.read(pin);
        rig.advance(3);
        deviceChangesFormat();
        filled.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(3, filled.used());
        assertEquals(0, filled.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED, told.view.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void stoppingForgetsThatTheFormatHasNotBeenAskedFor() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        rig.read(pin);
        Client.state(pin, KSSTATE.STOP);
        Frame next = rig.read(pin);
        assertFalse(next.isDone());
        assertTrue(rig.queue().hasFrame());
    }

    @Test
    void theFormatOfAPinThatIsWrittenToIsTheClientsToChange() {
        rig.open(WRITTEN);
        assertThrows(IllegalStateException.class, () -> rig.pin().changeFormat(Rig.MONO));
    }
}

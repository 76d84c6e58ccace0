package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsEvent;
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

/** What the headers of a stream ask for. */
@Timeout(30)
class StreamOptionsTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;
    private static final int PLAIN = 2;
    private static final int EXTENDED = 128;

    private final List<DataFormat> formats = new ArrayList<>();
    private NtStatus formatStatus = NtStatus.SUCCESS;

    private final Rig rig = new Rig(
            looped(EmulatedPin.sink(KSPIN_DATAFLOW.IN)).formatChanges(),
            looped(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN).streamHeaderSize(EXTENDED).formatChanges());

    {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDataFormat(DataFormat format) {
                formats.add(format);
                return formatStatus;
            }
        };
    }

    private static EmulatedPin.Builder looped(EmulatedPin.Builder pin) {
        return pin.pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.STREAMING.value())
                .pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Frame frame(int size) {
        return Frame.of(rig.driver, new byte[size]);
    }

    private Frame format(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return Frame.of(rig.driver, bytes).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
    }

    // Extended headers

    private long write(Handle pin, Frame frame, int size) {
        try (KsBuffer header = rig.driver.allocate(size)) {
            frame.view.set(KSSTREAM_HEADER.Size, size);
            header.bytes().put(0, frame.header.bytes(), 0, Frame.HEADER);
            Handle.PendingRequest request =
                    pin.submit(IOCTL_KS.WRITE_STREAM, null, 0, header, size, frame.outcome::complete);
            request.cancel();
            return frame.await();
        }
    }

    @Test
    void aHeaderOfThePinsSizeIsTaken() {
        assertEquals(IoStatusBlock.of(NtStatus.CANCELLED, 0), write(rig.open(PLAIN), frame(4), EXTENDED));
    }

    @ParameterizedTest
    @ValueSource(ints = {56, 120, 136})
    void aHeaderOfAnotherSizeIsAnInvalidBufferSize(int size) {
        assertEquals(IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0), write(rig.open(PLAIN), frame(4), size));
    }

    @Test
    void theSizeOfTheHeadersIsTold() {
        Handle pin = rig.open(PLAIN);
        assertEquals(
                EXTENDED,
                Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 4).ulong());
        Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
        Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 3).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, new byte[4]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aPinWithoutASizeTellsNone() {
        assertEquals(
                0,
                Client.get(rig.open(WRITTEN), KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 4)
                        .ulong());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 48, 60, -8})
    void aSizeThatNoHeaderHasIsNotDescribed(int size) {
        EmulatedPin.Builder pin = EmulatedPin.sink(KSPIN_DATAFLOW.IN);
        assertThrows(IllegalArgumentException.class, () -> pin.streamHeaderSize(size));
    }

    // FLUSHONPAUSE

    @Test
    void pausingDropsWhatIsToBeFlushed() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed = frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        flushed.is(NtStatus.SUCCESS, 0);
    }

    @Test
    void pausingKeepsEverythingElse() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame kept = frame(4).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        assertFalse(kept.isDone());
        assertEquals(4, rig.queue().remaining());
    }

    @Test
    void whatWasUsedOfADroppedFrameIsCounted() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed = frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        rig.advance(3);
        Client.state(pin, KSSTATE.PAUSE);
        flushed.is(NtStatus.SUCCESS, 3);
    }

    @Test
    void aDroppedFrameBehindOneThatIsKeptCompletesInItsTurn() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame kept = frame(4).write(pin);
        Frame flushed = frame(2).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Frame last = frame(8).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        assertFalse(flushed.isDone());
        rig.advance(4);
        kept.is(NtStatus.SUCCESS, 4);
        flushed.is(NtStatus.SUCCESS, 0);
        assertFalse(last.isDone());
        assertEquals(8, rig.queue().remaining());
    }

    @Test
    void cancellingTheFrameInFrontLetsADroppedOneGo() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame kept = frame(4).write(pin);
        Frame flushed = frame(2).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        kept.pending.cancel();
        flushed.is(NtStatus.SUCCESS, 0);
    }

    @Test
    void aFrameThatComesWhileThePinPausesIsKept() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Client.state(pin, KSSTATE.PAUSE);
        Frame later = frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        assertFalse(later.isDone());
    }

    @Test
    void stoppingCancelsWhatIsToBeFlushed() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed = frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.STOP);
        flushed.is(NtStatus.CANCELLED, 0);
    }

    // TYPECHANGED on write

    @Test
    void aFormatInTheStreamGoesToTheDevice() {
        Handle pin = rig.open(WRITTEN);
        Frame change = format(Rig.MONO).write(pin);
        change.is(NtStatus.SUCCESS, Rig.MONO.size());
        assertEquals(List.of(Rig.MONO), formats);
        assertEquals(Rig.MONO, rig.pin().format());
    }

    @Test
    void aFormatInTheStreamWaitsForTheDataBeforeIt() {
        Handle pin = rig.open(WRITTEN);
        Frame before = frame(4).write(pin);
        Frame change = format(Rig.MONO).write(pin);
        Frame after = frame(8).write(pin);
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
    void aFormatInTheStreamThatTheDeviceRefusesFailsAlone() {
        formatStatus = NtStatus.INVALID_DEVICE_STATE;
        Handle pin = rig.open(WRITTEN);
        format(Rig.MONO).write(pin).is(NtStatus.INVALID_DEVICE_STATE, 0);
        assertEquals(Rig.STEREO, rig.pin().format());
        assertFalse(frame(4).write(pin).isDone());
    }

    @Test
    void aFormatInTheStreamThatThePinDoesNotOfferIsNoMatch() {
        format(DataFormat.of(WaveFormat.ieeeFloat(48000, 2)))
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
        Frame change = format(Rig.MONO).write(rig.open(WRITTEN));
        change.is(NtStatus.UNSUCCESSFUL, 0);
        assertEquals(1, change.completions.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63})
    void aFormatThatIsCutIsAnInvalidBufferSize(int size) {
        Frame change = frame(size).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @Test
    void aFormatSizeBeyondTheFrameIsAnInvalidParameter() {
        Frame change = format(Rig.MONO);
        change.data.bytes().putInt(0, Rig.MONO.size() + 1);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aFormatLargerThanAnyIsAnInvalidBufferSize() {
        Frame change = frame((1 << 16) + 8).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        change.write(rig.open(WRITTEN)).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @Test
    void aFormatComesWithAPlainHeaderWhateverThePinsSize() {
        Handle pin = rig.open(PLAIN);
        format(Rig.MONO).write(pin).is(NtStatus.SUCCESS, Rig.MONO.size());
        assertEquals(IoStatusBlock.of(NtStatus.INVALID_BUFFER_SIZE, 0), write(pin, format(Rig.MONO), EXTENDED));
    }

    // TYPECHANGED on read

    private void deviceChangesFormat() {
        rig.device(() -> rig.pin().changeFormat(Rig.MONO));
    }

    private Frame read(Handle pin) {
        return new Frame(rig.driver, 8).read(pin);
    }

    private static void askForFormat(Handle pin) {
        Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, Rig.MONO.size()).is(NtStatus.SUCCESS, Rig.MONO.size());
    }

    @Test
    void aReadTellsOfANewFormat() {
        Handle pin = rig.open(READ);
        Frame told = read(pin);
        deviceChangesFormat();
        told.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED, told.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(0, told.used());
    }

    @Test
    void aReadThatComesLaterTellsOfANewFormat() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        Frame told = read(pin).is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED, told.view.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void readsWaitUntilTheNewFormatHasBeenAskedFor() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        read(pin);
        Frame next = read(pin);
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
        read(pin);
        read(pin);
        seen.clear();
        askForFormat(pin);
        assertEquals(List.of(true), seen);
    }

    @Test
    void askingForTheFormatBeforeAReadHasToldOfItIsNotEnough() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        askForFormat(pin);
        read(pin).is(NtStatus.SUCCESS, Frame.HEADER);
        assertFalse(rig.queue().hasFrame());
    }

    @Test
    void aChangeWhileTheFormatIsAskedForIsInTheAnswer() {
        Handle pin = rig.open(READ);
        deviceChangesFormat();
        read(pin);
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
        Frame filled = read(pin);
        Frame told = read(pin);
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
        read(pin);
        Client.state(pin, KSSTATE.STOP);
        Frame next = read(pin);
        assertFalse(next.isDone());
        assertTrue(rig.queue().hasFrame());
    }

    @Test
    void theFormatOfAPinThatIsWrittenToIsTheClientsToChange() {
        rig.open(WRITTEN);
        assertThrows(IllegalStateException.class, () -> rig.pin().changeFormat(Rig.MONO));
    }

    // LOOPEDDATA

    private Frame loop(Handle pin) {
        return Frame.of(rig.driver, (byte) 1, (byte) 2, (byte) 3, (byte) 4)
                .flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA)
                .write(pin);
    }

    @Test
    void aLoopStartsAgainAtItsEnd() {
        Frame loop = loop(rig.openLooped(WRITTEN));
        rig.advance(4);
        assertFalse(loop.isDone());
        assertEquals(4, rig.queue().remaining());
        assertEquals(0, rig.queue().offset());
        rig.advance(3);
        rig.device(() -> rig.queue().endFrame());
        assertEquals(4, rig.queue().remaining());
    }

    @Test
    void stoppingEndsALoop() {
        Handle pin = rig.openLooped(WRITTEN);
        Frame loop = loop(pin);
        rig.advance(4);
        rig.advance(1);
        Client.state(pin, KSSTATE.STOP);
        loop.is(NtStatus.SUCCESS, 4);
    }

    @Test
    void aLoopThatWasNotPlayedToItsEndCountsWhatWas() {
        Handle pin = rig.openLooped(WRITTEN);
        Frame loop = loop(pin);
        rig.advance(3);
        Client.state(pin, KSSTATE.STOP);
        loop.is(NtStatus.SUCCESS, 3);
    }

    @Test
    void pausingLeavesALoop() {
        Handle pin = rig.openLooped(WRITTEN);
        Client.run(pin);
        Frame loop = loop(pin);
        Client.state(pin, KSSTATE.PAUSE);
        assertFalse(loop.isDone());
    }

    @Test
    void aLoopIsCancelledAsAnyOther() {
        Frame loop = loop(rig.openLooped(WRITTEN));
        loop.pending.cancel();
        loop.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void aReadOfALoopedPinIsALoop() {
        Handle pin = rig.openLooped(READ);
        Frame loop = read(pin);
        rig.advance(8);
        rig.advance(2);
        assertFalse(loop.isDone());
        Client.state(pin, KSSTATE.STOP);
        loop.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(8, loop.used());
    }

    @Test
    void whatWaitsBehindALoopIsCancelledWithIt() {
        Handle pin = rig.openLooped(WRITTEN);
        loop(pin);
        Frame behind = loop(pin);
        Client.state(pin, KSSTATE.STOP);
        behind.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void aLoopOnAPinOfAnotherInterfaceIsAnInvalidParameter() {
        loop(rig.open(WRITTEN)).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aLoopOfNothingIsAnInvalidParameter() {
        frame(0).flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA)
                .write(rig.openLooped(WRITTEN))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aLoopOfTwoFramesIsAnInvalidParameter() {
        Handle pin = rig.openLooped(WRITTEN);
        Frame one = frame(4).flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA);
        try (KsBuffer headers = rig.driver.allocate(2 * Frame.HEADER)) {
            headers.bytes().put(0, one.header.bytes(), 0, Frame.HEADER);
            headers.bytes().put(Frame.HEADER, one.header.bytes(), 0, Frame.HEADER);
            assertEquals(
                    IoStatusBlock.of(NtStatus.INVALID_PARAMETER, 0),
                    pin.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, headers.size()));
        }
    }

    @Test
    void thePinKnowsHowItWasOpened() {
        rig.open(WRITTEN);
        assertFalse(rig.pin().isLooped());
        rig.openLooped(WRITTEN);
        assertTrue(rig.pin().isLooped());
    }

    // BUFFEREDTRANSFER

    private byte[] seenByTheDevice() {
        StreamQueue queue = rig.queue();
        byte[] seen = new byte[queue.remaining()];
        queue.bytes().get(queue.offset(), seen);
        return seen;
    }

    @Test
    void aBufferedFrameIsWhatItWasWhenItCame() {
        Frame frame = Frame.of(rig.driver, (byte) 1, (byte) 2)
                .flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER)
                .write(rig.open(WRITTEN));
        frame.data.bytes().putShort(0, (short) 0);
        assertArrayEquals(new byte[] {1, 2}, seenByTheDevice());
    }

    @Test
    void aFrameThatIsNotBufferedIsTheClientsMemory() {
        Frame frame = Frame.of(rig.driver, (byte) 1, (byte) 2).write(rig.open(WRITTEN));
        frame.data.bytes().put(0, (byte) 7);
        assertArrayEquals(new byte[] {7, 2}, seenByTheDevice());
    }

    @Test
    void bufferedFramesAmongOthersKeepTheirPlaces() {
        Handle pin = rig.open(WRITTEN);
        List<Frame> frames = List.of(
                Frame.of(rig.driver, (byte) 1, (byte) 2).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER),
                Frame.of(rig.driver, (byte) 3),
                Frame.of(rig.driver).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER),
                Frame.of(rig.driver, (byte) 4, (byte) 5, (byte) 6).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER));
        KsBuffer headers = rig.driver.allocate(frames.size() * Frame.HEADER);
        for (int i = 0; i < frames.size(); i++) {
            headers.bytes().put(i * Frame.HEADER, frames.get(i).header.bytes(), 0, Frame.HEADER);
        }
        Frame request = new Frame(rig.driver, 0);
        pin.submit(IOCTL_KS.WRITE_STREAM, null, 0, headers, headers.size(), request.outcome::complete);
        frames.forEach(frame -> {
            for (int i = 0; i < frame.data.size(); i++) {
                frame.data.bytes().put(i, (byte) (10 + frame.data.bytes().get(i)));
            }
        });
        assertArrayEquals(new byte[] {1, 2}, seenByTheDevice());
        rig.advance(1);
        assertArrayEquals(new byte[] {2}, seenByTheDevice());
        rig.advance(1);
        assertArrayEquals(new byte[] {13}, seenByTheDevice());
        rig.advance(1);
        rig.device(() -> rig.queue().endFrame());
        assertArrayEquals(new byte[] {4, 5, 6}, seenByTheDevice());
        rig.advance(3);
        request.is(NtStatus.SUCCESS, 6);
    }

    @Test
    void copiesBeyondAllReasonAreNotMade() {
        Handle pin = rig.open(WRITTEN);
        Frame frame = frame(1 << 20).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER);
        try (KsBuffer headers = rig.driver.allocate(65 * Frame.HEADER)) {
            for (int i = 0; i < 65; i++) {
                headers.bytes().put(i * Frame.HEADER, frame.header.bytes(), 0, Frame.HEADER);
            }
            assertEquals(
                    IoStatusBlock.of(NtStatus.INSUFFICIENT_RESOURCES, 0),
                    pin.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, headers.size()));
        }
    }

    // Events

    private boolean isHeard(KsEvent event, int flags) {
        Handle pin = rig.open(WRITTEN);
        Rig.Registration client = rig.new Registration().on(pin, event);
        frame(2).flags(flags).write(pin);
        rig.advance(1);
        assertFalse(client.heard(), "before the frame has been used");
        rig.advance(1);
        return client.heard();
    }

    @Test
    void aGapInTheDataIsToldWhenItIsReached() {
        assertTrue(isHeard(KSEVENT_CONNECTION.DATADISCONTINUITY, KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY));
    }

    @Test
    void aGapInTheTimeIsToldWhenItIsReached() {
        assertTrue(isHeard(KSEVENT_CONNECTION.TIMEDISCONTINUITY, KSSTREAM_HEADER_OPTIONSF.TIMEDISCONTINUITY));
    }

    @Test
    void theEndOfTheStreamIsToldWhenItIsReached() {
        assertTrue(isHeard(KSEVENT_CONNECTION.ENDOFSTREAM, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM));
    }

    @Test
    void otherFlagsTellOfNothing() {
        assertFalse(isHeard(
                KSEVENT_CONNECTION.ENDOFSTREAM,
                KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY | KSSTREAM_HEADER_OPTIONSF.TIMEDISCONTINUITY));
    }

    @Test
    void aGapThatTheDeviceCapturesIsTold() {
        Handle pin = rig.open(READ);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.DATADISCONTINUITY);
        read(pin);
        rig.device(() -> rig.queue().addFlags(KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY));
        rig.advance(8);
        assertTrue(client.heard());
    }

    @Test
    void theEndOfACaptureIsInItsHeaderAndNoEvent() {
        Handle pin = rig.open(READ);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.ENDOFSTREAM);
        Frame last = read(pin);
        rig.device(() -> rig.queue().endRequest(8, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM));
        assertEquals(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, last.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertFalse(client.heard());
    }

    @Test
    void aDeviceTellsThatItsPositionHasMoved() {
        Handle pin = rig.open(WRITTEN);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.POSITIONUPDATE);
        rig.pin().events().generate(KSEVENT_CONNECTION.SET.guid(), KSEVENT_CONNECTION.POSITIONUPDATE.id());
        assertTrue(client.heard());
    }
}

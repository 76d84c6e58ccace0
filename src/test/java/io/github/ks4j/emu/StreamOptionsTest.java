package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the headers of a stream ask for. */
@Timeout(30)
class StreamOptionsTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;

    private final Rig rig = new Rig(EmulatedPin.sink(KSPIN_DATAFLOW.IN), EmulatedPin.sink(KSPIN_DATAFLOW.OUT));

    @AfterEach
    void close() {
        rig.close();
    }

    // FLUSHONPAUSE

    @Test
    void pausingDropsWhatIsToBeFlushed() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed =
                rig.frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        flushed.is(NtStatus.SUCCESS, 0);
    }

    @Test
    void pausingKeepsEverythingElse() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame kept = rig.frame(4).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        assertFalse(kept.isDone());
        assertEquals(4, rig.queue().remaining());
    }

    @Test
    void whatWasUsedOfADroppedFrameIsCounted() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed =
                rig.frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        rig.advance(3);
        Client.state(pin, KSSTATE.PAUSE);
        flushed.is(NtStatus.SUCCESS, 3);
    }

    @Test
    void aDroppedFrameBehindOneThatIsKeptCompletesInItsTurn() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame kept = rig.frame(4).write(pin);
        Frame flushed =
                rig.frame(2).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Frame last = rig.frame(8).write(pin);
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
        Frame kept = rig.frame(4).write(pin);
        Frame flushed =
                rig.frame(2).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.PAUSE);
        kept.pending.cancel();
        flushed.is(NtStatus.SUCCESS, 0);
    }

    @Test
    void aFrameThatComesWhileThePinPausesIsKept() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Client.state(pin, KSSTATE.PAUSE);
        Frame later = rig.frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        assertFalse(later.isDone());
    }

    @Test
    void stoppingCancelsWhatIsToBeFlushed() {
        Handle pin = rig.open(WRITTEN);
        Client.run(pin);
        Frame flushed =
                rig.frame(4).flags(KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE).write(pin);
        Client.state(pin, KSSTATE.STOP);
        flushed.is(NtStatus.CANCELLED, 0);
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
        Frame frame = rig.frame(1 << 20).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER);
        try (KsBuffer headers = rig.driver.allocate(65 * Frame.HEADER)) {
            for (int i = 0; i < 65; i++) {
                headers.bytes().put(i * Frame.HEADER, frame.header.bytes(), 0, Frame.HEADER);
            }
            assertEquals(
                    IoStatusBlock.of(NtStatus.INSUFFICIENT_RESOURCES, 0),
                    pin.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, headers.size()));
        }
    }

    private Frame buffered(Handle pin, KsBuffer data) {
        Frame frame = rig.frame(0).flags(KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER);
        frame.view
                .set(KSSTREAM_HEADER.FrameExtent, data.size())
                .set(KSSTREAM_HEADER.DataUsed, data.size())
                .set(KSSTREAM_HEADER.Data, data.address());
        return frame.write(pin);
    }

    @Test
    void copiesOfAllThatWaitsAreBoundedTogether() {
        Handle pin = rig.open(WRITTEN);
        try (KsBuffer data = rig.driver.allocate(1 << 25)) {
            Frame first = buffered(pin, data);
            buffered(pin, data);
            buffered(pin, data).is(NtStatus.INSUFFICIENT_RESOURCES, 0);
            first.pending.cancel();
            assertFalse(buffered(pin, data).isDone());
        }
    }

    // Events

    private boolean isHeard(KsEvent event, int flags) {
        Handle pin = rig.open(WRITTEN);
        Rig.Registration client = rig.new Registration().on(pin, event);
        rig.frame(2).flags(flags).write(pin);
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
        rig.read(pin);
        rig.device(() -> rig.queue().addFlags(KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY));
        rig.advance(8);
        assertTrue(client.heard());
    }

    @Test
    void theEndOfACaptureIsInItsHeaderAndNoEvent() {
        Handle pin = rig.open(READ);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.ENDOFSTREAM);
        Frame last = rig.read(pin);
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

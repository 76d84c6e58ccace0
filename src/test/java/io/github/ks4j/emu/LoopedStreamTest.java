package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A frame that is played or filled over and over. */
@Timeout(30)
class LoopedStreamTest {
    private static final int WRITTEN = 0;
    private static final int READ = 1;

    private final Rig rig =
            new Rig(Rig.looped(EmulatedPin.sink(KSPIN_DATAFLOW.IN)), Rig.looped(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)));

    @AfterEach
    void close() {
        rig.close();
    }

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
    void pausingDropsALoopThatIsToBeFlushed() {
        Handle pin = rig.openLooped(WRITTEN);
        Client.run(pin);
        Frame loop = rig.frame(4)
                .flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA | KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE)
                .write(pin);
        rig.advance(4);
        rig.advance(4);
        rig.advance(1);
        Client.state(pin, KSSTATE.PAUSE);
        loop.is(NtStatus.SUCCESS, 4);
    }

    @Test
    void aLoopHoldsTheFormerFormatWhenTheDeviceChangesIt() {
        Handle pin = rig.openLooped(READ);
        Frame loop = rig.read(pin);
        rig.advance(8);
        rig.device(() -> rig.pin().changeFormat(Rig.MONO));
        loop.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(8, loop.used());
        assertEquals(0, loop.view.get(KSSTREAM_HEADER.OptionsFlags));
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
        Frame loop = rig.read(pin);
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
        rig.frame(0)
                .flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA)
                .write(rig.openLooped(WRITTEN))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aLoopOfTwoFramesIsAnInvalidParameter() {
        Handle pin = rig.openLooped(WRITTEN);
        Frame one = rig.frame(4).flags(KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA);
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
}

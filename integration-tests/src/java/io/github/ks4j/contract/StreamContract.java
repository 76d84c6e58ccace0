package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading from a pin that captures bytes that count up. */
abstract class StreamContract extends DriverContract {
    private StubPin pin;

    @BeforeEach
    void openThePin() {
        pin = StubPin.open(handle(), StubFilter.SOURCE_PIN);
    }

    private static void assertRamp(int first, byte[] bytes) {
        byte[] expected = new byte[bytes.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) (first + i);
        }
        assertArrayEquals(expected, bytes);
    }

    private Frames malformed() {
        return Frames.of(pin.handle(), 16);
    }

    @Test
    void aFrameIsFilled() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frame = pin.read(1000)) {
            assertRamp(0, frame.filled().bytes(0));
        }
    }

    @Test
    void theHeaderTellsHowMuchWasCaptured() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frame = pin.read(1000)) {
            assertEquals(1000, frame.filled().used(0));
        }
    }

    @Test
    void nothingElseInTheHeaderChanges() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frame = Frames.of(pin.handle(), 16)) {
            frame.header(0)
                    .set(KSSTREAM_HEADER.TypeSpecificFlags, 0x1234)
                    .set(KSSTREAM_HEADER.Duration, 99)
                    .get(KSSTREAM_HEADER.PresentationTime)
                    .set(KSTIME.Time, 77);
            KSSTREAM_HEADER expected = frame.header(0).copy().set(KSSTREAM_HEADER.DataUsed, 16);
            frame.submit(IOCTL_KS.READ_STREAM).filled();
            assertEquals(expected.buffer(), frame.header(0).copy().buffer());
        }
    }

    @Test
    void theNextFrameGoesOnWhereTheLastOneEnded() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames first = pin.read(100);
                Frames second = pin.read(300)) {
            first.filled();
            assertRamp(100, second.filled().bytes(0));
        }
    }

    @Test
    void severalFramesOfARequestAreFilledInOrder() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frames = pin.read(10, 20, 30)) {
            assertRamp(30, frames.filled().bytes(2));
        }
    }

    @Test
    void aFrameWithoutBytesIsReadToo() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frames = pin.read(10, 0, 30)) {
            assertRamp(10, frames.filled().bytes(2));
        }
    }

    @Test
    void headersMayBeExtended() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames frames = Frames.extended(pin.handle(), 8, 10, 20, 30).submit(IOCTL_KS.READ_STREAM)) {
            assertRamp(30, frames.filled().bytes(2));
        }
    }

    @Test
    void aReadThatComesBeforeThePinRunsIsHeld() throws Exception {
        pin.to(KSSTATE.PAUSE);
        try (Frames frame = pin.read(100)) {
            assertFalse(frame.isDone());
            pin.close();
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void readsThatAreHeldAreFilledInOrderWhenThePinRuns() throws Exception {
        try (Frames first = pin.read(100);
                Frames second = pin.read(100)) {
            pin.to(KSSTATE.RUN);
            assertRamp(0, first.filled().bytes(0));
            assertRamp(100, second.filled().bytes(0));
        }
    }

    @Test
    void pausingHoldsReadsAgain() throws Exception {
        pin.to(KSSTATE.RUN).set(KSSTATE.PAUSE.value()).succeeds();
        try (Frames frame = pin.read(100)) {
            assertFalse(frame.isDone());
            pin.set(KSSTATE.RUN.value()).succeeds();
            assertRamp(0, frame.filled().bytes(0));
        }
    }

    @Test
    void stoppingCancelsReads() throws Exception {
        pin.to(KSSTATE.PAUSE);
        try (Frames frame = pin.read(100)) {
            pin.to(KSSTATE.STOP);
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void stoppingStartsTheCaptureAgain() throws Exception {
        pin.to(KSSTATE.RUN);
        try (Frames before = pin.read(100)) {
            before.filled();
            pin.to(KSSTATE.STOP).to(KSSTATE.RUN);
            try (Frames after = pin.read(100)) {
                assertRamp(0, after.filled().bytes(0));
            }
        }
    }

    @Test
    void aReadThatIsCancelledLeavesTheOthers() throws Exception {
        try (Frames first = pin.read(100);
                Frames second = pin.read(100)) {
            first.cancel();
            first.endsWith(NtStatus.CANCELLED);
            pin.to(KSSTATE.RUN);
            assertRamp(0, second.filled().bytes(0));
        }
    }

    @Test
    void closingThePinCancelsReads() throws Exception {
        try (Frames frame = pin.read(100)) {
            pin.close();
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void aResetCancelsReads() throws Exception {
        try (Frames frame = pin.read(100)) {
            pin.reset(KSRESET.BEGIN).succeeds();
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void aPinInResetIsNotReady() throws Exception {
        pin.to(KSSTATE.RUN).reset(KSRESET.BEGIN).succeeds();
        try (Frames frame = pin.read(100)) {
            frame.endsWith(NtStatus.DEVICE_NOT_READY);
        }
    }

    @Test
    void aPinGoesOnAfterAReset() throws Exception {
        pin.to(KSSTATE.RUN).reset(KSRESET.BEGIN).succeeds();
        pin.reset(KSRESET.END).succeeds();
        try (Frames frame = pin.read(100)) {
            assertRamp(0, frame.filled().bytes(0));
        }
    }

    @Test
    void aPinThatCapturesIsNotWrittenTo() throws Exception {
        try (Frames frame = pin.write(100)) {
            frame.endsWith(NtStatus.INVALID_DEVICE_REQUEST);
        }
    }

    @Test
    void aHandleThatMayNotReadIsDenied() throws Exception {
        pin.close();
        pin = StubPin.open(handle(), StubFilter.SOURCE_PIN, Driver.GENERIC_WRITE);
        try (Frames frame = pin.read(100)) {
            frame.endsWith(NtStatus.ACCESS_DENIED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 48, 55, 57, -1})
    void aHeaderOfAnotherSizeIsAnInvalidBufferSize(int size) throws Exception {
        try (Frames frame = malformed().size(0, size).submit(IOCTL_KS.READ_STREAM)) {
            frame.endsWith(NtStatus.INVALID_BUFFER_SIZE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 55})
    void aRequestThatIsNoHeaderLongIsAnInvalidBufferSize(int length) throws Exception {
        try (Frames frame = malformed().submit(IOCTL_KS.READ_STREAM, length)) {
            frame.endsWith(NtStatus.INVALID_BUFFER_SIZE);
        }
    }

    @Test
    void aFrameThatIsNotEmptyIsAnInvalidBufferSize() throws Exception {
        try (Frames frame = malformed().used(0, 1).submit(IOCTL_KS.READ_STREAM)) {
            frame.endsWith(NtStatus.INVALID_BUFFER_SIZE);
        }
    }

    @Test
    void optionsOfAReadAreAnInvalidParameter() throws Exception {
        try (Frames frame =
                malformed().options(0, KSSTREAM_HEADER_OPTIONSF.SPLICEPOINT).submit(IOCTL_KS.READ_STREAM)) {
            frame.endsWith(NtStatus.INVALID_PARAMETER);
        }
    }
}

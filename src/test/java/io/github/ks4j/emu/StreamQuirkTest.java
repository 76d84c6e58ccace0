package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traps in streams: what a client sees of them. */
@Timeout(30)
class StreamQuirkTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final VideoFormat VIDEO = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);
    private static final byte[] DATA = {1, 2, 3, 4};

    private final VirtualTime time = new VirtualTime();
    private final EmulatedDriver driver = EmulatedDriver.builder()
            .time(time)
            .devices(new VirtualAudioDevice(), new VirtualCamera())
            .build();
    private final Handle microphone = open(KSCATEGORY.CAPTURE, "microphone");
    private final Handle render = run(open(KSCATEGORY.RENDER, "speaker"), STEREO);
    private final Handle capture = run(microphone, STEREO);

    private Handle open(Guid category, String name) {
        return driver.open(
                driver.enumerate(category).stream()
                        .filter(found -> found.friendlyName().contains(name))
                        .findFirst()
                        .orElseThrow()
                        .path(),
                Client.READ_WRITE);
    }

    private static Handle run(Handle filter, DataFormat format) {
        Handle pin = Client.pin(filter, 0, format);
        Client.run(pin);
        return pin;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Frame read() {
        return new Frame(driver, DATA.length).read(capture);
    }

    private void play() {
        Frame.of(driver, DATA).write(render).is(NtStatus.SUCCESS);
    }

    /** The times of the first frames of a camera, in units of its interval. */
    private List<Double> frameTimes(int count) {
        Handle pin = run(open(KSCATEGORY.VIDEO_CAMERA, "camera"), DataFormat.of(VIDEO));
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Frame frame = new Frame(driver, VIDEO.imageSize()).read(pin);
            time.advance(Duration.ofNanos(100 * VIDEO.frameInterval()));
            frame.is(NtStatus.SUCCESS);
            long at = frame.view.get(KSSTREAM_HEADER.PresentationTime).get(KSTIME.Time);
            times.add((double) at / VIDEO.frameInterval());
        }
        return times;
    }

    private long playOffset() {
        return Client.get(render, KSPROPERTY_AUDIO.POSITION, 16)
                .is(NtStatus.SUCCESS, 16)
                .data()
                .getLong(0);
    }

    // Reads

    @Test
    @Shows(Quirk.READS_WITHOUT_DATA)
    void everyOtherReadSucceedsWithoutData() {
        driver.quirks().add(Quirk.READS_WITHOUT_DATA);
        Frame empty = read().is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(0, empty.used());
        Frame full = read();
        assertFalse(full.isDone());
        play();
        assertArrayEquals(DATA, full.is(NtStatus.SUCCESS).bytes());
        assertEquals(0, read().is(NtStatus.SUCCESS).used());
    }

    @Test
    @Shows(Quirk.STALE_OPTIONS_FLAGS)
    void aHeaderComesBackWithFlagsThatItMustNotHaveAgain() {
        driver.quirks().add(Quirk.STALE_OPTIONS_FLAGS);
        Frame frame = read();
        play();
        frame.is(NtStatus.SUCCESS);
        assertEquals(KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY, frame.view.get(KSSTREAM_HEADER.OptionsFlags));
        Frame again = new Frame(driver, DATA.length).flags(frame.view.get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(NtStatus.INVALID_PARAMETER, again.read(capture).status());
    }

    @Test
    @Shows(Quirk.READ_ACCUMULATES)
    void whatIsReadIsAddedToWhatWasThere() {
        driver.quirks().add(Quirk.READ_ACCUMULATES);
        Frame frame = new Frame(driver, DATA.length);
        frame.data.bytes().put(0, new byte[] {0x10, 0x10, 0, 0});
        frame.read(capture);
        play();
        assertArrayEquals(
                new byte[] {0x11, 0x12, 3, 4}, frame.is(NtStatus.SUCCESS).bytes());
    }

    @Test
    @Shows(Quirk.FEW_READS_AT_ONCE)
    void theNinthReadThatWaitsFails() {
        driver.quirks().add(Quirk.FEW_READS_AT_ONCE);
        List<Frame> eight = new ArrayList<>();
        for (int i = 0; i < StreamQuirks.FEW_READS; i++) {
            eight.add(read());
        }
        read().is(NtStatus.INSUFFICIENT_RESOURCES, 0);
        play();
        eight.get(0).is(NtStatus.SUCCESS);
        assertFalse(read().isDone(), "there is room again");
    }

    @Test
    @Shows(Quirk.READ_OUTLIVES_CANCEL)
    void aReadThatIsCancelledWaitsForData() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL);
        Frame frame = read();
        frame.pending.cancel();
        assertFalse(frame.isDone());
        play();
        assertArrayEquals(DATA, frame.is(NtStatus.SUCCESS).bytes());
    }

    @Test
    void stopEndsAReadThatWasCancelledInVain() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL);
        Frame frame = read();
        frame.pending.cancel();
        Client.state(capture, KSSTATE.STOP);
        frame.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void aReadThatWasCancelledInVainEndsWithTheQuirk() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL);
        Frame frame = read();
        frame.pending.cancel();
        driver.quirks().clear();
        frame.is(NtStatus.CANCELLED, 0);
    }

    @Test
    void aPinThatIsClosedWhileItReadsStaysOpenUntilTheQuirkGoes() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL);
        Frame frame = read();
        capture.close();
        assertFalse(frame.isDone());
        driver.quirks().remove(Quirk.READ_OUTLIVES_CANCEL);
        frame.is(NtStatus.CANCELLED, 0);
        run(microphone, STEREO);
    }

    @Test
    void closingTheDriverEndsReadsThatOutliveCancelling() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL, Quirk.CLOSE_LINGERS);
        Frame frame = read();
        driver.close();
        frame.is(NtStatus.CANCELLED, 0);
        assertEquals(1, frame.completions.get());
    }

    // Times

    @Test
    @Shows(Quirk.FIRST_FRAMES_OLD)
    void theFirstFramesAreTenSecondsOld() {
        driver.quirks().add(Quirk.FIRST_FRAMES_OLD);
        List<Double> times = frameTimes(3);
        assertTrue(times.get(0) < -290 && times.get(1) < -290, times::toString);
        assertTrue(times.get(2) > 0, times::toString);
    }

    @Test
    @Shows(Quirk.TIMESTAMPS_GO_BACK)
    void theFourthFrameIsBeforeTheThird() {
        driver.quirks().add(Quirk.TIMESTAMPS_GO_BACK);
        List<Double> times = frameTimes(5);
        assertTrue(times.get(1) < times.get(2), times::toString);
        assertTrue(times.get(3) < times.get(2), times::toString);
        assertTrue(times.get(2) < times.get(4), times::toString);
    }

    @Test
    @Shows(Quirk.FIRST_FRAME_LATE)
    void noFrameComesInTheFirstTwoSeconds() {
        driver.quirks().add(Quirk.FIRST_FRAME_LATE);
        Frame first = read();
        Frame second = read();
        play();
        play();
        time.advance(Duration.ofMillis(1999));
        assertFalse(first.isDone() || second.isDone());
        time.advance(Duration.ofMillis(1));
        first.is(NtStatus.SUCCESS);
        second.is(NtStatus.SUCCESS);
        Frame third = read();
        play();
        third.is(NtStatus.SUCCESS);
    }

    @Test
    void aFrameThatIsCancelledWhileItIsLateNeverComes() {
        driver.quirks().add(Quirk.FIRST_FRAME_LATE);
        Frame frame = read();
        play();
        frame.pending.cancel();
        frame.is(NtStatus.CANCELLED, 0);
        assertEquals(0, frame.used(), "DataUsed, which has not been copied back");
    }

    @Test
    @Shows(Quirk.CAPTURE_PIN_SLOW)
    void aCameraGivesAFrameEvery400Milliseconds() {
        driver.quirks().add(Quirk.CAPTURE_PIN_SLOW);
        Handle pin = run(open(KSCATEGORY.VIDEO_CAMERA, "camera"), DataFormat.of(VIDEO));
        Frame first = new Frame(driver, VIDEO.imageSize()).read(pin);
        Frame second = new Frame(driver, VIDEO.imageSize()).read(pin);
        time.advance(Duration.ofMillis(399));
        assertFalse(first.isDone());
        time.advance(Duration.ofMillis(400));
        first.is(NtStatus.SUCCESS);
        assertFalse(second.isDone());
        time.advance(Duration.ofMillis(1));
        second.is(NtStatus.SUCCESS);
    }

    @Test
    void onlyAPinForCaptureIsSlow() {
        driver.quirks().add(Quirk.CAPTURE_PIN_SLOW);
        Frame heard = read();
        play();
        heard.is(NtStatus.SUCCESS);
    }

    @Test
    void aReadThatFailsDoesNotWaitForTheFirstFrame() {
        driver.quirks().add(Quirk.FIRST_FRAME_LATE);
        Frame waiting = read();
        Client.state(capture, KSSTATE.STOP);
        waiting.is(NtStatus.CANCELLED);
    }

    // Positions

    @Test
    @Shows(Quirk.POSITION_MISSING)
    void thePositionIsNotFound() {
        driver.quirks().add(Quirk.POSITION_MISSING);
        Client.get(render, KSPROPERTY_AUDIO.POSITION, 16).is(NtStatus.NOT_FOUND, 0);
        Client.get(render, KSPROPERTY_AUDIO.POSITIONEX, 40).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    @Shows(Quirk.POSITION_WRAPS)
    void thePositionStartsOver() {
        Client.state(capture, KSSTATE.STOP);
        Frame.of(driver, new byte[65536]).write(render).is(NtStatus.SUCCESS);
        play();
        assertEquals(65540, playOffset());
        driver.quirks().add(Quirk.POSITION_WRAPS);
        assertEquals(4, playOffset());
    }

    @Test
    @Shows(Quirk.POSITION_STARTS_LATE)
    void theFirstPositionIsNotZero() {
        driver.quirks().add(Quirk.POSITION_STARTS_LATE);
        assertEquals(1920, playOffset());
        ByteBuffer extended =
                Client.get(render, KSPROPERTY_AUDIO.POSITIONEX, 40).data();
        assertEquals(10_000_000, extended.getLong(0));
        assertEquals(1920, extended.getLong(16));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.FormatAttribute;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSATTRIBUTEID;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a camera films, when, and at what cost. */
@Timeout(30)
class CameraFrameTest extends CameraRig {
    @Test
    void aFrameComesWhenItsIntervalHasPassed() {
        Handle pin = film(YUY2);
        Frame frame = read(pin);
        advance(INTERVAL - 1);
        assertFalse(frame.isDone());
        advance(1);
        frame.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(YUY2.imageSize(), frame.used());
    }

    static List<VideoFormat> formats() {
        return List.of(
                YUY2,
                VideoFormat.of(VideoFormat.NV12, 640, 480, 15),
                VideoFormat.of(VideoFormat.NV12, 1280, 720, 30),
                VideoFormat.of(VideoFormat.MJPG, 640, 480, 5),
                VideoFormat.of(VideoFormat.MJPG, 1280, 720, 10));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void framesTellTheirNumberAndTheTimeOfTheStream(VideoFormat format) {
        Handle pin = film(format);
        for (int i = 1; i <= 3; i++) {
            Frame frame = new Frame(driver, format.imageSize()).read(pin);
            advance(format.frameInterval());
            frame.is(NtStatus.SUCCESS);
            assertEquals(new TestCard.Stamp(i, i * format.frameInterval()), stamp(format, frame));
            assertEquals(i * format.frameInterval(), timeOf(frame));
            assertEquals(format.frameInterval(), frame.view.get(KSSTREAM_HEADER.Duration));
        }
    }

    @Test
    void aFrameIsASplicePointWithAValidTime() {
        Handle pin = film(YUY2);
        Frame frame = read(pin);
        advance(INTERVAL);
        assertEquals(
                KSSTREAM_HEADER_OPTIONSF.SPLICEPOINT
                        | KSSTREAM_HEADER_OPTIONSF.TIMEVALID
                        | KSSTREAM_HEADER_OPTIONSF.DURATIONVALID,
                flagsOf(frame));
        KSTIME presentation = frame.view.get(KSSTREAM_HEADER.PresentationTime);
        assertEquals(1, presentation.get(KSTIME.Numerator));
        assertEquals(1, presentation.get(KSTIME.Denominator));
    }

    @Test
    void framesWithoutAReadAreDroppedAndCounted() {
        Handle pin = film(YUY2);
        advance(4 * INTERVAL);
        Frame frame = read(pin);
        advance(INTERVAL);
        assertEquals(5, stamp(YUY2, frame).frame());
        assertEquals(KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY, flagsOf(frame) & 4);
        assertEquals(List.of(5L, 4L, (long) YUY2.imageSize()), dropped(pin));
        Frame next = read(pin);
        advance(INTERVAL);
        assertEquals(0, flagsOf(next) & 4, "no further gap");
    }

    @Test
    void readsAreFilledInTheirOrderOneAnInterval() {
        Handle pin = film(YUY2);
        List<Frame> frames = List.of(read(pin), read(pin), read(pin));
        advance(2 * INTERVAL);
        assertEquals(2, stamp(YUY2, frames.get(1).is(NtStatus.SUCCESS)).frame());
        assertFalse(frames.get(2).isDone());
    }

    private Client.Reply counters(Handle pin) {
        return Client.get(pin, KSPROPERTY_VIDCAP_DROPPEDFRAMES.CURRENT, 48, 0, 0, 0, 0, 0, 0);
    }

    private List<Long> dropped(Handle pin) {
        KSPROPERTY_DROPPEDFRAMES_CURRENT_S current = KSPROPERTY_DROPPEDFRAMES_CURRENT_S.LAYOUT.at(
                Abi.X64, counters(pin).is(NtStatus.SUCCESS, 48).data(), 0);
        return List.of(
                current.get(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.PictureNumber),
                current.get(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.DropCount),
                (long) current.get(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.AverageFrameSize));
    }

    @Test
    void theCountersStartAnewWhenThePinLeavesStopOnly() {
        Handle pin = film(YUY2);
        advance(3 * INTERVAL);
        Client.state(pin, KSSTATE.PAUSE);
        Client.run(pin);
        advance(INTERVAL);
        assertEquals(4L, dropped(pin).get(0));
        Client.state(pin, KSSTATE.ACQUIRE);
        Client.state(pin, KSSTATE.PAUSE);
        assertEquals(4L, dropped(pin).get(0));
        Client.state(pin, KSSTATE.STOP);
        assertEquals(4L, dropped(pin).get(0));
        Client.state(pin, KSSTATE.PAUSE);
        assertEquals(List.of(0L, 0L, (long) YUY2.imageSize()), dropped(pin));
    }

    @Test
    void theAverageSizeIsThatOfTheFramesThatArrived() {
        VideoFormat format = VideoFormat.of(VideoFormat.MJPG, 640, 480, 30);
        Handle pin = film(format);
        Frame one = read(pin);
        Frame other = read(pin);
        advance(3 * INTERVAL);
        assertEquals(List.of(3L, 1L, (long) (one.used() + other.used()) / 2), dropped(pin));
    }

    @Test
    void inPauseTimeStandsStill() {
        Handle pin = film(YUY2);
        advance(INTERVAL / 2);
        Client.state(pin, KSSTATE.PAUSE);
        Frame frame = read(pin);
        advance(10 * INTERVAL);
        assertFalse(frame.isDone());
        Client.run(pin);
        advance(INTERVAL);
        assertEquals(new TestCard.Stamp(1, INTERVAL / 2 + INTERVAL), stamp(YUY2, frame));
    }

    @Test
    void stopCancelsReadsAndEndsTheFrames() {
        Handle pin = film(YUY2);
        Frame frame = read(pin);
        Client.state(pin, KSSTATE.STOP);
        frame.is(NtStatus.CANCELLED);
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void closingThePinEndsTheFrames() {
        film(YUY2).close();
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void pullingTheCameraOutEndsTheFrames() {
        Frame frame = read(film(YUY2));
        driver.unplug(camera);
        frame.is(NtStatus.DEVICE_REMOVED);
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void aReadThatIsTooSmallComesBackEmpty() {
        Handle pin = film(YUY2);
        Frame frame = new Frame(driver, YUY2.imageSize() - 1).read(pin);
        Frame none = new Frame(driver, 0).read(pin);
        advance(2 * INTERVAL);
        frame.is(NtStatus.SUCCESS, Frame.HEADER);
        none.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(0, frame.used());
        assertEquals(2L, dropped(pin).get(1));
    }

    @Test
    void aLargerReadIsFilledAsFarAsTheFrameGoes() {
        Handle pin = film(YUY2);
        Frame frame = new Frame(driver, YUY2.imageSize() + 10).read(pin);
        advance(INTERVAL);
        assertEquals(YUY2.imageSize(), frame.is(NtStatus.SUCCESS).used());
    }

    @Test
    void aLongHeaderTellsOfTheFrame() {
        Handle pin = film(YUY2);
        assertEquals(
                EXTENDED,
                Client.get(pin, KSPROPERTY_STREAMINTERFACE.HEADERSIZE, 4).ulong());
        advance(2 * INTERVAL);
        try (KsBuffer header = driver.allocate(EXTENDED);
                KsBuffer data = driver.allocate(YUY2.imageSize())) {
            KSSTREAM_HEADER
                    .LAYOUT
                    .at(Abi.X64, header.bytes(), 0)
                    .set(KSSTREAM_HEADER.Size, EXTENDED)
                    .set(KSSTREAM_HEADER.FrameExtent, YUY2.imageSize())
                    .set(KSSTREAM_HEADER.Data, data.address());
            List<Long> blocks = new ArrayList<>();
            pin.submit(IOCTL_KS.READ_STREAM, null, 0, header, EXTENDED, blocks::add);
            advance(INTERVAL);
            assertEquals(EXTENDED, IoStatusBlock.information(blocks.get(0)));
            KS_FRAME_INFO info = KS_FRAME_INFO.LAYOUT.at(Abi.X64, header.bytes(), Frame.HEADER);
            assertEquals(72, info.get(KS_FRAME_INFO.ExtendedHeaderSize));
            assertEquals(3, info.get(KS_FRAME_INFO.PictureNumber));
            assertEquals(2, info.get(KS_FRAME_INFO.DropCount));
        }
    }

    @Test
    void aCameraThatIsNotAskedForLongKeepsItsPace() {
        Handle pin = film(YUY2);
        time.advance(Duration.ofMinutes(10));
        Frame frame = read(pin);
        advance(INTERVAL);
        TestCard.Stamp stamp = stamp(YUY2, frame);
        assertEquals(stamp.frame() * INTERVAL, stamp.time());
    }

    private static VirtualCamera camera(StreamTiming timing) {
        return VirtualCamera.builder().timing(timing).build();
    }

    private List<Long> film(VirtualCamera unsteady, int frames) {
        plug(unsteady);
        Handle pin = film(YUY2);
        List<Long> log = new ArrayList<>();
        CRC32 crc = new CRC32();
        for (int i = 0; i < frames; i++) {
            Frame frame = read(pin);
            while (!frame.isDone()) {
                assertTrue(time.advanceToNextTimer());
            }
            log.add(timeOf(frame));
            crc.update(frame.bytes());
        }
        log.add(crc.getValue());
        log.add(dropped(pin).get(1));
        driver.close();
        return log;
    }

    @Test
    void jitterDelaysFramesButNotTheStream() {
        List<Long> log = film(camera(StreamTiming.EXACT.jitter(Duration.ofMillis(10))), 50);
        int late = 0;
        for (int i = 0; i < 50; i++) {
            long delay = log.get(i) - (i + 1) * INTERVAL;
            assertTrue(delay >= 0 && delay <= 100_000, "delay " + delay);
            late += delay > 0 ? 1 : 0;
        }
        assertTrue(late > 40, "only " + late + " frames were late");
    }

    @Test
    void jitterBeyondTheIntervalKeepsTheOrder() {
        List<Long> log = film(camera(StreamTiming.EXACT.jitter(Duration.ofHours(1))), 50);
        for (int i = 0; i < 50; i++) {
            assertTrue(log.get(i) >= (i + 1) * INTERVAL && log.get(i) < (i + 2) * INTERVAL);
        }
    }

    @Test
    void lostFramesAreCounted() {
        List<Long> log = film(camera(StreamTiming.EXACT.dropouts(0.25)), 60);
        long lost = log.get(61);
        assertEquals((60 + lost) * INTERVAL, log.get(59));
        assertTrue(lost > 5 && lost < 40, lost + " frames were lost");
    }

    @Test
    void theSameSeedGivesTheSameFilm() {
        StreamTiming timing =
                StreamTiming.EXACT.jitter(Duration.ofMillis(3)).dropouts(0.1).seed(99);
        List<Long> log = film(camera(timing), 20);
        assertEquals(log, film(camera(timing), 20));
        assertFalse(log.equals(film(camera(timing.seed(100)), 20)));
    }

    @Test
    void aCameraWhoseClockIsFastFilmsMore() {
        plug(camera(StreamTiming.EXACT.drift(100_000)));
        Handle pin = film(YUY2);
        advance(30 * INTERVAL);
        assertEquals(33, dropped(pin).get(0));
    }

    @Test
    void theClockOfAPinGoesAsTheCameraDoes() {
        plug(camera(StreamTiming.EXACT.drift(100_000)));
        Handle pin = film(YUY2);
        Handle clock = pin.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), Driver.GENERIC_READ);
        advance(30 * INTERVAL);
        assertEquals(
                33 * INTERVAL,
                Client.get(clock, KSPROPERTY_CLOCK.TIME, 8).data().getLong(0));
    }

    @Test
    void aCameraThatLosesAllDeliversNothing() {
        plug(camera(StreamTiming.EXACT.dropouts(1)));
        Frame frame = read(film(YUY2));
        advance(50 * INTERVAL);
        assertFalse(frame.isDone());
    }

    @Test
    void filmingAllocatesNoFrames() {
        Handle pin = film(YUY2);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        Frame frame = new Frame(driver, YUY2.imageSize());
        Duration interval = Duration.ofNanos(100 * INTERVAL);
        for (int i = 0; i < 50; i++) {
            filmOne(pin, frame, interval);
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 50; i++) {
            filmOne(pin, frame, interval);
        }
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / 50;
        assertTrue(bytes < 2_000, bytes + " bytes a frame");
    }

    private void filmOne(Handle pin, Frame frame, Duration interval) {
        frame.view.set(KSSTREAM_HEADER.OptionsFlags, 0).set(KSSTREAM_HEADER.DataUsed, 0);
        frame.read(pin);
        time.advance(interval);
        assertEquals(YUY2.imageSize(), frame.used());
    }

    @Test
    void aWildcardWithAttributesIsOneWithoutAHeader() {
        VideoFormats formats = new VideoFormats(
                List.of(VideoFormats.choice(VideoFormat.of(VideoFormat.YUY2, 640, 480, 30), new int[] {30})));
        DataRange wanted = DataRange.of(KSDATAFORMAT_TYPE.VIDEO, VideoFormat.YUY2, KSDATAFORMAT_SPECIFIER.VIDEOINFO)
                .withAttributes(new FormatAttribute(KSATTRIBUTEID.AUDIOSIGNALPROCESSING_MODE, false, new byte[400]));
        assertTrue(formats.intersect(wanted, formats.ranges(0)[0]).isPresent());
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.FormatAttribute;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSATTRIBUTEID;
import io.github.ks4j.set.KSCAMERA_EXTENDEDPROP;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSEVENT_VIDCAPTOSTI;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KS_VIDEOSTREAM;
import io.github.ks4j.set.KS_VideoControlFlag;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class VirtualCameraTest {
    private static final VideoFormat YUY2 = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);
    private static final VideoFormat PHOTO = VideoFormat.of(VideoFormat.MJPG, 1280, 720, 30);
    private static final long INTERVAL = YUY2.frameInterval();
    private static final int EXTENDED = 128;

    private final VirtualTime time = new VirtualTime();
    private VirtualCamera camera = new VirtualCamera();
    private EmulatedDriver driver;
    private Handle filter;

    private void plug(VirtualCamera plugged) {
        camera = plugged;
        driver = EmulatedDriver.builder().time(time).devices(plugged).build();
        filter = driver.open(driver.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), Client.READ_WRITE);
    }

    private Handle open(int pin, VideoFormat format) {
        if (driver == null) {
            plug(camera);
        }
        return Client.pin(filter, pin, DataFormat.of(format));
    }

    private Handle film(VideoFormat format) {
        Handle pin = open(0, format);
        Client.run(pin);
        return pin;
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private void advance(long units) {
        time.advance(Duration.ofNanos(100 * units));
    }

    private Frame read(Handle pin) {
        return new Frame(driver, YUY2.imageSize()).read(pin);
    }

    private static TestCard.Stamp stamp(VideoFormat format, Frame frame) {
        return TestCard.read(format, ByteBuffer.wrap(frame.bytes())).orElseThrow();
    }

    private static long timeOf(Frame frame) {
        return frame.view.get(KSSTREAM_HEADER.PresentationTime).get(KSTIME.Time);
    }

    private static int flagsOf(Frame frame) {
        return frame.view.get(KSSTREAM_HEADER.OptionsFlags);
    }

    // Frames

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

    // Timing

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
    void aCameraThatLosesAllDeliversNothing() {
        plug(camera(StreamTiming.EXACT.dropouts(1)));
        Frame frame = read(film(YUY2));
        advance(50 * INTERVAL);
        assertFalse(frame.isDone());
    }

    // Formats

    private Client.Reply intersect(int pin, DataRange range, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(40 + (range.size() + 7 & ~7)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, pin, 0));
        range.write(bytes, 40);
        bytes.putInt(32, bytes.capacity() - 32).putInt(36, 1);
        return Client.property(filter, bytes.array(), length);
    }

    private List<DataRange> ranges(int pin) {
        Client.Reply reply = Client.get(filter, KSPROPERTY_PIN.DATARANGES, 4096, pin, 0);
        return KSPROPERTY_PIN
                .DATARANGES
                .codec()
                .decode(Arrays.copyOf(reply.data().array(), reply.information()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyRangeGivesAFormatThatThePinOpensWith(int pin) {
        plug(camera);
        for (DataRange range : ranges(pin)) {
            assertEquals(296, range.size());
            Client.Reply reply = intersect(pin, range, 512).is(NtStatus.SUCCESS, 152);
            DataFormat format = DataFormat.of(Arrays.copyOf(reply.data().array(), 152));
            assertEquals(range.video(), format.video());
            Client.pin(filter, pin, format).close();
        }
    }

    @Test
    void anIntersectionTakesTheCallersHeader() {
        plug(camera);
        DataRange first = ranges(0).get(0);
        byte[] wanted = new byte[296];
        first.bytes().get(0, wanted);
        ByteBuffer.wrap(wanted).order(ByteOrder.LITTLE_ENDIAN).putLong(208 + 40, 666_666);
        Client.Reply reply = intersect(0, DataRange.of(wanted), 152).is(NtStatus.SUCCESS, 152);
        assertEquals(
                666_666,
                DataFormat.of(reply.data().array()).video().orElseThrow().frameInterval());
    }

    @Test
    void anIntersectionTellsItsSize() {
        plug(camera);
        intersect(0, ranges(0).get(0), 0).is(NtStatus.BUFFER_OVERFLOW, 152);
        intersect(0, ranges(0).get(0), 151).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void aWildcardGetsTheFirstFormat() {
        plug(camera);
        DataRange any = DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL);
        Client.Reply reply = intersect(0, any, 152).is(NtStatus.SUCCESS, 152);
        assertEquals(YUY2, DataFormat.of(reply.data().array()).video().orElseThrow());
    }

    @Test
    void rangesThatDifferInTheirCapabilitiesDoNotIntersect() {
        plug(camera);
        intersect(0, DataRange.video(YUY2, 123, KS_VIDEOSTREAM.CAPTURE), 152).is(NtStatus.NO_MATCH, 0);
        intersect(0, DataRange.video(YUY2, 2_000_000, KS_VIDEOSTREAM.PREVIEW), 152)
                .is(NtStatus.NO_MATCH, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "65536, 65536, 16, INVALID_PARAMETER",
        "-2147483648, 1, 16, INVALID_PARAMETER",
        "640, 481, 16, NO_MATCH",
        "0, 0, 0, NO_MATCH"
    })
    void aPictureThatIsTooLargeOrAnotherIsRefused(int width, int height, int bits, String status) {
        plug(camera);
        byte[] wanted = new byte[296];
        ranges(0).get(0).bytes().get(0, wanted);
        ByteBuffer.wrap(wanted)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(208 + 48 + 4, width)
                .putInt(208 + 48 + 8, height)
                .putShort(208 + 48 + 14, (short) bits);
        NtStatus expected = status.equals("NO_MATCH") ? NtStatus.NO_MATCH : NtStatus.INVALID_PARAMETER;
        intersect(0, DataRange.of(wanted), 152).is(expected, 0);
    }

    @Test
    void formatsThatContradictThemselvesOrTheRangesDoNotMatch() {
        plug(camera);
        for (int offset : new int[] {112, 116, 120, 124, 126, 128, 135}) {
            ByteBuffer format = ByteBuffer.allocate(152).order(ByteOrder.LITTLE_ENDIAN);
            DataFormat.of(YUY2).write(format, 0);
            format.put(offset, (byte) (format.get(offset) - 1));
            assertRefused(DataFormat.of(format.array()));
        }
        assertRefused(DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 480, 31)));
        assertRefused(DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 480, 4)));
        assertRefused(DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 482, 30)));
        assertRefused(DataFormat.of(VideoFormat.of(VideoFormat.fourcc("UYVY"), 640, 480, 30)));
        assertRefused(DataFormat.of(new VideoFormat(VideoFormat.YUY2, 640, 480, 0)));
    }

    private void assertRefused(DataFormat format) {
        KsException e = assertThrows(KsException.class, () -> Client.pin(filter, 0, format));
        assertEquals(NtStatus.NO_MATCH, e.status());
    }

    @Test
    void theCameraGoesAtTheNearestOfItsRates() {
        Handle pin = film(VideoFormat.of(VideoFormat.YUY2, 640, 480, 14));
        Frame frame = read(pin);
        advance(666_666);
        assertEquals(666_666, timeOf(frame.is(NtStatus.SUCCESS)));
    }

    @Test
    void theCameraIsOpenOnceOnly() {
        Handle pin = open(0, YUY2);
        Handle other =
                driver.open(driver.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), Client.READ_WRITE);
        KsException e = assertThrows(KsException.class, () -> Client.pin(other, 0, DataFormat.of(YUY2)));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, e.status());
        pin.close();
        Client.pin(other, 0, DataFormat.of(YUY2));
    }

    @Test
    void theFormatChangesInStopOnly() {
        Handle pin = open(0, YUY2);
        byte[] mjpg = new byte[152];
        DataFormat.of(VideoFormat.of(VideoFormat.MJPG, 640, 480, 15)).bytes().get(0, mjpg);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, mjpg).is(NtStatus.SUCCESS);
        Client.run(pin);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, mjpg).is(NtStatus.INVALID_DEVICE_STATE);
        Frame frame = read(pin);
        advance(666_666);
        assertEquals(
                1, stamp(VideoFormat.of(VideoFormat.MJPG, 640, 480, 15), frame).frame());
    }

    @Test
    void aCameraOfOnesOwnHasItsFormats() {
        plug(VirtualCamera.builder()
                .instance("my#camera#7")
                .friendlyName("my camera")
                .capture(VideoFormat.NV12, 320, 240, 60, 120)
                .still(VideoFormat.YUY2, 64, 144, 1)
                .build());
        assertEquals(
                List.of(VideoFormat.of(VideoFormat.NV12, 320, 240, 120)),
                ranges(0).stream().map(range -> range.video().orElseThrow()).toList());
        assertEquals(1, ranges(1).size());
        assertEquals("my camera", driver.enumerate(KSCATEGORY.VIDEO).get(0).friendlyName());
    }

    @Test
    void whatNoCameraFilmsIsRefused() {
        VirtualCamera.Builder builder = VirtualCamera.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.capture(VideoFormat.YUY2, 640, 480));
        assertThrows(IllegalArgumentException.class, () -> builder.capture(VideoFormat.YUY2, 640, 480, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.capture(VideoFormat.YUY2, 8, 8, 30));
        assertThrows(IllegalArgumentException.class, () -> builder.still(Guid.NULL, 640, 480, 30));
    }

    // Pictures and VIDEOCONTROL

    private Client.Reply videoControl(KsProperty<?> item, int operation, int length, int... words) {
        byte[] request = Client.request(item, operation, words);
        return Client.control(filter, IOCTL_KS.PROPERTY, request, Arrays.copyOf(request, length));
    }

    private NtStatus mode(int pin, int flags) {
        return videoControl(KSPROPERTY_VIDCAP_VIDEOCONTROL.MODE, KSPROPERTY_TYPE.SET, 32, pin, flags)
                .status();
    }

    @Test
    void aTriggerTakesOnePicture() {
        Handle pin = open(1, PHOTO);
        Client.run(pin);
        Frame picture = new Frame(driver, PHOTO.imageSize()).read(pin);
        Frame second = new Frame(driver, PHOTO.imageSize()).read(pin);
        advance(100 * INTERVAL);
        assertFalse(picture.isDone());
        assertEquals(NtStatus.SUCCESS, mode(1, KS_VideoControlFlag.Trigger));
        assertEquals(NtStatus.SUCCESS, mode(1, KS_VideoControlFlag.Trigger), "while one is being taken");
        advance(100 * INTERVAL);
        assertEquals(new TestCard.Stamp(1, 101 * INTERVAL), stamp(PHOTO, picture.is(NtStatus.SUCCESS)));
        assertFalse(second.isDone());
    }

    @Test
    void aTriggerNeedsAPinThatRuns() {
        plug(camera);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, mode(1, KS_VideoControlFlag.Trigger));
        Handle pin = open(1, PHOTO);
        Client.state(pin, KSSTATE.PAUSE);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, mode(1, KS_VideoControlFlag.Trigger));
    }

    @Test
    void theButtonTakesAPictureIfItIsEnabled() {
        Handle pin = open(1, PHOTO);
        Client.run(pin);
        Frame picture = new Frame(driver, PHOTO.imageSize()).read(pin);
        camera.pressButton();
        assertFalse(time.advanceToNextTimer());
        assertEquals(NtStatus.SUCCESS, mode(1, KS_VideoControlFlag.ExternalTriggerEnable));
        camera.pressButton();
        advance(INTERVAL);
        picture.is(NtStatus.SUCCESS);
    }

    @Test
    void theModeIsReadBackWithoutTheTrigger() {
        Handle pin = open(1, PHOTO);
        Client.run(pin);
        mode(1, KS_VideoControlFlag.ExternalTriggerEnable | KS_VideoControlFlag.Trigger);
        Client.Reply reply = videoControl(KSPROPERTY_VIDCAP_VIDEOCONTROL.MODE, KSPROPERTY_TYPE.GET, 32, 1, 0)
                .is(NtStatus.SUCCESS, 32);
        assertEquals(1, reply.data().getInt(24));
        assertEquals(KS_VideoControlFlag.ExternalTriggerEnable, reply.data().getInt(28));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "0, 1", "1, 1", "1, -1", "2, 0", "-1, 8"})
    void aModeThatAPinDoesNotHaveIsRefused(int pin, int flags) {
        plug(camera);
        assertEquals(NtStatus.INVALID_PARAMETER, mode(pin, flags));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 12"})
    void thePinsTellWhatTheyCanBeTold(int pin, int capabilities) {
        plug(camera);
        Client.Reply reply = videoControl(KSPROPERTY_VIDCAP_VIDEOCONTROL.CAPS, KSPROPERTY_TYPE.GET, 32, pin, 0);
        assertEquals(capabilities, reply.is(NtStatus.SUCCESS, 32).data().getInt(28));
        videoControl(KSPROPERTY_VIDCAP_VIDEOCONTROL.CAPS, KSPROPERTY_TYPE.GET, 32, 2, 0)
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    private Client.Reply frameRates(int length, int... words) {
        return Client.get(filter, KSPROPERTY_VIDCAP_VIDEOCONTROL.FRAME_RATES, length, words);
    }

    @Test
    void theFrameRatesAreAListOfIntervals() {
        plug(camera);
        frameRates(0, 0, 0, 640, 480).is(NtStatus.BUFFER_OVERFLOW, 32);
        Client.Reply reply = frameRates(32, 0, 0, 640, 480).is(NtStatus.SUCCESS, 32);
        assertEquals(3, reply.data().getInt(4));
        assertEquals(333_333, reply.data().getLong(8));
        assertEquals(666_666, reply.data().getLong(16));
        assertEquals(2_000_000, reply.data().getLong(24));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 640, 480", "0, 6, 640, 480", "0, -1, 640, 480", "0, 0, 640, 481", "0, 1, 640, 480"})
    void frameRatesOfWhatThereIsNotAreRefused(int pin, int range, int width, int height) {
        plug(camera);
        frameRates(32, pin, range, width, height).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void theActualFrameRateIsThatOfTheOpenPin() {
        plug(camera);
        int[] words = {0, 0, 640, 480, 0, 0, 0, 0};
        KsProperty<?> item = KSPROPERTY_VIDCAP_VIDEOCONTROL.ACTUAL_FRAME_RATE;
        Client.get(filter, item, 56, words).is(NtStatus.NOT_SUPPORTED, 0);
        open(0, VideoFormat.of(VideoFormat.YUY2, 640, 480, 15));
        Client.Reply reply = Client.get(filter, item, 56, words).is(NtStatus.SUCCESS, 56);
        assertEquals(666_666, reply.data().getLong(40));
        assertEquals(333_333, reply.data().getLong(48));
        assertEquals(640, reply.data().getInt(32));
    }

    // Topology, extended controls, events

    @Test
    void theDataFlowsFromTheTerminalThroughTheUnitsToThePins() {
        plug(camera);
        Client.Reply nodes = Client.get(filter, KSPROPERTY_TOPOLOGY.NODES, 512);
        assertEquals(
                List.of(
                        KSNODETYPE.VIDEO_CAMERA_TERMINAL,
                        KSNODETYPE.VIDEO_PROCESSING,
                        KSNODETYPE.DEV_SPECIFIC,
                        KSNODETYPE.VIDEO_STREAMING,
                        KSNODETYPE.VIDEO_STREAMING),
                KSPROPERTY_TOPOLOGY
                        .NODES
                        .codec()
                        .decode(Arrays.copyOf(nodes.data().array(), nodes.information())));
        Client.Reply connections = Client.get(filter, KSPROPERTY_TOPOLOGY.CONNECTIONS, 512);
        assertArrayEquals(
                Client.ints(0, 0, 1, 1, 1, 0, 2, 1, 2, 0, 3, 1, 3, 0, -1, 0, 2, 0, 4, 1, 4, 0, -1, 1),
                Arrays.copyOfRange(connections.data().array(), 8, connections.information()));
    }

    private Client.Reply extended(KsProperty<?> item, int operation, byte[] data) {
        return Client.control(filter, IOCTL_KS.PROPERTY, Client.request(item, operation), data);
    }

    /** Version, PinId, Size, Result, Flags, Capability and the tail. */
    private static byte[] extendedValue(int version, int pin, int size, int result, int flags, int... tail) {
        int[] words = Arrays.copyOf(new int[] {version, pin, size, result, flags, 0, 0, 0}, 8 + tail.length);
        System.arraycopy(tail, 0, words, 8, tail.length);
        return Client.ints(words);
    }

    private NtStatus torch(byte[] value) {
        return extended(KSPROPERTY_CAMERACONTROL_EXTENDED.TORCHMODE, KSPROPERTY_TYPE.SET, value)
                .status();
    }

    @Test
    void anExtendedControlIsAHeaderAndATail() {
        plug(camera);
        assertEquals(NtStatus.SUCCESS, torch(extendedValue(1, -1, 40, 0, 2, 75, 0)));
        Client.Reply reply = extended(KSPROPERTY_CAMERACONTROL_EXTENDED.TORCHMODE, KSPROPERTY_TYPE.GET, new byte[40])
                .is(NtStatus.SUCCESS, 40);
        byte[] expected = extendedValue(1, KSCAMERA_EXTENDEDPROP.FILTERSCOPE, 40, 0, 2, 75, 0);
        expected[24] = 3;
        assertArrayEquals(expected, reply.data().array());
    }

    @Test
    void anExtendedControlTellsItsSize() {
        plug(camera);
        KsProperty<?> item = KSPROPERTY_CAMERACONTROL_EXTENDED.PHOTOMODE;
        extended(item, KSPROPERTY_TYPE.GET, new byte[0]).is(NtStatus.BUFFER_OVERFLOW, 48);
        extended(item, KSPROPERTY_TYPE.GET, new byte[47]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2, -1, 40, 0, 1, 0",
        "1, 0, 40, 0, 1, 0",
        "1, -1, 39, 0, 1, 0",
        "1, -1, 40, 1, 1, 0",
        "1, -1, 40, 0, 3, 0",
        "1, -1, 40, 0, 4, 0",
        "1, -1, 40, 0, 2, 101"
    })
    void anExtendedValueThatIsWrongIsRefused(int version, int pin, int size, int result, int flags, int power) {
        plug(camera);
        assertEquals(NtStatus.INVALID_PARAMETER, torch(extendedValue(version, pin, size, result, flags, power, 0)));
    }

    @Test
    void stabilizationIsChosenInStop() {
        Handle pin = open(0, YUY2);
        KsProperty<?> item = KSPROPERTY_CAMERACONTROL_EXTENDED.VIDEOSTABILIZATION;
        byte[] on = extendedValue(1, 0, 40, 0, KSCAMERA_EXTENDEDPROP.VIDEOSTABILIZATION_ON, 0, 0);
        extended(item, KSPROPERTY_TYPE.SET, on).is(NtStatus.SUCCESS, 0);
        Client.state(pin, KSSTATE.ACQUIRE);
        extended(item, KSPROPERTY_TYPE.SET, on).is(NtStatus.INVALID_DEVICE_STATE, 0);
    }

    @Test
    void thePhotoModeIsOfTheStillPin() {
        open(0, YUY2);
        Handle pin = open(1, PHOTO);
        KsProperty<?> item = KSPROPERTY_CAMERACONTROL_EXTENDED.PHOTOMODE;
        byte[] sequence = extendedValue(1, 1, 48, 0, KSCAMERA_EXTENDEDPROP.PHOTOMODE_SEQUENCE, 4, 0, 0, 0);
        extended(item, KSPROPERTY_TYPE.SET, sequence).is(NtStatus.SUCCESS, 0);
        Client.Reply reply = extended(item, KSPROPERTY_TYPE.GET, new byte[48]);
        assertEquals(4, reply.data().getInt(36), "MaxHistoryFrames is the camera's");
        byte[] tooMany = extendedValue(1, 1, 48, 0, KSCAMERA_EXTENDEDPROP.PHOTOMODE_SEQUENCE, 5, 0, 0, 0);
        extended(item, KSPROPERTY_TYPE.SET, tooMany).is(NtStatus.INVALID_PARAMETER, 0);
        Client.run(pin);
        extended(item, KSPROPERTY_TYPE.SET, sequence).is(NtStatus.INVALID_DEVICE_STATE, 0);
    }

    private KsSignal listen(KsEvent event) {
        KsSignal signal = driver.createEvent(false);
        KsBuffer data = driver.allocate(32);
        data.bytes().putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, signal.value());
        byte[] request = Client.request(event, KSEVENT_TYPE.ENABLE);
        try (KsBuffer in = driver.allocate(request.length)) {
            in.bytes().put(0, request);
            assertEquals(
                    NtStatus.SUCCESS,
                    IoStatusBlock.status(filter.control(IOCTL_KS.ENABLE_EVENT, in, request.length, data, 32)));
        }
        return signal;
    }

    private static boolean heard(KsSignal signal) throws InterruptedException {
        return signal.await(Duration.ofNanos(1));
    }

    @Test
    void clientsHearOfControlsThatAreChangedByHand() throws Exception {
        plug(camera);
        KsSignal update = listen(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE);
        camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, 1);
        assertTrue(heard(update));
        assertEquals(1, camera.controls().value(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY));
        ExtensionUnit unit = camera.extensionUnits().get(0);
        camera.change(unit, 2, new byte[] {3});
        assertTrue(heard(update));
        assertArrayEquals(new byte[] {3}, unit.value(2));
        camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT, 1, 2);
        assertEquals(2, camera.controls().secondValue(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT));
        assertTrue(heard(update));
    }

    @Test
    void clientsHearOfTheButton() throws Exception {
        plug(camera);
        KsSignal trigger = listen(KSEVENT_VIDCAPTOSTI.EXT_TRIGGER);
        KsSignal update = listen(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE);
        camera.pressButton();
        assertTrue(heard(trigger));
        assertFalse(heard(update));
    }

    @Test
    void aChangeThatThereCannotBeIsRefusedAndNotTold() throws Exception {
        plug(camera);
        KsSignal update = listen(KSEVENT_VIDCAPTOSTI.AUTO_UPDATE);
        KsProperty<?> exposure = KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE;
        assertThrows(IllegalArgumentException.class, () -> camera.change(exposure, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT, 0, 99_999));
        assertThrows(
                IllegalArgumentException.class, () -> camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.FOCAL_LENGTH, 1));
        assertThrows(
                IllegalArgumentException.class, () -> camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE, 1));
        ExtensionUnit unit = camera.extensionUnits().get(0);
        assertThrows(IllegalArgumentException.class, () -> camera.change(unit, 2, new byte[2]));
        ExtensionUnit stranger = ExtensionUnit.of(Guid.NULL).build();
        assertThrows(NoSuchElementException.class, () -> camera.change(stranger, 1, new byte[1]));
        assertFalse(heard(update));
    }

    // Cost

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

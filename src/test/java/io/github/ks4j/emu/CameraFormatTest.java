package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Framing;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KS_VIDEOSTREAM;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formats a camera offers and takes. */
@Timeout(30)
class CameraFormatTest extends CameraRig {
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
    void aPinAsksForTwoFramesOfItsLargestPicture() {
        Handle pin = open(0, YUY2);
        int largest = VideoFormat.of(VideoFormat.YUY2, 1280, 720, 10).imageSize();
        ByteBuffer plain = Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24)
                .is(NtStatus.SUCCESS, 24)
                .data();
        assertEquals(2, KSALLOCATOR_FRAMING.Frames.read(Abi.X64, plain, 0));
        assertEquals(largest, KSALLOCATOR_FRAMING.FrameSize.read(Abi.X64, plain, 0));
        Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX, 0).is(NtStatus.BUFFER_OVERFLOW, 112);
        ByteBuffer finer = Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX, 112)
                .is(NtStatus.SUCCESS, 112)
                .data();
        KSALLOCATOR_FRAMING agreed =
                Framing.of(finer).intersect(Framing.of(finer)).orElseThrow();
        assertEquals(2, agreed.get(KSALLOCATOR_FRAMING.Frames));
        assertEquals(largest, agreed.get(KSALLOCATOR_FRAMING.FrameSize));
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
}

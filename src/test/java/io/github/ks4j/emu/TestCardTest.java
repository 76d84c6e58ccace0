package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Guid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class TestCardTest {
    private static final VideoFormat YUY2 = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);
    private static final VideoFormat MJPG = VideoFormat.of(VideoFormat.MJPG, 640, 480, 30);

    static List<VideoFormat> formats() {
        return List.of(VideoFormat.YUY2, VideoFormat.NV12, VideoFormat.MJPG).stream()
                .flatMap(encoding -> List.of(
                        VideoFormat.of(encoding, 640, 480, 30),
                        VideoFormat.of(encoding, 1280, 720, 30),
                        VideoFormat.of(encoding, 160, 120, 30),
                        VideoFormat.of(encoding, 362, 202, 30),
                        VideoFormat.of(encoding, 64, 144, 30))
                        .stream())
                .toList();
    }

    private static ByteBuffer draw(VideoFormat format, long frame, long time) {
        ByteBuffer target = ByteBuffer.allocate(format.imageSize());
        int size = new TestCard(format).draw(frame, time, target, 0);
        return target.limit(size);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFrameTellsItsNumberAndItsTime(VideoFormat format) {
        assertEquals(Optional.of(new TestCard.Stamp(7, 2_333_331)), TestCard.read(format, draw(format, 7, 2_333_331)));
        assertEquals(Optional.of(new TestCard.Stamp(0, 0)), TestCard.read(format, draw(format, 0, 0)));
        assertEquals(
                Optional.of(new TestCard.Stamp(-1, Long.MIN_VALUE)),
                TestCard.read(format, draw(format, -1, Long.MIN_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void frameByFrameTheCardMoves(VideoFormat format) {
        TestCard card = new TestCard(format);
        ByteBuffer one = ByteBuffer.allocate(format.imageSize());
        ByteBuffer other = ByteBuffer.allocate(format.imageSize());
        card.draw(1, 5, one, 0);
        card.draw(2, 5, other, 0);
        assertNotEquals(one, other);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFrameIsTheSameWhateverWasDrawnBefore(VideoFormat format) {
        TestCard card = new TestCard(format);
        ByteBuffer again = ByteBuffer.allocate(format.imageSize());
        card.draw(100, 1, again, 0);
        int size = card.draw(3, 999_999, again.clear(), 0);
        assertEquals(draw(format, 3, 999_999), again.limit(size));
    }

    @Test
    void theBytesOfAFrameDoNotChange() {
        assertEquals(
                List.of(1906775806L, 3843715292L, 2707999679L),
                Stream.of(VideoFormat.YUY2, VideoFormat.NV12, VideoFormat.MJPG)
                        .map(encoding -> crc(draw(VideoFormat.of(encoding, 640, 480, 30), 12, 4_000_000)))
                        .toList());
    }

    private static long crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    @Test
    void aFrameStartsAtTheOffset() {
        ByteBuffer target = ByteBuffer.allocate(YUY2.imageSize() + 20);
        assertEquals(YUY2.imageSize(), new TestCard(YUY2).draw(4, 5, target, 13));
        assertArrayEquals(new byte[13], Arrays.copyOf(target.array(), 13));
        assertArrayEquals(new byte[7], Arrays.copyOfRange(target.array(), 13 + YUY2.imageSize(), target.capacity()));
        assertEquals(
                new TestCard.Stamp(4, 5),
                TestCard.read(YUY2, target.position(13)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFrameThatDoesNotFitIsNotBegun(VideoFormat format) {
        ByteBuffer target = ByteBuffer.allocate(draw(format, 1, 1).limit() - 1);
        assertTrue(new TestCard(format).draw(1, 1, target, 0) < 0);
        assertArrayEquals(new byte[target.capacity()], target.array());
    }

    @Test
    void thereIsNoCardOfWhatCannotHoldIt() {
        for (VideoFormat format : List.of(
                VideoFormat.of(VideoFormat.fourcc("I420"), 640, 480, 30),
                VideoFormat.of(VideoFormat.YUY2, 64, 142, 30),
                VideoFormat.of(VideoFormat.YUY2, 641, 480, 30),
                VideoFormat.of(VideoFormat.NV12, 640, 481, 30),
                VideoFormat.of(VideoFormat.NV12, 0, 0, 30),
                VideoFormat.of(VideoFormat.MJPG, -640, -480, 30),
                VideoFormat.of(VideoFormat.YUY2, Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1, 30),
                VideoFormat.of(Guid.NULL, 640, 480, 30))) {
            assertThrows(IllegalArgumentException.class, () -> new TestCard(format), format.toString());
            assertEquals(Optional.empty(), TestCard.read(format, ByteBuffer.allocate(100)));
        }
    }

    @Test
    void aFrameThatIsCutOrDarkTellsNothing() {
        for (VideoFormat format : formats()) {
            assertEquals(Optional.empty(), TestCard.read(format, ByteBuffer.allocate(format.imageSize())));
            assertEquals(Optional.empty(), TestCard.read(format, ByteBuffer.allocate(0)));
            ByteBuffer frame = draw(format, 5, 6);
            frame.limit(format.encoding().equals(VideoFormat.MJPG) ? 400 : frame.limit() - 1);
            assertEquals(Optional.empty(), TestCard.read(format, frame), format.toString());
        }
    }

    @Test
    void aBitThatIsWrongIsNoticed() {
        ByteBuffer frame = draw(YUY2, 5, 6);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                frame.put(y * 1280 + 63 * 16 + 2 * x, (byte) 16);
            }
        }
        assertEquals(Optional.empty(), TestCard.read(YUY2, frame));
    }

    @Test
    void noiseIsReadWithoutHarm() {
        Random random = new Random(1);
        byte[] frame = new byte[draw(MJPG, 1, 2).limit()];
        for (int i = 0; i < 2000; i++) {
            draw(MJPG, 1, 2).get(0, frame);
            for (int k = 0; k < 1 + i % 7; k++) {
                frame[random.nextInt(i % 2 == 0 ? 700 : frame.length)] = (byte) random.nextInt();
            }
            TestCard.read(MJPG, ByteBuffer.wrap(frame)).ifPresent(stamp -> assertEquals(1, stamp.frame()));
        }
    }

    @Test
    void otherDecodersSeeTheColours() throws Exception {
        ByteBuffer frame = draw(MJPG, 0, 0);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.array(), 0, frame.limit()));
        assertEquals(640, image.getWidth());
        assertEquals(480, image.getHeight());
        int[] bars = {0xBFBFBF, 0xBFBF00, 0x00BFBF, 0x00BF00, 0xBF00BF, 0xBF0000, 0x0000BF, 0x000000};
        for (int i = 0; i < bars.length; i++) {
            int colour = image.getRGB(i * 80 + 40, 200);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(bars[i] >>> shift & 0xFF, colour >>> shift & 0xFF, 6, "bar " + i);
            }
        }
    }

    @Test
    void theCodeSurvivesAnotherEncoder() throws Exception {
        ByteBuffer frame = draw(MJPG, 77, 123_456_789);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.array(), 0, frame.limit()));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", again);
        assertEquals(
                Optional.of(new TestCard.Stamp(77, 123_456_789)),
                TestCard.read(MJPG, ByteBuffer.wrap(again.toByteArray())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void drawingAllocatesNothing(VideoFormat format) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TestCard card = new TestCard(format);
        ByteBuffer target = ByteBuffer.allocateDirect(format.imageSize());
        for (int i = 0; i < 20; i++) {
            card.draw(i, i, target, 0);
        }
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 20; i++) {
            card.draw(i, i, target, 0);
        }
        assertTrue(threads.getThreadAllocatedBytes(thread) - before < 20 * 100);
    }
}

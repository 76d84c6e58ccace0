package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.VideoFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day of a camera, in virtual time: every frame is the right one, and nothing piles up. */
@Timeout(300)
class CameraSoakTest {
    private static final int RATE = 30;
    private static final VideoFormat FORMAT = VideoFormat.of(VideoFormat.YUY2, 160, 120, RATE);

    private static void film(int seconds) {
        VirtualTime time = new VirtualTime();
        VirtualCamera camera = VirtualCamera.builder()
                .capture(VideoFormat.YUY2, FORMAT.width(), FORMAT.height(), RATE)
                .build();
        try (Ks ks = Ks.over(EmulatedDriver.builder().time(time).devices(camera).build())) {
            KsPin pin = ks.filter(ks.filters(KSCATEGORY.VIDEO_CAMERA).get(0))
                    .pinFactory(0)
                    .open(DataFormat.of(FORMAT));
            KsFrame frame = pin.videoFrame(FORMAT.imageSize());
            pin.state(KSSTATE.RUN);
            long used = 0;
            for (long picture = 1; picture <= (long) RATE * seconds; picture++) {
                pin.read(frame);
                assertTrue(time.advanceToNextTimer());
                frame.await();
                assertEquals(picture, frame.pictureNumber());
                if (picture % RATE == 0) {
                    assertEquals(
                            picture,
                            TestCard.read(FORMAT, frame.bytes()).orElseThrow().frame());
                }
                if (picture == RATE * 10) {
                    used = MemoryUse.settled();
                }
            }
            long grown = MemoryUse.settled() - used;
            assertTrue(grown < 4 << 20, () -> "memory has grown by " + grown + " bytes");
            assertEquals(FORMAT.frameInterval() * RATE * seconds, time.now());
            assertEquals(0, frame.dropCount());
        }
    }

    @Test
    void aMinuteIsComplete() {
        film(60);
    }

    @Test
    @Tag("long")
    void aDayIsComplete() {
        film(24 * 3600);
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A virtual camera that is plugged in, in virtual time. */
abstract class CameraRig {
    static final VideoFormat YUY2 = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);
    static final VideoFormat PHOTO = VideoFormat.of(VideoFormat.MJPG, 1280, 720, 30);
    static final long INTERVAL = YUY2.frameInterval();
    static final int EXTENDED = 128;

    final VirtualTime time = new VirtualTime();
    VirtualCamera camera = new VirtualCamera();
    EmulatedDriver driver;
    Handle filter;

    final void plug(VirtualCamera plugged) {
        camera = plugged;
        driver = EmulatedDriver.builder().time(time).devices(plugged).build();
        filter = driver.open(driver.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), Client.READ_WRITE);
    }

    final Handle open(int pin, VideoFormat format) {
        if (driver == null) {
            plug(camera);
        }
        return Client.pin(filter, pin, DataFormat.of(format));
    }

    final Handle film(VideoFormat format) {
        Handle pin = open(0, format);
        Client.run(pin);
        return pin;
    }

    @AfterEach
    final void close() {
        if (driver != null) {
            driver.close();
        }
    }

    final void advance(long units) {
        time.advance(Duration.ofNanos(100 * units));
    }

    final Frame read(Handle pin) {
        return new Frame(driver, YUY2.imageSize()).read(pin);
    }

    static TestCard.Stamp stamp(VideoFormat format, Frame frame) {
        return TestCard.read(format, ByteBuffer.wrap(frame.bytes())).orElseThrow();
    }

    static long timeOf(Frame frame) {
        return frame.view.get(KSSTREAM_HEADER.PresentationTime).get(KSTIME.Time);
    }

    static int flagsOf(Frame frame) {
        return frame.view.get(KSSTREAM_HEADER.OptionsFlags);
    }
}

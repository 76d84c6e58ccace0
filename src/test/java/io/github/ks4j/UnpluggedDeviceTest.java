package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualCamera;
import io.github.ks4j.emu.VirtualTime;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.set.WaveFormat;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An example: what a program has to survive, and how it is tested without a device and without a hand to pull it out. */
@Timeout(30)
class UnpluggedDeviceTest {
    private static KsPin run(Ks ks, FilterInterface found) {
        DataFormat format = DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));
        KsPin pin = ks.filter(found).pinFactory(0).open(format);
        pin.state(KSSTATE.RUN);
        return pin;
    }

    @Test
    void aDeviceIsUnpluggedInTheMiddleOfTheThirdFrame() {
        VirtualAudioDevice device = new VirtualAudioDevice();
        EmulatedDriver driver = EmulatedDriver.of(device);
        try (Ks ks = Ks.over(driver)) {
            KsPin microphone = run(ks, ks.filters(KSCATEGORY.CAPTURE).get(0));
            KsPin speaker = run(ks, ks.filters(KSCATEGORY.RENDER).get(0));
            speaker.write(speaker.frame(2 * 480 + 240));

            KsFrame frame = microphone.frame(480);
            for (int heard = 0; heard < 2; heard++) {
                microphone.read(frame);
                frame.await();
            }
            microphone.read(frame);
            driver.unplug(device);
            assertThrows(KsDisconnectedException.class, frame::await);

            CompletableFuture<FilterInterface> back = new CompletableFuture<>();
            ks.watch(KSCATEGORY.CAPTURE, new InterfaceListener() {
                @Override
                public void arrived(FilterInterface arrived) {
                    back.complete(arrived);
                }
            });
            driver.plug(device);
            assertEquals(KSSTATE.RUN, run(ks, back.join()).state());
        }
    }

    @Test
    void aWebcamIsUnpluggedInTheMiddleOfTheThirdFrame() {
        VirtualTime time = new VirtualTime();
        VirtualCamera camera = new VirtualCamera();
        EmulatedDriver driver =
                EmulatedDriver.builder().time(time).devices(camera).build();
        VideoFormat format = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);
        try (Ks ks = Ks.over(driver)) {
            KsFilter filter = ks.filter(ks.filters(KSCATEGORY.VIDEO_CAMERA).get(0));
            KsPin pin = filter.pinFactory(0).open(DataFormat.of(format));
            pin.state(KSSTATE.RUN);
            KsFrame frame = pin.videoFrame(format.imageSize());
            for (int picture = 1; picture <= 2; picture++) {
                pin.read(frame);
                time.advance(Duration.ofMillis(34));
                frame.await();
                assertEquals(picture, frame.pictureNumber());
            }
            pin.read(frame);
            time.advance(Duration.ofMillis(17));
            driver.unplug(camera);
            assertThrows(KsDisconnectedException.class, frame::await);
        }
    }
}

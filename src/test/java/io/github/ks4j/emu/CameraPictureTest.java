package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KS_VideoControlFlag;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.VideoFormat;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures on demand, and VIDEOCONTROL. */
@Timeout(30)
class CameraPictureTest extends CameraRig {
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
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traps in controls of audio nodes and cameras: what a client sees of them, byte by byte. */
@Timeout(30)
class ControlQuirkTest {
    private static final int AUTO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO;
    private static final int MANUAL = KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
    private static final KsItem EXPOSURE = KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE;
    private static final KsItem BRIGHTNESS = KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS;
    private static final int VOLUME = 0;
    private static final int TONE = 2;
    private static final int DESCRIPTION = 40;
    private static final int MEMBERS_FLAGS = DESCRIPTION;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice(), new VirtualCamera());
    private final Handle camera = open(KSCATEGORY.VIDEO_CAMERA);
    private final Handle speaker = open(KSCATEGORY.RENDER);

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private NtStatus setVolume(int channel, int value) {
        return Client.control(speaker, IOCTL_KS.PROPERTY, volume(KSPROPERTY_TYPE.SET, channel), Client.ints(value))
                .status();
    }

    private int volume(int channel) {
        return Client.property(speaker, volume(KSPROPERTY_TYPE.GET, channel), 4).ulong();
    }

    private static byte[] volume(int operation, int channel) {
        return Client.request(
                KSPROPERTY_AUDIO.VOLUMELEVEL, operation | KSPROPERTY_TYPE.TOPOLOGY, VOLUME, 0, channel, 0);
    }

    private Client.Reply set(KsItem control, int value, int flags) {
        byte[] request = Client.request(control, KSPROPERTY_TYPE.SET, value, flags, 0, 0);
        return Client.control(camera, IOCTL_KS.PROPERTY, request, request);
    }

    private int valueOf(KsItem control) {
        return Client.get(camera, control, 40, 0, 0, 0, 0)
                .is(NtStatus.SUCCESS, 40)
                .data()
                .getInt(24);
    }

    private ByteBuffer description(KsItem control) {
        byte[] request = Client.request(control, KSPROPERTY_TYPE.BASICSUPPORT, 0, 0, 0, 0);
        int size = Client.property(camera, request, DESCRIPTION).data().getInt(4);
        return Client.property(camera, request, size).is(NtStatus.SUCCESS, size).data();
    }

    @Test
    @Shows(Quirk.MASTER_CHANNEL_IS_ZERO)
    void channelZeroIsAllAndChannelsCountFromOne() {
        driver.quirks().add(Quirk.MASTER_CHANNEL_IS_ZERO);
        assertEquals(NtStatus.INVALID_PARAMETER, setVolume(-1, -65536));
        assertEquals(NtStatus.SUCCESS, setVolume(0, -65536));
        assertEquals(NtStatus.SUCCESS, setVolume(2, -2 * 65536));
        driver.quirks().clear();
        assertEquals(-65536, volume(0));
        assertEquals(-2 * 65536, volume(1));
    }

    @Test
    @Shows(Quirk.BASS_SELECTS_INPUT)
    void theBassCountsInputsNotDecibels() {
        driver.quirks().add(Quirk.BASS_SELECTS_INPUT);
        Handle topology = open(KSCATEGORY.TOPOLOGY);
        Client.control(topology, IOCTL_KS.PROPERTY, bass(KSPROPERTY_TYPE.SET), Client.ints(2))
                .is(NtStatus.SUCCESS);
        assertEquals(2, Client.property(topology, bass(KSPROPERTY_TYPE.GET), 4).ulong());
        ByteBuffer description = Client.property(topology, bass(KSPROPERTY_TYPE.BASICSUPPORT), 200)
                .is(NtStatus.SUCCESS)
                .data();
        assertEquals(1, description.getInt(DESCRIPTION + 16), "SteppingDelta");
        assertEquals(-12, description.getInt(DESCRIPTION + 16 + 8), "SignedMinimum");
        driver.quirks().clear();
        assertEquals(
                2 * 65536,
                Client.property(topology, bass(KSPROPERTY_TYPE.GET), 4).ulong());
    }

    private static byte[] bass(int operation) {
        return Client.request(KSPROPERTY_AUDIO.BASS, operation | KSPROPERTY_TYPE.TOPOLOGY, TONE, 0, 0, 0);
    }

    @Test
    @Shows(Quirk.BASS_SELECTS_INPUT)
    void anInputThatIsNotThereIsTheLast() {
        driver.quirks().add(Quirk.BASS_SELECTS_INPUT);
        Handle topology = open(KSCATEGORY.TOPOLOGY);
        Client.control(topology, IOCTL_KS.PROPERTY, bass(KSPROPERTY_TYPE.SET), Client.ints(Integer.MAX_VALUE))
                .is(NtStatus.SUCCESS);
        assertEquals(12, Client.property(topology, bass(KSPROPERTY_TYPE.GET), 4).ulong());
    }

    @Test
    @Shows(Quirk.CONTROL_RANGE_UNSIGNED)
    void aRangeBelowZeroIsSaidToBeUnsigned() {
        driver.quirks().add(Quirk.CONTROL_RANGE_UNSIGNED);
        ByteBuffer description = description(EXPOSURE);
        assertEquals(PropertyValues.VT_UI4, description.getInt(24));
        assertEquals(4294967285L, Integer.toUnsignedLong(description.getInt(DESCRIPTION + 16 + 8)));
    }

    @Test
    @Shows(Quirk.MEMBERS_FLAGS_WRONG)
    void aSteppedRangeIsFlaggedAsARange() {
        assertEquals(KSPROPERTY_MEMBER.STEPPEDRANGES, description(EXPOSURE).getInt(MEMBERS_FLAGS));
        driver.quirks().add(Quirk.MEMBERS_FLAGS_WRONG);
        ByteBuffer description = description(EXPOSURE);
        assertEquals(KSPROPERTY_MEMBER.RANGES, description.getInt(MEMBERS_FLAGS));
        assertEquals(
                KSPROPERTY_MEMBER.VALUES, description.getInt(MEMBERS_FLAGS + 16 + 16), "those of the default value");
    }

    @Test
    @Shows(Quirk.AUTO_STAYS_ON)
    void aValueThatIsSetWithoutManualIsLost() {
        int before = valueOf(EXPOSURE);
        driver.quirks().add(Quirk.AUTO_STAYS_ON);
        set(EXPOSURE, before - 1, 0).is(NtStatus.SUCCESS);
        assertEquals(before, valueOf(EXPOSURE));
        set(EXPOSURE, before - 1, MANUAL).is(NtStatus.SUCCESS);
        assertEquals(before - 1, valueOf(EXPOSURE));
        set(EXPOSURE, before - 2, 0).is(NtStatus.SUCCESS);
        assertEquals(before - 2, valueOf(EXPOSURE), "it is not automatic any more");
        set(EXPOSURE, 0, AUTO).is(NtStatus.SUCCESS);
    }

    @Test
    @Shows(Quirk.PICTURE_CONTROL_REFUSED)
    void aPictureControlCannotBeSet() {
        driver.quirks().add(Quirk.PICTURE_CONTROL_REFUSED);
        set(BRIGHTNESS, 1, MANUAL).is(NtStatus.INVALID_PARAMETER, 0);
        set(EXPOSURE, -5, MANUAL).is(NtStatus.SUCCESS);
    }

    @Test
    @Shows(Quirk.PICTURE_CONTROL_TIMES_OUT)
    void aPictureControlIsSetTheSecondTime() {
        driver.quirks().add(Quirk.PICTURE_CONTROL_TIMES_OUT);
        int before = valueOf(BRIGHTNESS);
        set(BRIGHTNESS, before + 1, MANUAL).is(NtStatus.IO_TIMEOUT, 0);
        assertEquals(before, valueOf(BRIGHTNESS));
        set(BRIGHTNESS, before + 1, MANUAL).is(NtStatus.SUCCESS);
        assertEquals(before + 1, valueOf(BRIGHTNESS));
    }

    @Test
    @Shows(Quirk.EXTENDED_CONTROL_IS_NO_FILE)
    void anExtendedControlIsNotFoundAsAFileIsNot() {
        driver.quirks().add(Quirk.EXTENDED_CONTROL_IS_NO_FILE);
        Client.get(camera, KSPROPERTY_CAMERACONTROL_EXTENDED.TORCHMODE, 0).is(NtStatus.OBJECT_NAME_NOT_FOUND, 0);
    }

    @Test
    @Shows(Quirk.FRAME_RATES_AS_LONG)
    void frameRatesHaveFourBytes() {
        byte[] request =
                Client.request(KSPROPERTY_VIDCAP_VIDEOCONTROL.FRAME_RATES, KSPROPERTY_TYPE.GET, 0, 0, 640, 480);
        int wide =
                Client.property(camera, request, 0).is(NtStatus.BUFFER_OVERFLOW).information();
        ByteBuffer longs = Client.property(camera, request, wide).data();
        driver.quirks().add(Quirk.FRAME_RATES_AS_LONG);
        int narrow = Client.property(camera, request, 0).information();
        assertEquals(8 + (wide - 8) / 2, narrow);
        assertArrayEquals(
                Client.ints(narrow, 3, (int) longs.getLong(8), (int) longs.getLong(16), (int) longs.getLong(24)),
                Client.property(camera, request, narrow)
                        .is(NtStatus.SUCCESS, narrow)
                        .data()
                        .array());
    }
}

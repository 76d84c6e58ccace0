package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCAMERA_EXTENDEDPROP;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSEVENT_VIDCAPTOSTI;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nodes of a camera, its extended controls and its events. */
@Timeout(30)
class CameraTopologyTest extends CameraRig {
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
}

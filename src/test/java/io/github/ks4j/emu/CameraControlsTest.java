package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The controls of a camera, as clients see them. */
@Timeout(30)
class CameraControlsTest {
    private static final int AUTO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO;
    private static final int MANUAL = KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
    private static final int TERMINAL = 0;
    private static final int PROCESSING = 1;
    private static final KsProperty<?> EXPOSURE = KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE;
    private static final KsProperty<?> BRIGHTNESS = KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS;

    private final VirtualCamera camera = new VirtualCamera();
    private final EmulatedDriver driver = EmulatedDriver.of(camera);
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), Client.READ_WRITE);

    @AfterEach
    void close() {
        driver.close();
    }

    private Client.Reply get(KsProperty<?> item) {
        return Client.get(filter, item, 40, 0, 0, 0, 0);
    }

    /** As the clients of the field do, with the same bytes as request and as data. */
    private NtStatus set(KsProperty<?> item, int value, int flags, int other) {
        byte[] request = Client.request(item, KSPROPERTY_TYPE.SET, value, flags, 0, other);
        return Client.control(filter, IOCTL_KS.PROPERTY, request, request).status();
    }

    private NtStatus set(KsProperty<?> item, int value, int flags) {
        return set(item, value, flags, 0);
    }

    private Client.Reply onNode(int node, KsProperty<?> item, int operation, int value, int flags) {
        byte[] request = Client.request(item, operation | KSPROPERTY_TYPE.TOPOLOGY, node, 0, value, flags, 0, 0);
        return Client.control(filter, IOCTL_KS.PROPERTY, request, request);
    }

    private byte[] support(KsProperty<?> item, int operation, int length) {
        byte[] request = Client.request(item, operation, 0, 0, 0, 0);
        return Client.property(filter, request, length)
                .is(NtStatus.SUCCESS, length)
                .data()
                .array();
    }

    @Test
    void aControlIsAnsweredWithTheWholeStructure() {
        Client.Reply reply = get(EXPOSURE).is(NtStatus.SUCCESS, 40);
        KSPROPERTY_CAMERACONTROL_S control = KSPROPERTY_CAMERACONTROL_S.LAYOUT.at(Abi.X64, reply.data(), 0);
        assertEquals(-6, control.get(KSPROPERTY_CAMERACONTROL_S.Value));
        assertEquals(AUTO, control.get(KSPROPERTY_CAMERACONTROL_S.Flags));
        assertEquals(AUTO | MANUAL, control.get(KSPROPERTY_CAMERACONTROL_S.Capabilities));
        byte[] head = Client.request(EXPOSURE, KSPROPERTY_TYPE.GET);
        assertArrayEquals(head, Arrays.copyOf(reply.data().array(), head.length));
    }

    @Test
    void aControlOfANodeHasTheLongerHead() {
        onNode(TERMINAL, EXPOSURE, KSPROPERTY_TYPE.SET, -9, MANUAL).is(NtStatus.SUCCESS, 0);
        Client.Reply reply =
                onNode(TERMINAL, EXPOSURE, KSPROPERTY_TYPE.GET, 0, 0).is(NtStatus.SUCCESS, 48);
        KSPROPERTY_CAMERACONTROL_NODE_S control = KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT.at(Abi.X64, reply.data(), 0);
        assertEquals(-9, control.get(KSPROPERTY_CAMERACONTROL_NODE_S.Value));
        assertEquals(MANUAL, control.get(KSPROPERTY_CAMERACONTROL_NODE_S.Flags));
    }

    @Test
    void filterAndNodeShareTheValue() {
        onNode(PROCESSING, BRIGHTNESS, KSPROPERTY_TYPE.SET, 12, MANUAL).is(NtStatus.SUCCESS, 0);
        assertEquals(12, get(BRIGHTNESS).data().getInt(24));
    }

    @Test
    void eachNodeHasItsOwnSetOnly() {
        onNode(TERMINAL, BRIGHTNESS, KSPROPERTY_TYPE.GET, 0, 0).is(NtStatus.PROPSET_NOT_FOUND, 0);
        onNode(PROCESSING, EXPOSURE, KSPROPERTY_TYPE.GET, 0, 0).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void aValueIsTakenFromTheData() {
        byte[] request = Client.request(BRIGHTNESS, KSPROPERTY_TYPE.SET, 1, MANUAL, 0, 0);
        byte[] data = Client.request(BRIGHTNESS, KSPROPERTY_TYPE.SET, 2, MANUAL, 0, 0);
        Client.control(filter, IOCTL_KS.PROPERTY, request, data).is(NtStatus.SUCCESS, 0);
        assertEquals(2, camera.controls().value(BRIGHTNESS));
    }

    @ParameterizedTest
    @CsvSource({"-65", "65", "2147483647", "-2147483648"})
    void aValueOutOfRangeIsRefused(int value) {
        assertEquals(NtStatus.INVALID_PARAMETER, set(BRIGHTNESS, value, MANUAL));
        assertEquals(0, camera.controls().value(BRIGHTNESS));
    }

    @ParameterizedTest
    @CsvSource({"-11", "-2"})
    void theEndsOfARangeBelongToIt(int value) {
        assertEquals(NtStatus.SUCCESS, set(EXPOSURE, value, MANUAL));
        assertEquals(value, camera.controls().value(EXPOSURE));
    }

    @Test
    void aControlWithoutAutomaticRefusesAuto() {
        assertEquals(NtStatus.INVALID_PARAMETER, set(BRIGHTNESS, 1, AUTO));
    }

    @ParameterizedTest
    @ValueSource(ints = {AUTO | MANUAL, KSPROPERTY_CAMERACONTROL_FLAGS.RELATIVE | MANUAL, 4, 0x80000000})
    void flagsThatAControlDoesNotHaveAreRefused(int flags) {
        assertEquals(NtStatus.INVALID_PARAMETER, set(EXPOSURE, -5, flags));
    }

    @Test
    void autoKeepsTheValueWhateverItIsGiven() {
        set(EXPOSURE, -3, MANUAL);
        assertEquals(NtStatus.SUCCESS, set(EXPOSURE, 1000, AUTO));
        assertEquals(-3, camera.controls().value(EXPOSURE));
        assertTrue(camera.controls().isAutomatic(EXPOSURE));
    }

    @Test
    void withoutFlagsAutoStaysOn() {
        assertEquals(NtStatus.SUCCESS, set(EXPOSURE, -3, 0));
        assertTrue(camera.controls().isAutomatic(EXPOSURE));
    }

    @Test
    void manualTurnsAutoOff() {
        assertEquals(NtStatus.SUCCESS, set(EXPOSURE, -3, MANUAL));
        assertFalse(camera.controls().isAutomatic(EXPOSURE));
    }

    @Test
    void privacyCanBeReadOnly() {
        assertEquals(NtStatus.NOT_FOUND, set(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, 1, MANUAL));
        assertEquals(
                KSPROPERTY_TYPE.GET,
                support(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, KSPROPERTY_TYPE.BASICSUPPORT, 4)[0]);
    }

    @Test
    void theIrisIsMovedByWhatCanBeWrittenOnly() {
        get(KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS_RELATIVE).is(NtStatus.NOT_FOUND, 0);
        assertEquals(
                KSPROPERTY_TYPE.SET,
                support(KSPROPERTY_VIDCAP_CAMERACONTROL.IRIS_RELATIVE, KSPROPERTY_TYPE.BASICSUPPORT, 4)[0]);
    }

    @Test
    void aRelativeControlReadsAsAtRest() {
        set(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE, 3, MANUAL);
        ByteBuffer control = get(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE)
                .is(NtStatus.SUCCESS, 40)
                .data();
        assertEquals(0, control.getInt(24));
        assertEquals(KSPROPERTY_CAMERACONTROL_FLAGS.RELATIVE | MANUAL, control.getInt(28));
        assertEquals(3, camera.controls().value(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN));
    }

    @Test
    void aRelativeControlMovesItsTargetAsFarAsItGoes() {
        KsProperty<?> zoom = KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM;
        KsProperty<?> mover = KSPROPERTY_VIDCAP_CAMERACONTROL.ZOOM_RELATIVE;
        assertEquals(NtStatus.SUCCESS, set(mover, 30, KSPROPERTY_CAMERACONTROL_FLAGS.RELATIVE));
        assertEquals(130, camera.controls().value(zoom));
        assertEquals(NtStatus.SUCCESS, set(mover, Integer.MAX_VALUE, MANUAL));
        assertEquals(400, camera.controls().value(zoom));
        assertEquals(NtStatus.SUCCESS, set(mover, Integer.MIN_VALUE, 0));
        assertEquals(100, camera.controls().value(zoom));
    }

    @Test
    void aPairHasTwoValues() {
        KsProperty<?> panTilt = KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT;
        assertEquals(NtStatus.SUCCESS, set(panTilt, 3600, MANUAL, -7200));
        Client.Reply reply = get(panTilt).is(NtStatus.SUCCESS, 40);
        assertEquals(3600, reply.data().getInt(24));
        assertEquals(-7200, reply.data().getInt(36));
        assertEquals(NtStatus.INVALID_PARAMETER, set(panTilt, 0, MANUAL, 40000));
        assertEquals(NtStatus.SUCCESS, set(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT_RELATIVE, 1, 0, 2));
        assertEquals(3601, camera.controls().value(panTilt));
        assertEquals(-7198, camera.controls().secondValue(panTilt));
    }

    @Test
    void theWhiteBalanceOfComponentsIsOnTheNodeOnly() {
        KsProperty<?> components = KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE_COMPONENT;
        get(components).is(NtStatus.NOT_FOUND, 0);
        Client.Reply reply =
                onNode(PROCESSING, components, KSPROPERTY_TYPE.GET, 0, 0).is(NtStatus.SUCCESS, 48);
        assertEquals(512, reply.data().getInt(32));
        assertEquals(512, reply.data().getInt(44));
    }

    @Test
    void theFocalLengthIsThreeNumbers() {
        Client.Reply reply = get(KSPROPERTY_VIDCAP_CAMERACONTROL.FOCAL_LENGTH).is(NtStatus.SUCCESS, 40);
        assertEquals(1, reply.data().getInt(24));
        assertEquals(4, reply.data().getInt(28));
        assertEquals(16, reply.data().getInt(32));
    }

    @Test
    void theRangeIsSteppedAndSigned() {
        byte[] description = support(EXPOSURE, KSPROPERTY_TYPE.BASICSUPPORT, 92);
        assertArrayEquals(Client.ints(3, 92), Arrays.copyOf(description, 8), "access and size");
        assertArrayEquals(
                Client.ints(2, 16, 1, 0, 1, 0, -11, -2), Arrays.copyOfRange(description, 40, 72), "the stepped range");
    }

    @Test
    void theDefaultIsAskedForByItself() {
        byte[] description = support(EXPOSURE, KSPROPERTY_TYPE.DEFAULTVALUES, 60);
        assertArrayEquals(Client.ints(3, 4, 1, 1, -6), Arrays.copyOfRange(description, 40, 60));
    }

    @Test
    void aPairTellsBothRanges() {
        byte[] description =
                support(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT, KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 32 + 16 + 8);
        assertArrayEquals(
                Client.ints(2, 16, 2, 0, 3600, 0, -36000, 36000, 3600, 0, -36000, 36000),
                Arrays.copyOfRange(description, 40, 88));
    }

    static Stream<KsProperty<?>> all() {
        return Stream.concat(
                KSPROPERTY_VIDCAP_VIDEOPROCAMP.ITEMS.stream(), KSPROPERTY_VIDCAP_CAMERACONTROL.ITEMS.stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theUsualCameraHasEveryControlOnItsNode(KsProperty<?> item) {
        int node = item.set().equals(KSPROPERTY_VIDCAP_VIDEOPROCAMP.SET) ? PROCESSING : TERMINAL;
        byte[] request =
                Client.request(item, KSPROPERTY_TYPE.BASICSUPPORT | KSPROPERTY_TYPE.TOPOLOGY, node, 0, 0, 0, 0, 0);
        Client.property(filter, request, 4).is(NtStatus.SUCCESS, 4);
    }

    @Test
    void aRequestOrAnAnswerThatIsShortIsRefused() {
        Client.get(filter, EXPOSURE, 40).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, EXPOSURE, 39, 0, 0, 0, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(filter, EXPOSURE, 0, 0, 0, 0, 0).is(NtStatus.BUFFER_OVERFLOW, 40);
    }

    @Test
    void aControlIsDescribedAnewOrTakenAway() {
        CameraControls controls = CameraControls.usual()
                .manual(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, 1, 9, 1, 5)
                .without(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN)
                .build();
        assertEquals(5, controls.value(EXPOSURE));
        assertFalse(controls.isAutomatic(EXPOSURE));
        assertThrows(NoSuchElementException.class, () -> controls.value(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN));
        assertThrows(NoSuchElementException.class, () -> controls.value(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE));
    }

    @Test
    void whatIsNoControlIsRefused() {
        CameraControls.Builder builder = CameraControls.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.manual(KSPROPERTY_AUDIO.VOLUMELEVEL, 0, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.manual(BRIGHTNESS, 1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.manual(BRIGHTNESS, 0, 2, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> builder.manual(BRIGHTNESS, 0, 2, 0, 1));
        builder.relative(KSPROPERTY_VIDCAP_CAMERACONTROL.PAN_RELATIVE, KSPROPERTY_VIDCAP_CAMERACONTROL.PAN);
        assertThrows(NoSuchElementException.class, builder::build);
    }

    @Test
    void theControlsOfTwoCamerasOfOneDescriptionAreApart() {
        CameraControls.Builder builder = CameraControls.usual();
        VirtualCamera one = VirtualCamera.builder().controls(builder.build()).build();
        VirtualCamera other = VirtualCamera.builder().controls(builder.build()).build();
        one.change(BRIGHTNESS, 5);
        assertEquals(0, other.controls().value(BRIGHTNESS));
    }

    @Test
    void theValuesOutliveTheirFilter() {
        set(BRIGHTNESS, 33, MANUAL);
        filter.close();
        assertEquals(33, camera.controls().value(BRIGHTNESS));
    }
}

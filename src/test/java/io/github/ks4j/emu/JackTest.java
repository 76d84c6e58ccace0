package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.EPcxConnectionType;
import io.github.ks4j.set.EPcxGenLocation;
import io.github.ks4j.set.EPcxGeoLocation;
import io.github.ks4j.set.EPxcPortConnection;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.JACKDESC2;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSJACK_SINK_INFORMATION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jacks behind bridge pins. */
@Timeout(30)
class JackTest {
    private static final Guid CONTAINER = Guid.of("{00000000-1111-2222-3333-444444444444}");
    private static final int LINE_OUT = 0;
    private static final int HDMI = 1;
    private static final int WIRE = 2;

    private final Jack front = Jack.builder()
            .channelMapping(3)
            .color(0x00FF00)
            .connectionType(EPcxConnectionType.eConnTypeQuarter)
            .location(EPcxGeoLocation.eGeoLocFront, EPcxGenLocation.eGenLocSeparate)
            .portConnection(EPxcPortConnection.ePortConnBothIntegratedAndJack)
            .containerId(CONTAINER)
            .configuration(7)
            .unplugged()
            .build();
    private final Jack blind = Jack.builder().capabilities(0).build();
    private final Jack display = Jack.builder()
            .capabilities(JACKDESC2.PRESENCE_DETECT_CAPABILITY | JACKDESC2.DYNAMIC_FORMAT_CHANGE_CAPABILITY)
            .sink(KSJACK_SINK_INFORMATION.LAYOUT.allocate(Abi.X64).set(KSJACK_SINK_INFORMATION.ProductId, 77))
            .build();

    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("topology")
                    .categories(KSCATEGORY.TOPOLOGY)
                    .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                            .jacks(front, blind)
                            .build())
                    .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT).jacks(display).build())
                    .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.IN).build())
                    .build()));
    private final Handle filter = open();

    private Handle open() {
        return driver.open(driver.enumerate(KSCATEGORY.TOPOLOGY).get(0).path(), 0);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private boolean isConnected(int pin, int jack) {
        return Client.get(filter, KSPROPERTY_JACK.DESCRIPTION, 8 + 28 * 2, pin, 0)
                        .is(NtStatus.SUCCESS)
                        .data()
                        .getInt(8 + 28 * jack + 24)
                != 0;
    }

    // Properties

    @Test
    void theJacksOfAPinAreDescribed() {
        byte[] expected = Client.ints(8 + 56, 2, 3, 0x00FF00, 2, 2, 2, 2, 0, 3, 0, 1, 1, 0, 0, 1);
        assertArrayEquals(
                expected,
                Client.get(filter, KSPROPERTY_JACK.DESCRIPTION, 64, LINE_OUT, 0)
                        .is(NtStatus.SUCCESS, 64)
                        .data()
                        .array());
    }

    @Test
    void whatTheJacksCanDoIsTold() {
        assertArrayEquals(
                Client.ints(24, 2, 0, 1, 0, 0),
                Client.get(filter, KSPROPERTY_JACK.DESCRIPTION2, 24, LINE_OUT, 0)
                        .is(NtStatus.SUCCESS, 24)
                        .data()
                        .array());
        assertArrayEquals(
                Client.ints(16, 1, 0, 3),
                Client.get(filter, KSPROPERTY_JACK.DESCRIPTION2, 16, HDMI, 0)
                        .data()
                        .array());
    }

    @Test
    void theConfigurationsOfTheJacksAreTold() {
        assertArrayEquals(
                Client.ints(16, 2, 7, 0),
                Client.get(filter, KSPROPERTY_JACK.DESCRIPTION3, 16, LINE_OUT, 0)
                        .is(NtStatus.SUCCESS, 16)
                        .data()
                        .array());
    }

    @Test
    void theDisplayBehindAJackIsTold() {
        ByteBuffer sink = Client.get(filter, KSPROPERTY_JACK.SINK_INFO, 96, HDMI, 0)
                .is(NtStatus.SUCCESS, 96)
                .data();
        assertEquals(77, KSJACK_SINK_INFORMATION.LAYOUT.at(Abi.X64, sink, 0).get(KSJACK_SINK_INFORMATION.ProductId));
        Client.get(filter, KSPROPERTY_JACK.SINK_INFO, 96, LINE_OUT, 0).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }

    @Test
    void theContainerOfAJackIsTold() {
        ByteBuffer id = Client.get(filter, KSPROPERTY_JACK.CONTAINERID, 16, LINE_OUT, 0)
                .is(NtStatus.SUCCESS, 16)
                .data();
        assertEquals(CONTAINER, Guid.read(id, 0));
        Client.get(filter, KSPROPERTY_JACK.CONTAINERID, 16, HDMI, 0).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }

    static List<KsProperty<?>> items() {
        return List.of(
                KSPROPERTY_JACK.DESCRIPTION,
                KSPROPERTY_JACK.DESCRIPTION2,
                KSPROPERTY_JACK.SINK_INFO,
                KSPROPERTY_JACK.CONTAINERID,
                KSPROPERTY_JACK.DESCRIPTION3);
    }

    private static int pinWith(KsProperty<?> item) {
        return item.equals(KSPROPERTY_JACK.SINK_INFO) ? HDMI : LINE_OUT;
    }

    @ParameterizedTest
    @MethodSource("items")
    void aSizeQueryTellsWhatTheFullAnswerTakes(KsProperty<?> item) {
        int size = Client.get(filter, item, 0, pinWith(item), 0)
                .is(NtStatus.BUFFER_OVERFLOW)
                .information();
        Client.get(filter, item, size, pinWith(item), 0).is(NtStatus.SUCCESS, size);
        Client.get(filter, item, size + 1, pinWith(item), 0).is(NtStatus.SUCCESS, size);
        Client.get(filter, item, size - 1, pinWith(item), 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 36})
    void anyRoomThatIsTooShortForTheListIsTooSmall(int length) {
        Client.get(filter, KSPROPERTY_JACK.DESCRIPTION, length, LINE_OUT, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @MethodSource("items")
    void aPinWithoutAJackIsAnInvalidDeviceRequest(KsProperty<?> item) {
        Client.get(filter, item, 100, WIRE, 0).is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }

    @ParameterizedTest
    @MethodSource("items")
    void aPinThatThereIsNotIsAnInvalidParameter(KsProperty<?> item) {
        Client.get(filter, item, 100, 3, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, item, 100, -1, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource("items")
    void aRequestWithoutPinIdIsAnInvalidParameter(KsProperty<?> item) {
        Client.get(filter, item, 100).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatJacksSayIsNotSet(KsProperty<?> item) {
        Client.set(filter, item, new byte[100], pinWith(item), 0).is(NtStatus.NOT_FOUND, 0);
        byte[] request = Client.request(item, KSPROPERTY_TYPE.BASICSUPPORT, pinWith(item), 0);
        assertEquals(KSPROPERTY_TYPE.GET, Client.property(filter, request, 4).ulong());
    }

    @Test
    void theDescriptionIsReadByItsCodec() {
        byte[] reply = Client.get(filter, KSPROPERTY_JACK.DESCRIPTION, 64, LINE_OUT, 0)
                .data()
                .array();
        List<KSJACK_DESCRIPTION> jacks = KSPROPERTY_JACK.DESCRIPTION.codec().decode(reply);
        assertEquals(2, jacks.get(0).get(KSJACK_DESCRIPTION.ConnectionType));
    }

    @Test
    void aFilterWithoutJacksHasNoSuchSet() {
        EmulatedFilter none = EmulatedFilter.named("none")
                .categories(KSCATEGORY.AUDIO)
                .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.IN).build())
                .build();
        try (EmulatedDriver other = EmulatedDriver.of(EmulatedDevice.of("d", none))) {
            Handle handle = other.open(other.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            Client.get(handle, KSPROPERTY_JACK.DESCRIPTION, 100, 0, 0).is(NtStatus.PROPSET_NOT_FOUND, 0);
        }
    }

    // Plugs

    @Test
    void aPlugIsSeen() {
        assertFalse(isConnected(LINE_OUT, 0));
        front.plug();
        assertTrue(isConnected(LINE_OUT, 0));
        front.unplug();
        assertFalse(isConnected(LINE_OUT, 0));
    }

    @Test
    void aJackThatDetectsNothingReadsAsConnected() {
        blind.unplug();
        assertTrue(isConnected(LINE_OUT, 1));
        assertFalse(blind.isPlugged());
    }

    private Registration registration() {
        return new Registration(driver, KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
    }

    @Test
    void aPlugIsHeardOnItsPin() throws InterruptedException {
        Registration client = registration().on(filter, LINE_OUT, 0);
        Registration other = registration().on(filter, HDMI, 0);
        front.plug();
        assertTrue(client.heard());
        assertFalse(other.heard());
    }

    @Test
    void aPlugThatIsInAlreadyIsNotHeard() throws InterruptedException {
        Registration client = registration().on(filter, HDMI, 0);
        display.plug();
        assertFalse(client.heard());
    }

    @Test
    void aJackThatDetectsNothingIsNotHeard() throws InterruptedException {
        Registration client = registration().on(filter, LINE_OUT, 0);
        blind.unplug();
        assertFalse(client.heard());
    }

    @Test
    void anEventThatIsDisabledIsNotHeard() throws InterruptedException {
        Registration client = registration().on(filter, LINE_OUT, 0);
        assertEquals(NtStatus.SUCCESS, client.disable(filter));
        front.plug();
        assertFalse(client.heard());
    }

    @Test
    void closingTheFilterDisablesItsEvents() throws InterruptedException {
        Handle other = open();
        Registration client = registration().on(other, LINE_OUT, 0);
        other.close();
        front.plug();
        assertFalse(client.heard());
    }

    @Test
    void eventsAreEnabledForPinsWithJacksOnly() {
        assertEquals(NtStatus.INVALID_DEVICE_REQUEST, registration().enable(filter, KSEVENT_TYPE.ENABLE, WIRE, 0));
        assertEquals(NtStatus.INVALID_PARAMETER, registration().enable(filter, KSEVENT_TYPE.ENABLE, 3, 0));
        assertEquals(NtStatus.INVALID_PARAMETER, registration().enable(filter, KSEVENT_TYPE.ENABLE, -1, 0));
        assertEquals(NtStatus.INVALID_PARAMETER, registration().enable(filter, KSEVENT_TYPE.ENABLE));
    }

    @Test
    void aBufferedEventKeepsThePinOfEachChange() {
        Registration client = registration();
        assertEquals(NtStatus.SUCCESS, client.enable(filter, KSEVENT_TYPE.ENABLEBUFFERED, LINE_OUT, 0));
        front.plug();
        ByteBuffer request = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        request.put(Client.request(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE, KSEVENT_TYPE.QUERYBUFFER));
        request.putLong(24, client.data.address());
        assertEquals(
                LINE_OUT,
                Client.control(filter, IOCTL_KS.ENABLE_EVENT, request.array(), new byte[4])
                        .ulong());
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The events that a WaveRT pin sets on its way round the buffer. */
@Timeout(30)
class RtNotificationTest {
    private static final KsItem REGISTER = KSPROPERTY_RTAUDIO.REGISTER_NOTIFICATION_EVENT;
    private static final KsItem UNREGISTER = KSPROPERTY_RTAUDIO.UNREGISTER_NOTIFICATION_EVENT;

    private RtClient client = new RtClient();

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder profile) {
        client.close();
        client = new RtClient(profile);
    }

    /** How often an event is set while time passes, seen every 100 microseconds. */
    private int count(KsSignal event, int millis) {
        int count = 0;
        for (int i = 0; i < 10 * millis; i++) {
            client.advanceMicros(100);
            if (RtClient.isSet(event)) {
                count++;
            }
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 100"})
    void aPassOfTheBufferNotifiesAsOftenAsWasAsked(int notifications, int expected) {
        Handle pin = client.render();
        RtClient.buffer(pin, RtClient.bufferRequest(2 * RtClient.PACKET, notifications))
                .is(NtStatus.SUCCESS);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        assertEquals(expected, count(event, 1000));
    }

    @Test
    void aCapturePinNotifiesToo() {
        Handle pin = client.capture();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        assertEquals(10, count(event, 100));
    }

    @Test
    void theEventIsSetWhenAPacketIsCompleteAndNotBefore() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        assertFalse(RtClient.isSet(event));
        client.time.advance(Duration.ofNanos(9_999_900));
        assertFalse(RtClient.isSet(event));
        client.time.advance(Duration.ofNanos(100));
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void thereIsOneTimerForAPacket() {
        Handle pin = client.render();
        client.map(pin);
        Client.run(pin);
        for (int i = 1; i <= 10; i++) {
            assertTrue(client.time.advanceToNextTimer());
            assertEquals(i * 100_000, client.time.now());
        }
    }

    @Test
    void aPropertyThatIsAskedForAtTheTimeDoesNotNotifyTwice() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        client.advance(10);
        assertTrue(RtClient.isSet(event));
        RtClient.packetCount(pin);
        RtClient.playOffset(pin);
        assertFalse(RtClient.isSet(event));
    }

    @Test
    void allEventsAreSet() {
        Handle pin = client.render();
        client.map(pin);
        List<KsSignal> events = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            events.add(client.registered(pin));
        }
        Client.run(pin);
        client.advance(10);
        events.forEach(event -> assertTrue(RtClient.isSet(event)));
    }

    @Test
    void thereIsNoRoomForMoreThan16Events() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal first = client.registered(pin);
        for (int i = 1; i < 16; i++) {
            client.registered(pin);
        }
        KsSignal more = client.driver.createEvent(false);
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, RtClient.register(pin, more));
        assertEquals(NtStatus.SUCCESS, RtClient.unregister(pin, first));
        assertEquals(NtStatus.SUCCESS, RtClient.register(pin, more));
    }

    @Test
    void anEventThatIsUnregisteredIsNotSet() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal gone = client.registered(pin);
        KsSignal stays = client.registered(pin);
        assertEquals(NtStatus.SUCCESS, RtClient.unregister(pin, gone));
        Client.run(pin);
        client.advance(10);
        assertFalse(RtClient.isSet(gone));
        assertTrue(RtClient.isSet(stays));
    }

    @Test
    void anEventIsUnregisteredOnce() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        assertEquals(NtStatus.SUCCESS, RtClient.unregister(pin, event));
        assertEquals(NtStatus.NOT_FOUND, RtClient.unregister(pin, event));
    }

    @Test
    void anEventIsRegisteredOnce() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        assertEquals(NtStatus.UNSUCCESSFUL, RtClient.register(pin, event));
        assertEquals(NtStatus.SUCCESS, RtClient.unregister(pin, event));
        assertEquals(NtStatus.SUCCESS, RtClient.register(pin, event));
    }

    static Stream<Arguments> forms() {
        return Stream.of(KSPROPERTY_TYPE.GET, KSPROPERTY_TYPE.SET)
                .flatMap(operation -> Stream.of(0, 4, 32).map(length -> Arguments.of(operation, length)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eventsAreRegisteredInAllFormsThatClientsUse(int operation, int length) {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.driver.createEvent(false);
        RtClient.event(pin, REGISTER, operation, event.value(), length).is(NtStatus.SUCCESS, 0);
        Client.run(pin);
        client.advance(10);
        assertTrue(RtClient.isSet(event));
        RtClient.event(pin, UNREGISTER, operation, event.value(), length).is(NtStatus.SUCCESS, 0);
        client.advance(10);
        assertFalse(RtClient.isSet(event));
    }

    @Test
    void eventsNeedABufferWithNotifications() {
        Handle pin = client.render();
        KsSignal event = client.driver.createEvent(false);
        assertEquals(NtStatus.DEVICE_NOT_READY, RtClient.register(pin, event));
        assertEquals(NtStatus.DEVICE_NOT_READY, RtClient.unregister(pin, event));
        client.mapWithoutNotification(pin);
        assertEquals(NtStatus.DEVICE_NOT_READY, RtClient.register(pin, event));
    }

    @Test
    void whatIsNoEventIsNotRegistered() {
        Handle pin = client.render();
        client.map(pin);
        for (KsItem item : List.of(REGISTER, UNREGISTER)) {
            RtClient.event(pin, item, KSPROPERTY_TYPE.GET, 0, 0).is(NtStatus.INVALID_HANDLE, 0);
            RtClient.event(pin, item, KSPROPERTY_TYPE.GET, -4, 0).is(NtStatus.INVALID_HANDLE, 0);
            RtClient.event(pin, item, KSPROPERTY_TYPE.SET, pin.value(), 0).is(NtStatus.OBJECT_TYPE_MISMATCH, 0);
        }
    }

    @Test
    void aRequestWithoutAnEventIsRefused() {
        Handle pin = client.render();
        client.map(pin);
        Client.get(pin, REGISTER, 0, 4).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void anEventThatTheClientHasClosedDoesNoHarm() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal closed = client.registered(pin);
        KsSignal open = client.registered(pin);
        closed.close();
        Client.run(pin);
        client.advance(10);
        assertTrue(RtClient.isSet(open));
    }

    // States

    @Test
    void nothingIsNotifiedOutsideRun() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        for (KSSTATE state : List.of(KSSTATE.ACQUIRE, KSSTATE.PAUSE)) {
            RtClient.go(pin, state);
            assertEquals(0, count(event, 30));
        }
        assertFalse(client.time.advanceToNextTimer());
    }

    @Test
    void aPauseIsNotPartOfAPacket() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        client.advance(7);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(1000);
        Client.run(pin);
        assertEquals(0, count(event, 2));
        assertEquals(1, count(event, 1));
    }

    @Test
    void eventsOutliveStop() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        client.advance(7);
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(0, count(event, 20));
        Client.run(pin);
        assertEquals(0, count(event, 9));
        assertEquals(1, count(event, 1));
    }

    @Test
    void closingThePinEndsTheNotifications() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        pin.close();
        assertEquals(0, count(event, 30));
    }

    @Test
    void unpluggingEndsTheNotifications() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        client.driver.unplug(client.device);
        assertEquals(0, count(event, 30));
        assertEquals(NtStatus.DEVICE_REMOVED, RtClient.unregister(pin, event));
    }

    @ParameterizedTest
    @ValueSource(ints = {-100_000, 100_000})
    void packetsTakeAsLongAsTheDevicesClockSays(int drift) {
        use(VirtualRtAudioDevice.builder().timing(StreamTiming.EXACT.drift(drift)));
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        assertEquals(drift < 0 ? 90 : 110, count(event, 1000));
    }

    @Test
    void aNotificationIsLateByItsJitter() {
        StreamTiming timing = StreamTiming.EXACT.jitter(Duration.ofMillis(2)).seed(5);
        use(VirtualRtAudioDevice.builder().timing(timing));
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        long late = timing.lateness(0);
        assertNotEquals(0, late);
        client.time.advance(Duration.ofNanos(10_000_000 + 100 * (late - 1)));
        assertFalse(RtClient.isSet(event));
        client.time.advance(Duration.ofNanos(100));
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aNotificationThatIsLostDoesNotCome() {
        use(VirtualRtAudioDevice.builder().timing(StreamTiming.EXACT.dropouts(1)));
        Handle pin = client.render();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        assertEquals(0, count(event, 100));
        assertEquals(10, RtClient.packetCount(pin));
    }

    // Support

    @Test
    void aDeviceTellsWhetherItNotifies() {
        assertEquals(1, support());
        use(VirtualRtAudioDevice.builder().notifications(false));
        assertEquals(0, support());
    }

    private int support() {
        return Client.get(client.render(), KSPROPERTY_RTAUDIO.QUERY_NOTIFICATION_SUPPORT, 4)
                .ulong();
    }

    @Test
    void theSupportTellsTheSizeOfItsAnswer() {
        Handle pin = client.render();
        Client.get(pin, KSPROPERTY_RTAUDIO.QUERY_NOTIFICATION_SUPPORT, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
        Client.get(pin, KSPROPERTY_RTAUDIO.QUERY_NOTIFICATION_SUPPORT, 3).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_RTAUDIO.QUERY_NOTIFICATION_SUPPORT, new byte[4])
                .is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aDeviceWithoutNotificationsRegistersNoEvents() {
        use(VirtualRtAudioDevice.builder().notifications(false));
        Handle pin = client.pin(KSCATEGORY.CAPTURE, RtClient.STEREO);
        client.mapWithoutNotification(pin);
        KsSignal event = client.driver.createEvent(false);
        assertEquals(NtStatus.NOT_SUPPORTED, RtClient.register(pin, event));
        assertEquals(NtStatus.NOT_SUPPORTED, RtClient.unregister(pin, event));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_LOOPEDSTREAMING;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Guid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The positions in the buffer of a WaveRT pin at which its client is notified: 192 bytes are a millisecond. */
@Timeout(30)
class RtLoopPositionTest {
    private static final int MILLI = 192;
    /** 20 milliseconds. */
    private static final int BUFFER = 2 * RtClient.PACKET;

    private RtClient client = new RtClient();

    @AfterEach
    void close() {
        client.close();
    }

    private NtStatus enable(Handle pin, KsSignal event, long position) {
        int[] data = {
            KSEVENTF.EVENT_HANDLE, 0, (int) event.value(), 0, 0, 0, 0, 0, (int) position, (int) (position >>> 32)
        };
        return Client.control(
                        pin,
                        IOCTL_KS.ENABLE_EVENT,
                        Client.request(KSEVENT_LOOPEDSTREAMING.POSITION, KSEVENT_TYPE.ENABLE),
                        Client.ints(data))
                .status();
    }

    private KsSignal at(Handle pin, long position) {
        KsSignal event = client.driver.createEvent(false);
        assertEquals(NtStatus.SUCCESS, enable(pin, event, position));
        return event;
    }

    private Handle render() {
        Handle pin = client.render();
        client.mapWithoutNotification(pin);
        return pin;
    }

    private void assertToldAfter3Millis(KsSignal event) {
        client.advanceMicros(2999);
        assertFalse(RtClient.isSet(event));
        client.advanceMicros(1);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionIsToldWhenTheHardwareReachesIt() {
        Handle pin = render();
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        assertToldAfter3Millis(event);
        assertEquals(3 * MILLI, RtClient.writeOffset(pin));
    }

    @Test
    void aPositionIsToldInEachTurn() {
        Handle pin = render();
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        for (int turn = 0; turn < 3; turn++) {
            client.advance(3);
            assertTrue(RtClient.isSet(event));
            client.advance(17);
            assertFalse(RtClient.isSet(event));
        }
    }

    @Test
    void theStartIsToldWhenTheBufferIsThrough() {
        Handle pin = render();
        KsSignal event = at(pin, 0);
        Client.run(pin);
        client.advance(19);
        assertFalse(RtClient.isSet(event));
        client.advance(1);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionInAFrameIsToldBehindTheFrame() {
        Handle pin = render();
        KsSignal event = at(pin, 3 * MILLI - 3);
        Client.run(pin);
        assertToldAfter3Millis(event);
    }

    @Test
    void positionsThatOneStepOfTimePassesAreAllTold() {
        Handle pin = render();
        KsSignal one = at(pin, 3 * MILLI);
        KsSignal other = at(pin, 4 * MILLI);
        KsSignal beyond = at(pin, 15 * MILLI);
        Client.run(pin);
        client.advance(14);
        assertTrue(RtClient.isSet(one));
        assertTrue(RtClient.isSet(other));
        assertFalse(RtClient.isSet(beyond));
    }

    @Test
    void aPositionThatTheHardwareHasPassedWhenItIsEnabledIsToldInTheNextTurn() {
        Handle pin = render();
        Client.run(pin);
        client.advance(5);
        KsSignal event = at(pin, 3 * MILLI);
        client.advance(17);
        assertFalse(RtClient.isSet(event));
        client.advance(1);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionThatIsEnabledWhileTheHardwareRunsIsToldInTime() {
        Handle pin = render();
        Client.run(pin);
        client.advance(1);
        KsSignal event = at(pin, 3 * MILLI);
        client.advance(2);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionOfTheMicrophonesBufferIsTold() {
        Handle pin = client.capture();
        client.mapWithoutNotification(pin);
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        client.advance(3);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionOfTheMicrophonesBufferIsToldWhileItHearsTheSpeaker() {
        client.close();
        client = new RtClient(VirtualRtAudioDevice.builder().loopback(true));
        Client.run(render());
        Handle pin = client.capture();
        client.mapWithoutNotification(pin);
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        assertToldAfter3Millis(event);
    }

    @Test
    void theRegisterIsAtThePositionThatIsTold() {
        Handle pin = render();
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        KsSignal event = at(pin, 3 * MILLI / 2);
        Client.run(pin);
        client.advanceMicros(1500);
        assertTrue(RtClient.isSet(event));
        assertEquals(3 * MILLI / 2, register.bytes().getInt(0));
    }

    @Test
    void pausingHoldsThePosition() {
        Handle pin = render();
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        client.advance(2);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(10);
        assertFalse(RtClient.isSet(event));
        Client.run(pin);
        client.advance(1);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void stoppingLeadsBackToTheStart() {
        Handle pin = render();
        KsSignal event = at(pin, 3 * MILLI);
        Client.run(pin);
        client.advance(2);
        RtClient.go(pin, KSSTATE.STOP);
        Client.run(pin);
        client.advance(2);
        assertFalse(RtClient.isSet(event));
        client.advance(1);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void aPositionBehindTheEndOfTheStreamIsNotTold() {
        Handle pin = client.render();
        client.map(pin);
        KsSignal before = at(pin, MILLI);
        KsSignal behind = at(pin, MILLI + 1);
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 0, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, MILLI));
        Client.run(pin);
        client.advance(100);
        assertTrue(RtClient.isSet(before));
        assertFalse(RtClient.isSet(behind));
    }

    @Test
    void aPositionBeyondTheBufferIsAnInvalidParameter() {
        Handle pin = render();
        assertEquals(NtStatus.INVALID_PARAMETER, enable(pin, client.driver.createEvent(false), BUFFER));
    }

    @Test
    void aPositionIsTakenBeforeThereIsABuffer() {
        Handle pin = client.render();
        KsSignal event = at(pin, 3 * MILLI);
        client.mapWithoutNotification(pin);
        Client.run(pin);
        client.advance(3);
        assertTrue(RtClient.isSet(event));
    }

    @Test
    void thePinListsTheSetOnce() {
        byte[] request = new byte[24];
        request[21] = KSEVENT_TYPE.SETSUPPORT >> 8;
        Client.Reply sets = Client.control(client.render(), IOCTL_KS.ENABLE_EVENT, request, new byte[256]);
        assertEquals(2 * Guid.SIZE, sets.is(NtStatus.SUCCESS).information());
    }

    @Test
    void nothingIsLeftToExpireWhenThePinIsClosed() {
        Handle pin = render();
        at(pin, 3 * MILLI);
        Client.run(pin);
        pin.close();
        assertFalse(client.time.advanceToNextTimer());
    }
}

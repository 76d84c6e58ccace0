package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsEvent;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a stream of packets that is played. */
@Timeout(30)
class RtEndOfStreamTest {
    private static final int PACKET = RtClient.PACKET;
    private static final int EOS = KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM;

    private final ByteArrayOutputStream played = new ByteArrayOutputStream();
    private final RtClient client = new RtClient(profile());

    private VirtualRtAudioDevice.Builder profile() {
        return VirtualRtAudioDevice.builder().sink(bytes -> {
            while (bytes.hasRemaining()) {
                played.write(bytes.get());
            }
        });
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Handle render() {
        Handle pin = client.render();
        client.map(pin);
        return pin;
    }

    private static void assertWritten(Handle pin, int packet) {
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, packet));
    }

    @Test
    void theStreamEndsAfterTheBytesThatCount() {
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        KsSignal event = client.registered(pin);
        for (int i = 0; i < PACKET + 1000; i++) {
            buffer.bytes().put(i, (byte) i);
        }
        assertWritten(pin, 0);
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 1, EOS, 1000));
        Client.run(pin);
        client.advance(500);
        byte[] expected = new byte[PACKET + 1000];
        buffer.bytes().get(0, expected);
        assertArrayEquals(expected, played.toByteArray());
        assertEquals(2, RtClient.packetCount(pin));
        assertEquals(PACKET + 1000, RtClient.writeOffset(pin));
        assertEquals(PACKET + 1000, RtClient.playOffset(pin));
        assertEquals(
                (PACKET + 1000) / 4,
                Client.get(pin, KSPROPERTY_RTAUDIO.PRESENTATION_POSITION, 16)
                        .data()
                        .getLong(0));
        assertTrue(RtClient.isSet(event));
        assertFalse(client.time.advanceToNextTimer());
    }

    @Test
    void theEndIsNotifiedWhenItComes() {
        Handle pin = render();
        KsSignal event = client.registered(pin);
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 0, EOS, 192));
        Client.run(pin);
        client.advanceMicros(999);
        assertFalse(RtClient.isSet(event));
        client.advanceMicros(1);
        assertTrue(RtClient.isSet(event));
        client.advance(100);
        assertFalse(RtClient.isSet(event));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 192, PACKET})
    void theEndRaisesItsEventOnce(int length) {
        Handle pin = render();
        KsSignal event = client.driver.createEvent(false);
        assertEquals(NtStatus.SUCCESS, enable(pin, KSEVENT_CONNECTION.ENDOFSTREAM, event));
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 0, EOS, length));
        assertFalse(RtClient.isSet(event));
        Client.run(pin);
        client.advance(10);
        assertTrue(RtClient.isSet(event));
        client.advance(100);
        assertFalse(RtClient.isSet(event));
    }

    private static NtStatus enable(Handle pin, KsEvent item, KsSignal event) {
        byte[] data = Client.ints(KSEVENTF.EVENT_HANDLE, 0, (int) event.value(), 0, 0, 0, 0, 0);
        return Client.control(pin, IOCTL_KS.ENABLE_EVENT, Client.request(item, KSEVENT_TYPE.ENABLE), data)
                .status();
    }

    @Test
    void theLastPacketMayBeEmptyOrWhole() {
        Handle pin = render();
        assertWritten(pin, 0);
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 1, EOS, 0));
        Client.run(pin);
        client.advance(100);
        assertEquals(1, RtClient.packetCount(pin));
        assertEquals(PACKET, played.size());
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 0, EOS, PACKET));
        Client.run(pin);
        client.advance(100);
        assertEquals(1, RtClient.packetCount(pin));
        assertEquals(2 * PACKET, played.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {PACKET + 4, 1, 1919, -4, Integer.MIN_VALUE})
    void theEndCutsNoFrameAndLiesInThePacket(int length) {
        Handle pin = render();
        assertEquals(NtStatus.INVALID_PARAMETER, RtClient.write(pin, 0, EOS, length));
        assertWritten(pin, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0x100, EOS | 1, 0x80000000})
    void otherFlagsAreRefused(int flags) {
        Handle pin = render();
        assertEquals(NtStatus.INVALID_PARAMETER, RtClient.write(pin, 0, flags, 0));
    }

    @Test
    void theLengthCountsInTheLastPacketOnly() {
        assertEquals(NtStatus.SUCCESS, RtClient.write(render(), 0, 0, 12345));
    }

    @Test
    void nothingFollowsTheEnd() {
        Handle pin = render();
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, 0, EOS, 0));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, RtClient.write(pin, 1));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, RtClient.write(pin, 0));
        RtClient.go(pin, KSSTATE.ACQUIRE);
        RtClient.go(pin, KSSTATE.STOP);
        assertWritten(pin, 0);
    }
}

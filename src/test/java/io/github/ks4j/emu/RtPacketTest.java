package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of packets. */
@Timeout(30)
class RtPacketTest {
    private static final int PACKET = RtClient.PACKET;
    private static final int EOS = KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM;

    private final ByteArrayOutputStream played = new ByteArrayOutputStream();
    private RtClient client = new RtClient(profile());

    private VirtualRtAudioDevice.Builder profile() {
        return VirtualRtAudioDevice.builder().signal(AudioSignal.COUNTER).sink(bytes -> {
            while (bytes.hasRemaining()) {
                played.write(bytes.get());
            }
        });
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder other) {
        client.close();
        client = new RtClient(other);
    }

    private Handle render() {
        Handle pin = client.render();
        client.map(pin);
        return pin;
    }

    private Handle capture() {
        Handle pin = client.capture();
        client.map(pin);
        return pin;
    }

    private static void assertWritten(Handle pin, int packet) {
        assertEquals(NtStatus.SUCCESS, RtClient.write(pin, packet));
    }

    // A render client

    @Test
    void everyByteOfTenSecondsIsPlayedOnce() {
        byte[] music = new byte[1_000 * PACKET - 400];
        new Random(1).nextBytes(music);
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        KsSignal event = client.registered(pin);
        RtClient.go(pin, KSSTATE.PAUSE);
        int packet = 0;
        while (packet < 2) {
            put(pin, buffer, music, packet++);
        }
        Client.run(pin);
        while (packet < 1_000) {
            assertTrue(client.time.advanceToNextTimer());
            assertTrue(RtClient.isSet(event));
            assertEquals(packet - 1, RtClient.packetCount(pin));
            put(pin, buffer, music, packet++);
        }
        client.advance(1_000);
        assertArrayEquals(music, played.toByteArray());
    }

    private static void put(Handle pin, KsBuffer buffer, byte[] music, int packet) {
        int from = packet * PACKET;
        int length = Math.min(PACKET, music.length - from);
        buffer.bytes().put(packet % 2 * PACKET, music, from, length);
        assertEquals(
                NtStatus.SUCCESS,
                length == PACKET ? RtClient.write(pin, packet) : RtClient.write(pin, packet, EOS, length));
    }

    @Test
    void packetsAreCountedWhenTheyAreComplete() {
        Handle pin = render();
        assertEquals(0, RtClient.packetCount(pin));
        Client.run(pin);
        client.advanceMicros(9_999);
        assertEquals(0, RtClient.packetCount(pin));
        client.advanceMicros(1);
        assertEquals(1, RtClient.packetCount(pin));
        client.advance(1_000);
        assertEquals(101, RtClient.packetCount(pin));
    }

    @Test
    void aPauseFreezesTheCount() {
        Handle pin = render();
        Client.run(pin);
        client.advance(25);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(100);
        assertEquals(2, RtClient.packetCount(pin));
        Client.run(pin);
        client.advance(5);
        assertEquals(3, RtClient.packetCount(pin));
    }

    @Test
    void countsBeginAnewAfterStop() {
        Handle pin = render();
        Client.run(pin);
        client.advance(35);
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(0, RtClient.packetCount(pin));
        assertWritten(pin, 0);
        assertWritten(pin, 1);
        Client.run(pin);
        client.advance(15);
        assertEquals(1, RtClient.packetCount(pin));
    }

    @Test
    void asManyPacketsAreWrittenAheadAsTheBufferHolds() {
        Handle pin = render();
        assertWritten(pin, 0);
        assertWritten(pin, 1);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 2));
        Client.run(pin);
        client.advanceMicros(9_999);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 2));
        client.advanceMicros(1);
        assertWritten(pin, 2);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 3));
    }

    @Test
    void aSinglePacketIsWrittenWhileItIsPlayed() {
        Handle pin = client.render();
        RtClient.buffer(pin, RtClient.bufferRequest(PACKET, 1)).is(NtStatus.SUCCESS);
        assertWritten(pin, 0);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 1));
        Client.run(pin);
        assertWritten(pin, 1);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 2));
        client.advance(10);
        assertWritten(pin, 2);
    }

    @Test
    void aPacketIsNotSkipped() {
        Handle pin = render();
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 1));
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, Integer.MAX_VALUE));
        assertWritten(pin, 0);
    }

    @Test
    void aPacketIsNotWrittenTwice() {
        Handle pin = render();
        assertWritten(pin, 0);
        assertEquals(NtStatus.DATA_LATE_ERROR, RtClient.write(pin, 0));
        assertEquals(NtStatus.DATA_LATE_ERROR, RtClient.write(pin, -1));
        assertWritten(pin, 1);
    }

    @Test
    void aPacketThatHasBegunIsTooLate() {
        Handle pin = render();
        assertWritten(pin, 0);
        assertWritten(pin, 1);
        Client.run(pin);
        client.advance(20);
        assertEquals(NtStatus.DATA_LATE_ERROR, RtClient.write(pin, 2));
        assertWritten(pin, 3);
    }

    @Test
    void aClientThatWasLateGoesOnWithTheNextPacket() {
        Handle pin = render();
        assertWritten(pin, 0);
        Client.run(pin);
        client.advance(55);
        assertEquals(5, RtClient.packetCount(pin));
        assertEquals(NtStatus.DATA_LATE_ERROR, RtClient.write(pin, 5));
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 7));
        assertWritten(pin, 6);
    }

    @Test
    void aPacketThatIsPausedInItsMiddleHasBegun() {
        Handle pin = render();
        Client.run(pin);
        client.advance(5);
        RtClient.go(pin, KSSTATE.PAUSE);
        assertEquals(NtStatus.DATA_LATE_ERROR, RtClient.write(pin, 0));
        assertWritten(pin, 1);
        assertEquals(NtStatus.DATA_OVERRUN, RtClient.write(pin, 2));
    }

    @Test
    void aPacketThatIsNotWrittenIsPlayedAsItWas() {
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        buffer.bytes().put(0, (byte) 1).put(PACKET, (byte) 2);
        Client.run(pin);
        client.advance(40);
        RtClient.packetCount(pin);
        byte[] bytes = played.toByteArray();
        assertArrayEquals(
                new byte[] {1, 2, 1, 2}, new byte[] {bytes[0], bytes[PACKET], bytes[2 * PACKET], bytes[3 * PACKET]});
    }

    // A capture client

    @Test
    void everyByteOfTenSecondsIsReadOnce() {
        Handle pin = client.capture();
        KsBuffer buffer = client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (int packet = 0; packet < 1_000; packet++) {
            assertTrue(client.time.advanceToNextTimer());
            assertTrue(RtClient.isSet(event));
            ByteBuffer info = RtClient.read(pin).is(NtStatus.SUCCESS, 24).data();
            assertEquals(packet, info.getInt(0));
            assertEquals(0, info.getInt(4), "Flags");
            assertEquals(packet * 100_000L, info.getLong(8), "when the first frame was captured");
            assertEquals(0, info.getInt(16), "MoreData");
            byte[] bytes = new byte[PACKET];
            buffer.bytes().get(packet % 2 * PACKET, bytes);
            heard.writeBytes(bytes);
        }
        assertArrayEquals(numbered(1_000 * PACKET), heard.toByteArray());
    }

    /** Frames that are numbered. */
    private static byte[] numbered(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length / 4; i++) {
            bytes.putShort((short) i).putShort((short) i);
        }
        return bytes.array();
    }

    @Test
    void aPacketIsReadOnce() {
        Handle pin = capture();
        RtClient.read(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        Client.run(pin);
        client.advanceMicros(9_999);
        RtClient.read(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        client.advanceMicros(1);
        assertEquals(0, RtClient.read(pin).is(NtStatus.SUCCESS, 24).data().getInt(0));
        RtClient.read(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        client.advance(10);
        assertEquals(1, RtClient.read(pin).is(NtStatus.SUCCESS, 24).data().getInt(0));
    }

    @Test
    void aClientThatWasLateReadsTheLastPacket() {
        Handle pin = capture();
        Client.run(pin);
        client.advance(57);
        ByteBuffer info = RtClient.read(pin).is(NtStatus.SUCCESS, 24).data();
        assertEquals(4, info.getInt(0));
        assertEquals(400_000, info.getLong(8));
        RtClient.read(pin).is(NtStatus.DEVICE_NOT_READY, 0);
    }

    @Test
    void aPacketThatWasPausedBeganBeforeThePause() {
        Handle pin = capture();
        Client.run(pin);
        client.advance(14);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(100);
        Client.run(pin);
        client.advance(6);
        assertEquals(100_000, RtClient.read(pin).is(NtStatus.SUCCESS, 24).data().getLong(8));
        client.advance(10);
        assertEquals(
                1_200_000, RtClient.read(pin).is(NtStatus.SUCCESS, 24).data().getLong(8));
    }

    @Test
    void aPauseAtTheEndOfAPacketIsNotPartOfTheNext() {
        Handle pin = capture();
        Client.run(pin);
        client.advance(10);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(100);
        Client.run(pin);
        client.advance(10);
        assertEquals(
                1_100_000, RtClient.read(pin).is(NtStatus.SUCCESS, 24).data().getLong(8));
    }

    @Test
    void packetsAreNumberedAnewAfterStop() {
        Handle pin = capture();
        Client.run(pin);
        client.advance(30);
        RtClient.go(pin, KSSTATE.STOP);
        RtClient.read(pin).is(NtStatus.DEVICE_NOT_READY, 0);
        Client.run(pin);
        client.advance(10);
        ByteBuffer info = RtClient.read(pin).is(NtStatus.SUCCESS, 24).data();
        assertEquals(0, info.getInt(0));
        assertEquals(300_000, info.getLong(8));
    }

    // Requests

    @Test
    void packetsNeedABufferWithNotifications() {
        Handle render = client.render();
        Handle capture = client.capture();
        for (int i = 0; i < 2; i++) {
            Client.get(render, KSPROPERTY_RTAUDIO.PACKETCOUNT, 4).is(NtStatus.DEVICE_NOT_READY, 0);
            assertEquals(NtStatus.DEVICE_NOT_READY, RtClient.write(render, 0));
            RtClient.read(capture).is(NtStatus.DEVICE_NOT_READY, 0);
            if (i == 0) {
                client.mapWithoutNotification(render);
                client.mapWithoutNotification(capture);
            }
        }
    }

    @Test
    void packetsHaveADirection() {
        Handle render = render();
        Handle capture = capture();
        RtClient.read(render).is(NtStatus.NOT_SUPPORTED, 0);
        assertEquals(NtStatus.NOT_SUPPORTED, RtClient.write(capture, 0));
        Client.get(capture, KSPROPERTY_RTAUDIO.PACKETCOUNT, 4).is(NtStatus.NOT_SUPPORTED, 0);
    }

    @Test
    void aDeviceMayHaveNoPacketMode() {
        use(profile().packets(false));
        Handle render = render();
        Handle capture = capture();
        RtClient.read(capture).is(NtStatus.NOT_SUPPORTED, 0);
        assertEquals(NtStatus.NOT_SUPPORTED, RtClient.write(render, 0));
        Client.get(render, KSPROPERTY_RTAUDIO.PACKETCOUNT, 4).is(NtStatus.NOT_SUPPORTED, 0);
    }

    @Test
    void packetRequestsTellTheSizeOfTheirAnswers() {
        Handle render = render();
        Handle capture = capture();
        Client.get(render, KSPROPERTY_RTAUDIO.PACKETCOUNT, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
        Client.get(render, KSPROPERTY_RTAUDIO.PACKETCOUNT, 3).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(capture, KSPROPERTY_RTAUDIO.GETREADPACKET, 0).is(NtStatus.BUFFER_OVERFLOW, 24);
        Client.get(capture, KSPROPERTY_RTAUDIO.GETREADPACKET, 23).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(render, KSPROPERTY_RTAUDIO.SETWRITEPACKET, new byte[11]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void packetRequestsHaveOneOperation() {
        Handle render = render();
        Handle capture = capture();
        Client.set(render, KSPROPERTY_RTAUDIO.PACKETCOUNT, new byte[4]).is(NtStatus.NOT_FOUND, 0);
        Client.get(render, KSPROPERTY_RTAUDIO.SETWRITEPACKET, 12).is(NtStatus.NOT_FOUND, 0);
        Client.set(capture, KSPROPERTY_RTAUDIO.GETREADPACKET, new byte[24]).is(NtStatus.NOT_FOUND, 0);
    }
}

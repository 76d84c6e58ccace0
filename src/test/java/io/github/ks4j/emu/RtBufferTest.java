package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cyclic buffer of a WaveRT pin, and what the hardware tells of itself. */
@Timeout(30)
class RtBufferTest {
    private static final byte[] PLAIN = RtClient.bufferRequest(RtClient.PACKET);
    private static final byte[] NOTIFYING = RtClient.bufferRequest(2 * RtClient.PACKET, 2);

    private RtClient client = new RtClient();

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder profile) {
        client.close();
        client = new RtClient(profile);
    }

    @Test
    void theBufferIsZeroedMemoryOfTheClient() {
        Client.Reply reply = RtClient.buffer(client.render(), PLAIN).is(NtStatus.SUCCESS, 16);
        assertEquals(RtClient.PACKET, reply.data().getInt(8));
        assertEquals(0, reply.data().getInt(12), "CallMemoryBarrier");
        KsBuffer buffer = client.driver.view(reply.data().getLong(0), RtClient.PACKET);
        assertEquals(0, reply.data().getLong(0) % 16);
        assertEquals(ByteBuffer.allocate(RtClient.PACKET), buffer.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "16, 2, 0, 1, 512",
        "16, 2, 0, 512, 512",
        "16, 2, 0, 513, 640",
        "16, 2, 0, 1920, 1920",
        "16, 2, 1, 1920, 1920",
        "16, 2, 2, 1920, 2048",
        "24, 2, 0, 1920, 1920",
        "24, 2, 0, 1921, 2304",
        "24, 2, 2, 1921, 2304",
        "24, 3, 1, 1921, 2304",
        "24, 3, 2, 2305, 4608",
        "8, 1, 2, 600, 768",
        "32, 8, 1, 600, 640",
        "16, 2, 0, 1048576, 1048576",
        "16, 2, 0, 1048577, 1048576",
        "24, 2, 2, 1048576, 1048320",
        "16, 2, 0, 4294967295, 1048576"
    })
    void aSizeIsRoundedToFramesAndPacketsWithinTheLimits(
            int bits, int channels, int notifications, long wanted, int actual) {
        WaveFormat format = WaveFormat.pcm(48000, bits, channels);
        use(VirtualRtAudioDevice.builder().formats(format));
        byte[] request =
                notifications == 0 ? RtClient.bufferRequest(wanted) : RtClient.bufferRequest(wanted, notifications);
        Client.Reply reply = RtClient.buffer(client.pin(KSCATEGORY.RENDER, format), request);
        assertEquals(actual, reply.is(NtStatus.SUCCESS, 16).data().getInt(8));
    }

    @Test
    void theLimitsAreTheProfiles() {
        use(VirtualRtAudioDevice.builder().buffer(1000, 5000));
        assertEquals(
                1024,
                RtClient.buffer(client.render(), RtClient.bufferRequest(1))
                        .data()
                        .getInt(8));
        assertEquals(
                4992,
                RtClient.buffer(client.capture(), RtClient.bufferRequest(10_000))
                        .data()
                        .getInt(8));
    }

    @Test
    void aSizeOfNothingIsRefused() {
        Handle pin = client.render();
        RtClient.buffer(pin, RtClient.bufferRequest(0)).is(NtStatus.INVALID_PARAMETER, 0);
        RtClient.buffer(pin, RtClient.bufferRequest(0, 2)).is(NtStatus.INVALID_PARAMETER, 0);
        RtClient.buffer(pin, PLAIN).is(NtStatus.SUCCESS, 16);
    }

    @Test
    void anAddressOfTheClientsChoiceIsRefused() {
        Handle pin = client.render();
        for (byte[] request : new byte[][] {PLAIN.clone(), NOTIFYING.clone()}) {
            request[31] = 1;
            RtClient.buffer(pin, request).is(NtStatus.INVALID_PARAMETER, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1, Integer.MIN_VALUE})
    void thereAreOneOrTwoNotificationsInAPass(int count) {
        RtClient.buffer(client.render(), RtClient.bufferRequest(RtClient.PACKET, count))
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aPinHasOneBuffer() {
        Handle pin = client.render();
        RtClient.buffer(pin, PLAIN).is(NtStatus.SUCCESS, 16);
        RtClient.buffer(pin, PLAIN).is(NtStatus.UNSUCCESSFUL, 0);
        RtClient.buffer(pin, NOTIFYING).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @Test
    void theRequestTellsTheSizeOfItsAnswer() {
        Handle pin = client.render();
        for (byte[] request : new byte[][] {PLAIN, NOTIFYING}) {
            Client.property(pin, request, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
            Client.property(pin, request, 15).is(NtStatus.BUFFER_TOO_SMALL, 0);
        }
        RtClient.buffer(pin, PLAIN).is(NtStatus.SUCCESS, 16);
    }

    @Test
    void aRequestThatIsTooShortIsRefused() {
        Handle pin = client.render();
        for (byte[] request : new byte[][] {PLAIN, NOTIFYING}) {
            RtClient.buffer(pin, Arrays.copyOf(request, 39)).is(NtStatus.INVALID_PARAMETER, 0);
        }
    }

    @Test
    void theBufferCannotBeSet() {
        Handle pin = client.render();
        Client.set(pin, KSPROPERTY_RTAUDIO.BUFFER, new byte[16], 0, 0, 1920, 0).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void onlyStreamingPinsHaveBuffers() {
        Handle filter = client.filter(KSCATEGORY.RENDER);
        RtClient.buffer(filter, PLAIN).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void aDeviceWithoutNotificationsHasPlainBuffersOnly() {
        use(VirtualRtAudioDevice.builder().notifications(false));
        Handle pin = client.render();
        RtClient.buffer(pin, NOTIFYING).is(NtStatus.NOT_SUPPORTED, 0);
        RtClient.buffer(pin, PLAIN).is(NtStatus.SUCCESS, 16);
    }

    // Life

    private void assertUnmapped(KsBuffer buffer) {
        KsException e = assertThrows(KsException.class, () -> client.driver.view(buffer.address(), 1));
        assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
        buffer.bytes().putInt(0, 42);
        assertEquals(42, buffer.bytes().getInt(0));
    }

    @Test
    void theBufferGoesWithThePin() {
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        pin.close();
        assertUnmapped(buffer);
    }

    @Test
    void theBufferGoesWithThePinThatRuns() {
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        Client.run(pin);
        client.advance(5);
        pin.close();
        client.advance(50);
        assertUnmapped(buffer);
    }

    @Test
    void theBufferGoesWithTheDevice() {
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        Client.run(pin);
        client.driver.unplug(client.device);
        client.advance(50);
        assertUnmapped(buffer);
        RtClient.buffer(pin, PLAIN).is(NtStatus.DEVICE_REMOVED, 0);
    }

    @Test
    void theNextPinHasABufferOfItsOwn() {
        Handle pin = client.render();
        KsBuffer first = client.map(pin);
        pin.close();
        KsBuffer second = client.map(client.render());
        first.bytes().putInt(0, 42);
        assertEquals(0, second.bytes().getInt(0));
    }

    @Test
    void thePinDoesNotRunWithoutABuffer() {
        Handle pin = client.render();
        assertEquals(NtStatus.DEVICE_NOT_READY, Client.state(pin, KSSTATE.RUN));
        assertEquals(0, Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4).ulong());
        RtClient.go(pin, KSSTATE.PAUSE);
        assertEquals(NtStatus.DEVICE_NOT_READY, Client.state(pin, KSSTATE.RUN));
        client.map(pin);
        Client.run(pin);
    }

    @Test
    void theFormatIsFixedByTheBuffer() {
        Handle pin = client.render();
        Client.Reply format = Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 82);
        byte[] other = new byte[82];
        DataFormat.plain(WaveFormat.pcm(44100, 24, 2))
                .write(ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN), 0);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, other).is(NtStatus.SUCCESS);
        assertEquals(0, client.mapWithoutNotification(pin).size() % 6);
        Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, format.data().array()).is(NtStatus.INVALID_DEVICE_STATE);
    }

    // Latency

    @Test
    void theHardwareTellsItsLatencyOnceThereIsABuffer() {
        use(VirtualRtAudioDevice.builder().fifo(387));
        Handle pin = client.render();
        Client.get(pin, KSPROPERTY_RTAUDIO.HWLATENCY, 12).is(NtStatus.DEVICE_NOT_READY, 0);
        client.map(pin);
        ByteBuffer latency = Client.get(pin, KSPROPERTY_RTAUDIO.HWLATENCY, 12)
                .is(NtStatus.SUCCESS, 12)
                .data();
        assertEquals(384, latency.getInt(0), "whole frames");
        assertEquals(100, latency.getInt(4));
        assertEquals(5000, latency.getInt(8));
    }

    @Test
    void theLatencyOfTheStreamIsThatOfFifoAndConverter() {
        use(VirtualRtAudioDevice.builder().fifo(384));
        ByteBuffer latency = Client.get(client.render(), KSPROPERTY_AUDIO.LATENCY, 16)
                .is(NtStatus.SUCCESS, 16)
                .data();
        assertEquals(20_000 + 100 + 5000, latency.getLong(0));
        assertEquals(1, latency.getInt(8));
        assertEquals(1, latency.getInt(12));
    }

    @Test
    void latenciesTellTheSizeOfTheirAnswers() {
        Handle pin = client.render();
        Client.get(pin, KSPROPERTY_RTAUDIO.HWLATENCY, 0).is(NtStatus.BUFFER_OVERFLOW, 12);
        Client.get(pin, KSPROPERTY_RTAUDIO.HWLATENCY, 11).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(pin, KSPROPERTY_AUDIO.LATENCY, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
        Client.get(pin, KSPROPERTY_AUDIO.LATENCY, 15).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 14})
    void itemsThatUserModeDoesNotGetAreNotThere(int id) {
        byte[] request = Client.request(KSPROPERTY_RTAUDIO.BUFFER, KSPROPERTY_TYPE.GET, 0, 0);
        request[16] = (byte) id;
        Client.property(client.render(), request, 64).is(NtStatus.NOT_FOUND, 0);
    }
}

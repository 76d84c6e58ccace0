package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The WaveRT device as a whole: how it is found and opened, comes and goes, and lasts. */
@Timeout(30)
class VirtualRtAudioDeviceTest {
    private static final int PACKET = RtClient.PACKET;

    private RtClient client = new RtClient();

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder profile) {
        client.close();
        client = new RtClient(profile);
    }

    // Filters and pins

    private List<String> names(Guid category) {
        return client.driver.enumerate(category).stream()
                .map(FilterInterface::friendlyName)
                .toList();
    }

    @Test
    void theFiltersAreFoundUnderTheCategoriesOfRealtimeAudio() {
        assertEquals(List.of("ks4j realtime speaker"), names(KSCATEGORY.RENDER));
        assertEquals(List.of("ks4j realtime microphone"), names(KSCATEGORY.CAPTURE));
        assertEquals(List.of("ks4j realtime speaker", "ks4j realtime microphone"), names(KSCATEGORY.AUDIO));
        assertEquals(names(KSCATEGORY.AUDIO), names(KSCATEGORY.REALTIME));
    }

    @Test
    void severalDevicesLiveSideBySide() {
        VirtualRtAudioDevice other =
                VirtualRtAudioDevice.builder().instance("ks4j#wavert#0001").build();
        client.driver.plug(other);
        assertEquals("ks4j#wavert#0001", other.instance());
        assertEquals(2, client.driver.enumerate(KSCATEGORY.RENDER).size());
    }

    @Test
    void theConverterKeepsWhichSpeakersThereAre() {
        VirtualRtAudioDevice device = new VirtualRtAudioDevice();
        try (EmulatedDriver driver = EmulatedDriver.of(device)) {
            Handle filter =
                    driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0);
            int topology = KSPROPERTY_TYPE.TOPOLOGY;
            byte[] get = Client.request(KSPROPERTY_AUDIO.CHANNEL_CONFIG, KSPROPERTY_TYPE.GET | topology, 0, 0);
            assertEquals(3, Client.property(filter, get, 4).ulong());
            byte[] set = Client.request(KSPROPERTY_AUDIO.CHANNEL_CONFIG, KSPROPERTY_TYPE.SET | topology, 0, 0);
            Client.control(filter, IOCTL_KS.PROPERTY, set, Client.ints(0x3F)).is(NtStatus.SUCCESS);
            assertEquals(0x3F, device.channelConfig().get(AudioControl.ALL_CHANNELS));
        }
    }

    private NtStatus refusal(Handle filter, ByteBuffer parameters) {
        return assertThrows(KsException.class, () -> filter.create(KsObjectType.PIN, parameters, Client.READ_WRITE))
                .status();
    }

    @Test
    void pinsDoNotOfferThePacketProtocol() {
        Handle filter = client.filter(KSCATEGORY.RENDER);
        assertEquals(
                NtStatus.NO_MATCH, refusal(filter, RtClient.connect(KSINTERFACE_STANDARD.STREAMING, RtClient.STEREO)));
    }

    @Test
    void theClockOfAPinGoesAsTheHardwareDoes() {
        use(VirtualRtAudioDevice.builder().timing(StreamTiming.EXACT.drift(100_000)));
        Handle pin = client.capture();
        Handle clock = pin.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), Driver.GENERIC_READ);
        client.map(pin);
        RtClient.go(pin, KSSTATE.RUN);
        client.advance(1000);
        assertEquals(
                KsTimeSource.SECOND * 11 / 10,
                Client.get(clock, KSPROPERTY_CLOCK.TIME, 8).data().getLong(0));
    }

    @Test
    void requestsOfThePacketProtocolAreRefused() {
        Handle render = client.render();
        Handle capture = client.capture();
        client.map(render);
        client.map(capture);
        for (KSSTATE state : KSSTATE.values()) {
            RtClient.go(render, state);
            RtClient.go(capture, state);
            Frame.of(client.driver, new byte[64]).write(render).is(NtStatus.NOT_FOUND, 0);
            new Frame(client.driver, 64).read(capture).is(NtStatus.NOT_FOUND, 0);
        }
    }

    @Test
    void aPinIsOpenOnce() {
        Handle pin = client.render();
        KsException e = assertThrows(KsException.class, client::render);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, e.status());
        pin.close();
        client.render();
    }

    @Test
    void formatsAreThoseOfTheProfile() {
        use(VirtualRtAudioDevice.builder().formats(WaveFormat.pcm(48000, 32, 2), WaveFormat.ieeeFloat(8000, 1)));
        Handle filter = client.filter(KSCATEGORY.CAPTURE);
        for (WaveFormat other : List.of(
                WaveFormat.pcm(48000, 24, 2),
                WaveFormat.pcm(48000, 32, 1),
                WaveFormat.pcm(8000, 32, 2),
                WaveFormat.ieeeFloat(48000, 2))) {
            assertEquals(
                    NtStatus.NO_MATCH, refusal(filter, RtClient.connect(KSINTERFACE_STANDARD.LOOPED_STREAMING, other)));
        }
        client.pin(KSCATEGORY.CAPTURE, WaveFormat.ieeeFloat(8000, 1)).close();
        client.pin(KSCATEGORY.CAPTURE, new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48000, 2, 32, 24, 0))
                .close();
    }

    private Client.Reply intersect(int channels) {
        ByteBuffer request = ByteBuffer.allocate(40 + 88).order(ByteOrder.LITTLE_ENDIAN);
        request.put(0, Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, 0, 0));
        request.putInt(32, 8 + 88).putInt(36, 1);
        DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(channels, 16, 16, 48000, 48000))
                .write(request, 40);
        return Client.property(client.filter(KSCATEGORY.RENDER), request.array(), 104);
    }

    @Test
    void anIntersectionHasTheChannelsOfTheDevice() {
        Client.Reply reply = intersect(2).is(NtStatus.SUCCESS, 82);
        assertEquals(
                RtClient.STEREO,
                DataFormat.of(Arrays.copyOf(reply.data().array(), 82)).wave().orElseThrow());
        intersect(1).is(NtStatus.NO_MATCH, 0);
    }

    @Test
    void bothEndsOfTheWireHaveOneFormat() {
        use(VirtualRtAudioDevice.builder().loopback(true));
        Handle render = client.render();
        Handle filter = client.filter(KSCATEGORY.CAPTURE);
        ByteBuffer other = RtClient.connect(KSINTERFACE_STANDARD.LOOPED_STREAMING, WaveFormat.pcm(44100, 16, 2));
        assertEquals(NtStatus.NO_MATCH, refusal(filter, other));
        render.close();
        filter.create(KsObjectType.PIN, other, Client.READ_WRITE);
    }

    @Test
    void theSpeakerAndAToneHaveFormatsOfTheirOwn() {
        client.render();
        client.pin(KSCATEGORY.CAPTURE, WaveFormat.pcm(44100, 24, 2));
    }

    // Life

    @Test
    void aDeviceThatIsUnpluggedWhileItRunsIsDead() {
        Handle pin = client.render();
        client.map(pin);
        Client.run(pin);
        client.advance(7);
        client.driver.unplug(client.device);
        assertFalse(client.time.advanceToNextTimer());
        for (int item : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12}) {
            byte[] request = Client.request(KSPROPERTY_RTAUDIO.BUFFER, KSPROPERTY_TYPE.GET, 0, 0, 1920, 2);
            request[16] = (byte) item;
            Client.property(pin, request, 64).is(NtStatus.DEVICE_REMOVED, 0);
        }
        Client.get(pin, KSPROPERTY_CONNECTION.STATE, 4).is(NtStatus.DEVICE_REMOVED, 0);
    }

    @Test
    void aDeviceThatIsPluggedInAgainBeginsAnew() {
        Handle before = client.render();
        client.map(before);
        Client.run(before);
        client.advance(7);
        client.driver.unplug(client.device);
        client.driver.plug(client.device);
        Handle pin = client.render();
        client.map(pin);
        assertEquals(0, RtClient.packetCount(pin));
        Client.run(pin);
        client.advance(10);
        assertEquals(1, RtClient.packetCount(pin));
        before.close();
        client.advance(10);
        assertEquals(2, RtClient.packetCount(pin));
    }

    @Test
    void propertiesThatAreAskedForWhileTheDeviceIsUnpluggedAreAnsweredOrRefused() {
        for (int i = 0; i < 200; i++) {
            Handle pin = client.render();
            client.map(pin);
            Client.run(pin);
            CompletableFuture<Void> asking = Client.inThread(() -> {
                Client.Reply reply = Client.get(pin, KSPROPERTY_AUDIO.POSITION, 16);
                while (reply.status().isSuccess()) {
                    reply = Client.get(pin, KSPROPERTY_AUDIO.POSITION, 16);
                }
                reply.is(NtStatus.DEVICE_REMOVED, 0);
            });
            client.advance(i % 30);
            client.driver.unplug(client.device);
            asking.join();
            pin.close();
            client.driver.plug(client.device);
        }
    }

    // Time

    @Test
    void anHourIsPlayedAndHeard() {
        CRC32 played = new CRC32();
        use(VirtualRtAudioDevice.builder().loopback(true).sink(played::update));
        Handle render = client.render();
        Handle capture = client.capture();
        KsBuffer out = client.map(render);
        KsBuffer in = client.map(capture);
        byte[] packet = new byte[PACKET];
        new Random(4).nextBytes(packet);
        out.bytes().put(0, packet).put(PACKET, packet);
        Client.run(render);
        Client.run(capture);
        client.time.advance(Duration.ofHours(1));
        assertEquals(360_000, RtClient.packetCount(render));
        assertEquals(359_999, RtClient.read(capture).data().getInt(0));
        CRC32 expected = new CRC32();
        for (int i = 0; i < 360_000; i++) {
            expected.update(packet);
        }
        assertEquals(expected.getValue(), played.getValue());
        assertEquals(out.bytes(), in.bytes());
    }

    @Test
    void aNotificationLeavesNoGarbage() {
        Handle render = client.render();
        Handle capture = client.capture();
        client.map(render);
        client.map(capture);
        client.registered(render);
        client.registered(capture);
        client.mapRegister(render, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        Client.run(render);
        Client.run(capture);
        Duration minute = Duration.ofMinutes(1);
        client.time.advance(minute);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        client.time.advance(minute);
        long notifications = 2 * 6_000;
        long bytes = (threads.getThreadAllocatedBytes(thread) - before) / notifications;
        assertTrue(bytes < 8, bytes + " bytes for each notification");
    }

    /** A machine that does not get round to its timers. */
    private static final class BusyMachine implements KsTimeSource {
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public KsTimer timer(Runnable expired) {
            return new KsTimer() {
                @Override
                public void set(long due) {}

                @Override
                public void cancel() {}
            };
        }
    }

    @Test
    void whatNobodyLookedAtForTooLongIsSkipped() {
        BusyMachine machine = new BusyMachine();
        int[] played = {0};
        VirtualRtAudioDevice device = VirtualRtAudioDevice.builder()
                .loopback(true)
                .buffer(512, 8192)
                .sink(bytes -> played[0] += bytes.remaining())
                .build();
        try (EmulatedDriver driver =
                EmulatedDriver.builder().devices(device).time(machine).build()) {
            Handle render = RtClient.pin(driver, KSCATEGORY.RENDER, RtClient.STEREO);
            Handle capture = RtClient.pin(driver, KSCATEGORY.CAPTURE, RtClient.STEREO);
            KsBuffer out = RtClient.map(driver, render);
            KsBuffer in = RtClient.map(driver, capture);
            for (int i = 0; i < out.size(); i++) {
                out.bytes().put(i, (byte) (i / 4));
            }
            Client.run(render);
            Client.run(capture);
            machine.now = 3600 * KsTimeSource.SECOND + 35 * KsTimeSource.MILLISECOND;
            assertEquals(360_003, RtClient.packetCount(render));
            assertEquals(3 * PACKET / 2 - 256, RtClient.playOffset(render));
            assertEquals(8192, played[0]);
            assertEquals(out.bytes(), in.bytes());
        }
    }

    @Test
    void aClientInRealTimeIsNotified() throws InterruptedException {
        try (EmulatedDriver driver = EmulatedDriver.of(new VirtualRtAudioDevice())) {
            Handle pin = RtClient.pin(driver, KSCATEGORY.CAPTURE, RtClient.STEREO);
            RtClient.map(driver, pin);
            KsSignal event = driver.createEvent(false);
            assertEquals(NtStatus.SUCCESS, RtClient.register(pin, event));
            Client.run(pin);
            for (int i = 0; i < 3; i++) {
                assertTrue(event.await(Duration.ofSeconds(20)));
            }
            RtClient.read(pin).is(NtStatus.SUCCESS, 24);
        }
    }

    // The builder

    @Test
    void aProfileThatCannotBeIsRefused() {
        VirtualRtAudioDevice.Builder builder = VirtualRtAudioDevice.builder();
        assertThrows(IllegalArgumentException.class, builder::formats);
        assertThrows(IllegalArgumentException.class, () -> builder.formats(WaveFormat.pcm(48000, 20, 2)));
        assertThrows(IllegalArgumentException.class, () -> builder.formats(WaveFormat.pcm(48000, 16, 0)));
        assertThrows(IllegalArgumentException.class, () -> builder.formats(WaveFormat.pcm(48000, 16, 33)));
        assertThrows(IllegalArgumentException.class, () -> builder.formats(WaveFormat.pcm(0, 16, 2)));
        assertThrows(IllegalArgumentException.class, () -> builder.formats(WaveFormat.pcm(384_001, 16, 2)));
        assertThrows(IllegalArgumentException.class, () -> builder.buffer(0, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.buffer(2, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.fifo(-1));
        assertThrows(IllegalArgumentException.class, () -> builder.registers(16));
        assertThrows(IllegalArgumentException.class, () -> builder.tick(Duration.ofNanos(99)));
        assertThrows(IllegalArgumentException.class, () -> builder.tick(Duration.ofMillis(1001)));
    }

    @Test
    void aProfileWithoutRoomForABufferIsRefused() {
        assertThrows(
                IllegalArgumentException.class, VirtualRtAudioDevice.builder().buffer(512, 600)::build);
        assertThrows(
                IllegalArgumentException.class, VirtualRtAudioDevice.builder().fifo(513)::build);
        assertDoesNotThrow(VirtualRtAudioDevice.builder().buffer(512, 768)::build);
    }

    @Test
    void theDefaultDeviceIsThatOfTheBuilder() {
        assertEquals(client.device.instance(), new VirtualRtAudioDevice().instance());
        assertEquals("ks4j#wavert#0000", client.device.toString());
    }
}

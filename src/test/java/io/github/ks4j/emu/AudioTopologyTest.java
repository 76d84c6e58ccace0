package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology filter of the virtual sound card, and what it tells of the streams. */
@Timeout(30)
class AudioTopologyTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int DECIBEL = AudioControl.DECIBEL;
    private static final int FILTER = -1;

    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final EmulatedDriver driver = EmulatedDriver.of(device);
    private final Handle speaker = open(KSCATEGORY.RENDER);
    private final Handle microphone = open(KSCATEGORY.CAPTURE);
    private final Handle topology = open(KSCATEGORY.TOPOLOGY);

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static <T> T value(Handle handle, KsProperty<T> item, int... words) {
        int size =
                Client.get(handle, item, 0, words).is(NtStatus.BUFFER_OVERFLOW).information();
        Client.Reply reply = Client.get(handle, item, size, words).is(NtStatus.SUCCESS, size);
        return item.codec().decode(reply.data().array());
    }

    private Client.Reply onNode(KsItem item, int operation, int node, int channel, byte[] data) {
        byte[] request = Client.request(item, operation | KSPROPERTY_TYPE.TOPOLOGY, node, 0, channel, 0);
        return Client.control(topology, IOCTL_KS.PROPERTY, request, data);
    }

    private int get(KsItem item, int node, int channel) {
        return onNode(item, KSPROPERTY_TYPE.GET, node, channel, new byte[4]).ulong();
    }

    // Wires

    @Test
    void theWaveFiltersAreWiredToTheTopologyFilterAndBack() {
        for (Handle wave : new Handle[] {speaker, microphone}) {
            PhysicalConnection there = value(wave, KSPROPERTY_PIN.PHYSICALCONNECTION, 1, 0);
            Handle found = driver.open(there.path(), 0);
            assertEquals(topology.name(), found.name());
            PhysicalConnection back = value(found, KSPROPERTY_PIN.PHYSICALCONNECTION, there.pin(), 0);
            assertEquals(1, back.pin());
            Handle again = driver.open(back.path(), 0);
            assertEquals(
                    value(wave, KSPROPERTY_PIN.NAME, 0, 0), value(again, KSPROPERTY_PIN.NAME, 0, 0), "the same filter");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, Speaker wave, 1, 4",
        "1, Speaker, 2, 4",
        "2, Microphone, 1, 4",
        "3, Line in, 1, 4",
        "4, Microphone wave, 2, 4"
    })
    void itsPinsAreBridges(int pin, String name, int dataFlow, int communication) {
        assertEquals(name, value(topology, KSPROPERTY_PIN.NAME, pin, 0));
        assertEquals(
                dataFlow,
                Client.get(topology, KSPROPERTY_PIN.DATAFLOW, 4, pin, 0).ulong());
        assertEquals(
                communication,
                Client.get(topology, KSPROPERTY_PIN.COMMUNICATION, 4, pin, 0).ulong());
    }

    /** Where the only or the chosen way upstream leads, as a mixer walks it. */
    private int sourceOf(int pin, int muxSource) {
        List<Guid> types = value(topology, KSPROPERTY_TOPOLOGY.NODES);
        List<KSTOPOLOGY_CONNECTION> connections = value(topology, KSPROPERTY_TOPOLOGY.CONNECTIONS);
        int node = FILTER;
        int nodePin = pin;
        for (int steps = 0; steps <= connections.size(); steps++) {
            int to = node;
            int toPin = to == FILTER ? nodePin : types.get(to).equals(KSNODETYPE.MUX) ? muxSource : 1;
            KSTOPOLOGY_CONNECTION way = connections.stream()
                    .filter(c -> c.get(KSTOPOLOGY_CONNECTION.ToNode) == to
                            && c.get(KSTOPOLOGY_CONNECTION.ToNodePin) == toPin)
                    .findFirst()
                    .orElseThrow();
            node = way.get(KSTOPOLOGY_CONNECTION.FromNode);
            nodePin = way.get(KSTOPOLOGY_CONNECTION.FromNodePin);
            if (node == FILTER) {
                return nodePin;
            }
        }
        throw new AssertionError("the connections go round in circles");
    }

    @Test
    void soundGoesFromTheWaveToTheSpeaker() {
        assertEquals(0, sourceOf(1, 0));
    }

    @Test
    void theMultiplexerChoosesWhatIsRecorded() {
        assertEquals(2, sourceOf(4, device.recordingSource().get(0)));
        device.recordingSource().set(0, 2);
        assertEquals(3, sourceOf(4, get(KSPROPERTY_AUDIO.MUX_SOURCE, 4, 0)));
    }

    // Controls

    @Test
    void itsControlsAreNotThoseOfTheWaveFilters() {
        device.speakerVolume().set(0, -20 * DECIBEL);
        assertEquals(-20 * DECIBEL, get(KSPROPERTY_AUDIO.VOLUMELEVEL, 0, 0));
        byte[] request = Client.request(
                KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0, 0, 0);
        assertEquals(0, Client.property(speaker, request, 4).ulong());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 6, 7})
    void aKnobIsHeardOnItsNode(int node) throws InterruptedException {
        Registration client = new Registration(driver, KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE);
        client.onNode(topology, node);
        AudioControl[] knobs = {
            device.speakerVolume(),
            device.speakerMute(),
            null,
            null,
            device.recordingSource(),
            null,
            device.microphoneVolume(),
            device.microphoneMute()
        };
        for (int i = 0; i < knobs.length; i++) {
            if (knobs[i] != null && i != node) {
                knobs[i].set(0, knobs[i].get(0) == 1 ? 2 : 1);
            }
        }
        assertFalse(client.heard(), "on another node");
        knobs[node].set(0, node == 0 ? -DECIBEL : knobs[node].get(0) == 1 ? 2 : 1);
        assertTrue(client.heard());
    }

    @Test
    void theToneHasItsItems() {
        for (KsItem item : List.of(
                KSPROPERTY_AUDIO.BASS, KSPROPERTY_AUDIO.MID, KSPROPERTY_AUDIO.TREBLE, KSPROPERTY_AUDIO.BASS_BOOST)) {
            onNode(item, KSPROPERTY_TYPE.SET, 2, 1, Client.ints(1)).is(NtStatus.SUCCESS, 0);
            assertEquals(1, get(item, 2, 1));
        }
    }

    // Jacks

    @Test
    void aPlugInTheLineInputIsHeardAndSeen() throws InterruptedException {
        Registration client = new Registration(driver, KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
        client.on(topology, 3, 0);
        device.speakerJack().unplug();
        device.microphoneJack().unplug();
        assertFalse(client.heard());
        device.lineInJack().plug();
        assertTrue(client.heard());
        assertEquals(
                1,
                Client.get(topology, KSPROPERTY_JACK.DESCRIPTION, 36, 3, 0)
                        .is(NtStatus.SUCCESS, 36)
                        .data()
                        .getInt(32));
    }

    // Formats

    @Test
    void constrainedRangesAreReducedToTheFormatOfTheOtherEnd() {
        assertEquals(
                value(microphone, KSPROPERTY_PIN.DATARANGES, 0, 0),
                value(microphone, KSPROPERTY_PIN.CONSTRAINEDDATARANGES, 0, 0));
        Handle render = Client.pin(speaker, 0, STEREO);
        assertEquals(
                List.of(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 48000, 48000))),
                value(microphone, KSPROPERTY_PIN.CONSTRAINEDDATARANGES, 0, 0));
        render.close();
        Client.pin(microphone, 0, DataFormat.of(WaveFormat.ieeeFloat(44100, 1)));
        assertEquals(
                List.of(DataRange.audio(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, new AudioRange(1, 32, 32, 44100, 44100))),
                value(speaker, KSPROPERTY_PIN.CONSTRAINEDDATARANGES, 0, 0));
    }

    @Test
    void theWaveFiltersPreferAFormat() {
        assertEquals(STEREO, value(speaker, KSPROPERTY_PIN.PROPOSEDATAFORMAT, 0, 0));
        assertEquals(
                List.of(AUDIO_SIGNALPROCESSINGMODE.DEFAULT, AUDIO_SIGNALPROCESSINGMODE.RAW),
                value(microphone, KSPROPERTY_AUDIOSIGNALPROCESSING.MODES, 0, 0));
    }

    // Meters

    private byte[] samples(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    @Test
    void theSpeakerMetersWhatIsPlayed() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Client.run(render);
        assertEquals(0, get(KSPROPERTY_AUDIO.PEAKMETER2, 3, 0));
        Frame.of(driver, samples(100, -20, -300, 7)).write(render);
        assertEquals(300 << 16, get(KSPROPERTY_AUDIO.PEAKMETER2, 3, 0));
        assertEquals(20 << 16, get(KSPROPERTY_AUDIO.PEAKMETER, 3, 1));
        assertEquals(0, get(KSPROPERTY_AUDIO.PEAKMETER2, 3, 0), "since the last reading");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMicrophoneMetersWhatIsHeard(boolean readFirst) {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        assertEquals(0, get(KSPROPERTY_AUDIO.PEAKMETER2, 8, 1));
        Frame read = new Frame(driver, 4);
        if (readFirst) {
            read.read(capture);
        }
        Frame.of(driver, samples(1, -32768)).write(render);
        if (!readFirst) {
            read.read(capture);
        }
        assertEquals(Integer.MAX_VALUE, get(KSPROPERTY_AUDIO.PEAKMETER2, 8, 1));
    }

    @Test
    void aMeterIsNotSet() {
        onNode(KSPROPERTY_AUDIO.PEAKMETER2, KSPROPERTY_TYPE.SET, 3, 0, new byte[4])
                .is(NtStatus.NOT_FOUND, 0);
    }

    // Delays

    private static void assertLatency(Handle pin, long time) {
        Client.Reply reply = Client.get(pin, KSPROPERTY_AUDIO.LATENCY, 16).is(NtStatus.SUCCESS, 16);
        assertEquals(time, reply.data().getLong(0));
        assertEquals(1, reply.data().getInt(8));
        assertEquals(1, reply.data().getInt(12));
    }

    @Test
    void theLatencyIsHowLongWhatIsUnderWayLasts() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        assertLatency(render, 0);
        Frame.of(driver, new byte[1920]).write(render);
        assertLatency(render, 100_000);
        assertLatency(capture, 100_000);
        new Frame(driver, 1920).read(capture);
        assertLatency(render, 0);
        Client.state(capture, KSSTATE.STOP);
    }

    @Test
    void theLatencyIsAPinsAndNotSet() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Client.get(render, KSPROPERTY_AUDIO.LATENCY, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
        Client.get(render, KSPROPERTY_AUDIO.LATENCY, 15).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(render, KSPROPERTY_AUDIO.LATENCY, new byte[16]).is(NtStatus.NOT_FOUND, 0);
        assertNotEquals(
                NtStatus.SUCCESS,
                Client.get(speaker, KSPROPERTY_AUDIO.LATENCY, 16).status());
    }
}

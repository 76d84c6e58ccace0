package io.github.ks4j.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsMappedMemory;
import io.github.ks4j.KsPin;
import io.github.ks4j.KsPinConnection;
import io.github.ks4j.KsPinFactory;
import io.github.ks4j.PropertySupport;
import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualCamera;
import io.github.ks4j.emu.VirtualRtAudioDevice;
import io.github.ks4j.emu.VirtualTime;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import io.github.ks4j.struct.KSRTAUDIO_HWREGISTER;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ways that programs of the field go, from end to end: with what the library exports, and nothing else. */
@Timeout(30)
class ClientWalksTest {
    private static final WaveFormat CD = WaveFormat.pcm(44100, 16, 2);
    private static final WaveFormat STUDIO = WaveFormat.pcm(48000, 16, 2);
    private static final int MANUAL = 2;

    private final VirtualTime time = new VirtualTime();
    private final List<Ks> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Ks::close);
    }

    private Ks open(EmulatedDevice... devices) {
        Ks ks = Ks.over(EmulatedDriver.builder().time(time).devices(devices).build());
        opened.add(ks);
        return ks;
    }

    private static KsFilter first(Ks ks, Guid category) {
        return ks.filter(ks.filters(category).get(0));
    }

    /** The pin factories that a program can open, and that have one left. */
    private static Stream<KsPinFactory> free(KsFilter filter, KSPIN_DATAFLOW flow) {
        return filter.pinFactories().stream()
                .filter(pin -> pin.dataFlow() == flow)
                .filter(pin -> pin.communication() == KSPIN_COMMUNICATION.SINK
                        || pin.communication() == KSPIN_COMMUNICATION.BOTH)
                .filter(pin -> {
                    KSPIN_CINSTANCES instances = pin.instances();
                    return Integer.compareUnsigned(
                                    instances.get(KSPIN_CINSTANCES.CurrentCount),
                                    instances.get(KSPIN_CINSTANCES.PossibleCount))
                            < 0;
                });
    }

    @Test
    void filtersArePresentedWithTheirCategoriesAndPins() {
        Ks ks = open(new VirtualAudioDevice(), new VirtualRtAudioDevice());
        List<String> lines = new ArrayList<>();
        for (FilterInterface found : ks.filters(KSCATEGORY.AUDIO)) {
            try (KsFilter filter = ks.filter(found)) {
                String kind = found.categories().contains(KSCATEGORY.REALTIME) ? "WaveRT" : "packets";
                lines.add(found.friendlyName() + ", " + kind + ": "
                        + free(filter, KSPIN_DATAFLOW.IN).count() + " to play, "
                        + free(filter, KSPIN_DATAFLOW.OUT).count() + " to record");
            }
        }
        assertEquals("ks4j virtual speaker, packets: 1 to play, 0 to record", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains("WaveRT: 1 to play")), lines::toString);
    }

    /** Opens the first format that the ranges allow and the pin takes: ranges tell less than drivers know. */
    private static Optional<KsPin> negotiate(KsPinFactory factory, List<WaveFormat> wishes) {
        List<DataRange> ranges = factory.dataRanges();
        for (WaveFormat wish : wishes) {
            for (DataFormat form : List.of(DataFormat.extensible(wish), DataFormat.plain(wish))) {
                if (ranges.stream().anyMatch(range -> range.covers(form))) {
                    try {
                        return Optional.of(factory.open(form));
                    } catch (KsException e) {
                        if (!e.status().equals(NtStatus.NO_MATCH) && !e.status().equals(NtStatus.INVALID_PARAMETER)) {
                            throw e;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void aFormatIsFoundThatBothWant() {
        Ks ks = open(new VirtualAudioDevice());
        KsPin speaker = first(ks, KSCATEGORY.RENDER).pinFactory(0).open(DataFormat.of(STUDIO));
        KsPinFactory microphone = first(ks, KSCATEGORY.CAPTURE).pinFactory(0);
        List<WaveFormat> wishes = List.of(WaveFormat.pcm(768_000, 16, 2), WaveFormat.ieeeFloat(48000, 2), CD, STUDIO);

        // Of these the first is in no range, and the next two fit the ranges, but not what is being played.
        KsPin pin = negotiate(microphone, wishes).orElseThrow();
        assertEquals(
                Optional.of(STUDIO), pin.get(KSPROPERTY_CONNECTION.DATAFORMAT).wave());
        assertEquals(KSSTATE.STOP, pin.state());
        assertTrue(microphone.proposes(DataFormat.of(STUDIO)));
        assertEquals(Driver.GENERIC_WRITE, speaker.access());
    }

    @Test
    void whatIsPlayedInALoopIsRecordedInALoop() {
        Ks ks = open(new VirtualAudioDevice());
        KsPin speaker = first(ks, KSCATEGORY.RENDER).pinFactory(0).open(DataFormat.of(STUDIO));
        KsPin microphone = first(ks, KSCATEGORY.CAPTURE).pinFactory(0).open(DataFormat.of(STUDIO));
        byte[] song = new byte[10 * 3840];
        for (int i = 0; i < song.length; i++) {
            song[i] = (byte) (i * 31 >> 3);
        }
        ByteBuffer source = ByteBuffer.wrap(song);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        Deque<KsFrame> playing = new ArrayDeque<>();
        Deque<KsFrame> recording = new ArrayDeque<>();
        microphone.stepTo(KSSTATE.PAUSE);
        speaker.stepTo(KSSTATE.PAUSE);
        for (int i = 0; i < 2; i++) {
            recording.add(microphone.frame(3840));
            microphone.read(recording.getLast());
            playing.add(speaker.frame(3840));
            send(speaker, playing.getLast(), source);
        }
        microphone.stepTo(KSSTATE.RUN);
        speaker.stepTo(KSSTATE.RUN);
        while (heard.size() < song.length) {
            if (source.hasRemaining()) {
                KsFrame played = playing.remove();
                played.await();
                playing.add(played);
                send(speaker, played, source);
            }
            KsFrame frame = recording.remove();
            frame.await();
            byte[] bytes = new byte[frame.dataUsed()];
            frame.bytes().get(0, bytes);
            heard.writeBytes(bytes);
            recording.add(frame);
            microphone.read(frame);
        }
        speaker.stepTo(KSSTATE.STOP);
        microphone.stepTo(KSSTATE.STOP);
        assertArrayEquals(song, heard.toByteArray());
    }

    private static void send(KsPin pin, KsFrame frame, ByteBuffer source) {
        int length = Math.min(frame.size(), source.remaining());
        frame.bytes().put(0, source, source.position(), length);
        source.position(source.position() + length);
        pin.write(frame.dataUsed(length));
    }

    @Test
    void aControlIsSetWithinItsRangeAndByHand() {
        KsFilter camera = first(open(new VirtualCamera()), KSCATEGORY.VIDEO_CAMERA);
        PropertySupport support = camera.basicSupport(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        PropertySupport.Member range = support.range().orElseThrow();
        long wanted = Math.max(range.minimum(), Math.min(range.maximum(), -100));
        camera.set(
                KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE,
                camera.get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE)
                        .set(KSPROPERTY_CAMERACONTROL_S.Value, (int) wanted)
                        .set(KSPROPERTY_CAMERACONTROL_S.Flags, MANUAL));
        KSPROPERTY_CAMERACONTROL_S now = camera.get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        assertTrue(support.canSet() && range.minimum() < 0, range::toString);
        assertEquals(range.minimum(), now.get(KSPROPERTY_CAMERACONTROL_S.Value));
        assertEquals(MANUAL, now.get(KSPROPERTY_CAMERACONTROL_S.Flags));
    }

    @Test
    void theJackBehindAStreamIsFound() {
        Ks ks = open(new VirtualAudioDevice());
        KsFilter speaker = first(ks, KSCATEGORY.RENDER);
        int bridge = speaker.topology().downstream(0).pinFactories().get(0);
        PhysicalConnection wire =
                speaker.pinFactory(bridge).physicalConnection().orElseThrow();
        KsFilter topology = ks.filter(wire.path());
        List<KsPinFactory> jacks = topology.topology().downstream(wire.pin()).pinFactories().stream()
                .map(topology::pinFactory)
                .filter(pin -> pin.physicalConnection().isEmpty())
                .toList();
        assertEquals(1, jacks.size());
        assertEquals(Optional.of(KSNODETYPE.SPEAKER), jacks.get(0).category());
        KSJACK_DESCRIPTION jack = jacks.get(0).get(KSPROPERTY_JACK.DESCRIPTION).get(0);
        assertEquals(1, jack.get(KSJACK_DESCRIPTION.IsConnected));
    }

    @Test
    void aBufferIsFilledHalfByHalfAsTheDeviceAsksForIt() throws InterruptedException {
        ByteArrayOutputStream played = new ByteArrayOutputStream();
        Ks ks = open(VirtualRtAudioDevice.builder()
                .sink(bytes -> {
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    played.writeBytes(copy);
                })
                .build());
        KsPin pin = first(ks, KSCATEGORY.RENDER)
                .pinFactory(0)
                .open(KsPinConnection.of(DataFormat.of(STUDIO))
                        .withInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()));
        KsMappedMemory buffer = pin.mapBuffer(3840, 2);
        KSRTAUDIO_HWREGISTER told = pin.instance(new byte[8]).get(KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        KsMappedMemory position = pin.map(told.get(KSRTAUDIO_HWREGISTER.Register), 8);
        int half = buffer.size() / 2;
        byte[] silence = new byte[half];
        int turns = 0;
        try (KsSignal passed = pin.notification()) {
            pin.stepTo(KSSTATE.RUN);
            for (byte turn = 1; turn <= 6; turn++) {
                Arrays.fill(silence, turn);
                // The half that is not being played.
                buffer.put(position.getLong(0) < half ? half : 0, ByteBuffer.wrap(silence));
                time.advance(Duration.ofMillis(10));
                turns += passed.await(Duration.ofSeconds(10)) ? 1 : 0;
            }
        }
        pin.stepTo(KSSTATE.STOP);
        assertEquals(6, turns);
        byte[] heard = played.toByteArray();
        for (int turn = 1; turn < 6; turn++) {
            assertEquals(turn, heard[turn * half]);
        }
    }

    @Test
    void aPinNotifiesNobodyBeforeItHasABuffer() {
        Ks ks = open(new VirtualRtAudioDevice());
        KsPin pin = first(ks, KSCATEGORY.RENDER)
                .pinFactory(0)
                .open(KsPinConnection.of(DataFormat.of(STUDIO))
                        .withInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()));
        assertThrows(KsException.class, pin::notification);
    }
}

package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.Quirk;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.emu.VirtualCamera;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients see of drivers that set them traps: as little as possible. */
@Timeout(30)
class QuirkSurvivalTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int SPEAKER = 1;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice(), new VirtualCamera());
    private final Ks ks = Ks.over(driver);
    private final KsFilter speaker = first(KSCATEGORY.RENDER);
    private final KsFilter topology = first(KSCATEGORY.TOPOLOGY);

    private KsFilter first(Guid category) {
        return ks.filter(ks.filters(category).get(0));
    }

    @AfterEach
    void close() {
        ks.close();
    }

    private static List<AudioRange> audio(KsFilter filter) {
        return filter.pinFactory(0).dataRanges().stream()
                .flatMap(range -> range.audio().stream())
                .toList();
    }

    /** All that a filter tells of itself. */
    private static String inventory(KsFilter filter) {
        KsPinFactory pin = filter.pinFactory(0);
        List<Object> all = List.of(
                filter.pinFactories().size(),
                pin.dataRanges(),
                pin.interfaces(),
                pin.name(),
                filter.topology(),
                filter.nodes().stream().map(KsNode::name).toList());
        return all.stream().map(Object::toString).toList().toString();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SIZE_QUERY_WITHOUT_SIZE",
                "SIZE_QUERY_SUCCEEDS_WITH_ZERO",
                "SIZE_QUERY_TOO_SMALL",
                "SIZE_QUERY_SUCCEEDS",
                "LIST_GROWS",
                "NAME_WITHOUT_NUL"
            })
    void howTheSizeIsToldDoesNotMatter(Quirk quirk) {
        String told = inventory(speaker);
        driver.quirks().add(quirk);

        assertEquals(told, inventory(speaker));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDIO_RANGE_OF_84_BYTES", "RANGES_NOT_ALIGNED", "RANGE_WITHOUT_AUDIO"})
    void audioRangesAreFoundWhereverTheyLie(Quirk quirk) {
        List<AudioRange> told = audio(speaker);
        driver.quirks().add(quirk);

        assertEquals(told, audio(speaker));
    }

    @Test
    void rangesOfSeveralSizesAreFoundWithoutPadding() {
        List<AudioRange> told = audio(speaker);
        driver.quirks().add(Quirk.RANGE_WITHOUT_AUDIO, Quirk.RANGES_NOT_ALIGNED);

        assertEquals(told, audio(speaker));
        assertEquals(3, speaker.pinFactory(0).dataRanges().size());
    }

    @Test
    void anyNumberOfChannelsIsCovered() {
        driver.quirks().add(Quirk.CHANNELS_WITHOUT_LIMIT);
        DataFormat many = DataFormat.of(WaveFormat.pcm(48000, 16, 64));

        assertTrue(speaker.pinFactory(0).dataRanges().stream().anyMatch(range -> range.covers(many)));
    }

    @Test
    void aJackIsFoundWithoutAListHead() {
        String told =
                topology.pinFactory(SPEAKER).get(KSPROPERTY_JACK.DESCRIPTION).toString();
        driver.quirks().add(Quirk.JACKS_WITHOUT_HEAD);

        assertEquals(
                told,
                topology.pinFactory(SPEAKER).get(KSPROPERTY_JACK.DESCRIPTION).toString());
        assertEquals(
                1,
                topology.pinFactory(SPEAKER).get(KSPROPERTY_JACK.DESCRIPTION2).size());
    }

    @Test
    void aWalkEndsInSpiteOfCycles() {
        KsTopology.Reach reach = speaker.topology().downstream(0);
        driver.quirks().add(Quirk.TOPOLOGY_WITH_CYCLES);

        assertEquals(reach, speaker.topology().downstream(0));
    }

    @Test
    void aDeadNodeHasNoName() {
        driver.quirks().add(Quirk.DEAD_EXTENSION_NODE);
        List<KsNode> nodes = speaker.nodes();

        assertEquals(Optional.empty(), nodes.get(nodes.size() - 1).name());
        assertFalse(nodes.get(nodes.size() - 1).supports(KSPROPERTY_AUDIO.SET));
    }

    @Test
    void anIntersectionIsReadWhateverSizeWasTold() {
        DataRange wanted = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(8, 32, 32, 8000, 48000));
        Optional<DataFormat> told = speaker.pinFactory(0).intersect(wanted);
        driver.quirks().add(Quirk.INTERSECTION_UNDERSTATES_SIZE);

        assertEquals(told, speaker.pinFactory(0).intersect(wanted));
    }

    @Test
    void flagsAreKnownWhereThereIsNoDescription() {
        driver.quirks().add(Quirk.SUPPORT_KNOWS_FLAGS_ALONE);
        PropertySupport support = speaker.node(0).channel(0).basicSupport(KSPROPERTY_AUDIO.VOLUMELEVEL);

        assertTrue(support.canGet() && support.canSet());
        assertEquals(List.of(), support.members());
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPORT_OVERSTATES_SIZE", "MEMBERS_FLAGS_WRONG", "CONTROL_RANGE_UNSIGNED"})
    void theRangeOfAControlIsWhatItIs(Quirk quirk) {
        KsFilter camera = first(KSCATEGORY.VIDEO_CAMERA);
        PropertySupport told = camera.basicSupport(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        driver.quirks().add(quirk);
        PropertySupport now = camera.basicSupport(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);

        assertTrue(told.range().orElseThrow().minimum() < 0);
        assertEquals(told.range(), now.range());
        assertEquals(told.defaultValue(), now.defaultValue());
    }

    @Test
    void aNodesValueIsSetThoughTheDriverWantsMoreRoom() {
        driver.quirks().add(Quirk.NODE_SET_WANTS_16_BYTES);
        KsNodeChannel left = speaker.node(0).channel(0);
        left.set(KSPROPERTY_AUDIO.VOLUMELEVEL, -65536);

        assertEquals(-65536, left.get(KSPROPERTY_AUDIO.VOLUMELEVEL));
    }

    // Streams

    @ParameterizedTest
    @EnumSource(names = {"STATE_STEP_BY_STEP", "STALE_OPTIONS_FLAGS", "READ_ACCUMULATES"})
    void aFrameIsReadOverAndOver(Quirk quirk) {
        driver.quirks().add(quirk);
        KsPin capture = first(KSCATEGORY.CAPTURE).pinFactory(0).open(STEREO);
        KsPin render = speaker.pinFactory(0).open(STEREO);
        capture.stepTo(KSSTATE.RUN);
        render.stepTo(KSSTATE.RUN);
        KsFrame read = capture.frame(4);
        KsFrame write = render.frame(4);
        for (byte i = 1; i < 4; i++) {
            capture.read(read.clear());
            write.bytes().put(0, new byte[] {i, i, i, i});
            render.write(write);
            read.await();
            byte[] data = new byte[read.dataUsed()];
            read.bytes().get(0, data);
            assertArrayEquals(new byte[] {i, i, i, i}, data);
        }
    }

    @Test
    void aFrameWithoutDataIsAnEmptyOne() {
        driver.quirks().add(Quirk.READS_WITHOUT_DATA);
        KsPin capture = first(KSCATEGORY.CAPTURE).pinFactory(0).open(STEREO);
        KsFrame frame = capture.frame(4);
        capture.read(frame);
        frame.await();

        assertEquals(0, frame.dataUsed());
    }

    @Test
    void aPinClosesThoughItsReadsCannotBeCancelled() {
        driver.quirks().add(Quirk.READ_OUTLIVES_CANCEL);
        KsPin capture = first(KSCATEGORY.CAPTURE).pinFactory(0).open(STEREO);
        capture.stepTo(KSSTATE.RUN);
        KsFrame frame = capture.frame(4);
        capture.read(frame);
        capture.close();

        assertFalse(frame.isPending());
        assertDoesNotThrow(() -> first(KSCATEGORY.CAPTURE).pinFactory(0).open(STEREO));
    }
}

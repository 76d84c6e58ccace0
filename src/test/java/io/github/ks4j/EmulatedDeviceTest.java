package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import io.github.ks4j.struct.KSPIN_CINSTANCES;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way down and up again, on the emulated sound card. */
@Timeout(30)
class EmulatedDeviceTest {
    private static final DataFormat FORMAT =
            DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));

    private final Ks ks = Ks.over(EmulatedDriver.of(new VirtualAudioDevice()));
    private final KsFilter speaker = ks.filter(ks.filters(KSCATEGORY.RENDER).get(0));
    private final KsFilter microphone = ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0));

    @AfterEach
    void close() {
        ks.close();
    }

    @Test
    void filtersAreFoundByCategory() {
        assertEquals(2, ks.filters(KSCATEGORY.AUDIO).size());
        assertEquals(
                Optional.of("ks4j virtual speaker"), speaker.filterInterface().map(FilterInterface::friendlyName));
    }

    @Test
    void pinFactoriesTellWhatTheyAre() {
        List<KsPinFactory> factories = speaker.pinFactories();

        assertEquals(2, factories.size());
        assertEquals(KSPIN_DATAFLOW.IN, factories.get(0).dataFlow());
        assertEquals(KSPIN_COMMUNICATION.BRIDGE, factories.get(1).communication());
        assertEquals(Optional.of(KSNODETYPE.SPEAKER), factories.get(1).category());
        assertTrue(factories.get(0).dataRanges().stream().anyMatch(range -> range.covers(FORMAT)));
        assertEquals(1, factories.get(0).interfaces().size());
    }

    @Test
    void nodesTellWhatTheyAre() {
        KsNode volume = speaker.nodes().get(0);

        assertEquals(KSNODETYPE.VOLUME, volume.type());
        assertEquals(Optional.of("Volume"), volume.name());
    }

    @Test
    void topologyLeadsFromStreamToSpeaker() {
        assertEquals(
                new KsTopology.Reach(List.of(2, 0, 1), List.of(1)),
                speaker.topology().downstream(0));
        assertTrue(speaker.topology().categories().contains(KSCATEGORY.RENDER));
    }

    @Test
    void aVolumeIsKept() {
        KsNodeChannel left = speaker.node(0).channel(0);
        left.set(KSPROPERTY_AUDIO.VOLUMELEVEL, -6 * 65536);

        assertEquals(-6 * 65536, left.get(KSPROPERTY_AUDIO.VOLUMELEVEL));
    }

    @Test
    void aVolumeHasARange() {
        PropertySupport support = speaker.node(0).channel(0).basicSupport(KSPROPERTY_AUDIO.VOLUMELEVEL);

        assertTrue(support.canGet() && support.canSet());
        assertEquals(
                new PropertySupport.Member(4, 0x8000, -96 * 65536, 0),
                support.range().orElseThrow());
    }

    @Test
    void theTopologyFilterIsFoundAlongItsWire() {
        PhysicalConnection wire = speaker.pinFactory(1).get(KSPROPERTY_PIN.PHYSICALCONNECTION);
        KsFilter topology = ks.filter(wire.path());
        PropertySupport volume = topology.node(0).channel(1).basicSupport(KSPROPERTY_AUDIO.VOLUMELEVEL);

        assertEquals(
                new PropertySupport.Member(4, 0x8000, -96 * 65536, 0),
                volume.range().orElseThrow());
        assertEquals(
                1,
                topology.pinFactory(1).get(KSPROPERTY_JACK.DESCRIPTION).get(0).get(KSJACK_DESCRIPTION.IsConnected));
    }

    @Test
    void setsAreListedAndSupported() {
        assertTrue(speaker.propertySets().contains(KSPROPERTY_PIN.SET.guid()));
        assertTrue(speaker.supports(KSPROPERTY_PIN.SET));
        assertTrue(speaker.supports(VirtualAudioDevice.KSMETHODSETID_KS4J));
        assertFalse(speaker.supports(KSPROPERTY_JACK.SET));
        assertTrue(speaker.methodSets().contains(VirtualAudioDevice.KSMETHODSETID_KS4J.guid()));
        assertEquals(List.of(), speaker.eventSets());
    }

    @Test
    void aPropertyThatTheFilterLacksIsNotSupported() {
        assertThrows(KsNotSupportedException.class, () -> speaker.get(KSPROPERTY_AUDIO.MUTE));
    }

    @Test
    void aMethodIsCalled() {
        assertArrayEquals(
                new byte[] {3, 2, 1}, speaker.call(VirtualAudioDevice.KSMETHOD_KS4J_REVERSE, new byte[] {1, 2, 3}));
    }

    @Test
    void aMethodIsCalledInAnAllocatorsMemory() {
        int[] completed = new int[1];
        KsAllocator allocator = new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
                return ks.driver().allocate(size);
            }

            @Override
            public void completed(KsRequest request, KsBuffer buffer) {
                completed[0]++;
                buffer.close();
            }
        };

        assertArrayEquals(
                new byte[] {3, 2, 1},
                speaker.call(VirtualAudioDevice.KSMETHOD_KS4J_REVERSE, new byte[] {1, 2, 3}, allocator));
        assertEquals(1, completed[0]);
    }

    @Test
    void formatsAreProposedAndIntersected() {
        KsPinFactory factory = speaker.pinFactory(0);
        DataRange range = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 48_000, 48_000));
        DataFormat absurd = DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 1, 2, 16, 16, 0));

        assertEquals(
                48_000,
                factory.intersect(range).flatMap(DataFormat::wave).orElseThrow().rate());
        assertTrue(factory.proposes(FORMAT));
        assertFalse(factory.proposes(absurd));
    }

    @Test
    void whatIsWrittenToOnePinIsReadFromTheOther() {
        KsPin render = speaker.pinFactory(0).open(FORMAT);
        KsPin capture = microphone.pinFactory(0).open(FORMAT);
        capture.stepTo(KSSTATE.RUN);
        render.stepTo(KSSTATE.RUN);
        KsFrame written = render.frame(8);
        KsFrame read = capture.frame(8);
        written.bytes().putLong(0, 0x0102030405060708L);
        capture.read(read);
        render.write(written);
        written.await();
        read.await();

        assertEquals(8, read.dataUsed());
        assertEquals(0x0102030405060708L, read.bytes().getLong(0));
    }

    @Test
    void aReadThatHasNothingToReadIsCancelled() {
        KsPin capture = microphone.pinFactory(0).open(FORMAT);
        capture.stepTo(KSSTATE.RUN);
        KsFrame frame = capture.frame(8);
        capture.read(frame);
        assertFalse(frame.await(Duration.ofMillis(5)));
        frame.cancel();

        assertThrows(KsCancelledException.class, frame::await);
    }

    @Test
    void closingThePinEndsTheWait() throws InterruptedException {
        KsPin capture = microphone.pinFactory(0).open(FORMAT);
        capture.stepTo(KSSTATE.RUN);
        KsFrame frame = capture.frame(8);
        capture.read(frame);
        Thread closer = new Thread(capture::close);
        closer.start();

        assertThrows(KsCancelledException.class, frame::await);
        closer.join();
    }

    @Test
    void aPinIsOpenOnceAndSaysSo() {
        KsPin pin = speaker.pinFactory(0).open(FORMAT);

        assertEquals(KSSTATE.STOP, pin.state());
        assertEquals(1, speaker.pinFactory(0).instances().get(KSPIN_CINSTANCES.CurrentCount));
        assertThrows(KsBusyException.class, () -> speaker.pinFactory(0).open(FORMAT));
        pin.close();
        assertEquals(0, speaker.pinFactory(0).instances().get(KSPIN_CINSTANCES.CurrentCount));
    }

    @Test
    void aFormatThatThePinDoesNotTakeIsNoMatch() {
        DataFormat absurd = DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 1, 2, 16, 16, 0));

        KsException e =
                assertThrows(KsException.class, () -> speaker.pinFactory(0).open(absurd));
        assertEquals(NtStatus.NO_MATCH, e.status());
    }

    @Test
    void aClosedFilterTakesNoRequests() {
        speaker.close();

        assertThrows(KsClosedException.class, speaker::pinFactories);
        assertEquals(2, microphone.pinFactories().size());
    }

    @Test
    void aTypedGetAllocatesNothing() {
        KsNodeChannel left = speaker.node(0).channel(0);
        assertMakesNoGarbage(() -> left.get(KSPROPERTY_AUDIO.VOLUMELEVEL));
    }

    @Test
    void aSteadyStreamOfFramesMakesNoGarbage() {
        KsPin render = speaker.pinFactory(0).open(FORMAT);
        render.stepTo(KSSTATE.RUN);
        KsFrame frame = render.frame(480);
        assertMakesNoGarbage(() -> {
            render.write(frame);
            frame.await();
        });
    }

    private static void assertMakesNoGarbage(Runnable call) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 20_000;
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < calls, least + " bytes in " + calls + " calls");
    }
}

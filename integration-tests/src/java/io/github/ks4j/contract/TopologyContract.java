package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a filter tells of its pins and of how they are connected. */
abstract class TopologyContract extends DriverContract {
    private static final int FILTER = -1;

    private Requests.Reply get(KsProperty<?> property, int length) {
        return filter().property(head(property.set().guid(), property.id(), KSPROPERTY_TYPE.GET), length);
    }

    private Requests.Reply ofPin(KsProperty<?> property, int pin, int length) {
        return filter().property(head(property.set().guid(), property.id(), KSPROPERTY_TYPE.GET, pin, 0), length);
    }

    private static byte[] list(int count, byte[] items) {
        byte[] list = Arrays.copyOf(ints(8 + items.length, count), 8 + items.length);
        System.arraycopy(items, 0, list, 8, items.length);
        return list;
    }

    private static byte[] guids(Guid... guids) {
        ByteBuffer bytes = ByteBuffer.allocate(guids.length * Guid.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < guids.length; i++) {
            guids[i].write(bytes, i * Guid.SIZE);
        }
        return bytes.array();
    }

    private Requests.Reply intersect(int pin, AudioRange wanted) {
        DataRange range = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, wanted);
        byte[] head = head(
                KSPROPERTY_PIN.SET.guid(),
                KSPROPERTY_PIN.DATAINTERSECTION.id(),
                KSPROPERTY_TYPE.GET,
                pin,
                0,
                8 + range.size(),
                1);
        byte[] request = Arrays.copyOf(head, head.length + range.size());
        range.bytes().get(0, request, head.length, range.size());
        return filter().property(request, StubPin.FORMAT.size());
    }

    @Test
    void aFilterHasItsCategories() {
        get(KSPROPERTY_TOPOLOGY.CATEGORIES, 56)
                .succeedsWith(list(3, guids(KSCATEGORY.AUDIO, KSCATEGORY.RENDER, KSCATEGORY.CAPTURE)));
    }

    @Test
    void aFilterHasItsNodes() {
        get(KSPROPERTY_TOPOLOGY.NODES, 40).succeedsWith(list(2, guids(KSNODETYPE.VOLUME, KSNODETYPE.MUTE)));
    }

    @Test
    void dataFlowsFromPinToPin() {
        get(KSPROPERTY_TOPOLOGY.CONNECTIONS, 72)
                .succeedsWith(list(
                        4,
                        ints(
                                FILTER,
                                StubFilter.SINK_PIN,
                                StubFilter.VOLUME_NODE,
                                1,
                                StubFilter.VOLUME_NODE,
                                0,
                                StubFilter.MUTE_NODE,
                                1,
                                StubFilter.MUTE_NODE,
                                0,
                                FILTER,
                                StubFilter.SPEAKER_PIN,
                                FILTER,
                                StubFilter.MICROPHONE_PIN,
                                FILTER,
                                StubFilter.SOURCE_PIN)));
    }

    @Test
    void aFilterCountsItsPins() {
        get(KSPROPERTY_PIN.CTYPES, 4).succeedsWith(4);
    }

    @ParameterizedTest
    @CsvSource({"0, IN", "1, OUT", "2, OUT", "3, IN"})
    void dataFlowsOneWay(int pin, KSPIN_DATAFLOW direction) {
        ofPin(KSPROPERTY_PIN.DATAFLOW, pin, 4).succeedsWith(direction.value());
    }

    @ParameterizedTest
    @CsvSource({"0, SINK", "1, BRIDGE", "2, SINK", "3, BRIDGE"})
    void aPinIsForClientsOrForWires(int pin, KSPIN_COMMUNICATION communication) {
        ofPin(KSPROPERTY_PIN.COMMUNICATION, pin, 4).succeedsWith(communication.value());
    }

    @Test
    void aBridgeHasACategory() {
        ofPin(KSPROPERTY_PIN.CATEGORY, StubFilter.SPEAKER_PIN, 16).succeedsWith(guids(KSNODETYPE.SPEAKER));
        ofPin(KSPROPERTY_PIN.CATEGORY, StubFilter.MICROPHONE_PIN, 16).succeedsWith(guids(KSNODETYPE.MICROPHONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {StubFilter.SINK_PIN, StubFilter.SOURCE_PIN})
    void aPinForClientsHasNoCategory(int pin) {
        ofPin(KSPROPERTY_PIN.CATEGORY, pin, 16).failsWith(NtStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {StubFilter.SINK_PIN, StubFilter.SOURCE_PIN})
    void aPinCountsItsInstances(int pin) {
        ofPin(KSPROPERTY_PIN.CINSTANCES, pin, 8).succeedsWith(ints(1, 0));
        StubPin.open(handle(), pin);
        ofPin(KSPROPERTY_PIN.CINSTANCES, pin, 8).succeedsWith(ints(1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -1})
    void aPinThatIsNotThereIsAnInvalidParameter(int pin) {
        ofPin(KSPROPERTY_PIN.DATAFLOW, pin, 4).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {StubFilter.SINK_PIN, StubFilter.SOURCE_PIN})
    void rangesHaveTheirBestFormatInCommon(int pin) {
        DataFormat best = DataFormat.of(WaveFormat.pcm(44_100, 16, 2));
        byte[] bytes = new byte[best.size()];
        best.bytes().get(0, bytes);
        intersect(pin, new AudioRange(8, 8, 32, 11_025, 44_100)).succeedsWith(bytes);
    }

    @Test
    void rangesMayHaveNothingInCommon() {
        assertEquals(
                NtStatus.NO_MATCH,
                intersect(StubFilter.SINK_PIN, new AudioRange(2, 24, 32, 8_000, 48_000))
                        .status());
    }
}

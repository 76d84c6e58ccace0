package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_GENERAL;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSCOMPONENTID;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KSPROPSETID_Pin, KSPROPSETID_Topology and KSPROPSETID_General as every filter answers them. */
class FilterPropertiesTest {
    private static final DataRange PCM =
            DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000));
    private static final DataRange ODD = odd();
    private static final DataRange ANALOG =
            DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.ANALOG, KSDATAFORMAT_SPECIFIER.NONE);

    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("f")
                    .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)
                    .componentId(KSCOMPONENTID.LAYOUT.allocate(Abi.X64).set(KSCOMPONENTID.Version, 7))
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                            .ranges(ODD, PCM)
                            .instances(3)
                            .globalInstances(5)
                            .necessary(1)
                            .category(KSCATEGORY.AUDIO)
                            .name("In")
                            .build())
                    .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                            .ranges(ANALOG)
                            .physicalConnection(new PhysicalConnection(4, "\\??\\other"))
                            .build())
                    .node(EmulatedNode.of(KSNODETYPE.VOLUME, "Loudness"))
                    .node(EmulatedNode.of(KSNODETYPE.MUTE, null))
                    .connect(EmulatedFilter.FILTER, 0, 0, 1)
                    .connect(0, 0, 1, 1)
                    .connect(1, 0, EmulatedFilter.FILTER, 1)
                    .build()));
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);

    private static DataRange odd() {
        ByteBuffer bytes = ByteBuffer.allocate(69).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 69);
        KSDATAFORMAT_TYPE.MIDI.write(bytes, 16);
        bytes.put(68, (byte) 9);
        return DataRange.of(bytes.array());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private byte[] value(KsItem item, int... words) {
        Client.Reply size = Client.get(filter, item, 0, words).is(NtStatus.BUFFER_OVERFLOW);
        Client.Reply reply =
                Client.get(filter, item, size.information(), words).is(NtStatus.SUCCESS, size.information());
        return reply.data().array();
    }

    private static byte[] list(int count, byte[]... elements) {
        int size = 8 + Stream.of(elements).mapToInt(e -> e.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(size).putInt(count);
        for (byte[] element : elements) {
            bytes.put(element);
        }
        return bytes.array();
    }

    private static byte[] bytes(Guid... guids) {
        ByteBuffer bytes = ByteBuffer.allocate(16 * guids.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < guids.length; i++) {
            guids[i].write(bytes, 16 * i);
        }
        return bytes.array();
    }

    private static byte[] padded(DataRange range) {
        ByteBuffer bytes = ByteBuffer.allocate(range.size() + 7 & ~7);
        range.write(bytes, 0);
        return bytes.array();
    }

    @Test
    void thePinFactoriesAreCounted() {
        assertEquals(2, Client.get(filter, KSPROPERTY_PIN.CTYPES, 4).ulong());
        assertEquals(2, Client.get(filter, KSPROPERTY_PIN.CTYPES, 4, 0, 0).ulong(), "with a KSP_PIN");
    }

    @Test
    void dataFlowAndCommunicationAreTold() {
        assertEquals(1, Client.get(filter, KSPROPERTY_PIN.DATAFLOW, 4, 0, 0).ulong());
        assertEquals(2, Client.get(filter, KSPROPERTY_PIN.DATAFLOW, 4, 1, 0).ulong());
        assertEquals(
                1, Client.get(filter, KSPROPERTY_PIN.COMMUNICATION, 4, 0, 0).ulong());
        assertEquals(
                4, Client.get(filter, KSPROPERTY_PIN.COMMUNICATION, 4, 1, 0).ulong());
    }

    @Test
    void instancesAreCounted() {
        assertArrayEquals(
                Client.ints(3, 0),
                Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 0, 0).data().array());
        assertArrayEquals(
                Client.ints(5, 0),
                Client.get(filter, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .data()
                        .array());
        assertArrayEquals(
                Client.ints(0, 0),
                Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 1, 0).data().array());
        assertEquals(
                1,
                Client.get(filter, KSPROPERTY_PIN.NECESSARYINSTANCES, 4, 0, 0).ulong());
    }

    @Test
    void rangesAreAlignedToEight() {
        assertArrayEquals(list(2, padded(ODD), padded(PCM)), value(KSPROPERTY_PIN.DATARANGES, 0, 0));
        assertArrayEquals(list(2, padded(ODD), padded(PCM)), value(KSPROPERTY_PIN.CONSTRAINEDDATARANGES, 0, 0));
        assertArrayEquals(list(1, padded(ANALOG)), value(KSPROPERTY_PIN.DATARANGES, 1, 0));
    }

    @Test
    void theStandardInterfaceAndMediumStandForNone() {
        byte[] standardInterface = list(1, bytes(KSINTERFACESETID.Standard), new byte[8]);
        byte[] standardMedium = list(1, bytes(KSMEDIUMSETID.Standard), new byte[8]);
        assertArrayEquals(standardInterface, value(KSPROPERTY_PIN.INTERFACES, 0, 0));
        assertArrayEquals(standardMedium, value(KSPROPERTY_PIN.MEDIUMS, 0, 0));
    }

    @Test
    void aPhysicalConnectionIsToldWithItsName() {
        byte[] name = "\\??\\other\0".getBytes(StandardCharsets.UTF_16LE);
        byte[] expected = ByteBuffer.allocate(8 + name.length)
                .put(Client.ints(8 + name.length, 4))
                .put(name)
                .array();
        assertArrayEquals(expected, value(KSPROPERTY_PIN.PHYSICALCONNECTION, 1, 0));
        Client.get(filter, KSPROPERTY_PIN.PHYSICALCONNECTION, 100, 0, 0).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void categoryAndNameAreToldWhereThereAreAny() {
        assertArrayEquals(
                bytes(KSCATEGORY.AUDIO),
                Client.get(filter, KSPROPERTY_PIN.CATEGORY, 16, 0, 0).data().array());
        Client.get(filter, KSPROPERTY_PIN.CATEGORY, 16, 1, 0).is(NtStatus.NOT_FOUND, 0);
        assertArrayEquals("In\0".getBytes(StandardCharsets.UTF_16LE), value(KSPROPERTY_PIN.NAME, 0, 0));
        Client.get(filter, KSPROPERTY_PIN.NAME, 16, 1, 0).is(NtStatus.NOT_FOUND, 0);
    }

    static Stream<KsItem> pinItems() {
        return KSPROPERTY_PIN.ITEMS.stream()
                .<KsItem>map(item -> item)
                .filter(item -> !List.of(
                                KSPROPERTY_PIN.CTYPES,
                                KSPROPERTY_PIN.DATAINTERSECTION,
                                KSPROPERTY_PIN.PROPOSEDATAFORMAT,
                                KSPROPERTY_PIN.PROPOSEDATAFORMAT2,
                                KSPROPERTY_PIN.MODEDATAFORMATS)
                        .contains(item));
    }

    @ParameterizedTest
    @MethodSource("pinItems")
    void aPinThatThereIsNotIsAnInvalidParameter(KsItem item) {
        Client.get(filter, item, 100, 2, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, item, 100, -1, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, item, 100, Integer.MIN_VALUE, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource("pinItems")
    void aRequestWithoutPinIdIsAnInvalidParameter(KsItem item) {
        Client.get(filter, item, 100).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, item, 100, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @ParameterizedTest
    @MethodSource("pinItems")
    void aBufferOfThreeBytesIsTooSmall(KsItem item) {
        int pin = item.equals(KSPROPERTY_PIN.PHYSICALCONNECTION) ? 1 : 0;
        Client.get(filter, item, 3, pin, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @MethodSource("pinItems")
    void aSizeQueryTellsWhatTheFullAnswerTakes(KsItem item) {
        int pin = item.equals(KSPROPERTY_PIN.PHYSICALCONNECTION) ? 1 : 0;
        byte[] value = value(item, pin, 0);
        Client.Reply larger = Client.get(filter, item, value.length + 100, pin, 0);
        larger.is(NtStatus.SUCCESS, value.length);
    }

    @Test
    void listsTellTheirSizeInFourBytesAndTheirHeadInEight() {
        assertEquals(72, Client.get(filter, KSPROPERTY_PIN.DATARANGES, 4, 1, 0).ulong());
        Client.Reply head =
                Client.get(filter, KSPROPERTY_PIN.DATARANGES, 8, 1, 0).is(NtStatus.SUCCESS, 8);
        assertArrayEquals(Client.ints(72, 1), head.data().array());
        Client.get(filter, KSPROPERTY_PIN.DATARANGES, 71, 1, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void theTopologyIsListed() {
        assertArrayEquals(list(2, bytes(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)), value(KSPROPERTY_TOPOLOGY.CATEGORIES));
        assertArrayEquals(list(2, bytes(KSNODETYPE.VOLUME, KSNODETYPE.MUTE)), value(KSPROPERTY_TOPOLOGY.NODES));
        assertArrayEquals(
                list(3, Client.ints(-1, 0, 0, 1), Client.ints(0, 0, 1, 1), Client.ints(1, 0, -1, 1)),
                value(KSPROPERTY_TOPOLOGY.CONNECTIONS));
    }

    @Test
    void topologyListsFollowTheRulesOfSizedLists() {
        for (KsItem item :
                List.of(KSPROPERTY_TOPOLOGY.CATEGORIES, KSPROPERTY_TOPOLOGY.NODES, KSPROPERTY_TOPOLOGY.CONNECTIONS)) {
            int size = value(item).length;
            assertEquals(size, Client.get(filter, item, 4).ulong());
            Client.get(filter, item, 8).is(NtStatus.SUCCESS, 8);
            Client.get(filter, item, 5).is(NtStatus.BUFFER_TOO_SMALL, 0);
            Client.get(filter, item, size - 1).is(NtStatus.BUFFER_TOO_SMALL, 0);
        }
    }

    @Test
    void nodesHaveNames() {
        assertArrayEquals("Loudness\0".getBytes(StandardCharsets.UTF_16LE), value(KSPROPERTY_TOPOLOGY.NAME, 0, 0));
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 17, 0, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 1, 0).is(NtStatus.NOT_FOUND, 0);
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 2, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void theComponentIsTold() {
        Client.Reply reply =
                Client.get(filter, KSPROPERTY_GENERAL.COMPONENTID, 72).is(NtStatus.SUCCESS, 72);
        assertEquals(7, KSCOMPONENTID.LAYOUT.at(Abi.X64, reply.data(), 0).get(KSCOMPONENTID.Version));
        Client.get(filter, KSPROPERTY_GENERAL.COMPONENTID, 71).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void theSetIsKnownOfAFilterWithoutAComponentId() {
        EmulatedFilter nameless =
                EmulatedFilter.named("n").categories(KSCATEGORY.AUDIO).build();
        try (EmulatedDriver other = EmulatedDriver.of(EmulatedDevice.of("d", nameless))) {
            Handle handle = other.open(other.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            Client.get(handle, KSPROPERTY_GENERAL.COMPONENTID, 72).is(NtStatus.NOT_FOUND, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, -1, Integer.MAX_VALUE})
    void aRequestForANodeThatThereIsNotIsAnInvalidParameter(int node) {
        byte[] request = Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, node, 0);
        Client.property(filter, request, 4).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aNodeDoesNotAnswerForTheFilter() {
        byte[] request = Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0);
        Client.property(filter, request, 4).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void aNodeRequestThatIsCutShortIsAnInvalidBufferSize() {
        byte[] request = Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0);
        Client.property(filter, request, 4).is(NtStatus.INVALID_BUFFER_SIZE, 0);
    }

    @Test
    void anItemOfTheFilterItselfOverridesTheStandardOne() {
        PropertySet own = PropertySet.of(KSPROPERTY_PIN.SET)
                .item(KSPROPERTY_PIN.CTYPES.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, 77))
                .minData(4)
                .build();
        EmulatedFilter overriding = EmulatedFilter.named("o")
                .categories(KSCATEGORY.AUDIO)
                .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.IN).build())
                .properties(own)
                .build();
        try (EmulatedDriver other = EmulatedDriver.of(EmulatedDevice.of("d", overriding))) {
            Handle handle = other.open(other.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            assertEquals(77, Client.get(handle, KSPROPERTY_PIN.CTYPES, 4).ulong());
            assertEquals(1, Client.get(handle, KSPROPERTY_PIN.DATAFLOW, 4, 0, 0).ulong());
        }
    }

    @Test
    void setsAreListedInOrder() {
        byte[] request = Client.request(KSPROPERTY_PIN.CTYPES, KSPROPERTY_TYPE.SETSUPPORT);
        Arrays.fill(request, 0, 16, (byte) 0);
        assertArrayEquals(
                bytes(KSPROPERTY_PIN.SET.guid(), KSPROPERTY_TOPOLOGY.SET.guid(), KSPROPERTY_GENERAL.SET.guid()),
                Client.control(filter, IOCTL_KS.PROPERTY, request, new byte[48])
                        .data()
                        .array());
    }
}

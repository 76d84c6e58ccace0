package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What KsValidateConnectRequest and its siblings refuse, and how. */
class PinCreationTest {
    private static final int FORMAT = 72;
    private static final DataFormat PCM = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final Guid OTHER = Guid.of("{00000000-1111-2222-3333-444444444444}");

    private NtStatus answer = NtStatus.SUCCESS;
    private RuntimeException failure;

    private final PropertySet enable = PropertySet.of(KSPROPERTY_TOPOLOGYNODE.SET)
            .item(KSPROPERTY_TOPOLOGYNODE.ENABLE.id())
            .get((irp, request, data) -> Answers.ulong(irp, data, 5))
            .minData(4)
            .build();
    private final EmulatedDriver driver = EmulatedDriver.of(
            EmulatedDevice.of(
                    "dev",
                    EmulatedFilter.named("f")
                            .categories(KSCATEGORY.AUDIO)
                            .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                                    .ranges(DataRange.audio(
                                            KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000)))
                                    .instances(1)
                                    .globalInstances(2)
                                    .formats((filter, format) -> answer)
                                    .streaming(pin -> {
                                        if (failure != null) {
                                            throw failure;
                                        }
                                        return PinDispatch.NONE;
                                    })
                                    .build())
                            .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                                    .ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                                    .build())
                            .pin(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)
                                    .ranges(DataRange.of(KSDATAFORMAT_TYPE.AUDIO, Guid.NULL, Guid.NULL))
                                    .pinInterface(OTHER, 3)
                                    .medium(OTHER, 4)
                                    .build())
                            .pin(EmulatedPin.of(KSPIN_DATAFLOW.OUT, KSPIN_COMMUNICATION.SOURCE)
                                    .build())
                            .node(EmulatedNode.of(KSNODETYPE.VOLUME, null, enable))
                            .build()),
            EmulatedDevice.of(
                    "bare",
                    EmulatedFilter.named("b").categories(KSCATEGORY.CAPTURE).build()));
    private final Handle filter = open(KSCATEGORY.AUDIO);

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), 0);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static ByteBuffer valid() {
        return Client.connect(0, PCM.bytes());
    }

    private NtStatus refused(Consumer<ByteBuffer> change) {
        ByteBuffer parameters = valid();
        change.accept(parameters);
        return refused(filter, KsObjectType.PIN, parameters);
    }

    private static NtStatus refused(Handle below, KsObjectType type, ByteBuffer parameters) {
        return assertThrows(KsException.class, () -> below.create(type, parameters, 0))
                .status();
    }

    @Test
    void aDescriptionSaysHowThePinIsConnectedAndStreams() {
        assertThrows(NullPointerException.class, () -> EmulatedPin.of(KSPIN_DATAFLOW.IN, null));
        EmulatedPin.Builder sink = EmulatedPin.sink(KSPIN_DATAFLOW.IN);
        assertThrows(NullPointerException.class, () -> sink.streaming(null));
    }

    @Test
    void aValidRequestOpensAPin() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        assertEquals("pin 0 of " + filter.name(), pin.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPinThatThereIsNotIsAnInvalidParameter(int pin) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putInt(48, pin)));
    }

    @Test
    void aPinThatNobodyOpensIsAnInvalidParameter() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putInt(48, 1)));
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putInt(48, 3)));
    }

    @Test
    void aSinkDoesNotConnectToAnotherPin() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putLong(56, 4)));
    }

    @Test
    void aSourceConnectsToPinsOnly() {
        assertEquals(NtStatus.INVALID_HANDLE, refused(p -> p.putInt(48, 3).putLong(56, 123456)));
        assertEquals(NtStatus.INVALID_HANDLE, refused(p -> p.putInt(48, 3).putLong(56, filter.value())));
    }

    @Test
    void anInterfaceOrMediumThatIsNotOfferedDoesNotMatch() {
        assertEquals(NtStatus.NO_MATCH, refused(p -> OTHER.write(p, 0)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> p.putInt(16, 1)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> OTHER.write(p, 24)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> p.putInt(40, 1)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> p.putInt(48, 2)));
    }

    @Test
    void flagsOfInterfaceAndMediumDoNotMatter() {
        ByteBuffer parameters = valid().putInt(20, 1).putInt(44, 1);
        filter.create(KsObjectType.PIN, parameters, 0);
    }

    @Test
    void anInterfaceAndMediumOfItsOwnIsFound() {
        ByteBuffer parameters = valid();
        OTHER.write(parameters, 0);
        OTHER.write(parameters, 24);
        filter.create(KsObjectType.PIN, parameters.putInt(16, 3).putInt(40, 4).putInt(48, 2), 0);
    }

    @Test
    void aFormatOutsideTheRangesDoesNotMatch() {
        assertEquals(NtStatus.NO_MATCH, refused(p -> KSDATAFORMAT_TYPE.VIDEO.write(p, FORMAT + 16)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> KSDATAFORMAT_SUBTYPE.IEEE_FLOAT.write(p, FORMAT + 32)));
        assertEquals(NtStatus.NO_MATCH, refused(p -> KSDATAFORMAT_SPECIFIER.NONE.write(p, FORMAT + 48)));
    }

    @Test
    void theDeviceMayRefuseAFormatInsideTheRanges() {
        answer = NtStatus.NO_MATCH;
        assertEquals(NtStatus.NO_MATCH, refused(p -> {}));
    }

    @Test
    void whatTheDeviceThrowsFailsTheCreation() {
        failure = KsException.of("x", NtStatus.DEVICE_NOT_READY);
        assertEquals(NtStatus.DEVICE_NOT_READY, refused(p -> {}));
        failure = null;
        filter.create(KsObjectType.PIN, valid(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 71, 72, 135})
    void parametersThatAreCutShortAreAnInvalidBufferSize(int length) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refused(filter, KsObjectType.PIN, valid().limit(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 83, 1000, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aFormatSizeThatContradictsTheBytesIsAnInvalidParameter(int size) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putInt(FORMAT, size)));
    }

    @Test
    void anAttributeListThatIsMissingIsAnInvalidParameter() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(p -> p.putInt(FORMAT + 4, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 23, 25, Integer.MAX_VALUE, -1})
    void anAttributeThatDoesNotFitIsAnInvalidParameter(int size) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(filter, KsObjectType.PIN, withAttributes(size)));
    }

    @Test
    void attributesThatFitAreAccepted() {
        filter.create(KsObjectType.PIN, withAttributes(24), 0);
    }

    private static ByteBuffer withAttributes(int size) {
        ByteBuffer list = ByteBuffer.allocate(88 + 32).order(ByteOrder.LITTLE_ENDIAN);
        PCM.write(list, 0);
        list.putInt(4, 2).putInt(88, 32).putInt(92, 1).putInt(96, size);
        return Client.connect(0, list);
    }

    @Test
    void instancesAreLimitedByFilterInstanceAndGlobally() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, refused(p -> {}));
        open(KSCATEGORY.AUDIO).create(KsObjectType.PIN, valid(), 0);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, refused(open(KSCATEGORY.AUDIO), KsObjectType.PIN, valid()));
        assertArrayEquals(
                Client.ints(1, 1),
                Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 0, 0).data().array());
        assertArrayEquals(
                Client.ints(2, 2),
                Client.get(filter, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .data()
                        .array());
        pin.close();
        assertArrayEquals(
                Client.ints(1, 0),
                Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 0, 0).data().array());
        filter.create(KsObjectType.PIN, valid(), 0);
    }

    @Test
    void closingTheFilterClosesItsPins() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        filter.close();
        assertThrows(KsClosedException.class, () -> pin.control(0, null, 0, null, 0));
        assertThrows(KsClosedException.class, () -> filter.create(KsObjectType.PIN, valid(), 0));
        Handle again = open(KSCATEGORY.AUDIO);
        assertArrayEquals(
                Client.ints(2, 0),
                Client.get(again, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .data()
                        .array());
    }

    @Test
    void allocatorsAndClocksAreNotFound() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        for (KsObjectType type : new KsObjectType[] {KsObjectType.ALLOCATOR, KsObjectType.CLOCK}) {
            assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(filter, type, ByteBuffer.allocate(24)));
            assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(pin, type, ByteBuffer.allocate(24)));
        }
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refused(pin, KsObjectType.PIN, valid()));
    }

    @Test
    void aNodeAnswersItsOwnSetsWithoutItsId() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        for (Handle parent : new Handle[] {filter, pin}) {
            Handle node = parent.create(KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(8), 0);
            assertEquals(5, Client.get(node, KSPROPERTY_TOPOLOGYNODE.ENABLE, 4).ulong());
            assertEquals(
                    NtStatus.OBJECT_NAME_NOT_FOUND, refused(node, KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(8)));
        }
    }

    @Test
    void nodesAreReachedThroughFilterAndPin() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        byte[] request =
                Client.request(KSPROPERTY_TOPOLOGYNODE.ENABLE, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0, 0);
        assertEquals(5, Client.property(filter, request, 4).ulong());
        assertEquals(5, Client.property(pin, request, 4).ulong());
        Client.get(filter, KSPROPERTY_TOPOLOGYNODE.ENABLE, 4).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void aNodeThatThereIsNotIsRefused() {
        ByteBuffer flags = ByteBuffer.wrap(Client.ints(1, 0));
        ByteBuffer beyond = ByteBuffer.wrap(Client.ints(0, 1));
        ByteBuffer all = ByteBuffer.wrap(Client.ints(0, -1));
        assertEquals(NtStatus.INVALID_PARAMETER, refused(filter, KsObjectType.TOPOLOGY_NODE, flags));
        assertEquals(NtStatus.INVALID_PARAMETER, refused(filter, KsObjectType.TOPOLOGY_NODE, beyond));
        assertEquals(NtStatus.INVALID_PARAMETER, refused(filter, KsObjectType.TOPOLOGY_NODE, all));
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refused(filter, KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(7)));
        assertEquals(
                NtStatus.OBJECT_NAME_NOT_FOUND,
                refused(open(KSCATEGORY.CAPTURE), KsObjectType.TOPOLOGY_NODE, ByteBuffer.allocate(8)));
    }

    @Test
    void aProposedFormatIsJudgedLikeThatOfANewPin() {
        byte[] format = new byte[PCM.size()];
        PCM.bytes().get(format);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, format, 0, 0).is(NtStatus.SUCCESS, 0);
        answer = NtStatus.NO_MATCH;
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, format, 0, 0).is(NtStatus.NO_MATCH, 0);
        answer = NtStatus.SUCCESS;
        format[16]++;
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, format, 0, 0).is(NtStatus.NO_MATCH, 0);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, format, 9, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, new byte[64], 0, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.set(filter, KSPROPERTY_PIN.PROPOSEDATAFORMAT, new byte[63], 0, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void eventsOfAPinAreUnknownSets() {
        Handle pin = filter.create(KsObjectType.PIN, valid(), 0);
        Client.control(pin, IOCTL_KS.ENABLE_EVENT, new byte[24], new byte[32]).is(NtStatus.PROPSET_NOT_FOUND, 0);
    }
}

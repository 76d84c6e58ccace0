package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSNODE_CREATE;
import io.github.ks4j.struct.KSPIN_CONNECT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of requests that create objects. */
@Timeout(30)
class CreateRequestTest {
    private static final int INTERFACE = 0;
    private static final int MEDIUM = 24;
    private static final int PIN_ID = 48;
    private static final int PIN_TO_HANDLE = 56;
    private static final int FORMAT = 72;
    private static final Guid OTHER = new Guid(1, 2);
    private static final DataFormat PCM =
            DataFormat.plain(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));

    private final List<Long> sinks = new ArrayList<>();
    private NtStatus sinkStatus = NtStatus.SUCCESS;

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer connect() {
        ByteBuffer parameters = room(FORMAT + PCM.size());
        KSINTERFACESETID.Standard.write(parameters, INTERFACE);
        KSMEDIUMSETID.Standard.write(parameters, MEDIUM);
        PCM.write(parameters, FORMAT);
        return parameters;
    }

    private static KSPIN_DESCRIPTOR pin(KSPIN_COMMUNICATION communication, DataRange... ranges) {
        return new KSPIN_DESCRIPTOR(List.of(), List.of(), List.of(ranges), communication);
    }

    private static DataRange range(Guid major, Guid sub, Guid specifier) {
        return DataRange.of(major, sub, specifier);
    }

    private static final DataRange ANY = range(Guid.NULL, Guid.NULL, Guid.NULL);

    private KsValidateConnectRequest.Connection validate(ByteBuffer parameters, KSPIN_DESCRIPTOR... pins) {
        return KsValidateConnectRequest.of(parameters, List.of(pins), handle -> {
            sinks.add(handle);
            return sinkStatus;
        });
    }

    private NtStatus refused(KSPIN_DESCRIPTOR pin, Consumer<ByteBuffer> change) {
        ByteBuffer parameters = connect();
        change.accept(parameters);
        return statusOf(() -> validate(parameters, pin));
    }

    private static NtStatus statusOf(Executable validation) {
        return assertThrows(KsException.class, validation).status();
    }

    @Test
    void aConnectionTellsPinAndFormat() {
        KsValidateConnectRequest.Connection connection = validate(
                connect().putInt(PIN_ID, 1), pin(KSPIN_COMMUNICATION.BRIDGE), pin(KSPIN_COMMUNICATION.SINK, ANY));
        assertEquals(1, connection.connect().get(KSPIN_CONNECT.PinId));
        assertEquals(PCM, connection.format());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1, Integer.MIN_VALUE})
    void aPinThatThereIsNotIsAnInvalidParameter(int id) {
        assertEquals(
                NtStatus.INVALID_PARAMETER, refused(pin(KSPIN_COMMUNICATION.SINK, ANY), p -> p.putInt(PIN_ID, id)));
    }

    @ParameterizedTest
    @EnumSource(
            value = KSPIN_COMMUNICATION.class,
            names = {"NONE", "SOURCE", "BRIDGE"})
    void aPinThatIsNoSinkIsAnInvalidParameter(KSPIN_COMMUNICATION communication) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(pin(communication, ANY), p -> {}));
    }

    @ParameterizedTest
    @EnumSource(
            value = KSPIN_COMMUNICATION.class,
            names = {"NONE", "SINK", "BRIDGE"})
    void aPinThatIsNoSourceDoesNotConnectToASink(KSPIN_COMMUNICATION communication) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(pin(communication, ANY), p -> p.putLong(PIN_TO_HANDLE, 4)));
    }

    @ParameterizedTest
    @EnumSource(
            value = KSPIN_COMMUNICATION.class,
            names = {"SOURCE", "BOTH"})
    void theSinkOfASourceIsLookedUp(KSPIN_COMMUNICATION communication) {
        validate(connect().putLong(PIN_TO_HANDLE, 0x44), pin(communication, ANY));
        assertEquals(List.of(0x44L), sinks);
    }

    @Test
    void aSinkThatRefusesRefusesTheConnection() {
        sinkStatus = NtStatus.INVALID_HANDLE;
        assertEquals(
                NtStatus.INVALID_HANDLE,
                refused(pin(KSPIN_COMMUNICATION.SOURCE, ANY), p -> p.putLong(PIN_TO_HANDLE, 4)));
    }

    @Test
    void withoutListsAPinOffersTheStandardInterfaceAndMedium() {
        KSPIN_DESCRIPTOR pin = pin(KSPIN_COMMUNICATION.SINK, ANY);
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> OTHER.write(p, INTERFACE)));
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> p.putInt(INTERFACE + 16, 1)));
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> OTHER.write(p, MEDIUM)));
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> p.putInt(MEDIUM + 16, 1)));
    }

    @Test
    void withListsAPinOffersNothingElse() {
        KSIDENTIFIER own =
                KSIDENTIFIER.LAYOUT.allocate().set(KSIDENTIFIER.Set, OTHER).set(KSIDENTIFIER.Id, 3);
        KSPIN_DESCRIPTOR pin = new KSPIN_DESCRIPTOR(List.of(own), List.of(own), List.of(ANY), KSPIN_COMMUNICATION.SINK);
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> {}));
        ByteBuffer parameters = connect();
        OTHER.write(parameters, INTERFACE);
        OTHER.write(parameters, MEDIUM);
        assertNotNull(validate(parameters.putInt(INTERFACE + 16, 3).putInt(MEDIUM + 16, 3), pin));
    }

    @Test
    void wildcardsOfARangeTakeAllThatFollows() {
        Guid audio = KSDATAFORMAT_TYPE.AUDIO;
        Guid pcm = KSDATAFORMAT_SUBTYPE.PCM;
        Guid wave = KSDATAFORMAT_SPECIFIER.WAVEFORMATEX;
        assertTrue(KsValidateConnectRequest.accepts(List.of(range(Guid.NULL, OTHER, OTHER)), PCM));
        assertTrue(KsValidateConnectRequest.accepts(List.of(range(audio, Guid.NULL, OTHER)), PCM));
        assertTrue(KsValidateConnectRequest.accepts(List.of(range(audio, pcm, wave)), PCM));
    }

    @Test
    void aFormatOutsideTheRangesDoesNotMatch() {
        Guid audio = KSDATAFORMAT_TYPE.AUDIO;
        Guid pcm = KSDATAFORMAT_SUBTYPE.PCM;
        KSPIN_DESCRIPTOR pin = pin(
                KSPIN_COMMUNICATION.SINK,
                range(OTHER, Guid.NULL, Guid.NULL),
                range(audio, OTHER, Guid.NULL),
                range(audio, pcm, Guid.NULL),
                range(audio, pcm, OTHER));
        assertEquals(NtStatus.NO_MATCH, refused(pin, p -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 71, 72, 135})
    void aConnectionThatIsCutShortIsAnInvalidBufferSize(int length) {
        KSPIN_DESCRIPTOR pin = pin(KSPIN_COMMUNICATION.SINK, ANY);
        assertEquals(
                NtStatus.INVALID_BUFFER_SIZE, statusOf(() -> validate(connect().limit(length), pin)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 83, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aFormatSizeThatContradictsTheBytesIsAnInvalidParameter(int size) {
        KSPIN_DESCRIPTOR pin = pin(KSPIN_COMMUNICATION.SINK, ANY);
        assertEquals(NtStatus.INVALID_PARAMETER, refused(pin, p -> p.putInt(FORMAT, size)));
    }

    @Test
    void attributesBelongToTheFormat() {
        ByteBuffer parameters = room(FORMAT + 88 + 8 + 24);
        parameters.put(0, connect(), 0, FORMAT + PCM.size());
        parameters.putInt(FORMAT + 4, 2).putInt(FORMAT + 88, 32).putInt(FORMAT + 92, 1);
        parameters.putInt(FORMAT + 96, 24);
        KsValidateConnectRequest.Connection connection = validate(parameters, pin(KSPIN_COMMUNICATION.SINK, ANY));
        assertEquals(120, connection.format().size());
    }

    @Test
    void moreAttributesThanThereIsRoomForAreAnInvalidParameter() {
        ByteBuffer parameters = room(FORMAT + 88 + 8 + 24);
        parameters.put(0, connect(), 0, FORMAT + PCM.size());
        parameters.putInt(FORMAT + 4, 2).putInt(FORMAT + 88, 32).putInt(FORMAT + 92, -1);
        parameters.putInt(FORMAT + 96, 24);
        assertEquals(
                NtStatus.INVALID_PARAMETER, statusOf(() -> validate(parameters, pin(KSPIN_COMMUNICATION.SINK, ANY))));
    }

    @Test
    void anyBytesGetAStatus() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer parameters = connect();
            for (int change = random.nextInt(6); change > 0; change--) {
                parameters.put(random.nextInt(parameters.limit()), (byte) random.nextInt(256));
            }
            try {
                assertNotNull(validate(parameters, pin(KSPIN_COMMUNICATION.BOTH, ANY)));
            } catch (KsException e) {
                assertTrue(e.status().isError());
            }
        }
    }

    @Test
    void aClockHasNoFlags() {
        assertNotNull(KsValidateClockCreateRequest.of(room(4)));
        assertEquals(NtStatus.INVALID_PARAMETER, statusOf(() -> KsValidateClockCreateRequest.of(room(4).putInt(0, 1))));
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, statusOf(() -> KsValidateClockCreateRequest.of(room(3))));
    }

    @Test
    void aNodeIsOneOfTheTopologyOrAll() {
        assertEquals(2, KsValidateTopologyNodeCreateRequest.of(node(0, 2), 3).get(KSNODE_CREATE.Node));
        assertEquals(-1, KsValidateTopologyNodeCreateRequest.of(node(0, -1), 3).get(KSNODE_CREATE.Node));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNodeThatThereIsNotIsAnInvalidParameter(int node) {
        assertEquals(
                NtStatus.INVALID_PARAMETER, statusOf(() -> KsValidateTopologyNodeCreateRequest.of(node(0, node), 3)));
    }

    @Test
    void aNodeHasNoFlags() {
        assertEquals(NtStatus.INVALID_PARAMETER, statusOf(() -> KsValidateTopologyNodeCreateRequest.of(node(1, 0), 3)));
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, statusOf(() -> KsValidateTopologyNodeCreateRequest.of(room(7), 3)));
    }

    @Test
    void withoutNodesTheirNameIsNotKnown() {
        assertEquals(
                NtStatus.OBJECT_NAME_NOT_FOUND, statusOf(() -> KsValidateTopologyNodeCreateRequest.of(node(0, 0), 0)));
    }

    private static ByteBuffer node(int flags, int node) {
        return room(8).putInt(0, flags).putInt(4, node);
    }

    @Test
    void anAllocatorHasAFrameSizeAndKnownOptions() {
        ByteBuffer framing = room(24).putInt(0, 3).putInt(12, 512);
        assertEquals(512, KsValidateAllocatorCreateRequest.of(framing).get(KSALLOCATOR_FRAMING.FrameSize));
        assertEquals(NtStatus.INVALID_PARAMETER, statusOf(() -> KsValidateAllocatorCreateRequest.of(room(24))));
        assertEquals(
                NtStatus.INVALID_PARAMETER, statusOf(() -> KsValidateAllocatorCreateRequest.of(framing.putInt(0, 4))));
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, statusOf(() -> KsValidateAllocatorCreateRequest.of(room(23))));
    }

    @Test
    void theFramingOfAnAllocatorIsACopy() {
        ByteBuffer parameters = room(24).putInt(12, 512);
        KSALLOCATOR_FRAMING framing = KsValidateAllocatorCreateRequest.of(parameters);
        parameters.putInt(12, 0);
        assertEquals(512, framing.get(KSALLOCATOR_FRAMING.FrameSize));
    }
}

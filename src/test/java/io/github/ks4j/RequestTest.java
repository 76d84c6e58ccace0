package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsAccessException;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_MEDIASEEKING;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KsLongProperty;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that requests are made of, and the words for them when they fail. */
class RequestTest {
    private static final String AUDIO = "a0aaff451b6e d011 bcf2 444553540000".replace(" ", "");
    private static final String PIN = "6049138cad51cf11878a94f801c10000";
    private static final String GET = "01000000";
    private static final String SET = "02000000";
    private static final String GET_OF_NODE = "01000010";
    private static final KsSet OWN = KsSet.of("KSPROPSETID_Own", "{4B53344A-5354-5542-8001-000000000002}");
    private static final String OWN_HEX = "4a34534b54534255800100000000 0002".replace(" ", "");

    private final Seam seam = new Seam();
    private final KsFilter filter = seam.filter();

    private String request() {
        return seam.asked.get(seam.asked.size() - 1).request();
    }

    @Test
    void aFilterIsAddressedByAPlainProperty() {
        seam.replyInts(1);
        filter.get(KSPROPERTY_PIN.CTYPES);

        assertEquals(PIN + "01000000" + GET, request());
        assertEquals(IOCTL_KS.PROPERTY, seam.asked.get(0).controlCode());
    }

    @Test
    void aPinFactoryIsAddressedByItsNumber() {
        seam.replyInts(1);
        filter.pinFactory(3).dataFlow();

        assertEquals(PIN + "02000000" + GET + "03000000" + "00000000", request());
    }

    @Test
    void aNodeIsAddressedByItsNumberAndTheTopologyFlag() {
        seam.replyInts(1);
        filter.node(2).get(KSPROPERTY_AUDIO.MUX_SOURCE);

        assertEquals(AUDIO + "0c000000" + GET_OF_NODE + "02000000" + "00000000", request());
    }

    @Test
    void aChannelIsAddressedBehindItsNode() {
        seam.replyInts(1);
        filter.node(2).channel(-1).get(KSPROPERTY_AUDIO.VOLUMELEVEL);

        assertEquals(AUDIO + "04000000" + GET_OF_NODE + "02000000" + "00000000" + "ffffffff" + "00000000", request());
    }

    @Test
    void instanceDataLengthensTheRequest() {
        seam.replyInts(1);
        filter.node(2).instance((byte) 0xAA, (byte) 0xBB).get(KSPROPERTY_AUDIO.MUX_SOURCE);

        assertEquals(AUDIO + "0c000000" + GET_OF_NODE + "02000000" + "00000000" + "aabb", request());
    }

    @Test
    void whatAnEarlierRequestLeftBehindIsNotSent() {
        seam.replyInts(1).replyInts(1);
        filter.instance(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1})
                .get(KSPROPERTY_PIN.CTYPES);
        filter.node(2).channel(0).get(KSPROPERTY_AUDIO.VOLUMELEVEL);

        assertEquals(AUDIO + "04000000" + GET_OF_NODE + "02000000" + "00000000" + "00000000" + "00000000", request());
    }

    @Test
    void theNameOfANodeIsAskedOfTheFilterWithoutTheTopologyFlag() {
        seam.reply(NtStatus.NOT_FOUND, 0);

        assertTrue(filter.node(5).name().isEmpty());
        assertEquals("c04a0d723375d011a5d628db04c10000" + "03000000" + GET + "05000000" + "00000000", request());
    }

    @Test
    void aSetCarriesTheValueInTheDataBuffer() {
        seam.reply(NtStatus.SUCCESS, 0);
        filter.node(0).channel(1).set(KSPROPERTY_AUDIO.VOLUMELEVEL, -65536);

        assertEquals("0000ffff", seam.asked.get(0).data());
        assertTrue(request().startsWith(AUDIO + "04000000" + "02000010"), request());
    }

    static List<NtStatus> refusalsOfRoom() {
        return List.of(NtStatus.BUFFER_TOO_SMALL, NtStatus.BUFFER_OVERFLOW, NtStatus.MORE_ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("refusalsOfRoom")
    void aValueIsSentAgainInSixteenBytesIfThoseItTakesAreTooFew(NtStatus refusal) {
        seam.reply(refusal, 0).reply(NtStatus.SUCCESS, 0);
        filter.node(0).channel(1).set(KSPROPERTY_AUDIO.VOLUMELEVEL, -65536);

        assertEquals(
                "0000ffff" + "00000000" + "00000000" + "00000000",
                seam.asked.get(1).data());
    }

    @Test
    void rawBytesAreSentAsTheyAre() {
        seam.reply(NtStatus.SUCCESS, 0);
        filter.setRaw(OWN.guid(), 7, ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2));

        assertEquals(OWN_HEX + "07000000" + SET, request());
        assertEquals("0102", seam.asked.get(0).data());
    }

    @Test
    void aRawReadTellsTheDriverTheSizeOfTheBuffer() {
        seam.reply(new byte[] {1, 2, 3});
        ByteBuffer target = ByteBuffer.allocate(10).position(2);

        assertEquals(3, filter.getRaw(OWN.guid(), 7, target));
        assertEquals(5, target.position());
        assertArrayEquals(new byte[] {0, 0, 1, 2, 3, 0, 0, 0, 0, 0}, target.array());
        assertEquals(List.of(8), seam.replyLengths());
    }

    @Test
    void aLongIsReadInEightBytes() {
        seam.replyInts(1, 2);
        KsLongProperty property = new KsLongProperty(KSPROPERTY_MEDIASEEKING.SET, 3, "POSITION", "");

        assertEquals(0x2_0000_0001L, filter.get(property));
    }

    @Test
    void aLongIsWrittenInEightBytes() {
        seam.reply(NtStatus.SUCCESS, 0);
        filter.set(new KsLongProperty(KSPROPERTY_MEDIASEEKING.SET, 3, "POSITION", ""), 0x2_0000_0001L);

        assertEquals("0100000002000000", seam.asked.get(0).data());
    }

    @Test
    void aMethodIsSentWithItsData() {
        seam.reply(new byte[] {3, 2, 1});
        KsMethod method = new KsMethod(OWN, 4, "METHOD_INVERT", KsMethod.Direction.MODIFY, "");

        assertArrayEquals(new byte[] {3, 2, 1}, filter.call(method, new byte[] {1, 2, 3}));
        assertEquals(IOCTL_KS.METHOD, seam.asked.get(0).controlCode());
        assertEquals(OWN_HEX + "04000000" + "01000000", request());
        assertEquals("010203", seam.asked.get(0).data());
    }

    @Test
    void aMethodThatOnlyReadsGivesNothingBack() {
        seam.reply(NtStatus.SUCCESS, 3);
        KsMethod method = new KsMethod(OWN, 2, "METHOD_CONSUME", KsMethod.Direction.READ, "");

        assertEquals(0, filter.call(method, new byte[] {1, 2, 3}).length);
    }

    @Test
    void aMethodWithoutDataIsSentWithoutABuffer() {
        seam.reply(NtStatus.SUCCESS, 0);
        KsMethod method = new KsMethod(OWN, 1, "METHOD_NOTHING", KsMethod.Direction.NONE, "");

        assertEquals(0, filter.call(method, new byte[0]).length);
        assertEquals(List.of(0), seam.replyLengths());
    }

    @Test
    void aMethodIsNotCalledAgainForWantOfRoom() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 4);
        KsMethod method = new KsMethod(OWN, 5, "METHOD_TOTAL", KsMethod.Direction.WRITE, "");

        assertThrows(KsException.class, () -> filter.call(method, new byte[0]));
        assertEquals(1, seam.asked.size());
    }

    @Test
    void anIntersectionCarriesTheRangesBehindThePin() {
        seam.reply(NtStatus.NO_MATCH, 0);
        DataRange range =
                DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.PCM, KSDATAFORMAT_SPECIFIER.WAVEFORMATEX);

        assertTrue(filter.pinFactory(1).intersect(range, range).isEmpty());
        assertEquals(2 * (32 + 8 + 64 + 64), request().length());
        assertTrue(
                request().startsWith(PIN + "04000000" + GET + "01000000" + "00000000" + "88000000" + "02000000"),
                request());
    }

    @Test
    void anIntersectionHasRoomForAnExtensibleFormat() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 82).reply(NtStatus.NO_MATCH, 0);

        assertTrue(filter.pinFactory(1).intersect().isEmpty());
        assertEquals(List.of(0, 128), seam.replyLengths());
    }

    @Test
    void aSetIsSoughtAmongPropertiesMethodsAndEvents() {
        seam.reply(NtStatus.PROPSET_NOT_FOUND, 0)
                .reply(NtStatus.INVALID_DEVICE_REQUEST, 0)
                .reply(NtStatus.SUCCESS, 0);

        assertTrue(filter.supports(OWN));
        assertEquals(
                List.of(IOCTL_KS.PROPERTY, IOCTL_KS.METHOD, IOCTL_KS.ENABLE_EVENT),
                seam.asked.stream().map(Seam.Asked::controlCode).toList());
        assertEquals(OWN_HEX + "00000000" + "00010000", request());
    }

    @Test
    void aSetThatNobodyKnowsIsNotSupported() {
        seam.reply(NtStatus.PROPSET_NOT_FOUND, 0)
                .reply(NtStatus.PROPSET_NOT_FOUND, 0)
                .reply(NtStatus.PROPSET_NOT_FOUND, 0);

        assertFalse(filter.supports(OWN));
    }

    @Test
    void setsAreListedInTheDriversOrder() {
        ByteBuffer guids = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        KSPROPERTY_AUDIO.SET.guid().write(guids, 0);
        OWN.guid().write(guids, 16);
        seam.reply(NtStatus.BUFFER_OVERFLOW, 32).reply(guids.array());

        assertEquals(List.of(KSPROPERTY_AUDIO.SET.guid(), OWN.guid()), filter.propertySets());
        assertEquals("0".repeat(32) + "00000000" + "00010000", request());
    }

    @Test
    void anObjectThatTakesNoMethodsHasNoMethodSets() {
        seam.reply(NtStatus.INVALID_DEVICE_REQUEST, 0);

        assertEquals(List.of(), filter.methodSets());
    }

    @Test
    void aDriverThatDoesNotListItsSetsSaysSo() {
        seam.reply(NtStatus.PROPSET_NOT_FOUND, 0);

        assertThrows(KsNotSupportedException.class, filter::propertySets);
    }

    @ParameterizedTest
    @CsvSource({
        "PROPSET_NOT_FOUND, NotSupported",
        "NOT_FOUND, NotSupported",
        "INVALID_DEVICE_STATE, Busy",
        "DEVICE_REMOVED, Disconnected",
        "ACCESS_DENIED, Access",
        "CANCELLED, Cancelled",
    })
    void aStatusBecomesTheExceptionThatCallersBranchOn(String status, String exception) throws Exception {
        NtStatus code = (NtStatus) NtStatus.class.getField(status).get(null);
        seam.reply(code, 0);

        KsException e = assertThrows(KsException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
        Class<?> expected = switch (exception) {
            case "NotSupported" -> KsNotSupportedException.class;
            case "Busy" -> KsBusyException.class;
            case "Disconnected" -> KsDisconnectedException.class;
            case "Access" -> KsAccessException.class;
            default -> KsCancelledException.class;
        };
        assertInstanceOf(expected, e);
        assertEquals(code, e.status());
    }

    @Test
    void aFailureNamesOperationItemSetNumberObjectAndCodes() {
        seam.reply(NtStatus.INVALID_PARAMETER, 0);

        String message = assertThrows(
                        KsException.class, () -> filter.node(1).channel(0).set(KSPROPERTY_AUDIO.MUTE, 1))
                .getMessage();
        assertTrue(
                message.startsWith("set KSPROPERTY_AUDIO_MUTE (KSPROPSETID_Audio 13) of channel 0 of node 1 of "
                        + Seam.PATH + ": STATUS_INVALID_PARAMETER (0xC000000D), Win32 ERROR_INVALID_PARAMETER"),
                message);
    }

    @Test
    void aFailureOfAnUnknownItemNamesItsNumbers() {
        seam.reply(NtStatus.NOT_FOUND, 0);

        String message = assertThrows(KsException.class, () -> filter.getRaw(OWN.guid(), 9))
                .getMessage();
        assertTrue(message.startsWith("get " + OWN.guid() + " 9 of " + Seam.PATH), message);
    }

    @Test
    void aNameThatIsNotFoundIsNoReasonToThinkThatTheDeviceIsGone() {
        seam.reply(NtStatus.OBJECT_NAME_NOT_FOUND, 0);

        KsException e = assertThrows(KsException.class, () -> filter.getRaw(OWN.guid(), 9));
        assertFalse(e instanceof KsDisconnectedException, e.toString());
    }

    @Test
    void aPinWithoutANameHasNone() {
        seam.reply(NtStatus.OBJECT_NAME_NOT_FOUND, 0);

        assertTrue(filter.pinFactory(0).name().isEmpty());
    }

    @Test
    void anAbsurdNumberOfPinFactoriesIsRefused() {
        seam.replyInts(-1);

        assertThrows(KsException.class, filter::pinFactories);
    }

    @Test
    void theTypeOfANodeThatIsNotThereIsABadReply() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8).replyInts(8, 0);

        assertThrows(KsException.class, () -> filter.node(0).type());
    }

    @Test
    void guidNullIsNoSetOfItsOwn() {
        assertEquals(
                "list the sets of " + Seam.PATH,
                Request.property(filter, Guid.NULL, 0, 0x100).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0000034, 0xC0000001})
    void aNodeWhoseNameIsNotToBeHadHasNone(int status) {
        seam.reply(NtStatus.of(status), 0);

        assertTrue(filter.node(5).name().isEmpty());
    }

    @Test
    void nothingIsAskedForABufferThatCannotTakeTheAnswer() {
        ByteBuffer target = ByteBuffer.allocate(4).asReadOnlyBuffer();

        assertThrows(ReadOnlyBufferException.class, () -> filter.getRaw(KSPROPERTY_PIN.SET.guid(), 1, target));
        assertEquals(List.of(), seam.asked);
    }
}

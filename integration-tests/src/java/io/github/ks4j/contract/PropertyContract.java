package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_GENERAL;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of a filter, request by request. */
abstract class PropertyContract extends DriverContract {
    private static final byte[] NAME_VALUE =
            (StubFilter.FRIENDLY_NAME.substring(0, 9) + "\0").getBytes(StandardCharsets.UTF_16LE);
    private static final Guid UNKNOWN_SET = Guid.of("{00000000-1111-2222-3333-444444444444}");

    private Requests.Reply get(int id, int length) {
        return filter().property(head(StubFilter.PROPERTIES, id, KSPROPERTY_TYPE.GET), length);
    }

    private Requests.Reply set(int id, byte... value) {
        return filter().property(head(StubFilter.PROPERTIES, id, KSPROPERTY_TYPE.SET), value);
    }

    private Requests.Reply basicSupport(int id, int length) {
        return filter().property(head(StubFilter.PROPERTIES, id, KSPROPERTY_TYPE.BASICSUPPORT), length);
    }

    @Test
    void aValueIsRead() {
        get(StubFilter.ANSWER, 4).succeedsWith(42);
    }

    @Test
    void aLargerBufferGetsJustTheValue() {
        get(StubFilter.ANSWER, 64).succeedsWith(42);
    }

    @Test
    void aValueThatWasSetIsReadBack() {
        set(StubFilter.LEVEL, ints(-35)).succeeds();
        get(StubFilter.LEVEL, 4).succeedsWith(-35);
    }

    @Test
    void aValueOutOfRangeIsRefusedAndTheOldOneStays() {
        set(StubFilter.LEVEL, ints(20)).succeeds();
        set(StubFilter.LEVEL, ints(101)).failsWith(NtStatus.INVALID_PARAMETER);
        get(StubFilter.LEVEL, 4).succeedsWith(20);
    }

    @Test
    void aSizeQueryOfAFixedValueTellsItsSize() {
        get(StubFilter.ANSWER, 0).needs(4);
    }

    @Test
    void aSizeQueryOfAVariableValueIsAnsweredByItsHandler() {
        get(StubFilter.NAME, 0).needs(20);
    }

    @Test
    void aVariableValueIsRead() {
        get(StubFilter.NAME, 20).succeedsWith(NAME_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBufferShorterThanTheValueIsTooSmall(int length) {
        get(StubFilter.ANSWER, length).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void aBufferShorterThanAVariableValueIsTooSmall() {
        get(StubFilter.NAME, 19).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void theRequestTravelsWhole() {
        filter().property(head(StubFilter.PROPERTIES, StubFilter.ECHO, KSPROPERTY_TYPE.GET, 0x01020304, 0x05060708), 8)
                .succeedsWith(ints(0x01020304, 0x05060708));
    }

    @Test
    void aRequestShorterThanTheItemNeedsIsAnInvalidParameter() {
        filter().property(head(StubFilter.PROPERTIES, StubFilter.ECHO, KSPROPERTY_TYPE.GET, 1), 8)
                .failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aRequestShorterThanItsHeadIsAnInvalidBufferSize() {
        byte[] cut = Arrays.copyOf(head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 23);
        filter().property(cut, 4).failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }

    @Test
    void anUnknownSetIsNotFound() {
        filter().property(head(UNKNOWN_SET, 1, KSPROPERTY_TYPE.GET), 4).failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void anUnknownItemIsNotFound() {
        get(4711, 4).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void readingWhatCanOnlyBeWrittenIsNotFound() {
        get(StubFilter.BLOB, 4).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void writingWhatCanOnlyBeReadIsNotFound() {
        set(StubFilter.ANSWER, ints(1)).failsWith(NtStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET, 0x80})
    void anythingButOneOperationIsNotFound(int flags) {
        filter().property(head(StubFilter.PROPERTIES, StubFilter.ANSWER, flags), 4)
                .failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void aLargeValueTravelsToTheDriver() {
        byte[] blob = new byte[50_000];
        int sum = 0;
        for (int i = 0; i < blob.length; i++) {
            blob[i] = (byte) (i * 31);
            sum += Byte.toUnsignedInt(blob[i]);
        }
        set(StubFilter.BLOB, blob).succeeds();
        get(StubFilter.BLOBSIZE, 4).succeedsWith(blob.length);
        get(StubFilter.BLOBSUM, 4).succeedsWith(sum);
    }

    @Test
    void basicSupportWithoutABufferTellsTheSizeOfTheDescription() {
        basicSupport(StubFilter.LEVEL, 0).needs(72);
    }

    @Test
    void basicSupportOfFourBytesIsTheAccessFlags() {
        basicSupport(StubFilter.LEVEL, 4).succeedsWith(KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET);
        basicSupport(StubFilter.ANSWER, 4).succeedsWith(KSPROPERTY_TYPE.GET);
        basicSupport(StubFilter.BLOB, 4).succeedsWith(KSPROPERTY_TYPE.SET);
    }

    @Test
    void basicSupportOfFortyBytesIsTheDescription() {
        basicSupport(StubFilter.LEVEL, 40).succeedsWith(description());
    }

    @Test
    void basicSupportOfTheFullSizeHasTheRange() {
        byte[] full = Arrays.copyOf(description(), 72);
        // Members header: stepped ranges of 16 bytes, one of them; then step, reserved, minimum, maximum.
        System.arraycopy(ints(2, 16, 1, 0, 5, 0, -100, 100), 0, full, 40, 32);
        basicSupport(StubFilter.LEVEL, 72).succeedsWith(full);
        basicSupport(StubFilter.LEVEL, 200).succeedsWith(full);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 39, 41, 71})
    void basicSupportOfAnyOtherSizeIsTooSmall(int length) {
        basicSupport(StubFilter.LEVEL, length).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void basicSupportOfAnUnknownItemIsNotFound() {
        basicSupport(4711, 4).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void aKnownSetIsSupportedWhateverTheItem() {
        filter().property(head(StubFilter.PROPERTIES, 4711, KSPROPERTY_TYPE.SETSUPPORT), 0)
                .succeeds();
    }

    @Test
    void aFilterWithoutAComponentIdKnowsItsSetAllTheSame() {
        Guid general = KSPROPERTY_GENERAL.SET.guid();
        filter().property(head(general, 0, KSPROPERTY_TYPE.GET), 72).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void anUnknownSetIsNotSupported() {
        filter().property(head(UNKNOWN_SET, 0, KSPROPERTY_TYPE.SETSUPPORT), 0).failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void theSetOfAllSetsTellsHowMuchItNeeds() {
        filter().property(head(Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT), 0).needs(5 * Guid.SIZE);
    }

    @Test
    void theSetOfAllSetsListsThemInOrder() {
        ByteBuffer sets = ByteBuffer.allocate(5 * Guid.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        Guid.of("{8C134960-51AD-11CF-878A-94F801C10000}").write(sets, 0);
        Guid.of("{720D4AC0-7533-11D0-A5D6-28DB04C10000}").write(sets, 16);
        KSPROPERTY_GENERAL.SET.guid().write(sets, 32);
        StubFilter.PROPERTIES.write(sets, 48);
        KSPROPERTY_VIDCAP_CAMERACONTROL.SET.guid().write(sets, 64);
        filter().property(head(Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT), 80).succeedsWith(sets.array());
    }

    private static byte[] description() {
        ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET).putInt(4, 72);
        Guid.of("{97E99BA0-BDEA-11CF-A5D6-28DB04C10000}").write(bytes, 8);
        bytes.putInt(24, 3).putInt(32, 1);
        return bytes.array();
    }
}

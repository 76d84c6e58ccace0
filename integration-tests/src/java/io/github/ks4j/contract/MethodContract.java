package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.struct.Guid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of a filter in every direction. */
abstract class MethodContract extends DriverContract {
    private Requests.Reply send(int id, byte... data) {
        return filter().method(head(StubFilter.METHODS, id, KSMETHOD_TYPE.SEND), data);
    }

    @Test
    void aMethodWithoutDataIsCalled() {
        send(StubFilter.NOTHING).succeeds();
    }

    @Test
    void aMethodThatReadsGetsTheCallersData() {
        send(StubFilter.CONSUME, new byte[] {1, 2, (byte) 250}).succeeds();
        send(StubFilter.TOTAL, new byte[4]).succeedsWith(253);
    }

    @Test
    void aMethodThatWritesFillsTheCallersBuffer() {
        byte[] expected = new byte[300];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) i;
        }
        send(StubFilter.PRODUCE, new byte[300]).succeedsWith(expected);
    }

    @Test
    void aMethodThatModifiesGetsTheDataAndReturnsIt() {
        send(StubFilter.INVERT, new byte[] {0, 1, -1}).succeedsWith(new byte[] {-1, -2, 0});
    }

    @Test
    void aMethodThatWorksOnTheCallersMemoryChangesItInPlace() {
        send(StubFilter.SOURCED, new byte[] {0, 1, -1}).succeedsWith(new byte[] {-1, -2, 0});
    }

    @Test
    void aMethodThatWorksOnTheCallersMemoryMayHaveNone() {
        send(StubFilter.SOURCED).succeeds();
    }

    @Test
    void aSizeQueryTellsTheSizeOfTheData() {
        send(StubFilter.TOTAL).needs(4);
    }

    @Test
    void aBufferShorterThanTheDataIsTooSmall() {
        send(StubFilter.TOTAL, new byte[3]).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void anUnknownMethodIsNotFound() {
        send(4711).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void anUnknownSetIsNotFound() {
        filter().method(head(new Guid(1, 2), 1, KSMETHOD_TYPE.SEND), new byte[0])
                .failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void aRequestShorterThanItsHeadIsAnInvalidBufferSize() {
        filter().method(
                        Arrays.copyOf(head(StubFilter.METHODS, StubFilter.NOTHING, KSMETHOD_TYPE.SEND), 20),
                        new byte[0])
                .failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KSMETHOD_TYPE.SEND | KSMETHOD_TYPE.WRITE, 0x80})
    void anythingButSendIsNotFound(int flags) {
        filter().method(head(StubFilter.METHODS, StubFilter.NOTHING, flags), new byte[0])
                .failsWith(NtStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void basicSupportTellsWhichWayTheDataGoes(int id) {
        filter().method(head(StubFilter.METHODS, id, KSMETHOD_TYPE.BASICSUPPORT), ints(-1))
                .succeedsWith(id - 1);
    }

    @Test
    void basicSupportTellsThatAMethodWorksOnTheCallersMemory() {
        filter().method(head(StubFilter.METHODS, StubFilter.SOURCED, KSMETHOD_TYPE.BASICSUPPORT), ints(-1))
                .succeedsWith(KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.MODIFY);
    }

    @Test
    void aKnownSetIsSupported() {
        filter().method(head(StubFilter.METHODS, 0, KSMETHOD_TYPE.SETSUPPORT), new byte[0])
                .succeeds();
    }

    @Test
    void theSetOfAllSetsListsThem() {
        byte[] guid = head(StubFilter.METHODS, 0, 0);
        filter().method(head(Guid.NULL, 0, KSMETHOD_TYPE.SETSUPPORT), new byte[16])
                .succeedsWith(Arrays.copyOf(guid, 16));
    }
}

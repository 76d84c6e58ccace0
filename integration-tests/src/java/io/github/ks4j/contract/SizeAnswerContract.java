package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.Ks;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which drivers answer to a question for the size of a value, and that clients get the value all the same. */
abstract class SizeAnswerContract extends DriverContract {
    private static final byte[] VALUE = StubFilter.sizedValue();

    private Requests.Reply get(int id, int length) {
        return filter().property(head(StubFilter.PROPERTIES, id, KSPROPERTY_TYPE.GET), length);
    }

    private byte[] read(int id) {
        try (Ks ks = Ks.over(driver())) {
            return ks.filter(StubFilter.PATH).getRaw(StubFilter.PROPERTIES, id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                StubFilter.SIZED,
                StubFilter.TOOSMALL,
                StubFilter.TOOSMALLSIZED,
                StubFilter.SUCCESSSIZED,
                StubFilter.SUCCESSZERO
            })
    void aValueFitsIntoItsSize(int id) {
        get(id, VALUE.length).succeedsWith(VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                StubFilter.SIZED,
                StubFilter.TOOSMALL,
                StubFilter.TOOSMALLSIZED,
                StubFilter.SUCCESSSIZED,
                StubFilter.SUCCESSZERO
            })
    void aValueIsReadHoweverItsSizeIsTold(int id) {
        assertArrayEquals(VALUE, read(id));
    }

    @Test
    void aSizeMayBeToldWithBufferOverflow() {
        get(StubFilter.SIZED, 0).needs(VALUE.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23})
    void aValueMayBeTooLargeWithoutASize(int length) {
        get(StubFilter.TOOSMALL, length).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23})
    void aValueMayBeTooLargeWithASizeThatTheSystemMayKeep(int length) {
        assertEquals(
                NtStatus.BUFFER_TOO_SMALL, get(StubFilter.TOOSMALLSIZED, length).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23})
    void aQuestionForTheSizeMaySucceedWithNothing(int length) {
        get(StubFilter.SUCCESSZERO, length).succeeds();
    }

    @Test
    void aListMayHaveNoHead() {
        get(StubFilter.BARELIST, 0).needs(12);
        get(StubFilter.BARELIST, 12).succeedsWith(ints(1, 2, 3));
    }

    @Test
    void aListWithoutAHeadIsRead() {
        assertArrayEquals(ints(1, 2, 3), read(StubFilter.BARELIST));
    }

    @Test
    void aListStartsWithItsSizeAndItsCount() {
        get(StubFilter.GROWING, 12).succeedsWith(ints(12, 1, 0));
    }

    @Test
    void aListGrowsBetweenTwoQuestionsForItsSize() {
        get(StubFilter.GROWING, 0).needs(12);
        get(StubFilter.GROWING, 0).needs(16);
    }

    @Test
    void aListThatHasGrownDoesNotFitAnyMore() {
        get(StubFilter.GROWING, 0).needs(12);
        get(StubFilter.GROWING, 12).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void aListTellsItsSizeToThoseWhoHaveRoomForThatOnly() {
        get(StubFilter.GROWING, 0).needs(12);
        get(StubFilter.GROWING, 4).succeedsWith(16);
        get(StubFilter.GROWING, 8).succeedsWith(ints(16, 2));
    }

    @Test
    void aListIsFullyGrownAtLast() {
        int largest = 8 + 4 * StubFilter.FULLY_GROWN;
        for (int size = 12; size <= largest; size += 4) {
            get(StubFilter.GROWING, 0).needs(size);
        }
        get(StubFilter.GROWING, 0).needs(largest);
    }

    @Test
    void aListThatGrowsWhileItIsReadIsReadAsItIsThen() {
        byte[] list = read(StubFilter.GROWING);
        int count = list.length / Integer.BYTES - 2;
        int[] expected = new int[count + 2];
        expected[0] = list.length;
        expected[1] = count;
        for (int i = 0; i < count; i++) {
            expected[2 + i] = i;
        }
        assertArrayEquals(ints(expected), list);
    }
}

package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.struct.Guid;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every answer that drivers give to the question how large a value is, and what becomes of it. */
class SizeAnswerTest {
    private static final Guid SET = Guid.of("{4B53344A-5354-5542-8001-000000000001}");
    private static final byte[] VALUE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    private final Seam seam = new Seam();
    private final KsFilter filter = seam.filter();

    private byte[] get() {
        return filter.getRaw(SET, 3);
    }

    @Test
    void overflowWithTheSizeIsFollowedByOneRead() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 12).reply(VALUE);

        assertReadWithRoomFor(0, 12);
    }

    @Test
    void tooSmallWithTheSizeIsFollowedByOneRead() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 12).reply(VALUE);

        assertReadWithRoomFor(0, 12);
    }

    @Test
    void tooSmallWithoutASizeIsFollowedByAQuestionOfFourBytes() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0).replyInts(12).reply(VALUE);

        assertReadWithRoomFor(0, 4, 12);
    }

    @Test
    void successWithTheSizeIsFollowedByOneRead() {
        seam.reply(NtStatus.SUCCESS, 12).reply(VALUE);

        assertReadWithRoomFor(0, 12);
    }

    @Test
    void successWithZeroIsFollowedByAQuestionOfFourBytes() {
        seam.reply(NtStatus.SUCCESS, 0).replyInts(12).reply(VALUE);

        assertReadWithRoomFor(0, 4, 12);
    }

    @Test
    void moreEntriesIsASizeAnswerThoughItIsASuccess() {
        seam.reply(NtStatus.MORE_ENTRIES, 12).reply(VALUE);

        assertArrayEquals(VALUE, get());
    }

    @Test
    void moreEntriesToAReadIsNotAValue() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8).reply(NtStatus.MORE_ENTRIES, 12).reply(VALUE);

        assertReadWithRoomFor(0, 8, 12);
    }

    @Test
    void fourBytesThatAreNoSizeAreTheValue() {
        seam.reply(NtStatus.SUCCESS, 0).replyInts(-96 * 65536);

        assertArrayEquals(new byte[] {0, 0, (byte) 0xA0, (byte) 0xFF}, get());
    }

    @Test
    void aSmallIntegerIsTheValueThoughItCouldBeASize() {
        seam.reply(NtStatus.SUCCESS, 0).replyInts(42).replyInts(42);

        assertArrayEquals(new byte[] {42, 0, 0, 0}, get());
    }

    private void assertReadWithRoomFor(Integer... bytes) {
        assertArrayEquals(VALUE, get());
        assertEquals(List.of(bytes), seam.replyLengths());
    }

    /** The reply to each of the requests in which room is tried, and to those before. */
    private void always(NtStatus status) {
        for (int i = 0; i < 9; i++) {
            seam.reply(status, 0);
        }
    }

    @Test
    void successWithZeroWhateverTheRoomIsAnEmptyValue() {
        always(NtStatus.SUCCESS);

        assertEquals(0, get().length);
    }

    @Test
    void noSizeWhateverTheRoomIsTheDriversFailure() {
        always(NtStatus.BUFFER_TOO_SMALL);

        KsException e = assertThrows(KsException.class, this::get);
        assertEquals(NtStatus.BUFFER_TOO_SMALL, e.status());
        assertEquals(List.of(0, 4, 16, 64, 256, 1024, 4096, 16384, 65536), seam.replyLengths());
    }

    @Test
    void successWithZeroUntilThereIsRoomIsNoEmptyValue() {
        seam.reply(NtStatus.SUCCESS, 0).reply(NtStatus.SUCCESS, 0).reply(VALUE);

        assertReadWithRoomFor(0, 4, 16);
    }

    @Test
    void tooSmallWithoutASizeUntilThereIsRoomIsAValue() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(VALUE);

        assertReadWithRoomFor(0, 4, 16, 64);
    }

    @Test
    void aSizeThatIsToldToATrialIsFollowedByOneRead() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_TOO_SMALL, 24)
                .reply(VALUE);

        assertReadWithRoomFor(0, 4, 16, 24);
    }

    @Test
    void aListThatGrewIsReadAgainWithItsNewSize() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8)
                .reply(NtStatus.BUFFER_OVERFLOW, 12)
                .reply(VALUE);

        assertReadWithRoomFor(0, 8, 12);
    }

    @Test
    void aListThatGrewWithoutSayingHowMuchIsAskedForItsSizeAgain() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8)
                .reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_OVERFLOW, 12)
                .reply(VALUE);

        assertReadWithRoomFor(0, 8, 0, 12);
    }

    @Test
    void aDriverThatUnderstatesTheSizeIsGivenTwiceTheRoom() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8)
                .reply(NtStatus.BUFFER_TOO_SMALL, 0)
                .reply(NtStatus.BUFFER_OVERFLOW, 8)
                .reply(VALUE);

        assertReadWithRoomFor(0, 8, 0, 16);
    }

    @Test
    void aListThatGrowsWithEachQuestionIsOvertaken() {
        int[] entries = {1};
        for (int i = 0; i < 16; i++) {
            seam.reply((reply, length) -> {
                int size = 8 + 4 * entries[0];
                if (length == 0) {
                    entries[0]++;
                    return IoStatusBlock.of(NtStatus.BUFFER_OVERFLOW, size);
                }
                return length < size
                        ? IoStatusBlock.of(NtStatus.BUFFER_TOO_SMALL, 0)
                        : IoStatusBlock.of(NtStatus.SUCCESS, size);
            });
        }

        assertEquals(24, get().length);
        assertEquals(List.of(0, 12, 0, 16, 0, 32), seam.replyLengths());
    }

    @Test
    void aListThatNeverStopsGrowingIsABadReply() {
        for (int size = 8; size <= 1024; size += 8) {
            seam.reply(NtStatus.BUFFER_OVERFLOW, size);
        }

        assertThrows(KsBadReplyException.class, this::get);
        assertTrue(seam.asked.size() < 20, seam.replyLengths().toString());
    }

    @Test
    void aListThatShrankIsWhatCame() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 100).reply(VALUE);

        assertArrayEquals(VALUE, get());
    }

    @Test
    void aCountBeyondTheBufferIsABadReply() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 12).reply(NtStatus.SUCCESS, 13);

        KsBadReplyException e = assertThrows(KsBadReplyException.class, this::get);
        assertTrue(e.getMessage().contains("13 bytes"), e.getMessage());
    }

    @Test
    void aCountThatIsNegativeAsAnIntIsABadReply() {
        seam.reply(NtStatus.SUCCESS, 0xFFFFFFFC);

        assertThrows(KsBadReplyException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
    }

    @Test
    void aHugeSizeIsRefusedBeforeMemoryIsTaken() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, (16 << 20) + 1);

        KsBadReplyException e = assertThrows(KsBadReplyException.class, this::get);
        assertTrue(e.getMessage().contains("16777217"), e.getMessage());
        assertTrue(seam.allocated.stream().allMatch(buffer -> buffer.size() < 1 << 20));
    }

    @Test
    void aHugeSizeInAListsHeadIsRefused() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0).replyInts(0x7FFFFFFF);

        assertThrows(KsBadReplyException.class, () -> filter.get(KSPROPERTY_TOPOLOGY.NODES));
    }

    @Test
    void aListThatClaimsMoreThanItsBytesIsABadReply() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 24).replyInts(24, 1000, 0, 0, 0, 0);

        KsBadReplyException e = assertThrows(KsBadReplyException.class, () -> filter.get(KSPROPERTY_TOPOLOGY.NODES));
        assertTrue(e.getMessage().contains("KSPROPERTY_TOPOLOGY_NODES"), e.getMessage());
    }

    @Test
    void aFailureOfTheFirstRequestIsTheFailure() {
        seam.reply(NtStatus.NOT_FOUND, 0);

        assertEquals(
                NtStatus.NOT_FOUND, assertThrows(KsException.class, this::get).status());
    }

    @Test
    void aValueOfAKnownSizeIsReadAtOnce() {
        seam.replyInts(2);

        assertEquals(2, filter.get(KSPROPERTY_PIN.CTYPES));
        assertEquals(List.of(4), seam.replyLengths());
    }

    @Test
    void lessThanTheKnownSizeIsABadReply() {
        seam.reply(NtStatus.SUCCESS, 3);

        assertThrows(KsBadReplyException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
    }

    @Test
    void whatWasReadBeforeIsNotSeenAgain() {
        byte[] secret = new byte[12];
        Arrays.fill(secret, (byte) 7);
        seam.reply(NtStatus.BUFFER_OVERFLOW, 12).reply(secret);
        get();
        seam.reply(NtStatus.BUFFER_OVERFLOW, 12).reply((reply, length) -> IoStatusBlock.of(NtStatus.SUCCESS, 12));

        assertArrayEquals(new byte[12], get());
    }

    @Test
    void aValueThatIsRefusedForWantOfRoomIsSentAgainWithSixteenBytes() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0).reply(NtStatus.SUCCESS, 0);
        filter.set(KSPROPERTY_CONNECTION.STATE, KSSTATE.RUN);

        assertEquals(List.of(4, 16), seam.replyLengths());
        assertEquals("03000000" + "00".repeat(12), seam.asked.get(1).data());
    }

    @Test
    void aValueThatIsRefusedTwiceIsRefused() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8).reply(NtStatus.BUFFER_TOO_SMALL, 0);

        assertEquals(
                NtStatus.BUFFER_TOO_SMALL,
                assertThrows(KsException.class, () -> filter.set(KSPROPERTY_CONNECTION.STATE, KSSTATE.RUN))
                        .status());
    }

    @Test
    void aLongValueIsNotSentAgain() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0);

        assertThrows(KsException.class, () -> filter.setRaw(SET, 3, new byte[16]));
    }

    @Test
    void theSizeNeededIsInTheMessage() {
        seam.reply(NtStatus.BUFFER_OVERFLOW, 8);

        KsException e = assertThrows(KsException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
        assertTrue(e.getMessage().contains("takes 8 bytes"), e.getMessage());
    }
}

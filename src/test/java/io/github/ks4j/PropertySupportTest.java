package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a basic support answer, of honest drivers and others. */
class PropertySupportTest {
    private static final Guid GENERAL = Guid.of("{97E99BA0-BDEA-11CF-A5D6-28DB04C10000}");
    private static final int STEPPED = 2;
    private static final int RANGES = 1;
    private static final int VALUES = 3;

    private final Seam seam = new Seam();
    private final KsFilter filter = seam.filter();

    private PropertySupport ask() {
        return filter.basicSupport(KSPROPERTY_AUDIO.VOLUMELEVEL);
    }

    /** A description and, behind it, lists of members as integers. */
    private static byte[] image(int claimedSize, int lists, int... rest) {
        ByteBuffer bytes = ByteBuffer.allocate(40 + 4 * rest.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x203).putInt(claimedSize);
        GENERAL.write(bytes, 8);
        bytes.position(24);
        bytes.putInt(3).putInt(0).putInt(lists).putInt(0);
        for (int value : rest) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private void answer(byte[] image) {
        seam.replyInts(0x203).reply(image).reply(image);
    }

    @Test
    void threeQuestionsGetEverything() {
        answer(image(72, 1, STEPPED, 16, 1, 0, 5, 0, -100, 100));

        PropertySupport support = ask();
        assertEquals(List.of(4, 40, 72), seam.replyLengths());
        assertTrue(support.canGet() && support.canSet());
        assertEquals(GENERAL, support.valueTypeSet());
        assertEquals(3, support.valueType());
        assertEquals(
                new PropertySupport.Member(4, 5, -100, 100), support.range().orElseThrow());
    }

    static List<NtStatus> refusalsOfRoom() {
        return List.of(NtStatus.BUFFER_TOO_SMALL, NtStatus.BUFFER_OVERFLOW, NtStatus.MORE_ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("refusalsOfRoom")
    void aDriverThatKnowsOnlyTheFlagsIsBelieved(NtStatus refusal) {
        seam.replyInts(1).reply(refusal, 0);

        PropertySupport support = ask();
        assertTrue(support.canGet());
        assertFalse(support.canSet());
        assertEquals(List.of(), support.members());
    }

    @Test
    void aDriverThatAnswersFortyBytesWithFourHasOnlyTheFlags() {
        seam.replyInts(3).replyInts(3);

        assertEquals(List.of(), ask().members());
    }

    @Test
    void aDriverThatDoesNotKnowFourBytesIsAskedForTheDescription() {
        seam.reply(NtStatus.BUFFER_TOO_SMALL, 0).reply(image(40, 0));

        assertEquals(0x203, ask().accessFlags());
    }

    @Test
    void aPropertyThatIsNotThereIsNotSupported() {
        seam.reply(NtStatus.NOT_FOUND, 0).reply(NtStatus.NOT_FOUND, 0).reply(NtStatus.NOT_FOUND, 0);

        assertThrows(KsNotSupportedException.class, this::ask);
    }

    @Test
    void aDriverThatSucceedsWithoutAnyFlagsIsABadReply() {
        seam.reply(NtStatus.SUCCESS, 0).reply(NtStatus.SUCCESS, 0).reply(NtStatus.SUCCESS, 0);

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void aDeviceThatGoesMeanwhileIsNotTakenForAShortAnswer() {
        seam.replyInts(3).reply(NtStatus.DEVICE_REMOVED, 0);

        assertThrows(KsDisconnectedException.class, this::ask);
    }

    @Test
    void aRangeCanBeReadAsUnsigned() {
        answer(image(72, 1, STEPPED, 16, 1, 0, 1, 0, 0, 0xFFFFFFF5));

        PropertySupport.Member range = ask().range().orElseThrow();
        assertEquals(-11, range.maximum());
        assertEquals(4294967285L, range.unsignedMaximum());
    }

    @Test
    void valuesAreOnTheGridOfTheirRange() {
        PropertySupport.Member range = new PropertySupport.Member(4, 5, -100, 100);

        assertTrue(range.contains(-100) && range.contains(95));
        assertFalse(range.contains(3) || range.contains(105) || range.contains(-105));
    }

    @Test
    void rangesWithoutAStepAndDefaultsAreToldApart() {
        answer(image(84, 2, RANGES, 8, 1, 0, 0, 10, VALUES, 4, 1, 1, 7));

        PropertySupport support = ask();
        assertEquals(new PropertySupport.Member(4, 0, 0, 10), support.range().orElseThrow());
        assertEquals(7, support.defaultValue().orElseThrow().minimum());
    }

    @Test
    void aSteppedRangeThatIsFlaggedWrongIsASteppedRange() {
        answer(image(72, 1, RANGES, 16, 1, 0, 5, 0, -100, 100));

        assertEquals(new PropertySupport.Member(4, 5, -100, 100), ask().range().orElseThrow());
    }

    @Test
    void aListOfEachChannelSaysSo() {
        answer(image(88, 1, STEPPED, 16, 2, 6, 1, 0, 0, 10, 1, 0, 0, 20));

        PropertySupport.Members members = ask().members().get(0);
        assertTrue(members.isMultichannel() && members.isUniform());
        assertEquals(20, members.values().get(1).maximum());
    }

    @Test
    void membersOfAnUnknownKindAreLeftAsBytes() {
        answer(image(64, 1, 9, 8, 1, 0, 1, 2));

        PropertySupport.Members members = ask().members().get(0);
        assertEquals(PropertySupport.Kind.OTHER, members.kind());
        assertEquals(List.of(), members.values());
        assertEquals(2, members.bytes().getInt(4));
    }

    @Test
    void aDescriptionThatClaimsMoreThanTheLimitIsRefused() {
        seam.replyInts(3).reply(image(0x7FFFFFFF, 1));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void aDescriptionOfMoreMembersThanAnyHasIsABadReply() {
        int bytes = 1 << 20;
        answer(Arrays.copyOf(image(56 + bytes, 1, VALUES, 1, bytes, 0), 56 + bytes));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void moreListsThanBytesAreABadReply() {
        answer(image(72, 1_000_000_000, STEPPED, 16, 1, 0, 5, 0, -100, 100));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void moreMembersThanBytesAreABadReply() {
        answer(image(72, 1, STEPPED, 16, 2, 0, 5, 0, -100, 100));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void aSizeAndCountWhoseProductOverflowsAreABadReply() {
        answer(image(72, 1, STEPPED, 0x80000000, 0x80000000, 0, 5, 0, -100, 100));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void membersWithoutASizeDoNotLoop() {
        answer(image(56, 1, STEPPED, 0, 16, 0));

        assertThrows(KsBadReplyException.class, this::ask);
    }

    @Test
    void aDriverThatClaimsMoreThanItWroteGivesNothingAway() {
        seam.reply(NtStatus.SUCCESS, 0);
        byte[] secret = new byte[64];
        Arrays.fill(secret, (byte) 0x5A);
        filter.setRaw(GENERAL, 1, secret);
        seam.replyInts(3).reply(NtStatus.SUCCESS, 40);

        assertEquals(Guid.NULL, ask().valueTypeSet());
    }
}

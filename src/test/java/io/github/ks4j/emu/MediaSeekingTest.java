package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_MEDIASEEKING;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.KS_SEEKING;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KSPROPSETID_MediaSeeking of a film of ten seconds. */
@Timeout(30)
class MediaSeekingTest {
    private static final long DURATION = 10 * KsTimeSource.SECOND;
    private static final int WHOLE = KS_SEEKING.AbsolutePositioning;
    private static final int RELATIVE = KS_SEEKING.RelativePositioning;
    private static final int INCREMENTAL = KS_SEEKING.IncrementalPositioning;
    private static final int NONE = KS_SEEKING.NoPositioning;

    private MediaSeeking.Builder film = MediaSeeking.of(DURATION)
            .format(KSTIME_FORMAT.FRAME, 30000, 1001)
            .format(KSTIME_FORMAT.SAMPLE, 48000, 1)
            .format(KSTIME_FORMAT.BYTE, KsTimeSource.SECOND, 1);

    private final List<MediaSeeking> opened = new ArrayList<>();
    private final EmulatedDriver driver = EmulatedDriver.of(EmulatedDevice.of(
            "dev",
            EmulatedFilter.named("film")
                    .categories(KSCATEGORY.VIDEO)
                    .state(() -> {
                        opened.add(film.build());
                        return opened.get(opened.size() - 1);
                    })
                    .properties(MediaSeeking.properties(FilterInstance::state))
                    .build()));
    private Handle filter = open();

    private Handle open() {
        return driver.open(driver.enumerate(KSCATEGORY.VIDEO).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void reopen(int capabilities) {
        film = film.capabilities(capabilities);
        filter = open();
    }

    private MediaSeeking media() {
        return opened.get(opened.size() - 1);
    }

    private long read(KsItem item) {
        return Client.get(filter, item, 8).is(NtStatus.SUCCESS, 8).data().getLong(0);
    }

    private static byte[] bytes(Guid guid) {
        ByteBuffer bytes = ByteBuffer.allocate(Guid.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        guid.write(bytes, 0);
        return bytes.array();
    }

    private NtStatus format(Guid format) {
        return Client.set(filter, KSPROPERTY_MEDIASEEKING.TIMEFORMAT, bytes(format))
                .status();
    }

    private NtStatus seek(long current, int flags, long stop, int stopFlags) {
        byte[] value = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(current)
                .putLong(stop)
                .putInt(flags)
                .putInt(stopFlags)
                .array();
        return Client.set(filter, KSPROPERTY_MEDIASEEKING.POSITIONS, value).status();
    }

    private Client.Reply convert(long time, Guid from, Guid to) {
        ByteBuffer words = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        from.write(words, 0);
        to.write(words, 16);
        words.putLong(32, time);
        int[] behind = new int[10];
        words.asIntBuffer().get(behind);
        return Client.get(filter, KSPROPERTY_MEDIASEEKING.CONVERTTIMEFORMAT, 8, behind);
    }

    // What there is

    @Test
    void aSourceTellsWhatItCanDo() {
        assertEquals(
                0x3F,
                Client.get(filter, KSPROPERTY_MEDIASEEKING.CAPABILITIES, 4).ulong());
    }

    @Test
    void aSourceListsItsFormats() {
        ByteBuffer list = Client.get(filter, KSPROPERTY_MEDIASEEKING.FORMATS, 72)
                .is(NtStatus.SUCCESS, 72)
                .data();
        assertEquals(4, list.getInt(4));
        assertEquals(KSTIME_FORMAT.MEDIA_TIME, Guid.read(list, 8));
        assertEquals(KSTIME_FORMAT.FRAME, Guid.read(list, 24));
        assertEquals(KSTIME_FORMAT.SAMPLE, Guid.read(list, 40));
        assertEquals(KSTIME_FORMAT.BYTE, Guid.read(list, 56));
    }

    @Test
    void aSourceBeginsAtItsBeginningAndStopsAtItsEnd() {
        assertEquals(0, read(KSPROPERTY_MEDIASEEKING.POSITION));
        assertEquals(DURATION, read(KSPROPERTY_MEDIASEEKING.STOPPOSITION));
        assertEquals(DURATION, read(KSPROPERTY_MEDIASEEKING.DURATION));
    }

    @Test
    void allOfASourceIsAvailable() {
        ByteBuffer available = Client.get(filter, KSPROPERTY_MEDIASEEKING.AVAILABLE, 16)
                .is(NtStatus.SUCCESS, 16)
                .data();
        assertEquals(0, available.getLong(0));
        assertEquals(DURATION, available.getLong(8));
    }

    @Test
    void thePrerollIsATimeInAnyFormat() {
        film = film.preroll(333_333);
        filter = open();
        assertEquals(NtStatus.SUCCESS, format(KSTIME_FORMAT.FRAME));
        assertEquals(333_333, read(KSPROPERTY_MEDIASEEKING.PREROLL));
    }

    // Formats

    @Test
    void theFormatIsATimeUntilAnotherIsSet() {
        Client.Reply reply = Client.get(filter, KSPROPERTY_MEDIASEEKING.TIMEFORMAT, 16);
        assertArrayEquals(
                bytes(KSTIME_FORMAT.MEDIA_TIME),
                reply.is(NtStatus.SUCCESS, 16).data().array());
        assertEquals(NtStatus.SUCCESS, format(KSTIME_FORMAT.SAMPLE));
        reply = Client.get(filter, KSPROPERTY_MEDIASEEKING.TIMEFORMAT, 16);
        assertArrayEquals(bytes(KSTIME_FORMAT.SAMPLE), reply.data().array());
    }

    @Test
    void aFormatThatTheSourceDoesNotHaveIsRefused() {
        assertEquals(NtStatus.INVALID_PARAMETER, format(KSTIME_FORMAT.FIELD));
        assertEquals(NtStatus.INVALID_PARAMETER, format(Guid.NULL));
        assertEquals(DURATION, read(KSPROPERTY_MEDIASEEKING.DURATION), "the format is as before");
    }

    @Test
    void lengthAndPositionsAreToldInTheFormat() {
        assertEquals(NtStatus.SUCCESS, seek(2 * KsTimeSource.SECOND, WHOLE, 3 * KsTimeSource.SECOND, WHOLE));
        assertEquals(NtStatus.SUCCESS, format(KSTIME_FORMAT.SAMPLE));
        assertEquals(480_000, read(KSPROPERTY_MEDIASEEKING.DURATION));
        assertEquals(96_000, read(KSPROPERTY_MEDIASEEKING.POSITION));
        assertEquals(144_000, read(KSPROPERTY_MEDIASEEKING.STOPPOSITION));
        assertEquals(
                480_000,
                Client.get(filter, KSPROPERTY_MEDIASEEKING.AVAILABLE, 16).data().getLong(8));
    }

    @Test
    void aFrameIsToldAsLongAsItLasts() {
        assertEquals(NtStatus.SUCCESS, format(KSTIME_FORMAT.FRAME));
        media().advance(333_666);
        assertEquals(0, read(KSPROPERTY_MEDIASEEKING.POSITION));
        media().advance(1);
        assertEquals(1, read(KSPROPERTY_MEDIASEEKING.POSITION));
    }

    @Test
    void everyFrameReadsAsItWasSet() {
        assertEquals(NtStatus.SUCCESS, format(KSTIME_FORMAT.FRAME));
        assertEquals(299, read(KSPROPERTY_MEDIASEEKING.DURATION));
        for (int frame = 0; frame <= 299; frame++) {
            assertEquals(NtStatus.SUCCESS, seek(frame, WHOLE, 0, NONE));
            assertEquals(frame, read(KSPROPERTY_MEDIASEEKING.POSITION));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, FRAME, MEDIA_TIME, 333667",
        "333666, MEDIA_TIME, FRAME, 0",
        "-1, MEDIA_TIME, FRAME, -1",
        "1, FRAME, SAMPLE, 1601",
        "30000, FRAME, SAMPLE, 48048000",
        "9223372036854775807, BYTE, MEDIA_TIME, 9223372036854775807",
        "9223372036854775807, MEDIA_TIME, SAMPLE, 44272185776902923",
    })
    void timesAreConverted(long time, String from, String to, long expected) throws Exception {
        Client.Reply reply = convert(time, constant(from), constant(to));
        assertEquals(expected, reply.is(NtStatus.SUCCESS, 8).data().getLong(0));
    }

    private static Guid constant(String name) throws ReflectiveOperationException {
        return (Guid) KSTIME_FORMAT.class.getField(name).get(null);
    }

    @Test
    void aTimeIsNotConvertedThatIsTooLongOrInNoFormatOfTheSource() {
        convert(Long.MAX_VALUE, KSTIME_FORMAT.FRAME, KSTIME_FORMAT.SAMPLE).is(NtStatus.INVALID_PARAMETER, 0);
        convert(0, KSTIME_FORMAT.FIELD, KSTIME_FORMAT.SAMPLE).is(NtStatus.INVALID_PARAMETER, 0);
        convert(0, KSTIME_FORMAT.SAMPLE, KSTIME_FORMAT.FIELD).is(NtStatus.INVALID_PARAMETER, 0);
    }

    // Positions

    @Test
    void positionsAreSetFromTheBeginningFromWhereTheyWereAndFromEachOther() {
        assertEquals(NtStatus.SUCCESS, seek(100, WHOLE, 500, WHOLE));
        assertEquals(NtStatus.SUCCESS, seek(20, RELATIVE, -50, RELATIVE));
        assertEquals(120, media().position());
        assertEquals(450, media().stopPosition());
        assertEquals(NtStatus.SUCCESS, seek(-100, RELATIVE, 5, INCREMENTAL));
        assertEquals(20, media().position());
        assertEquals(25, media().stopPosition());
    }

    @Test
    void aPositionThatIsNotSetStays() {
        assertEquals(NtStatus.SUCCESS, seek(100, WHOLE, 500, WHOLE));
        assertEquals(NtStatus.SUCCESS, seek(7, NONE, 600, WHOLE));
        assertEquals(100, media().position());
        assertEquals(NtStatus.SUCCESS, seek(300, WHOLE, 7, NONE));
        assertEquals(600, media().stopPosition());
    }

    @Test
    void wishesForKeyFramesAndForTheTimeMakeNoDifference() {
        int wishes = KS_SEEKING.SeekToKeyFrame | KS_SEEKING.ReturnTime;
        assertEquals(NtStatus.SUCCESS, seek(100, WHOLE | wishes, 500, WHOLE | wishes));
        assertEquals(100, media().position());
        assertEquals(500, media().stopPosition());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 0, 0",
        "100000001, 1, 0, 0",
        "9223372036854775807, 2, 0, 0",
        "-9223372036854775808, 2, 0, 0",
        "0, 0, 100000001, 1",
        "0, 0, -51, 3",
        "0, 0, 49, 1",
        "0, 3, 0, 0",
        "0, 16, 0, 0",
        "0, 0, 0, 16",
    })
    void positionsThatThereAreNotAreRefusedAndNothingChanges(long current, int flags, long stop, int stopFlags) {
        assertEquals(NtStatus.SUCCESS, seek(50, WHOLE, 60, WHOLE));
        assertEquals(NtStatus.INVALID_PARAMETER, seek(current, flags, stop, stopFlags));
        assertEquals(50, media().position());
        assertEquals(60, media().stopPosition());
    }

    @Test
    void aSourceThatPlaysBackwardsStopsBeforeWhereItIs() {
        reopen(KS_SEEKING.CanSeekAbsolute | KS_SEEKING.CanPlayBackwards);
        assertEquals(NtStatus.SUCCESS, seek(50, WHOLE, 20, WHOLE));
        media().advance(-10);
        assertEquals(40, media().position());
        media().advance(Long.MIN_VALUE);
        assertEquals(0, media().position());
    }

    @Test
    void aSourceGoesOnToItsStopPosition() {
        assertEquals(NtStatus.SUCCESS, seek(10, WHOLE, 60, WHOLE));
        media().advance(20);
        assertEquals(30, media().position());
        media().advance(Long.MAX_VALUE);
        assertEquals(60, media().position());
    }

    @Test
    void everyOpenFilterIsWhereItsOwnClientHasBroughtIt() {
        assertEquals(NtStatus.SUCCESS, seek(50, WHOLE, 0, NONE));
        filter = open();
        assertEquals(0, read(KSPROPERTY_MEDIASEEKING.POSITION));
    }

    // Capabilities

    @Test
    void aSourceThatCannotSeekRefuses() {
        reopen(KS_SEEKING.CanGetCurrentPos);
        assertEquals(NtStatus.NOT_SUPPORTED, seek(1, WHOLE, 0, NONE));
        assertEquals(NtStatus.NOT_SUPPORTED, seek(1, RELATIVE, 0, NONE));
        assertEquals(NtStatus.NOT_SUPPORTED, seek(-1, RELATIVE, 0, NONE));
        assertEquals(NtStatus.SUCCESS, seek(0, NONE, 1, WHOLE));
    }

    @Test
    void aSourceThatSeeksInOneDirectionRefusesTheOther() {
        reopen(KS_SEEKING.CanSeekForwards);
        assertEquals(NtStatus.SUCCESS, seek(10, RELATIVE, 0, NONE));
        assertEquals(NtStatus.NOT_SUPPORTED, seek(-1, RELATIVE, 0, NONE));
        assertEquals(10, media().position());
    }

    @Test
    void whatASourceCannotTellIsNotSupported() {
        reopen(0);
        Client.get(filter, KSPROPERTY_MEDIASEEKING.POSITION, 8).is(NtStatus.NOT_SUPPORTED, 0);
        Client.get(filter, KSPROPERTY_MEDIASEEKING.STOPPOSITION, 8).is(NtStatus.NOT_SUPPORTED, 0);
        Client.get(filter, KSPROPERTY_MEDIASEEKING.DURATION, 8).is(NtStatus.NOT_SUPPORTED, 0);
    }

    // Descriptions

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 10_000_001})
    void aRateIsPositiveAndNoUnitShorterThanATimeCanTell(long units) {
        assertThrows(IllegalArgumentException.class, () -> film.format(KSTIME_FORMAT.FIELD, units, 1));
    }

    @Test
    void secondsArePositive() {
        assertThrows(IllegalArgumentException.class, () -> film.format(KSTIME_FORMAT.FIELD, 1, 0));
    }

    @Test
    void mediaHaveNoNegativeLength() {
        assertThrows(IllegalArgumentException.class, () -> MediaSeeking.of(-1));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the microphone of a sound card without a clock hears while there is no speaker. */
@Timeout(30)
class AmbienceTest {
    /** 1 byte in a sample, 1 sample in a frame: a millisecond has 8 bytes. */
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(8000, 8, 1));

    private static final int MS = 8;

    private final VirtualTime time = new VirtualTime();
    private EmulatedDriver driver = plug(AudioSignal.COUNTER);

    private EmulatedDriver plug(AudioSignal signal) {
        return EmulatedDriver.builder()
                .time(time)
                .devices(VirtualAudioDevice.builder().signal(signal).build())
                .build();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle pin(Guid category) {
        return pin(category, FORMAT);
    }

    private Handle pin(Guid category, DataFormat format) {
        return Client.pin(driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE), 0, format);
    }

    private Handle microphone() {
        Handle capture = pin(KSCATEGORY.CAPTURE);
        Client.run(capture);
        return capture;
    }

    private Frame read(Handle capture, int size) {
        return new Frame(driver, size).read(capture);
    }

    private void advanceMillis(int millis) {
        time.advance(Duration.ofMillis(millis));
    }

    private static long position(Handle capture) {
        return Client.get(capture, KSPROPERTY_AUDIO.POSITION, 16).data().getLong(0);
    }

    /** What the signal has from a sample on. */
    private static byte[] counting(int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    @Test
    void aReadIsCompleteWhenItsTimeHasCome() {
        Frame frame = read(microphone(), 20 * MS);
        time.advance(Duration.ofNanos(19_999_900));
        assertFalse(frame.isDone());
        time.advance(Duration.ofNanos(100));
        frame.is(NtStatus.SUCCESS, Frame.HEADER);
    }

    @Test
    void aReadHearsTheSignal() {
        Frame frame = read(microphone(), 20 * MS);
        advanceMillis(20);
        assertArrayEquals(counting(0, 20 * MS), frame.bytes());
    }

    @Test
    void readsHearTheSignalOneAfterTheOther() {
        Handle capture = microphone();
        Frame first = read(capture, 10 * MS);
        Frame second = read(capture, 10 * MS);
        advanceMillis(10);
        first.is(NtStatus.SUCCESS);
        assertFalse(second.isDone());
        advanceMillis(10);
        assertArrayEquals(counting(10 * MS, 10 * MS), second.bytes());
    }

    @Test
    void readsThatAreLateMissNothing() {
        Handle capture = microphone();
        read(capture, 10 * MS);
        advanceMillis(1000);
        Frame late = read(capture, 10 * MS);
        assertFalse(late.isDone());
        advanceMillis(10);
        assertArrayEquals(counting(10 * MS, 10 * MS), late.bytes());
    }

    @Test
    void aLargeReadIsCompleteInTimeToo() {
        Frame frame = read(microphone(), 1000 * MS);
        advanceMillis(1000);
        assertArrayEquals(counting(0, 1000 * MS), frame.bytes());
    }

    @Test
    void readsMayEndInsideSamples() {
        Handle capture = pin(KSCATEGORY.CAPTURE, DataFormat.of(WaveFormat.pcm(8000, 16, 2)));
        Client.run(capture);
        Frame first = read(capture, 7);
        Frame second = read(capture, 5);
        advanceMillis(1);
        assertArrayEquals(new byte[] {0, 0, 0, 0, 1, 0, 1}, first.bytes());
        assertArrayEquals(new byte[] {0, 2, 0, 2, 0}, second.bytes());
    }

    @Test
    void aReadWithoutRoomIsCompleteAtOnce() {
        Handle capture = microphone();
        read(capture, 0).is(NtStatus.SUCCESS);
    }

    @Test
    void readsWithoutRoomHoldUpNoneBehindThem() {
        Handle capture = microphone();
        read(capture, MS);
        read(capture, 0);
        read(capture, 0);
        Frame last = read(capture, MS);
        advanceMillis(2);
        last.is(NtStatus.SUCCESS);
    }

    @Test
    void thePositionFollowsTheTime() {
        Handle capture = microphone();
        read(capture, 20 * MS);
        advanceMillis(5);
        assertEquals(5 * MS, position(capture));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "ACQUIRE", "PAUSE"})
    void nothingIsHeardUnlessThePinRuns(KSSTATE state) {
        Handle capture = pin(KSCATEGORY.CAPTURE);
        Client.state(capture, state);
        Frame frame = read(capture, MS);
        advanceMillis(1000);
        assertFalse(frame.isDone());
    }

    @Test
    void pausingHoldsTheSignal() {
        Handle capture = microphone();
        Frame frame = read(capture, 10 * MS);
        advanceMillis(4);
        Client.state(capture, KSSTATE.PAUSE);
        advanceMillis(1000);
        assertEquals(4 * MS, position(capture));
        Client.run(capture);
        advanceMillis(6);
        assertArrayEquals(counting(0, 10 * MS), frame.bytes());
    }

    @Test
    void theSignalStartsAgainAfterStop() {
        Handle capture = microphone();
        read(capture, 10 * MS);
        advanceMillis(4);
        Client.state(capture, KSSTATE.STOP);
        Client.run(capture);
        Frame frame = read(capture, MS);
        advanceMillis(1);
        assertArrayEquals(counting(0, MS), frame.bytes());
    }

    @Test
    void onlyWhatIsPlayedIsHeardWhileThereIsASpeaker() {
        pin(KSCATEGORY.RENDER);
        Frame frame = read(microphone(), MS);
        advanceMillis(1000);
        assertFalse(frame.isDone());
    }

    @Test
    void whatIsPlayedIsHeardBehindTheSignal() {
        Handle capture = microphone();
        Frame frame = read(capture, 2 * MS);
        advanceMillis(1);
        Handle render = pin(KSCATEGORY.RENDER);
        Client.run(render);
        Frame.of(driver, new byte[MS]).write(render).is(NtStatus.SUCCESS);
        byte[] heard = frame.is(NtStatus.SUCCESS).bytes();
        assertArrayEquals(new byte[] {6, 7, 0, 0}, new byte[] {heard[6], heard[7], heard[8], heard[9]});
    }

    @Test
    void theSignalIsHeardWhenTheSpeakerHasGone() {
        Handle render = pin(KSCATEGORY.RENDER);
        Frame frame = read(microphone(), MS);
        render.close();
        assertFalse(frame.isDone());
        advanceMillis(1);
        assertArrayEquals(counting(0, MS), frame.bytes());
    }

    @Test
    void whatWasPlayedComesBeforeTheSignal() {
        Handle render = pin(KSCATEGORY.RENDER);
        Handle capture = microphone();
        Client.run(render);
        Frame.of(driver, new byte[] {50, 51})
                .flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM)
                .write(render);
        render.close();
        Frame played = read(capture, MS).is(NtStatus.SUCCESS);
        assertEquals(2, played.used());
        Frame heard = read(capture, 2);
        advanceMillis(1);
        assertArrayEquals(counting(2, 2), heard.bytes());
    }

    @Test
    void aSignalThatThrowsIsSilence() {
        driver.close();
        driver = plug((format, frame, target, offset, frames) -> {
            throw new IllegalStateException("on purpose");
        });
        Frame frame = read(microphone(), 2);
        advanceMillis(1);
        assertArrayEquals(new byte[] {(byte) 0x80, (byte) 0x80}, frame.bytes());
    }

    @Test
    void nothingIsLeftToExpireWhenNobodyListens() {
        Frame frame = read(microphone(), MS);
        frame.pending.cancel();
        advanceMillis(1);
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void nothingIsLeftToExpireWhenThePinIsClosed() {
        Handle capture = microphone();
        read(capture, MS);
        capture.close();
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void withoutASignalAReadWaits() {
        driver.close();
        driver = EmulatedDriver.builder()
                .time(time)
                .devices(new VirtualAudioDevice())
                .build();
        Frame frame = read(microphone(), MS);
        advanceMillis(1000);
        assertFalse(frame.isDone());
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound card at the rate of its samples. */
@Timeout(30)
class PacedLoopbackTest {
    /** 1 byte in a sample, 1 sample in a frame: a millisecond has 8 bytes. */
    private static final DataFormat FORMAT = DataFormat.of(WaveFormat.pcm(8000, 8, 1));

    private static final int MS = 8;

    private final VirtualTime time = new VirtualTime();
    private EmulatedDriver driver;
    private Handle render;
    private Handle capture;

    private void plug(StreamTiming timing) {
        driver = EmulatedDriver.builder()
                .time(time)
                .devices(VirtualAudioDevice.builder()
                        .timing(timing)
                        .period(Duration.ofMillis(10))
                        .signal(AudioSignal.COUNTER)
                        .build())
                .build();
        render = pin(KSCATEGORY.RENDER);
        capture = pin(KSCATEGORY.CAPTURE);
    }

    private Handle pin(Guid category) {
        return Client.pin(driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE), 0, FORMAT);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Frame read(int size) {
        return new Frame(driver, size).read(capture);
    }

    private Frame write(int size, int value) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return Frame.of(driver, bytes).write(render);
    }

    private void advanceMillis(int millis) {
        time.advance(Duration.ofMillis(millis));
    }

    private static long presentationTime(Frame frame) {
        return frame.view.get(KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time));
    }

    private long playOffset(Handle pin) {
        return Client.get(pin, KSPROPERTY_AUDIO.POSITION, 16).data().getLong(0);
    }

    @Test
    void aReadIsCompleteWhenItsTimeHasCome() {
        plug(StreamTiming.EXACT);
        Frame frame = read(20 * MS);
        Client.run(capture);
        advanceMillis(19);
        assertFalse(frame.isDone());
        advanceMillis(1);
        frame.is(NtStatus.SUCCESS);
    }

    @Test
    void theSignalIsHeardWhileNothingIsPlayed() {
        plug(StreamTiming.EXACT);
        Frame frame = read(4);
        Client.run(capture);
        advanceMillis(10);
        assertArrayEquals(new byte[] {0, 1, 2, 3}, frame.bytes());
    }

    @Test
    void whatIsPlayedIsHeard() {
        plug(StreamTiming.EXACT);
        Frame frame = read(10 * MS);
        write(10 * MS, 42);
        Client.run(render);
        Client.run(capture);
        advanceMillis(10);
        assertEquals(42, frame.bytes()[0]);
        assertEquals(42, frame.bytes()[10 * MS - 1]);
    }

    @Test
    void silenceIsHeardWhereThePlayerIsLate() {
        plug(StreamTiming.EXACT);
        Frame frame = read(10 * MS);
        write(4, 42);
        Client.run(render);
        Client.run(capture);
        advanceMillis(10);
        assertEquals(42, frame.bytes()[3]);
        assertEquals((byte) 0x80, frame.bytes()[4]);
    }

    @Test
    void aWriteIsCompleteWhenItHasBeenPlayed() {
        plug(StreamTiming.EXACT);
        Frame frame = write(20 * MS, 1);
        Client.run(render);
        advanceMillis(10);
        assertFalse(frame.isDone());
        advanceMillis(10);
        frame.is(NtStatus.SUCCESS, 20 * MS);
    }

    @Test
    void endOfStreamIsHeardToo() {
        plug(StreamTiming.EXACT);
        Frame frame = read(100 * MS);
        Frame last = Frame.of(driver, new byte[4]).flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
        last.write(render);
        Client.run(render);
        Client.run(capture);
        advanceMillis(10);
        frame.is(NtStatus.SUCCESS);
        assertEquals(4, frame.used());
        assertTrue((frame.view.get(KSSTREAM_HEADER.OptionsFlags) & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0);
    }

    /** The last frame of a stream. */
    private void writeTheEnd(int size) {
        Frame.of(driver, new byte[size])
                .flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM)
                .write(render);
    }

    @Test
    void theEndOfAStreamIsHeardEvenWithoutData() {
        plug(StreamTiming.EXACT);
        Frame frame = read(100 * MS);
        writeTheEnd(0);
        Client.run(render);
        Client.run(capture);
        advanceMillis(10);
        frame.is(NtStatus.SUCCESS);
        assertEquals(0, frame.used());
        assertTrue((frame.view.get(KSSTREAM_HEADER.OptionsFlags) & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10 * MS})
    void thePositionStandsStillAtTheEndOfTheStream(int size) {
        plug(StreamTiming.EXACT);
        write(10 * MS, 1);
        writeTheEnd(size);
        Client.run(render);
        advanceMillis(50);
        assertEquals(10 * MS + size, playOffset(render));
    }

    @Test
    void thePositionGoesOnWithWhatComesBehindTheEnd() {
        plug(StreamTiming.EXACT);
        writeTheEnd(10 * MS);
        Client.run(render);
        advanceMillis(50);
        write(5 * MS, 1);
        advanceMillis(20);
        assertEquals(30 * MS, playOffset(render));
    }

    @Test
    void aFrameOfNothingBehindTheEndIsNotMore() {
        plug(StreamTiming.EXACT);
        writeTheEnd(10 * MS);
        Client.run(render);
        advanceMillis(20);
        new Frame(driver, 0).write(render);
        advanceMillis(50);
        assertEquals(10 * MS, playOffset(render));
    }

    @Test
    void aResetPinIsAsIfItHadJustBeenAcquired() {
        plug(StreamTiming.EXACT);
        writeTheEnd(10 * MS);
        Client.run(render);
        advanceMillis(20);
        PinConnectionTest.reset(render, KSRESET.BEGIN);
        PinConnectionTest.reset(render, KSRESET.END);
        advanceMillis(3);
        assertEquals(3 * MS, playOffset(render));
    }

    @Test
    void thePositionGoesOnBetweenPeriods() {
        plug(StreamTiming.EXACT);
        Client.run(render);
        advanceMillis(3);
        assertEquals(3 * MS, playOffset(render));
    }

    @Test
    void theLatencyIsAPeriod() {
        plug(StreamTiming.EXACT);
        assertEquals(
                10 * KsTimeSource.MILLISECOND,
                Client.get(render, KSPROPERTY_AUDIO.LATENCY, 16).data().getLong(0));
    }

    private int peak(int node) {
        Handle topology =
                driver.open(driver.enumerate(KSCATEGORY.TOPOLOGY).get(0).path(), 0);
        byte[] request = Client.request(
                KSPROPERTY_AUDIO.PEAKMETER2, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, node, 0, 0, 0);
        return Client.property(topology, request, 4).ulong();
    }

    @Test
    void whatIsPlayedAndHeardIsMetered() {
        plug(StreamTiming.EXACT);
        Client.run(render);
        Client.run(capture);
        assertEquals(0, peak(3) + peak(8));
        read(10 * MS);
        write(10 * MS, 0x90);
        advanceMillis(10);
        assertEquals(0x10 << 24, peak(3));
        assertEquals(0x10 << 24, peak(8));
    }

    @Test
    void thePositionStandsStillInPause() {
        plug(StreamTiming.EXACT);
        Client.run(render);
        advanceMillis(3);
        assertEquals(NtStatus.SUCCESS, Client.state(render, KSSTATE.PAUSE));
        advanceMillis(50);
        assertEquals(3 * MS, playOffset(render));
    }

    @Test
    void thePositionGoesBackToZeroInStop() {
        plug(StreamTiming.EXACT);
        Client.run(render);
        advanceMillis(3);
        assertEquals(NtStatus.SUCCESS, Client.state(render, KSSTATE.STOP));
        assertEquals(0, playOffset(render));
    }

    @Test
    void aFrameSaysWhenItWasHeard() {
        plug(StreamTiming.EXACT);
        read(10 * MS);
        Frame second = read(10 * MS);
        Client.run(capture);
        advanceMillis(20);
        assertEquals(10 * KsTimeSource.MILLISECOND, presentationTime(second));
        assertEquals(10 * KsTimeSource.MILLISECOND, second.view.get(KSSTREAM_HEADER.Duration));
    }

    @Test
    void whatIsHeardWithoutAFrameIsLost() {
        plug(StreamTiming.EXACT);
        Client.run(capture);
        advanceMillis(10);
        Frame frame = read(10 * MS);
        advanceMillis(10);
        assertEquals(10 * MS, frame.bytes()[0]);
        assertTrue((frame.view.get(KSSTREAM_HEADER.OptionsFlags) & KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY) != 0);
    }

    @Test
    void aFrameWithoutALossBeforeItIsContinuous() {
        plug(StreamTiming.EXACT);
        Frame frame = read(10 * MS);
        Client.run(capture);
        advanceMillis(10);
        assertEquals(0, frame.view.get(KSSTREAM_HEADER.OptionsFlags) & KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY);
    }

    @Test
    void aFastDeviceIsAhead() {
        plug(StreamTiming.EXACT.drift(1000));
        Client.run(render);
        time.advance(Duration.ofSeconds(10));
        assertEquals(80_080, playOffset(render));
    }

    @Test
    void lateDataComesWithinItsJitter() {
        plug(StreamTiming.EXACT.jitter(Duration.ofMillis(5)).seed(3));
        Frame frame = read(10 * MS);
        Client.run(capture);
        advanceMillis(10);
        assertFalse(frame.isDone());
        advanceMillis(5);
        assertTrue(frame.isDone());
    }

    @Test
    void aLostPeriodIsMissingInTheStream() {
        plug(StreamTiming.EXACT.dropouts(1));
        Frame frame = read(10 * MS);
        Client.run(capture);
        time.advance(Duration.ofSeconds(1));
        assertFalse(frame.isDone());
    }

    @Test
    void aTimerRunsOnlyWhileAPinRuns() {
        plug(StreamTiming.EXACT);
        Client.run(capture);
        assertEquals(NtStatus.SUCCESS, Client.state(capture, KSSTATE.PAUSE));
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void closingEndsTheTimer() {
        plug(StreamTiming.EXACT);
        Client.run(capture);
        capture.close();
        assertFalse(time.advanceToNextTimer());
    }

    @Test
    void aFrameIsStampedByTheMasterClock() {
        plug(StreamTiming.EXACT);
        Client.run(render);
        time.advance(Duration.ofSeconds(1));
        Handle clock = render.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), Driver.GENERIC_READ);
        ByteBuffer handle =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, clock.value());
        Client.set(capture, KSPROPERTY_STREAM.MASTERCLOCK, handle.array()).is(NtStatus.SUCCESS);
        read(10 * MS);
        Frame second = read(10 * MS);
        Client.run(capture);
        advanceMillis(20);
        assertEquals(KsTimeSource.SECOND + 10 * KsTimeSource.MILLISECOND, presentationTime(second));
    }

    @Test
    void thePositionIsTheTimeOfThePinsClock() {
        plug(StreamTiming.EXACT.drift(1000));
        Handle clock = render.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), Driver.GENERIC_READ);
        Client.run(render);
        time.advance(Duration.ofSeconds(10));
        assertEquals(
                10_010 * KsTimeSource.MILLISECOND,
                Client.get(clock, KSPROPERTY_CLOCK.TIME, 8).data().getLong(0));
    }

    @Test
    void theEndOfEachPeriodUpdatesThePosition() throws InterruptedException {
        plug(StreamTiming.EXACT);
        Registration updates = new Registration(driver, KSEVENT_CONNECTION.POSITIONUPDATE).on(render);
        Client.run(render);
        advanceMillis(9);
        assertFalse(updates.heard());
        advanceMillis(1);
        assertTrue(updates.heard());
    }

    @Test
    void aFormatOfAnotherRateDoesNotCountForThePast() {
        driver = EmulatedDriver.builder()
                .time(time)
                .devices(VirtualAudioDevice.builder().timing(StreamTiming.EXACT).build())
                .build();
        render = pin(KSCATEGORY.RENDER);
        Client.run(render);
        advanceMillis(1000);
        DataFormat faster = DataFormat.of(WaveFormat.pcm(16000, 8, 1));
        assertEquals(
                NtStatus.SUCCESS,
                Client.control(
                                render,
                                IOCTL_KS.PROPERTY,
                                Client.request(KSPROPERTY_CONNECTION.DATAFORMAT, KSPROPERTY_TYPE.SET),
                                bytes(faster))
                        .status());
        advanceMillis(1000);
        assertEquals(8000 + 16000, playOffset(render));
    }

    private static byte[] bytes(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return bytes;
    }

    @Test
    void aSignalThatThrowsDoesNotStopTheStream() {
        AtomicBoolean faulty = new AtomicBoolean(true);
        driver = EmulatedDriver.builder()
                .time(time)
                .devices(VirtualAudioDevice.builder()
                        .timing(StreamTiming.EXACT)
                        .signal((format, frame, target, offset, frames) -> {
                            if (faulty.getAndSet(false)) {
                                throw new IllegalStateException("on purpose");
                            }
                        })
                        .build())
                .build();
        capture = pin(KSCATEGORY.CAPTURE);
        Frame frame = read(10 * MS);
        Client.run(capture);
        advanceMillis(20);
        frame.is(NtStatus.SUCCESS);
    }

    @Test
    void aPinWhoseSignalAlwaysThrowsCanBeStopped() {
        driver = EmulatedDriver.builder()
                .time(time)
                .devices(VirtualAudioDevice.builder()
                        .timing(StreamTiming.EXACT)
                        .signal((format, frame, target, offset, frames) -> {
                            throw new IllegalStateException("on purpose");
                        })
                        .build())
                .build();
        capture = pin(KSCATEGORY.CAPTURE);
        Frame frame = read(10 * MS);
        Client.run(capture);
        advanceMillis(5);
        assertEquals(NtStatus.SUCCESS, Client.state(capture, KSSTATE.STOP));
        frame.is(NtStatus.CANCELLED);
    }
}

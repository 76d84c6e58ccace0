package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sound card plays, its microphone hears. */
class VirtualAudioLoopbackTest extends SoundCardRig {
    static List<WaveFormat> formats() {
        return List.of(
                WaveFormat.pcm(8000, 8, 1),
                WaveFormat.pcm(44100, 16, 2),
                WaveFormat.pcm(96000, 24, 3),
                WaveFormat.pcm(192000, 32, 8),
                WaveFormat.ieeeFloat(48000, 2));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsPlayedIsHeardBitByBit(WaveFormat format) {
        Handle render = Client.pin(speaker, 0, DataFormat.of(format));
        Handle capture = Client.pin(microphone, 0, DataFormat.of(format));
        Client.run(render);
        Client.run(capture);
        Random random = new Random(1);
        byte[] played = new byte[300_000];
        random.nextBytes(played);
        List<Frame> writes = new ArrayList<>();
        List<Frame> reads = new ArrayList<>();
        int written = 0;
        int wanted = 0;
        while (written < played.length || wanted < played.length) {
            if (written < played.length && (wanted >= played.length || random.nextBoolean())) {
                int size = Math.min(random.nextInt(9000), played.length - written);
                writes.add(Frame.of(driver, Arrays.copyOfRange(played, written, written + size))
                        .write(render));
                written += size;
            } else {
                int size = Math.min(random.nextInt(7000), played.length - wanted);
                reads.add(new Frame(driver, size).read(capture));
                wanted += size;
            }
        }
        ByteBuffer heard = ByteBuffer.allocate(played.length);
        for (Frame read : reads) {
            read.is(NtStatus.SUCCESS, Frame.HEADER);
            heard.put(read.bytes());
        }
        assertArrayEquals(played, heard.array());
        for (Frame write : writes) {
            write.is(NtStatus.SUCCESS, write.data.size());
        }
    }

    @Test
    void writesPendWhileTheLoopbackIsFull() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame fits =
                Frame.of(driver, new byte[Loopback.CAPACITY]).write(render).is(NtStatus.SUCCESS, Loopback.CAPACITY);
        Frame waits = Frame.of(driver, new byte[10]).write(render);
        Frame second = Frame.of(driver, new byte[10]).write(render);
        assertFalse(waits.isDone());
        new Frame(driver, 9).read(capture).is(NtStatus.SUCCESS, Frame.HEADER);
        assertFalse(waits.isDone());
        new Frame(driver, 1).read(capture).is(NtStatus.SUCCESS);
        waits.is(NtStatus.SUCCESS, 10);
        assertFalse(second.isDone());
        assertEquals(1, fits.completions.get());
    }

    @Test
    void withoutACapturePinThatRunsWritesAreConsumedAtOnce() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.state(capture, KSSTATE.PAUSE);
        for (int i = 0; i < 10; i++) {
            Frame.of(driver, new byte[Loopback.CAPACITY]).write(render).is(NtStatus.SUCCESS, Loopback.CAPACITY);
        }
        assertPosition(render, 10L * Loopback.CAPACITY, 10L * Loopback.CAPACITY);
    }

    @Test
    void writesThatWaitAreConsumedWhenTheCapturePinStops() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame waits = Frame.of(driver, new byte[Loopback.CAPACITY + 1]).write(render);
        assertFalse(waits.isDone());
        Client.state(capture, KSSTATE.STOP);
        waits.is(NtStatus.SUCCESS, Loopback.CAPACITY + 1);
    }

    @Test
    void writesThatWaitAreConsumedWhenTheCapturePinCloses() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame waits = Frame.of(driver, new byte[Loopback.CAPACITY + 1]).write(render);
        capture.close();
        waits.is(NtStatus.SUCCESS, Loopback.CAPACITY + 1);
    }

    @Test
    void nothingMovesBeforeRun() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Client.state(render, KSSTATE.PAUSE);
        Frame primed = Frame.of(driver, new byte[10]).write(render);
        assertFalse(primed.isDone());
        assertPosition(render, 0, 10);
        Client.run(render);
        primed.is(NtStatus.SUCCESS, 10);
        assertPosition(render, 10, 10);
        Client.state(render, KSSTATE.STOP);
        assertPosition(render, 0, 0);
    }

    private static void assertPosition(Handle pin, long play, long write) {
        Client.Reply reply = Client.get(pin, KSPROPERTY_AUDIO.POSITION, 16).is(NtStatus.SUCCESS, 16);
        assertEquals(play, reply.data().getLong(0), "PlayOffset");
        assertEquals(write, reply.data().getLong(8), "WriteOffset");
    }

    @Test
    void theExtendedPositionStandsBetweenTwoTimes() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Client.state(render, KSSTATE.PAUSE);
        Frame.of(driver, new byte[10]).write(render);
        ByteBuffer position = Client.get(render, KSPROPERTY_AUDIO.POSITIONEX, 40)
                .is(NtStatus.SUCCESS, 40)
                .data();
        assertEquals(10_000_000, position.getLong(0), "TimerFrequency");
        assertTrue(position.getLong(8) <= position.getLong(32), "TimeStamp1 is not after TimeStamp2");
        assertEquals(0, position.getLong(16), "PlayOffset");
        assertEquals(10, position.getLong(24), "WriteOffset");
    }

    @Test
    void thePositionOfACapturePinCountsWhatWasHeard() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        new Frame(driver, 100).read(capture);
        Frame.of(driver, new byte[30]).write(render);
        assertPosition(capture, 30, 100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndOfAStreamEndsTheReadThatGetsIt(boolean readFirst) {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame read = new Frame(driver, 100);
        if (readFirst) {
            read.read(capture);
        }
        Frame.of(driver, (byte) 1, (byte) 2).write(render).is(NtStatus.SUCCESS, 2);
        Frame.of(driver, (byte) 3)
                .flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM)
                .write(render)
                .is(NtStatus.SUCCESS, 1);
        Frame.of(driver, (byte) 4).write(render).is(NtStatus.SUCCESS, 1);
        if (!readFirst) {
            read.read(capture);
        }
        read.is(NtStatus.SUCCESS, Frame.HEADER);
        assertArrayEquals(new byte[] {1, 2, 3}, read.bytes());
        assertEquals(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, flags(read));
        Frame next = new Frame(driver, 1).read(capture).is(NtStatus.SUCCESS);
        assertArrayEquals(new byte[] {4}, next.bytes());
        assertEquals(0, flags(next));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEndOfAStreamMayComeWithoutData(boolean readFirst) {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame read = new Frame(driver, 100);
        if (readFirst) {
            read.read(capture);
        }
        new Frame(driver, 5)
                .flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM)
                .write(render)
                .is(NtStatus.SUCCESS, 0);
        if (!readFirst) {
            read.read(capture);
        }
        read.is(NtStatus.SUCCESS, Frame.HEADER);
        assertEquals(0, read.used());
        assertEquals(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, flags(read));
    }

    @Test
    void aStreamThatEndsTwiceAtOnePlaceEndsOnce() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        for (int i = 0; i < 2; i++) {
            new Frame(driver, 0)
                    .flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM)
                    .write(render)
                    .is(NtStatus.SUCCESS, 0);
        }
        new Frame(driver, 1).read(capture).is(NtStatus.SUCCESS);
        assertFalse(new Frame(driver, 1).read(capture).isDone());
    }

    @Test
    void aResetOfTheCapturePinForgetsWhatWasUnderWay() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame.of(driver, (byte) 1).write(render).is(NtStatus.SUCCESS, 1);
        PinConnectionTest.reset(capture, KSRESET.BEGIN);
        PinConnectionTest.reset(capture, KSRESET.END);
        Frame read = new Frame(driver, 1).read(capture);
        Frame.of(driver, (byte) 2).write(render);
        read.is(NtStatus.SUCCESS);
        assertArrayEquals(new byte[] {2}, read.bytes());
    }

    @Test
    void aResetPinIsAsIfItHadJustBeenAcquired() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Client.run(render);
        Frame.of(driver, new byte[30]).write(render).is(NtStatus.SUCCESS, 30);
        PinConnectionTest.reset(render, KSRESET.BEGIN);
        PinConnectionTest.reset(render, KSRESET.END);
        assertPosition(render, 0, 0);
    }

    private static int flags(Frame frame) {
        return frame.header.bytes().getInt(48);
    }

    @Test
    void aRequestMayHaveSeveralHeaders() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame one = Frame.of(driver, (byte) 1, (byte) 2);
        Frame two = Frame.of(driver, (byte) 3);
        KsBuffer headers = headers(one, two);
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, 3),
                render.control(IOCTL_KS.WRITE_STREAM, null, 0, headers, headers.size()));
        Frame first = new Frame(driver, 1);
        Frame second = new Frame(driver, 2);
        KsBuffer readHeaders = headers(first, second);
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, 2 * Frame.HEADER),
                capture.control(IOCTL_KS.READ_STREAM, null, 0, readHeaders, readHeaders.size()));
        assertEquals(1, readHeaders.bytes().getInt(36));
        assertEquals(2, readHeaders.bytes().getInt(Frame.HEADER + 36));
        assertEquals(1, first.data.bytes().get(0));
        assertEquals(2, second.data.bytes().get(0));
        assertEquals(3, second.data.bytes().get(1));
    }

    @Test
    void theEndOfAStreamLeavesTheHeadersBehindItOut() {
        Handle render = Client.pin(speaker, 0, STEREO);
        Handle capture = Client.pin(microphone, 0, STEREO);
        Client.run(render);
        Client.run(capture);
        Frame.of(driver, (byte) 1).flags(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM).write(render);
        KsBuffer headers = headers(new Frame(driver, 10), new Frame(driver, 10));
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, Frame.HEADER),
                capture.control(IOCTL_KS.READ_STREAM, null, 0, headers, headers.size()));
    }

    private KsBuffer headers(Frame... frames) {
        KsBuffer headers = driver.allocate(frames.length * Frame.HEADER);
        for (int i = 0; i < frames.length; i++) {
            headers.bytes().put(i * Frame.HEADER, frames[i].header.bytes(), 0, Frame.HEADER);
        }
        return headers;
    }
}

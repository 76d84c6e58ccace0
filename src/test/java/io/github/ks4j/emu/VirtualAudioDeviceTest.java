package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualAudioDeviceTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int NODE = KSPROPERTY_TYPE.TOPOLOGY;
    private static final int DECIBEL = 65536;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle speaker = open(KSCATEGORY.RENDER);
    private final Handle microphone = open(KSCATEGORY.CAPTURE);

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    // Formats

    private static NtStatus setFormat(Handle pin, DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, bytes).status();
    }

    @ParameterizedTest
    @EnumSource
    void aPinTakesAnotherFormatInAnyState(KSSTATE state) {
        Handle pin = Client.pin(microphone, 0, STEREO);
        Client.state(pin, state);
        assertEquals(NtStatus.SUCCESS, setFormat(pin, DataFormat.of(WaveFormat.pcm(44100, 8, 1))));
    }

    @Test
    void aPinTakesNoOtherFormatThanTheOtherEndHas() {
        Handle pin = Client.pin(microphone, 0, STEREO);
        Handle other = Client.pin(speaker, 0, STEREO);
        DataFormat mono = DataFormat.of(WaveFormat.pcm(48000, 16, 1));
        assertEquals(NtStatus.NO_MATCH, setFormat(pin, mono));
        other.close();
        assertEquals(NtStatus.SUCCESS, setFormat(pin, mono));
    }

    // Controls

    private Client.Reply onNode(KsItem item, int operation, int node, int channel, byte[] data) {
        return Client.control(
                speaker, IOCTL_KS.PROPERTY, Client.request(item, operation | NODE, node, 0, channel, 0), data);
    }

    private int volume(int channel) {
        return onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET, 0, channel, new byte[4])
                .ulong();
    }

    private void setVolume(int channel, int level) {
        onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.SET, 0, channel, Client.ints(level))
                .is(NtStatus.SUCCESS, 0);
    }

    @Test
    void eachChannelHasItsVolume() {
        setVolume(0, -3 * DECIBEL);
        setVolume(1, -20 * DECIBEL);
        assertEquals(-3 * DECIBEL, volume(0));
        assertEquals(-20 * DECIBEL, volume(1));
        assertEquals(-3 * DECIBEL, volume(-1));
    }

    @Test
    void channelMinusOneIsAllChannels() {
        setVolume(-1, -7 * DECIBEL);
        assertEquals(-7 * DECIBEL, volume(0));
        assertEquals(-7 * DECIBEL, volume(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2147483647, 0", "-6291457, -6291456", "-2147483648, -6291456"})
    void volumesAreClamped(int level, int expected) {
        setVolume(0, level);
        assertEquals(expected, volume(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aChannelThatThereIsNotIsAnInvalidParameter(int channel) {
        for (int operation : new int[] {KSPROPERTY_TYPE.GET, KSPROPERTY_TYPE.SET}) {
            onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, operation, 0, channel, new byte[4])
                    .is(NtStatus.INVALID_PARAMETER, 0);
            onNode(KSPROPERTY_AUDIO.MUTE, operation, 1, channel, new byte[4]).is(NtStatus.INVALID_PARAMETER, 0);
        }
    }

    @Test
    void theVolumeTellsItsRange() {
        Client.Reply reply = onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.BASICSUPPORT, 0, 0, new byte[72]);
        reply.is(NtStatus.SUCCESS, 72);
        byte[] range = Arrays.copyOfRange(reply.data().array(), 56, 72);
        assertArrayEquals(Client.ints(DECIBEL / 2, 0, -96 * DECIBEL, 0), range);
    }

    @Test
    void muteIsKept() {
        onNode(KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TYPE.SET, 1, 1, Client.ints(17))
                .is(NtStatus.SUCCESS, 0);
        assertEquals(
                1,
                onNode(KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TYPE.GET, 1, 1, new byte[4])
                        .ulong());
        assertEquals(
                0,
                onNode(KSPROPERTY_AUDIO.MUTE, KSPROPERTY_TYPE.GET, 1, 0, new byte[4])
                        .ulong());
    }

    @Test
    void nodesAnswerTheirOwnItemsOnly() {
        onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET, 1, 0, new byte[4])
                .is(NtStatus.NOT_FOUND, 0);
        onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET, 2, 0, new byte[4])
                .is(NtStatus.PROPSET_NOT_FOUND, 0);
        onNode(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET, 3, 0, new byte[4])
                .is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void aRequestWithoutChannelIsAnInvalidParameter() {
        byte[] request = Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET | NODE, 0, 0);
        Client.property(speaker, request, 4).is(NtStatus.INVALID_PARAMETER, 0);
    }

    @Test
    void theVolumeOutlivesItsFilter() {
        setVolume(0, -11 * DECIBEL);
        speaker.close();
        Handle again = open(KSCATEGORY.RENDER);
        byte[] request = Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET | NODE, 0, 0, 0, 0);
        assertEquals(-11 * DECIBEL, Client.property(again, request, 4).ulong());
    }

    @Test
    void speakerAndMicrophoneHaveBridgePinsOfTheirKind() {
        byte[] expected = new byte[16];
        KSNODETYPE.SPEAKER.write(ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN), 0);
        assertArrayEquals(
                expected,
                Client.get(speaker, KSPROPERTY_PIN.CATEGORY, 16, 1, 0).data().array());
        KSNODETYPE.MICROPHONE.write(ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN), 0);
        assertArrayEquals(
                expected,
                Client.get(microphone, KSPROPERTY_PIN.CATEGORY, 16, 1, 0).data().array());
    }

    // Method

    private Client.Reply reverse(byte... data) {
        byte[] request = Client.request(VirtualAudioDevice.KSMETHOD_KS4J_REVERSE, KSMETHOD_TYPE.SEND);
        return Client.control(speaker, IOCTL_KS.METHOD, request, data);
    }

    @Test
    void theMethodReversesItsBytes() {
        Client.Reply reply =
                reverse((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5).is(NtStatus.SUCCESS, 5);
        assertArrayEquals(new byte[] {5, 4, 3, 2, 1}, reply.data().array());
    }

    @Test
    void theMethodReversesMoreThanTheAdapterHolds() {
        byte[] data = new byte[200_001];
        data[0] = 42;
        Client.Reply reply = reverse(data).is(NtStatus.SUCCESS, data.length);
        assertEquals(42, reply.data().get(data.length - 1));
    }

    @Test
    void theMethodTellsThatItNeedsData() {
        reverse().is(NtStatus.BUFFER_OVERFLOW, 1);
    }

    // Formats

    private Client.Reply intersect(int length, DataRange... ranges) {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, 0, 0));
        int at = 40;
        for (DataRange range : ranges) {
            range.write(bytes, at);
            at += range.size() + 7 & ~7;
        }
        bytes.putInt(32, at - 32).putInt(36, ranges.length);
        return Client.property(speaker, Arrays.copyOf(bytes.array(), at), length);
    }

    private static DataRange pcm(int channels, int minBits, int maxBits, int minRate, int maxRate) {
        return DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(channels, minBits, maxBits, minRate, maxRate));
    }

    @Test
    void anIntersectionIsTheHighestCommonFormat() {
        Client.Reply reply = intersect(104, pcm(2, 8, 16, 11025, 96000)).is(NtStatus.SUCCESS, 82);
        DataFormat format = DataFormat.of(Arrays.copyOf(reply.data().array(), 82));
        assertEquals(WaveFormat.pcm(96000, 16, 2), format.wave().orElseThrow());
        DataFormat widest = DataFormat.of(intersect(104, pcm(-1, 1, -1, 1, -1))
                .is(NtStatus.SUCCESS, 104)
                .data()
                .array());
        assertEquals(WaveFormat.pcm(192000, 32, 8), widest.wave().orElseThrow());
    }

    @Test
    void anIntersectionTellsItsSize() {
        intersect(0, pcm(2, 8, 16, 11025, 96000)).is(NtStatus.BUFFER_OVERFLOW, 82);
        intersect(81, pcm(2, 8, 16, 11025, 96000)).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void theFirstRangeWithAnIntersectionWins() {
        DataRange impossible = pcm(2, 33, 64, 8000, 48000);
        DataRange wildcard = DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL);
        DataRange floats = DataRange.audio(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, new AudioRange(1, 32, 32, 1, 44100));
        Client.Reply reply = intersect(104, impossible, floats, wildcard).is(NtStatus.SUCCESS);
        WaveFormat wave = DataFormat.of(Arrays.copyOf(reply.data().array(), reply.information()))
                .wave()
                .orElseThrow();
        assertEquals(WaveFormat.ieeeFloat(44100, 1), wave);
        intersect(104, impossible).is(NtStatus.NO_MATCH, 0);
        intersect(104).is(NtStatus.NO_MATCH, 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 0", "0, 0", "-1, 0", "1000, 1", "8, 1", "2147483647, 1", "72, 2", "72, -1"})
    void anIntersectionListThatContradictsItselfIsRefused(int size, int count) {
        byte[] request = new byte[40 + 88];
        ByteBuffer bytes = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, 0, 0));
        DataRange.of(KSNODETYPE.SUM, Guid.NULL, Guid.NULL).write(bytes, 40);
        bytes.putInt(32, size).putInt(36, count);
        Client.Reply reply = Client.property(speaker, request, 104);
        assertFalse(reply.status().isSuccess());
        assertNotEquals(NtStatus.UNSUCCESSFUL, reply.status());
        assertNotEquals(NtStatus.NO_MATCH, reply.status());
    }

    @Test
    void formatsThatContradictThemselvesDoNotMatch() {
        for (int offset : new int[] {64, 66, 68, 72, 76, 78}) {
            ByteBuffer format = ByteBuffer.allocate(82).order(ByteOrder.LITTLE_ENDIAN);
            STEREO.write(format, 0);
            format.put(offset, (byte) (format.get(offset) + 1));
            assertRefused(speaker, DataFormat.of(format.array()));
        }
    }

    @Test
    void formatsOutsideTheRangesDoNotMatch() {
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(7999, 16, 2)));
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(192001, 16, 2)));
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(48000, 16, 9)));
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(48000, 16, 0)));
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(48000, 40, 2)));
        assertRefused(speaker, DataFormat.of(WaveFormat.pcm(48000, 12, 2)));
    }

    private static void assertRefused(Handle filter, DataFormat format) {
        KsException e = assertThrows(KsException.class, () -> Client.pin(filter, 0, format));
        assertEquals(NtStatus.NO_MATCH, e.status());
    }

    @Test
    void bothEndsHaveOneFormat() {
        Handle render = Client.pin(speaker, 0, STEREO);
        assertRefused(microphone, DataFormat.of(WaveFormat.pcm(44100, 16, 2)));
        Client.pin(microphone, 0, DataFormat.extensible(WaveFormat.pcm(48000, 16, 2)))
                .close();
        render.close();
        Client.pin(microphone, 0, DataFormat.of(WaveFormat.pcm(44100, 16, 2)));
    }

    // Loopback

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

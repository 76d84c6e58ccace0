package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a WaveRT device plays and hears. */
@Timeout(30)
class RtSoundTest {
    private static final int PACKET = RtClient.PACKET;

    private RtClient client = new RtClient();

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder profile) {
        client.close();
        client = new RtClient(profile);
    }

    static List<WaveFormat> formats() {
        return List.of(
                WaveFormat.pcm(44100, 8, 1),
                WaveFormat.pcm(11025, 16, 2),
                WaveFormat.pcm(48000, 24, 3),
                WaveFormat.pcm(192000, 32, 8),
                WaveFormat.ieeeFloat(96000, 2));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theMicrophoneHearsTheSignal(WaveFormat format) {
        use(VirtualRtAudioDevice.builder().formats(format).signal(AudioSignal.COUNTER));
        Handle pin = client.pin(KSCATEGORY.CAPTURE, format);
        KsBuffer buffer = client.mapWithoutNotification(pin);
        Client.run(pin);
        client.advance(2_000);
        int frames = buffer.size() / format.blockAlign();
        int read = (int) RtClient.playOffset(pin) / format.blockAlign();
        int pass = 2 * format.rate() / frames;
        ByteBuffer expected = ByteBuffer.allocate(buffer.size()).order(ByteOrder.LITTLE_ENDIAN);
        AudioSignal.COUNTER.fill(format, (long) pass * frames, expected, 0, read);
        AudioSignal.COUNTER.fill(
                format, (long) (pass - 1) * frames + read, expected, read * format.blockAlign(), frames - read);
        assertEquals(expected, buffer.bytes());
    }

    @Test
    void theMicrophoneHearsNothingByDefault() {
        Handle pin = client.capture();
        KsBuffer buffer = client.map(pin);
        buffer.bytes().put(0, (byte) 1);
        Client.run(pin);
        client.advance(100);
        assertEquals(ByteBuffer.allocate(buffer.size()), buffer.bytes());
    }

    @Test
    void theSinkIsToldWhatIsPlayed() {
        CRC32 played = new CRC32();
        use(VirtualRtAudioDevice.builder().sink(played::update));
        Handle pin = client.render();
        KsBuffer buffer = client.map(pin);
        byte[] pass = new byte[2 * PACKET];
        new Random(2).nextBytes(pass);
        buffer.bytes().put(0, pass);
        Client.run(pin);
        client.advance(35);
        RtClient.playOffset(pin);
        CRC32 expected = new CRC32();
        expected.update(pass);
        expected.update(pass, 0, 3 * PACKET / 2);
        assertEquals(expected.getValue(), played.getValue());
    }

    @Test
    void aSinkThatThrowsDoesNotStopTheStream() {
        use(VirtualRtAudioDevice.builder().sink(bytes -> {
            throw new IllegalStateException("expected by the test");
        }));
        Handle pin = client.render();
        client.map(pin);
        Client.run(pin);
        client.advance(25);
        RtClient.go(pin, KSSTATE.PAUSE);
        assertEquals(2, RtClient.packetCount(pin));
        assertEquals(PACKET / 2, RtClient.writeOffset(pin));
    }

    @Test
    void aSignalThatThrowsDoesNotStopTheStream() {
        use(VirtualRtAudioDevice.builder().signal((format, frame, target, offset, frames) -> {
            throw new IllegalStateException("expected by the test");
        }));
        Handle pin = client.capture();
        client.map(pin);
        KsSignal event = client.registered(pin);
        Client.run(pin);
        for (int i = 0; i < 2; i++) {
            client.advance(10);
            assertTrue(RtClient.isSet(event));
        }
    }

    @Test
    void theMicrophoneHearsTheSpeaker() {
        use(VirtualRtAudioDevice.builder().loopback(true));
        byte[] music = new byte[200 * PACKET];
        new Random(3).nextBytes(music);
        Handle render = client.render();
        Handle capture = client.capture();
        KsBuffer out = client.map(render);
        Client.Reply mapped = RtClient.buffer(capture, RtClient.bufferRequest(3 * PACKET + 128, 1))
                .is(NtStatus.SUCCESS);
        KsBuffer in = client.driver.view(mapped.data().getLong(0), mapped.data().getInt(8));
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        Client.run(capture);
        client.advanceMicros(1_234);
        int packet = 0;
        out.bytes().put(0, music, packet++ * PACKET, PACKET);
        out.bytes().put(PACKET, music, packet++ * PACKET, PACKET);
        Client.run(render);
        int read = 0;
        for (int i = 0; i < 2 * 200 - 4; i++) {
            client.advance(5);
            int position = (int) RtClient.playOffset(capture);
            while (read != position) {
                heard.write(in.bytes().get(read));
                read = (read + 1) % in.size();
            }
            if (i % 2 == 1) {
                out.bytes().put(packet % 2 * PACKET, music, packet++ * PACKET, PACKET);
            }
        }
        byte[] all = heard.toByteArray();
        int silence = 1_234 * 48 / 1000 * 4;
        assertArrayEquals(new byte[silence], Arrays.copyOf(all, silence));
        int length = all.length - silence;
        assertArrayEquals(Arrays.copyOf(music, length), Arrays.copyOfRange(all, silence, all.length));
        assertEquals(198 * PACKET, length, 4);
    }

    @Test
    void theMicrophoneHearsSilenceWhileTheSpeakerIsPaused() {
        use(VirtualRtAudioDevice.builder().loopback(true).formats(WaveFormat.pcm(48000, 8, 2)));
        Handle render = client.pin(KSCATEGORY.RENDER, WaveFormat.pcm(48000, 8, 2));
        Handle capture = client.pin(KSCATEGORY.CAPTURE, WaveFormat.pcm(48000, 8, 2));
        KsBuffer out = client.map(render);
        KsBuffer in = client.map(capture);
        for (int i = 0; i < out.size(); i++) {
            out.bytes().put(i, (byte) 7);
        }
        Client.run(capture);
        Client.run(render);
        client.advance(2);
        RtClient.go(render, KSSTATE.PAUSE);
        client.advance(2);
        Client.run(render);
        client.advance(2);
        RtClient.playOffset(capture);
        byte[] heard = new byte[6 * 96];
        in.bytes().get(0, heard);
        byte[] expected = new byte[6 * 96];
        Arrays.fill(expected, (byte) 7);
        Arrays.fill(expected, 2 * 96, 4 * 96, (byte) 0x80);
        assertArrayEquals(expected, heard);
    }

    @Test
    void theMicrophoneHearsNothingAfterTheEndOfTheStream() {
        use(VirtualRtAudioDevice.builder().loopback(true));
        Handle render = client.render();
        Handle capture = client.capture();
        KsBuffer out = client.map(render);
        KsBuffer in = client.map(capture);
        for (int i = 0; i < out.size(); i++) {
            out.bytes().put(i, (byte) 7);
        }
        assertEquals(NtStatus.SUCCESS, RtClient.write(render, 0, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, 400));
        Client.run(render);
        Client.run(capture);
        client.advance(5);
        RtClient.playOffset(capture);
        byte[] heard = new byte[5 * 192];
        in.bytes().get(0, heard);
        byte[] expected = new byte[5 * 192];
        Arrays.fill(expected, 0, 400, (byte) 7);
        assertArrayEquals(expected, heard);
    }
}

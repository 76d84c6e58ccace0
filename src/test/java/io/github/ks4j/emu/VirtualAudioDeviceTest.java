package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualAudioDeviceTest extends SoundCardRig {
    private static final int NODE = KSPROPERTY_TYPE.TOPOLOGY;
    private static final int DECIBEL = 65536;

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
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The formats that the pins of the sound card take, and propose. */
class VirtualAudioFormatTest extends SoundCardRig {
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
}

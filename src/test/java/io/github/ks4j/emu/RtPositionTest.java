package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.KSRTAUDIO_HWREGISTER;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the hardware is, as properties and registers tell. */
@Timeout(30)
class RtPositionTest {
    private static final int MS = 192;

    private RtClient client = new RtClient(VirtualRtAudioDevice.builder().fifo(MS));

    @AfterEach
    void close() {
        client.close();
    }

    private void use(VirtualRtAudioDevice.Builder profile) {
        client.close();
        client = new RtClient(profile);
    }

    private Handle running(Handle pin) {
        client.map(pin);
        Client.run(pin);
        return pin;
    }

    // Offsets

    @Test
    void offsetsAre0AfterOpening() {
        Handle pin = client.render();
        assertEquals(0, RtClient.playOffset(pin));
        client.map(pin);
        assertEquals(0, RtClient.playOffset(pin));
        assertEquals(0, RtClient.writeOffset(pin));
    }

    @Test
    void aRenderPinPlaysWhatHasComeThroughTheFifo() {
        Handle pin = running(client.render());
        client.advanceMicros(500);
        assertEquals(0, RtClient.playOffset(pin));
        assertEquals(MS / 2, RtClient.writeOffset(pin));
        client.advanceMicros(4500);
        assertEquals(4 * MS, RtClient.playOffset(pin));
        assertEquals(5 * MS, RtClient.writeOffset(pin));
    }

    @Test
    void aCapturePinWritesAheadByTheFifo() {
        Handle pin = running(client.capture());
        client.advance(5);
        assertEquals(5 * MS, RtClient.playOffset(pin));
        assertEquals(6 * MS, RtClient.writeOffset(pin));
    }

    @Test
    void offsetsGoRoundWithTheBuffer() {
        Handle pin = running(client.render());
        client.advance(20);
        assertEquals(19 * MS, RtClient.playOffset(pin));
        assertEquals(0, RtClient.writeOffset(pin));
        client.advance(3);
        assertEquals(2 * MS, RtClient.playOffset(pin));
        assertEquals(3 * MS, RtClient.writeOffset(pin));
    }

    @Test
    void offsetsAreWholeFrames() {
        Handle pin = running(client.capture());
        for (int i = 0; i < 1000; i++) {
            client.advanceMicros(7);
            assertEquals(0, RtClient.playOffset(pin) % 4);
        }
        assertEquals(7 * MS, RtClient.playOffset(pin));
    }

    @Test
    void offsetsStandStillInPauseAndGoOnFromThere() {
        Handle pin = running(client.render());
        client.advance(5);
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(100);
        assertEquals(5 * MS, RtClient.writeOffset(pin));
        RtClient.go(pin, KSSTATE.ACQUIRE);
        client.advance(100);
        assertEquals(5 * MS, RtClient.writeOffset(pin));
        Client.run(pin);
        client.advance(2);
        assertEquals(7 * MS, RtClient.writeOffset(pin));
    }

    @Test
    void offsetsAre0InStop() {
        Handle pin = running(client.capture());
        client.advance(5);
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(0, RtClient.playOffset(pin));
        assertEquals(0, RtClient.writeOffset(pin));
        Client.run(pin);
        client.advance(1);
        assertEquals(MS, RtClient.playOffset(pin));
    }

    @Test
    void offsetsTellTheSizeOfTheirAnswer() {
        Handle pin = client.render();
        Client.get(pin, KSPROPERTY_AUDIO.POSITION, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
        Client.get(pin, KSPROPERTY_AUDIO.POSITION, 15).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_AUDIO.POSITION, new byte[16]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void extendedOffsetsAreThoseOfOneMoment() {
        Handle pin = running(client.render());
        client.advance(5);
        ByteBuffer position = Client.get(pin, KSPROPERTY_AUDIO.POSITIONEX, 40)
                .is(NtStatus.SUCCESS, 40)
                .data();
        assertEquals(10_000_000, position.getLong(0), "TimerFrequency");
        assertEquals(50_000, position.getLong(8), "TimeStamp1");
        assertEquals(4 * MS, position.getLong(16), "PlayOffset");
        assertEquals(5 * MS, position.getLong(24), "WriteOffset");
        assertEquals(50_000, position.getLong(32), "TimeStamp2");
    }

    // The presentation position

    private static ByteBuffer presentation(Handle pin) {
        return Client.get(pin, KSPROPERTY_RTAUDIO.PRESENTATION_POSITION, 16)
                .is(NtStatus.SUCCESS, 16)
                .data();
    }

    @Test
    void framesArePresentedLaterByTheWholeLatency() {
        Handle pin = running(client.render());
        client.advance(1);
        assertEquals(0, presentation(pin).getLong(0));
        client.advance(99);
        // 48 frames in the FIFO, and 510 microseconds behind it, which are 24.48.
        assertEquals(4800 - 48 - 25, presentation(pin).getLong(0));
    }

    @Test
    void thePresentationPositionComesWithItsTime() {
        client.advance(7);
        Handle pin = running(client.render());
        client.advance(100);
        assertEquals(1_070_000, presentation(pin).getLong(8));
    }

    @Test
    void thePresentationPositionDoesNotGoRound() {
        Handle pin = running(client.render());
        client.advance(10_000);
        assertEquals(480_000 - 48 - 25, presentation(pin).getLong(0));
        RtClient.go(pin, KSSTATE.PAUSE);
        client.advance(10_000);
        assertEquals(480_000 - 48 - 25, presentation(pin).getLong(0));
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(0, presentation(pin).getLong(0));
    }

    @Test
    void thePresentationPositionIsForRenderPins() {
        Client.get(client.capture(), KSPROPERTY_RTAUDIO.PRESENTATION_POSITION, 16)
                .is(NtStatus.NOT_SUPPORTED, 0);
    }

    @Test
    void thePresentationPositionTellsTheSizeOfItsAnswer() {
        Handle pin = client.render();
        Client.get(pin, KSPROPERTY_RTAUDIO.PRESENTATION_POSITION, 0).is(NtStatus.BUFFER_OVERFLOW, 16);
        Client.get(pin, KSPROPERTY_RTAUDIO.PRESENTATION_POSITION, 15).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 4800000", "100, 4800480", "-100, 4799520", "200000, 5760000"})
    void theDeviceHasAClockOfItsOwn(int drift, long frames) {
        use(VirtualRtAudioDevice.builder()
                .timing(StreamTiming.EXACT.drift(drift))
                .fifo(0));
        Handle pin = running(client.render());
        client.advance(100_000);
        assertEquals(frames - 25, presentation(pin).getLong(0));
    }

    // Registers

    static List<KsProperty<KSRTAUDIO_HWREGISTER>> registers() {
        return List.of(KSPROPERTY_RTAUDIO.POSITIONREGISTER, KSPROPERTY_RTAUDIO.CLOCKREGISTER);
    }

    @Test
    void thePositionRegisterIsTheOffsetInTheBufferAtTheLastTick() {
        Handle pin = running(client.render());
        client.advance(5);
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        assertEquals(5 * MS, register.bytes().getLong(0));
        client.advanceMicros(900);
        assertEquals(5 * MS, register.bytes().getLong(0));
        client.advanceMicros(200);
        assertEquals(6 * MS, register.bytes().getLong(0));
        client.advance(15);
        assertEquals(MS, register.bytes().getLong(0));
    }

    @Test
    void theTickIsTheProfiles() {
        use(VirtualRtAudioDevice.builder().tick(Duration.ofMillis(4)));
        Handle pin = running(client.render());
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        client.advance(3);
        assertEquals(0, register.bytes().getLong(0));
        client.advance(2);
        assertEquals(4 * MS, register.bytes().getLong(0));
    }

    @Test
    void thePositionRegisterIsUpToDateWhenAPropertyIsAskedFor() {
        Handle pin = running(client.render());
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        client.advanceMicros(250);
        assertEquals(48, RtClient.writeOffset(pin));
        assertEquals(48, register.bytes().getLong(0));
    }

    @Test
    void thePositionRegisterStandsStillInPauseAndIs0InStop() {
        Handle pin = running(client.capture());
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        client.advanceMicros(2500);
        RtClient.go(pin, KSSTATE.PAUSE);
        assertEquals(480, register.bytes().getLong(0));
        client.advance(100);
        assertEquals(480, register.bytes().getLong(0));
        RtClient.go(pin, KSSTATE.STOP);
        assertEquals(0, register.bytes().getLong(0));
    }

    @Test
    void thePositionRegisterCanBeMappedBeforeTheBuffer() {
        Handle pin = client.render();
        KsBuffer register = client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        assertEquals(0, register.bytes().getLong(0));
        running(pin);
        client.advance(3);
        assertEquals(3 * MS, register.bytes().getLong(0));
    }

    @Test
    void thePositionRegisterTellsItsRate() {
        ByteBuffer answer = RtClient.register(client.render(), KSPROPERTY_RTAUDIO.POSITIONREGISTER)
                .is(NtStatus.SUCCESS, 40)
                .data();
        assertEquals(64, answer.getInt(8));
        assertEquals(192_000, answer.getLong(16) / answer.getLong(24));
        assertEquals(MS, answer.getInt(32), "Accuracy");
    }

    @Test
    void theClockRegisterCountsTheDevicesClockInAnyState() {
        use(VirtualRtAudioDevice.builder().timing(StreamTiming.EXACT.drift(1000)));
        KsBuffer register = client.mapRegister(client.render(), KSPROPERTY_RTAUDIO.CLOCKREGISTER);
        assertEquals(0, register.bytes().getLong(0));
        client.advance(1000);
        assertEquals(24_024_000, register.bytes().getLong(0));
    }

    @Test
    void theClockRegisterTellsItsRate() {
        ByteBuffer answer = RtClient.register(client.capture(), KSPROPERTY_RTAUDIO.CLOCKREGISTER)
                .is(NtStatus.SUCCESS, 40)
                .data();
        assertEquals(24_000_000, answer.getLong(16) / answer.getLong(24));
        assertEquals(24_000, answer.getInt(32), "Accuracy");
    }

    @Test
    void aRegisterOf32BitsWrapsAndLeavesTheRestAlone() {
        use(VirtualRtAudioDevice.builder().registers(32).tick(Duration.ofSeconds(1)));
        Handle pin = client.render();
        Client.Reply reply =
                RtClient.register(pin, KSPROPERTY_RTAUDIO.CLOCKREGISTER).is(NtStatus.SUCCESS, 40);
        assertEquals(32, reply.data().getInt(8));
        KsBuffer register = client.driver.view(reply.data().getLong(0), 8);
        client.advance(200_000);
        assertEquals(200 * 24_000_000L - (1L << 32), register.bytes().getLong(0));
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aRegisterIsMappedOnce(KsProperty<?> item) {
        Handle pin = client.render();
        RtClient.register(pin, item).is(NtStatus.SUCCESS, 40);
        RtClient.register(pin, item).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aRegisterLiesWhereTheDeviceWants(KsProperty<?> item) {
        Handle pin = client.render();
        Client.get(pin, item, 40, 4096, 0).is(NtStatus.INVALID_PARAMETER, 0);
        Client.get(pin, item, 40).is(NtStatus.INVALID_PARAMETER, 0);
        RtClient.register(pin, item).is(NtStatus.SUCCESS, 40);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aRegisterTellsTheSizeOfItsAnswer(KsProperty<?> item) {
        Handle pin = client.render();
        Client.get(pin, item, 0, 0, 0).is(NtStatus.BUFFER_OVERFLOW, 40);
        Client.get(pin, item, 39, 0, 0).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aRegisterIsNotMappedBySet(KsProperty<?> item) {
        Client.set(client.render(), item, new byte[40], 0, 0).is(NtStatus.NOT_FOUND, 0);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aDeviceMayHaveNoRegisters(KsProperty<?> item) {
        use(VirtualRtAudioDevice.builder().registers(0));
        RtClient.register(client.render(), item).is(NtStatus.NOT_SUPPORTED, 0);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void aRegisterGoesWithThePin(KsProperty<?> item) {
        Handle pin = running(client.render());
        KsBuffer register = client.mapRegister(pin, item);
        pin.close();
        client.advance(10);
        assertEquals(0, register.bytes().getLong(0));
        KsException e = assertThrows(KsException.class, () -> client.driver.view(register.address(), 8));
        assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
    }

    @Test
    void thePositionRegisterFixesTheFormat() {
        Handle pin = client.render();
        client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        byte[] format =
                Client.get(pin, KSPROPERTY_CONNECTION.DATAFORMAT, 82).data().array();
        assertEquals(
                NtStatus.INVALID_DEVICE_STATE,
                Client.set(pin, KSPROPERTY_CONNECTION.DATAFORMAT, format).status());
    }

    @Test
    void nothingHappensByItselfWithoutARegisterInPause() {
        Handle pin = running(client.render());
        client.mapRegister(pin, KSPROPERTY_RTAUDIO.POSITIONREGISTER);
        RtClient.go(pin, KSSTATE.PAUSE);
        assertEquals(false, client.time.advanceToNextTimer());
    }
}

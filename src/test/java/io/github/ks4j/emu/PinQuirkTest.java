package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING_EX;
import io.github.ks4j.struct.KS_FRAMING_ITEM;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traps on the way to a pin that runs: what a client sees of them. */
@Timeout(30)
class PinQuirkTest {
    private static final WaveFormat WAVE = WaveFormat.pcm(48000, 16, 2);
    private static final DataFormat STEREO = DataFormat.of(WAVE);

    private final VirtualTime time = new VirtualTime();
    private final EmulatedDriver driver = EmulatedDriver.builder()
            .time(time)
            .devices(new VirtualAudioDevice(), new VirtualCamera())
            .build();
    private final Handle filter = open(driver, KSCATEGORY.RENDER);

    private static Handle open(EmulatedDriver driver, Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle create(DataFormat format) {
        return Client.pin(filter, 0, format);
    }

    private NtStatus refusal(DataFormat format) {
        return assertThrows(KsException.class, () -> create(format)).status();
    }

    private Client.Reply intersect(int length, int channels) {
        DataRange range = DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(channels, 16, 32, 8000, 48000));
        byte[] head = Client.request(KSPROPERTY_PIN.DATAINTERSECTION, KSPROPERTY_TYPE.GET, 0, 0);
        byte[] request = Arrays.copyOf(head, 32 + 8 + 88);
        Codec.DATA_RANGES.encode(
                List.of(range), Abi.X64, ByteBuffer.wrap(request).slice(32, 96).order(ByteOrder.LITTLE_ENDIAN));
        return Client.property(filter, request, length);
    }

    @Test
    @Shows(Quirk.RANGES_PROMISE_TOO_MUCH)
    void aRateWithinTheRangesIsRefused() {
        driver.quirks().add(Quirk.RANGES_PROMISE_TOO_MUCH);
        assertEquals(NtStatus.NO_MATCH, refusal(DataFormat.of(WaveFormat.pcm(44100, 16, 2))));
        create(STEREO);
    }

    @Test
    @Shows(Quirk.EXTENSIBLE_REFUSED)
    void anExtensibleFormatIsRefusedAndAPlainOneIsNot() {
        driver.quirks().add(Quirk.EXTENSIBLE_REFUSED);
        assertEquals(NtStatus.NO_MATCH, refusal(DataFormat.extensible(WAVE)));
        create(DataFormat.plain(WAVE));
    }

    @Test
    @Shows(Quirk.PLAIN_PCM_REFUSED)
    void aPlainFormatIsRefusedAndAnExtensibleOneIsNot() {
        driver.quirks().add(Quirk.PLAIN_PCM_REFUSED);
        assertEquals(NtStatus.NO_MATCH, refusal(DataFormat.plain(WAVE)));
        create(DataFormat.extensible(WAVE));
    }

    @Test
    @Shows(Quirk.REFUSED_FORMAT_IS_INVALID_PARAMETER)
    void aRefusedFormatIsAnInvalidParameter() {
        driver.quirks().add(Quirk.REFUSED_FORMAT_IS_INVALID_PARAMETER, Quirk.EXTENSIBLE_REFUSED);
        assertEquals(NtStatus.INVALID_PARAMETER, refusal(DataFormat.of(WaveFormat.pcm(4000, 16, 2))));
        assertEquals(NtStatus.INVALID_PARAMETER, refusal(DataFormat.extensible(WAVE)), "what another quirk refuses");
    }

    @Test
    @Shows(Quirk.STREAMING_INTERFACE_REFUSED)
    void theStandardInterfaceIsNotFound() {
        driver.quirks().add(Quirk.STREAMING_INTERFACE_REFUSED);
        assertEquals(NtStatus.NOT_FOUND, refusal(STEREO));
    }

    @Test
    @Shows(Quirk.FIRST_PIN_NOT_READY)
    void theFirstPinOfAFilterFails() {
        driver.quirks().add(Quirk.FIRST_PIN_NOT_READY);
        assertEquals(NtStatus.DEVICE_NOT_READY, refusal(STEREO));
        create(STEREO);
    }

    @Test
    @Shows(Quirk.BUSY_PIN_IS_UNSUCCESSFUL)
    void aPinThatIsHeldIsAGeneralFailure() {
        create(STEREO);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, refusal(STEREO));
        driver.quirks().add(Quirk.BUSY_PIN_IS_UNSUCCESSFUL);
        assertEquals(NtStatus.UNSUCCESSFUL, refusal(STEREO));
    }

    @Test
    @Shows(Quirk.BUSY_PIN_COUNTED_FREE)
    void aPinThatIsHeldIsCountedFree() {
        driver.quirks().add(Quirk.BUSY_PIN_COUNTED_FREE);
        create(STEREO);
        assertEquals(
                0, Client.get(filter, KSPROPERTY_PIN.CINSTANCES, 8, 0, 0).data().getInt(4));
        assertEquals(
                0,
                Client.get(filter, KSPROPERTY_PIN.GLOBALCINSTANCES, 8, 0, 0)
                        .is(NtStatus.SUCCESS, 8)
                        .data()
                        .getInt(4));
    }

    @Test
    @Shows(Quirk.CLOSE_LINGERS)
    void aPinStaysForAWhileWhenItIsClosed() {
        driver.quirks().add(Quirk.CLOSE_LINGERS);
        create(STEREO).close();
        time.advance(Duration.ofMillis(99));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, refusal(STEREO));
        time.advance(Duration.ofMillis(1));
        create(STEREO);
    }

    @Test
    void aPinThatLingersGoesWithTheQuirk() {
        driver.quirks().add(Quirk.CLOSE_LINGERS);
        create(STEREO).close();
        driver.quirks().remove(Quirk.CLOSE_LINGERS);
        create(STEREO);
    }

    @Test
    @Shows(Quirk.FILTER_CLOSE_LINGERS)
    void aFilterIsNotOpenedAgainForAWhileWhenItIsClosed() {
        driver.quirks().add("speaker", Quirk.FILTER_CLOSE_LINGERS);
        filter.close();
        time.advance(Duration.ofMillis(99));
        assertEquals(
                NtStatus.SHARING_VIOLATION,
                assertThrows(KsException.class, () -> open(driver, KSCATEGORY.RENDER))
                        .status());
        open(driver, KSCATEGORY.CAPTURE).close();
        open(driver, KSCATEGORY.CAPTURE);
        time.advance(Duration.ofMillis(1));
        open(driver, KSCATEGORY.RENDER);
    }

    @Test
    void aFilterThatLingersGoesWithTheQuirk() {
        driver.quirks().add(Quirk.FILTER_CLOSE_LINGERS, Quirk.CLOSE_LINGERS);
        filter.close();
        driver.quirks().remove(Quirk.FILTER_CLOSE_LINGERS);
        open(driver, KSCATEGORY.RENDER);
    }

    @Test
    @Shows(Quirk.INTERSECTION_UNDERSTATES_SIZE)
    void theFormatIsLargerThanItWasSaidToBe() {
        driver.quirks().add(Quirk.INTERSECTION_UNDERSTATES_SIZE);
        intersect(0, 8).is(NtStatus.BUFFER_OVERFLOW, 82);
        intersect(82, 8).is(NtStatus.BUFFER_TOO_SMALL, 0);
        intersect(128, 8).is(NtStatus.SUCCESS, 104);
    }

    @Test
    @Shows(Quirk.INTERSECTION_WANTS_EXACT_CHANNELS)
    void fewerChannelsThanThePinHasHaveNoIntersection() {
        intersect(0, 2).is(NtStatus.BUFFER_OVERFLOW);
        driver.quirks().add(Quirk.INTERSECTION_WANTS_EXACT_CHANNELS);
        intersect(0, 2).is(NtStatus.NO_MATCH, 0);
        intersect(0, 8).is(NtStatus.BUFFER_OVERFLOW);
    }

    @Test
    @Shows(Quirk.FRAMING_WITHOUT_FRAMES)
    void thePinWantsNoFrames() {
        Handle camera = open(driver, KSCATEGORY.VIDEO_CAMERA);
        Handle pin = Client.pin(camera, 0, DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 480, 30)));
        driver.quirks().add(Quirk.FRAMING_WITHOUT_FRAMES);
        ByteBuffer framing = Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING, 24)
                .is(NtStatus.SUCCESS, 24)
                .data();
        assertEquals(0, KSALLOCATOR_FRAMING.LAYOUT.at(Abi.X64, framing, 0).get(KSALLOCATOR_FRAMING.Frames));
        ByteBuffer finer = Client.get(pin, KSPROPERTY_CONNECTION.ALLOCATORFRAMING_EX, 112)
                .is(NtStatus.SUCCESS, 112)
                .data();
        assertEquals(
                0,
                KSALLOCATOR_FRAMING_EX
                        .LAYOUT
                        .at(Abi.X64, finer, 0)
                        .get(KSALLOCATOR_FRAMING_EX.FramingItem, 0)
                        .get(KS_FRAMING_ITEM.Frames));
    }

    @Test
    @Shows(Quirk.STATE_STEP_BY_STEP)
    void aPinTakesNoLargeStep() {
        driver.quirks().add(Quirk.STATE_STEP_BY_STEP);
        Handle pin = create(STEREO);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, Client.state(pin, KSSTATE.RUN));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.ACQUIRE));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.PAUSE));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.RUN));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, Client.state(pin, KSSTATE.STOP));
        assertEquals(NtStatus.SUCCESS, Client.state(pin, KSSTATE.RUN), "where it is");
    }
}

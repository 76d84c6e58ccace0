package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One filter plays what another gives, and the program that has connected them only listens. */
@Timeout(30)
class ConnectedPinsTest {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final byte[] SOUND = {1, 2, 3, 4, 5, 6, 7, 8};

    /** Gives its sound once, when it runs. */
    private static final class Player implements PinDispatch {
        private final PinInstance pin;
        private boolean over;

        private Player(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public void process() {
            if (!over && pin.state() == KSSTATE.RUN && pin.queue().hasFrame()) {
                over = true;
                pin.queue().bytes().put(pin.queue().offset(), SOUND);
                pin.queue().endRequest(SOUND.length, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
            }
        }
    }

    private final EmulatedDevice player = EmulatedDevice.of(
            "player",
            EmulatedFilter.named("tape")
                    .categories(KSCATEGORY.BRIDGE)
                    .pin(EmulatedPin.of(KSPIN_DATAFLOW.OUT, KSPIN_COMMUNICATION.SOURCE)
                            .ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                            .streaming(Player::new)
                            .build())
                    .build());
    private final Ks ks = Ks.over(EmulatedDriver.of(player, new VirtualAudioDevice()));
    private final KsPin speaker = factory(KSCATEGORY.RENDER).open(STEREO);
    private final KsPin tape =
            factory(KSCATEGORY.BRIDGE).open(KsPinConnection.of(STEREO).to(speaker));

    private KsPinFactory factory(Guid category) {
        return ks.filter(ks.filters(category).get(0)).pinFactory(0);
    }

    @AfterEach
    void close() {
        ks.close();
    }

    @Test
    void whatOneGivesTheOtherPlays() {
        KsPin microphone = factory(KSCATEGORY.CAPTURE).open(STEREO);
        KsFrame frame = microphone.frame(64);
        microphone.state(KSSTATE.RUN);
        microphone.read(frame);
        speaker.state(KSSTATE.RUN);
        tape.state(KSSTATE.RUN);
        frame.await();
        byte[] heard = new byte[frame.dataUsed()];
        frame.bytes().get(0, heard);
        assertArrayEquals(SOUND, heard);
    }

    @Test
    void theProgramDoesNotWriteIntoTheStream() {
        KsFrame frame = speaker.frame(8).dataUsed(8);
        speaker.write(frame);
        assertEquals(
                NtStatus.INVALID_DEVICE_REQUEST,
                assertThrows(KsException.class, frame::await).status());
        tape.close();
        speaker.state(KSSTATE.RUN);
        speaker.write(frame);
        frame.await();
    }

    @Test
    void aClosedPinIsNoSink() {
        KsPinConnection connection = KsPinConnection.of(STEREO).to(speaker);
        tape.close();
        speaker.close();
        KsException e = assertThrows(
                KsClosedException.class, () -> factory(KSCATEGORY.BRIDGE).open(connection));
        assertTrue(e.getMessage().startsWith("pin 0 of " + speaker.factory().filter()), e.getMessage());
    }
}

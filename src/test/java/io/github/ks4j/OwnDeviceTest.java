package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.AudioControl;
import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.emu.StreamQueue;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An example: a device of one's own, a microphone with a knob. */
@Timeout(30)
class OwnDeviceTest {
    private final AudioControl knob = AudioControl.of(KSPROPERTY_AUDIO.VOLUMELEVEL)
            .range(-12 * AudioControl.DECIBEL, 12 * AudioControl.DECIBEL, AudioControl.DECIBEL)
            .build();

    private final Ks ks = Ks.over(EmulatedDriver.of(EmulatedDevice.of(
            "own#microphone#0000",
            EmulatedFilter.named("microphone")
                    .categories(KSCATEGORY.CAPTURE)
                    .pin(EmulatedPin.sink(KSPIN_DATAFLOW.OUT)
                            .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(1, 8, 8, 8000, 8000)))
                            .streaming(Sevens::new)
                            .build())
                    .pin(EmulatedPin.bridge(KSPIN_DATAFLOW.IN).build())
                    .node(AudioControl.node(KSNODETYPE.VOLUME, "Knob", knob))
                    .connect(EmulatedFilter.FILTER, 1, 0, 1)
                    .connect(0, 0, EmulatedFilter.FILTER, 0)
                    .build())));

    private final KsFilter microphone = ks.filter(ks.filters(KSCATEGORY.CAPTURE).get(0));

    /** Hears nothing but sevens. */
    private record Sevens(PinInstance pin) implements PinDispatch {
        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                queue.bytes().put(queue.offset(), (byte) 7);
                queue.advance(1);
            }
        }
    }

    @AfterEach
    void close() {
        ks.close();
    }

    @Test
    void itsSoundIsHeard() {
        KsPin pin = microphone.pinFactory(0).open(DataFormat.of(WaveFormat.pcm(8000, 8, 1)));
        pin.state(KSSTATE.RUN);
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        frame.await();
        assertEquals(100, frame.bytes().remaining());
        assertEquals(7, frame.bytes().get(99));
    }

    @Test
    void itsKnobIsTurnedFromBothSides() {
        KsNode node = microphone.node(0);
        node.channel(0).set(KSPROPERTY_AUDIO.VOLUMELEVEL, 3 * AudioControl.DECIBEL);
        assertEquals(3 * AudioControl.DECIBEL, knob.get(0));
        try (KsEnabledEvent turned = node.enable(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE)) {
            knob.set(0, 20 * AudioControl.DECIBEL);
            assertTrue(turned.await(Duration.ofSeconds(10)), "nobody is told");
        }
        assertEquals(12 * AudioControl.DECIBEL, node.channel(0).get(KSPROPERTY_AUDIO.VOLUMELEVEL), "at the most");
    }
}

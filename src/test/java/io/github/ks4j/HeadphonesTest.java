package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.struct.KSJACK_DESCRIPTION;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An example: a program that follows what people do to a sound card by hand. */
@Timeout(30)
class HeadphonesTest {
    private final VirtualAudioDevice device = new VirtualAudioDevice();
    private final Ks ks = Ks.over(EmulatedDriver.of(device));
    private final KsFilter topology = ks.filter(ks.filters(KSCATEGORY.TOPOLOGY).get(0));

    @AfterEach
    void close() {
        ks.close();
    }

    private static boolean isPluggedIn(KsPinFactory jack) {
        return jack.get(KSPROPERTY_JACK.DESCRIPTION).get(0).get(KSJACK_DESCRIPTION.IsConnected) != 0;
    }

    @Test
    void aProgramWaitsUntilHeadphonesArePulledOut() {
        KsPinFactory jack = topology.pinFactory(1);
        KsEnabledEvent changed = jack.enable(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
        device.speakerJack().unplug();

        assertTrue(changed.await(Duration.ofSeconds(10)));
        assertEquals(false, isPluggedIn(jack));
    }

    @Test
    void aProgramIsCalledBackInAThreadOfItsOwn() throws InterruptedException {
        KsPinFactory jack = topology.pinFactory(1);
        KsEnabledEvent changed = jack.enable(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
        BlockingQueue<Boolean> states = new LinkedBlockingQueue<>();
        Thread lent = new Thread(() -> changed.forEach(() -> states.add(isPluggedIn(jack))));
        lent.start();

        device.speakerJack().unplug();
        assertEquals(false, states.take());
        device.speakerJack().plug();
        assertEquals(true, states.take());

        ks.close();
        lent.join();
    }

    @Test
    void aProgramHearsThatAKnobWasTurned() {
        KsNode volume = topology.node(0);
        KsEnabledEvent turned = volume.enable(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE);
        device.speakerVolume().set(0, -6 * 65536);

        assertTrue(turned.await(Duration.ofSeconds(10)));
        assertEquals(-6 * 65536, volume.channel(0).get(KSPROPERTY_AUDIO.VOLUMELEVEL));
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_AUDIOSIGNALPROCESSING;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_EXTENDED;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_GENERAL;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_MEDIASEEKING;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_QUALITY;
import io.github.ks4j.set.KSPROPERTY_RTAUDIO;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSPROPERTY_STREAMINTERFACE;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOCONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KsProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The properties that the emulation has for its users. */
final class ServedItems {
    /** What the headers have, but no page tells of, or no client gets. */
    private static final Set<KsProperty<?>> LEFT_OUT = Set.of(
            KSPROPERTY_PIN.MODEDATAFORMATS, KSPROPERTY_RTAUDIO.GETPOSITIONFUNCTION, KSPROPERTY_RTAUDIO.PACKETVREGISTER);

    private static final List<KsProperty<?>> AUDIO = List.of(
            KSPROPERTY_AUDIO.LATENCY,
            KSPROPERTY_AUDIO.CHANNEL_CONFIG,
            KSPROPERTY_AUDIO.VOLUMELEVEL,
            KSPROPERTY_AUDIO.POSITION,
            KSPROPERTY_AUDIO.POSITIONEX,
            KSPROPERTY_AUDIO.MUTE,
            KSPROPERTY_AUDIO.BASS,
            KSPROPERTY_AUDIO.MID,
            KSPROPERTY_AUDIO.TREBLE,
            KSPROPERTY_AUDIO.BASS_BOOST,
            KSPROPERTY_AUDIO.AGC,
            KSPROPERTY_AUDIO.DELAY,
            KSPROPERTY_AUDIO.MUX_SOURCE,
            KSPROPERTY_AUDIO.PEAKMETER,
            KSPROPERTY_AUDIO.PEAKMETER2,
            KSPROPERTY_TOPOLOGYNODE.RESET);

    private static final List<KsProperty<?>> EXTENDED_CAMERA = List.of(
            KSPROPERTY_CAMERACONTROL_EXTENDED.PHOTOMODE,
            KSPROPERTY_CAMERACONTROL_EXTENDED.TORCHMODE,
            KSPROPERTY_CAMERACONTROL_EXTENDED.VIDEOSTABILIZATION);

    private ServedItems() {}

    static Stream<KsProperty<?>> all() {
        return Stream.<List<KsProperty<?>>>of(
                        KSPROPERTY_GENERAL.ITEMS,
                        KSPROPERTY_TOPOLOGY.ITEMS,
                        KSPROPERTY_PIN.ITEMS,
                        KSPROPERTY_CONNECTION.ITEMS,
                        KSPROPERTY_STREAM.ITEMS,
                        KSPROPERTY_STREAMALLOCATOR.ITEMS,
                        KSPROPERTY_STREAMINTERFACE.ITEMS,
                        KSPROPERTY_CLOCK.ITEMS,
                        KSPROPERTY_MEDIASEEKING.ITEMS,
                        KSPROPERTY_QUALITY.ITEMS,
                        KSPROPERTY_JACK.ITEMS,
                        KSPROPERTY_AUDIOSIGNALPROCESSING.ITEMS,
                        AUDIO,
                        KSPROPERTY_RTAUDIO.ITEMS,
                        KSPROPERTY_VIDCAP_VIDEOPROCAMP.ITEMS,
                        KSPROPERTY_VIDCAP_CAMERACONTROL.ITEMS,
                        KSPROPERTY_VIDCAP_VIDEOCONTROL.ITEMS,
                        KSPROPERTY_VIDCAP_DROPPEDFRAMES.ITEMS,
                        EXTENDED_CAMERA)
                .flatMap(List::stream)
                .filter(item -> !LEFT_OUT.contains(item));
    }
}

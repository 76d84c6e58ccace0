package io.github.ks4j.emu;

import static io.github.ks4j.emu.AudioControl.DECIBEL;

import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.EPcxConnectionType;
import io.github.ks4j.set.EPcxGenLocation;
import io.github.ks4j.set.EPcxGeoLocation;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.struct.Guid;

/** The analog side of a sound card: what lies between its wave filters and its jacks, and who can turn it. */
final class AudioTopology {
    static final String NAME = "topology";

    static final int WAVE_RENDER = 0;
    static final int SPEAKER = 1;
    static final int MICROPHONE = 2;
    static final int LINE_IN = 3;
    static final int WAVE_CAPTURE = 4;

    /** The inputs of the multiplexer: what MUX_SOURCE chooses among. */
    private static final int MICROPHONE_INPUT = 1;

    private static final int LINE_INPUT = 2;

    private static final int CHANNELS = 2;
    // Colours that read the same whichever byte is red.
    private static final int GREEN = 0x00FF00;
    private static final int PINK = 0xFF80FF;
    private static final int WHITE = 0xFFFFFF;

    final AudioControl speakerVolume =
            volume().range(-96 * DECIBEL, 0, DECIBEL / 2).build();
    final AudioControl speakerMute = channels(AudioControl.of(KSPROPERTY_AUDIO.MUTE));
    final AudioControl source = AudioControl.of(KSPROPERTY_AUDIO.MUX_SOURCE)
            .values(MICROPHONE_INPUT, LINE_INPUT)
            .build();
    final AudioControl microphoneVolume =
            volume().range(-12 * DECIBEL, 24 * DECIBEL, 3 * DECIBEL / 2).build();
    final AudioControl microphoneMute = channels(AudioControl.of(KSPROPERTY_AUDIO.MUTE));

    final Jack speaker = jack(GREEN).build();
    final Jack microphone = jack(PINK).build();
    final Jack lineIn = jack(WHITE).unplugged().build();

    final EmulatedFilter filter;

    /**
     * A topology.
     *
     * @param render the other end of the wire from the render filter
     * @param capture the other end of the wire to the capture filter
     * @param played measures what is played
     * @param heard measures what is heard
     */
    AudioTopology(PhysicalConnection render, PhysicalConnection capture, PeakMeter played, PeakMeter heard) {
        filter = EmulatedFilter.named(NAME)
                .friendlyName("ks4j virtual topology")
                .categories(KSCATEGORY.TOPOLOGY)
                .pin(bridge(KSPIN_DATAFLOW.IN, "Speaker wave", KSCATEGORY.AUDIO)
                        .physicalConnection(render)
                        .build())
                .pin(bridge(KSPIN_DATAFLOW.OUT, "Speaker", KSNODETYPE.SPEAKER)
                        .jacks(speaker)
                        .build())
                .pin(bridge(KSPIN_DATAFLOW.IN, "Microphone", KSNODETYPE.MICROPHONE)
                        .jacks(microphone)
                        .build())
                .pin(bridge(KSPIN_DATAFLOW.IN, "Line in", KSNODETYPE.LINE_CONNECTOR)
                        .jacks(lineIn)
                        .build())
                .pin(bridge(KSPIN_DATAFLOW.OUT, "Microphone wave", KSCATEGORY.AUDIO)
                        .physicalConnection(capture)
                        .build())
                .node(AudioControl.node(KSNODETYPE.VOLUME, "Speaker volume", speakerVolume))
                .node(AudioControl.node(KSNODETYPE.MUTE, "Speaker mute", speakerMute))
                .node(AudioControl.node(
                        KSNODETYPE.TONE,
                        "Speaker tone",
                        tone(AudioControl.of(KSPROPERTY_AUDIO.BASS)),
                        tone(AudioControl.of(KSPROPERTY_AUDIO.MID)),
                        tone(AudioControl.of(KSPROPERTY_AUDIO.TREBLE)),
                        channels(AudioControl.of(KSPROPERTY_AUDIO.BASS_BOOST))))
                .node(meter("Speaker peak", played))
                .node(AudioControl.node(KSNODETYPE.MUX, "Recording source", source))
                .node(AudioControl.node(
                        KSNODETYPE.AGC, "Recording gain control", channels(AudioControl.of(KSPROPERTY_AUDIO.AGC))))
                .node(AudioControl.node(KSNODETYPE.VOLUME, "Recording volume", microphoneVolume))
                .node(AudioControl.node(KSNODETYPE.MUTE, "Recording mute", microphoneMute))
                .node(meter("Recording peak", heard))
                .connect(EmulatedFilter.FILTER, WAVE_RENDER, 0, 1)
                .connect(0, 0, 1, 1)
                .connect(1, 0, 2, 1)
                .connect(2, 0, 3, 1)
                .connect(3, 0, EmulatedFilter.FILTER, SPEAKER)
                .connect(EmulatedFilter.FILTER, MICROPHONE, 4, MICROPHONE_INPUT)
                .connect(EmulatedFilter.FILTER, LINE_IN, 4, LINE_INPUT)
                .connect(4, 0, 5, 1)
                .connect(5, 0, 6, 1)
                .connect(6, 0, 7, 1)
                .connect(7, 0, 8, 1)
                .connect(8, 0, EmulatedFilter.FILTER, WAVE_CAPTURE)
                .build();
    }

    /** A pin whose wire is analog. */
    static EmulatedPin.Builder bridge(KSPIN_DATAFLOW dataFlow, String name, Guid category) {
        return EmulatedPin.bridge(dataFlow)
                .ranges(DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.ANALOG, KSDATAFORMAT_SPECIFIER.NONE))
                .category(category)
                .name(name);
    }

    private static AudioControl.Builder volume() {
        return AudioControl.of(KSPROPERTY_AUDIO.VOLUMELEVEL).channels(CHANNELS);
    }

    private static AudioControl tone(AudioControl.Builder control) {
        return channels(control.range(-12 * DECIBEL, 12 * DECIBEL, DECIBEL));
    }

    private static AudioControl channels(AudioControl.Builder control) {
        return control.channels(CHANNELS).build();
    }

    private static EmulatedNode meter(String name, PeakMeter meter) {
        return AudioControl.node(
                KSNODETYPE.PEAKMETER,
                name,
                peak(AudioControl.of(KSPROPERTY_AUDIO.PEAKMETER), meter),
                peak(AudioControl.of(KSPROPERTY_AUDIO.PEAKMETER2), meter));
    }

    private static AudioControl peak(AudioControl.Builder control, PeakMeter meter) {
        return control.channels(PeakMeter.CHANNELS)
                .range(0, Integer.MAX_VALUE, 1)
                .measured(meter::read)
                .build();
    }

    private static Jack.Builder jack(int color) {
        return Jack.builder()
                .color(color)
                .connectionType(EPcxConnectionType.eConnType3Point5mm)
                .location(EPcxGeoLocation.eGeoLocRear, EPcxGenLocation.eGenLocPrimaryBox);
    }
}

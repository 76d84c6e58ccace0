package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDEGRADESETID;
import io.github.ks4j.set.KSDEGRADE_STANDARD;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSTIME_FORMAT;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSCOMPONENTID;
import io.github.ks4j.struct.KSFRAMETIME;
import io.github.ks4j.struct.KSJACK_SINK_INFORMATION;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A filter that is described with all there is, so that it answers every item of the default sets: two pins that have
 * everything, the jack of a display, and a pin that has nothing beyond what all have.
 */
final class FullFilter {
    private static final DataFormat STEREO = DataFormat.of(WaveFormat.pcm(48000, 16, 2));
    private static final int KSSTREAM_HEADER = 56;

    private FullFilter() {}

    static EmulatedFilter describe() {
        return EmulatedFilter.named("full")
                .categories(KSCATEGORY.AUDIO)
                .componentId(KSCOMPONENTID.LAYOUT.allocate(Abi.X64).set(KSCOMPONENTID.Version, 1))
                .state(() -> MediaSeeking.of(60 * KsTimeSource.SECOND)
                        .format(KSTIME_FORMAT.FRAME, 25, 1)
                        .build())
                .properties(MediaSeeking.properties(FilterInstance::state))
                .pin(streaming(KSPIN_DATAFLOW.IN))
                .pin(streaming(KSPIN_DATAFLOW.OUT))
                .pin(AudioTopology.bridge(KSPIN_DATAFLOW.OUT, "Display", KSNODETYPE.SPEAKER)
                        .physicalConnection(new PhysicalConnection(1, "\\??\\elsewhere"))
                        .jacks(Jack.builder()
                                .containerId(KSNODETYPE.SPEAKER)
                                .sink(KSJACK_SINK_INFORMATION.LAYOUT.allocate(Abi.X64))
                                .build())
                        .build())
                .pin(pcm(KSPIN_DATAFLOW.OUT).build())
                .node(AudioControl.node(
                        KSNODETYPE.DAC,
                        "Converter",
                        AudioControl.of(KSPROPERTY_AUDIO.CHANNEL_CONFIG)
                                .initial(3)
                                .build(),
                        AudioControl.of(KSPROPERTY_AUDIO.DELAY).build()))
                .node(EmulatedNode.of(KSNODETYPE.SUM, null))
                .build();
    }

    private static EmulatedPin.Builder pcm(KSPIN_DATAFLOW dataFlow) {
        return EmulatedPin.sink(dataFlow)
                .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000)))
                .intersection((filter, wanted, offered) -> WaveFormats.greatest(wanted, offered))
                .category(KSCATEGORY.AUDIO)
                .name("Stream");
    }

    private static EmulatedPin streaming(KSPIN_DATAFLOW dataFlow) {
        return pcm(dataFlow)
                .physicalConnection(new PhysicalConnection(0, "\\??\\elsewhere"))
                .preferred(STEREO)
                .mode(AUDIO_SIGNALPROCESSINGMODE.DEFAULT, STEREO)
                .framing(KSALLOCATOR_FRAMING.LAYOUT.allocate(Abi.X64).set(KSALLOCATOR_FRAMING.Frames, 2))
                .framingEx(ByteBuffer.allocate(112)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(1)
                        .array())
                .priority()
                .acquireOrdering(true)
                .startAt()
                .clock()
                .allocator()
                .quality()
                .degradation(KSDEGRADESETID.Standard, KSDEGRADE_STANDARD.SKIP.value())
                .timeFormat(KSTIME_FORMAT.MEDIA_TIME)
                .presentationTime()
                .presentationExtent(pin -> KsTimeSource.SECOND)
                .frameTime(pin -> KSFRAMETIME.LAYOUT.allocate(Abi.X64).set(KSFRAMETIME.Duration, 400_000))
                .rates(rate -> rate)
                .streamHeaderSize(KSSTREAM_HEADER)
                .streamIo()
                .streaming(pin -> new PinDispatch() {
                    @Override
                    public void process() {
                        while (pin.queue().hasFrame()) {
                            pin.queue().advance(pin.queue().remaining());
                        }
                    }
                })
                .build();
    }
}

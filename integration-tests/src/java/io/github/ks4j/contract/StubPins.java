package io.github.ks4j.contract;

import io.github.ks4j.emu.Answers;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.FilterInstance;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.emu.StreamQueue;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSDATARANGE;
import io.github.ks4j.struct.KSDATARANGE_AUDIO;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The pins of the emulated stub filter. */
final class StubPins {
    private static final Abi ABI = Abi.X64;
    private static final AudioRange AUDIO = new AudioRange(2, 16, 16, 8000, 48_000);
    private static final DataRange WIRE =
            DataRange.of(KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.ANALOG, KSDATAFORMAT_SPECIFIER.NONE);
    /** Where a range for audio ends that was built without the alignment of the structure. */
    private static final int AUDIO_RANGE_END = 84;

    private StubPins() {}

    static EmulatedPin sink() {
        return streaming(KSPIN_DATAFLOW.IN).streaming(Sink::new).build();
    }

    static EmulatedPin speaker() {
        return EmulatedPin.bridge(KSPIN_DATAFLOW.OUT)
                .ranges(WIRE)
                .category(KSNODETYPE.SPEAKER)
                .build();
    }

    static EmulatedPin source() {
        return streaming(KSPIN_DATAFLOW.OUT).streaming(Ramp::new).build();
    }

    static EmulatedPin microphone() {
        return EmulatedPin.bridge(KSPIN_DATAFLOW.IN)
                .ranges(WIRE)
                .category(KSNODETYPE.MICROPHONE)
                .build();
    }

    private static EmulatedPin.Builder streaming(KSPIN_DATAFLOW dataFlow) {
        PropertySet format = PropertySet.of(KSPROPERTY_CONNECTION.SET)
                .item(KSPROPERTY_CONNECTION.DATAFORMAT.id())
                .get((irp, request, data) ->
                        Answers.bytes(irp, data, PinInstance.of(irp).format().bytes()))
                .build();
        return EmulatedPin.sink(dataFlow)
                .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, AUDIO))
                .intersection(StubPins::intersect)
                .instances(1)
                .framing(KSALLOCATOR_FRAMING
                        .LAYOUT
                        .allocate(ABI)
                        .set(KSALLOCATOR_FRAMING.Frames, 8)
                        .set(KSALLOCATOR_FRAMING.FrameSize, 4096))
                .properties(format)
                .clock()
                .allocator();
    }

    /** The best PCM format that the caller's range and the pin's have in common. */
    private static Optional<DataFormat> intersect(FilterInstance filter, DataRange wanted, DataRange offered) {
        ByteBuffer range = (isAudio(wanted) ? wanted : offered).bytes();
        int channels = minimum(KSDATARANGE_AUDIO.MaximumChannels.read(ABI, range, 0), AUDIO.maximumChannels());
        int leastRate = KSDATARANGE_AUDIO.MinimumSampleFrequency.read(ABI, range, 0);
        int rate = minimum(KSDATARANGE_AUDIO.MaximumSampleFrequency.read(ABI, range, 0), AUDIO.maximumRate());
        boolean bits = Integer.compareUnsigned(KSDATARANGE_AUDIO.MinimumBitsPerSample.read(ABI, range, 0), 16) <= 0
                && Integer.compareUnsigned(KSDATARANGE_AUDIO.MaximumBitsPerSample.read(ABI, range, 0), 16) >= 0;
        return channels != 0 && bits && Integer.compareUnsigned(leastRate, rate) <= 0 && rate >= AUDIO.minimumRate()
                ? Optional.of(DataFormat.of(WaveFormat.pcm(rate, 16, channels)))
                : Optional.empty();
    }

    private static boolean isAudio(DataRange range) {
        return KSDATARANGE.FormatSize.read(ABI, range.bytes(), 0) >= AUDIO_RANGE_END;
    }

    private static int minimum(int one, int other) {
        return Integer.compareUnsigned(one, other) < 0 ? one : other;
    }

    /** Takes all data at once while it runs. */
    private static final class Sink implements PinDispatch {
        private final PinInstance pin;

        Sink(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                if (queue.remaining() == 0) {
                    queue.endFrame();
                } else {
                    queue.advance(queue.remaining());
                }
            }
        }
    }

    /** Fills all frames at once while it runs, with bytes that count up. */
    private static final class Ramp implements PinDispatch {
        private final PinInstance pin;
        private byte next;

        Ramp(PinInstance pin) {
            this.pin = pin;
        }

        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            if (to == KSSTATE.STOP) {
                next = 0;
            }
            return NtStatus.SUCCESS;
        }

        @Override
        public void process() {
            StreamQueue queue = pin.queue();
            while (pin.state() == KSSTATE.RUN && queue.hasFrame()) {
                int bytes = queue.remaining();
                if (bytes == 0) {
                    queue.endFrame();
                } else {
                    for (int i = 0; i < bytes; i++) {
                        queue.bytes().put(queue.offset() + i, next++);
                    }
                    queue.advance(bytes);
                }
            }
        }
    }
}

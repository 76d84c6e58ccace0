package io.github.ks4j.emu;

import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSAUDIO_POSITION;
import io.github.ks4j.struct.KSAUDIO_POSITIONEX;
import io.github.ks4j.struct.KSTIME;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A sound card that exists in memory: what is played on its render filter is what its capture filter hears.
 *
 * <p><b>Filters.</b> {@code ks4j virtual speaker} under {@code KSCATEGORY_AUDIO} and {@code KSCATEGORY_RENDER}, and
 * {@code ks4j virtual microphone} under {@code KSCATEGORY_AUDIO} and {@code KSCATEGORY_CAPTURE}; behind both,
 * {@code ks4j virtual topology} under {@code KSCATEGORY_TOPOLOGY} only.
 *
 * <p><b>Pins.</b> Pin 0 of each filter streams: one instance at a time, standard interface and medium. Its ranges are
 * PCM of 8 to 32 bits (8, 16, 24 and 32) and IEEE_FLOAT of 32 bits, 1 to 8 channels, 8000 to 192000 Hz, in
 * {@code WAVEFORMATEX} or {@code WAVEFORMATEXTENSIBLE}. An intersection answers with the most channels, bits and samples
 * per second that both ranges have; constrained ranges are reduced to the format of the other end if that is open. The
 * preferred format is PCM of 48000 Hz, 16 bits, 2 channels, also in the modes DEFAULT and RAW, which make no difference.
 * An open pin takes another format in any state. Clients can open its clock. Pin 1 is the bridge: the speaker
 * ({@code KSNODETYPE_SPEAKER}), or the microphone ({@code KSNODETYPE_MICROPHONE}).
 *
 * <p><b>Nodes.</b> Three on each of these filters, in the direction of the data: {@code KSNODETYPE_SUM} (2),
 * {@code KSNODETYPE_VOLUME} (0), {@code KSNODETYPE_MUTE} (1). The volume has two channels, from -96 to 0 dB in steps of
 * 0.5 dB, kept as they are set but clamped to the range; channel -1 is both, and reads as the louder one. Mute has the
 * same channels. Both keep their values as long as the device exists, whoever opens it. They are not applied to the
 * samples: the loopback taps the stream before the volume.
 *
 * <p><b>Topology filter.</b> Its pin 0 is wired to the speaker's pin 1 and its pin 4 to the microphone's, as
 * {@code KSPROPERTY_PIN_PHYSICALCONNECTION} of all four tells. From pin 0 sound goes by a volume (node 0), mute (1), tone
 * (2) and peak meter (3) to pin 1, the speaker; from pins 2, the microphone, and 3, the line input, by a multiplexer (4),
 * a gain control (5), volume (6), mute (7) and peak meter (8) to pin 4. Volumes go from -96 to 0 dB in steps of 0.5 dB for
 * the speaker and from -12 to 24 dB in steps of 1.5 dB for recordings, bass, middle and treble from -12 to 12 dB in steps
 * of 1 dB; all controls but the multiplexer have two channels. Pins 1 to 3 have a {@link Jack}. The controls are not those
 * of the other filters, and like them not applied to the samples. {@code KSEVENT_CONTROL_CHANGE} tells of those that are
 * changed by hand, {@code KSEVENT_PINCAPS_JACKINFOCHANGE} of the jacks. The meters show what goes through the
 * streaming pins, {@code LONG_MAX} at full scale. Since that takes time they rest when the pin stops, until they are read:
 * the first reading is 0.
 *
 * <p><b>Loopback.</b> What is written to the render pin arrives at the capture pin bit by bit, whatever the sizes of the
 * frames on both sides. Both pins must have the same encoding, channels, bits and rate: while one is open, the other can
 * be opened in that format only, else {@link NtStatus#NO_MATCH}. While the capture pin runs, 65536 bytes can be written
 * ahead of the reads; further writes pend. While no capture pin runs, what is written is consumed at once and lost. A
 * read completes when its frame is full; one that has nothing to deliver pends, for there is no clock here and no
 * silence. Only a device that is built with a {@link Builder#signal signal}, as that of {@link EmulatedDriver.Provider}
 * is, has something to be heard while no render pin is open: then reads are filled with the signal at the rate of its
 * samples, by the time of the machine. It waits for reads, so that nothing is lost. {@code ENDOFSTREAM} on a write ends
 * the read that gets the last byte, with the flag in its header. Bytes under way are lost when the capture pin goes to
 * STOP or is reset.
 *
 * <p><b>Time.</b> All that holds without a clock. A device that is built with a {@link Builder#timing timing} plays and
 * captures at the rate of its samples instead, by the time of the machine: what is played now is heard now; where the
 * render pin has no data it plays silence, and while it does not run the microphone hears the device's
 * {@link Builder#signal signal}. What is heard while no read waits is lost, and the next frame says so
 * ({@code DATADISCONTINUITY}). Frames are stamped with the time of the pin's master clock, else with the stream's, and
 * {@code KSEVENT_CONNECTION_POSITIONUPDATE} comes at the end of each period. The pins' clocks drift as the timing says;
 * without one, they are in step with the machine.
 *
 * <p><b>Positions and delays.</b> {@code KSPROPERTY_AUDIO_POSITION} of a pin counts bytes since it left STOP:
 * {@code PlayOffset} those that have gone through the pin, {@code WriteOffset} in addition those that wait in its queue.
 * With a timing, silence counts too, but not behind {@code ENDOFSTREAM}, where the position stands still until more comes.
 * {@code KSPROPERTY_AUDIO_POSITIONEX} adds the time of the machine before and after, in units of 100 ns.
 * {@code KSPROPERTY_AUDIO_LATENCY} is how long what is under way between both pins lasts; with a timing, a period.
 *
 * <p><b>A method.</b> Both filters answer {@link #KSMETHOD_KS4J_REVERSE}, in memory that stands for an adapter's.
 *
 * <p><b>Not modelled:</b> allocators, quality management, looped and WaveRT streaming, format changes in a stream.
 */
public final class VirtualAudioDevice implements EmulatedDevice {
    /** The device's own method set. */
    public static final KsSet KSMETHODSETID_KS4J =
            KsSet.of("KSMETHODSETID_Ks4j", "{D3E9B5C4-0000-4B53-8001-4B53344A0001}");

    /** Reverses the order of the bytes of its data; MODIFY, any length but 0. */
    public static final KsMethod KSMETHOD_KS4J_REVERSE =
            new KsMethod(KSMETHODSETID_KS4J, 0, "KSMETHOD_KS4J_REVERSE", KsMethod.Direction.MODIFY, "");

    private static final List<Integer> BITS = List.of(8, 16, 24, 32);

    private static final DataRange[] RANGES = {
        DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(8, 8, 32, 8000, 192000)),
        DataRange.audio(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT, new AudioRange(8, 32, 32, 8000, 192000))
    };

    private static final DataFormat PREFERRED = DataFormat.of(WaveFormat.pcm(48000, 16, 2));

    private static final String RENDER = "render";
    private static final String CAPTURE = "capture";
    /** The pin of both wave filters that is wired to the topology filter. */
    private static final int BRIDGE = 1;

    private final String instance;
    private final AudioWire wire;
    private final KsCorrelatedTime clock;
    private final AudioTopology topology;
    /** Stands for memory mapped from an adapter; a request that finds no room in it works in ordinary memory. */
    private final KsAllocator memory =
            new BlockAllocator(KsBuffer.heap(64 * 1024), (request, size, inputOperation) -> KsBuffer.heap(size));

    private final List<EmulatedFilter> filters;

    /** The device {@code ks4j#virtual#0000}. Its volumes and its loopback are shared with no other. */
    public VirtualAudioDevice() {
        this(builder());
    }

    /**
     * A device of its own, for drivers that have several: its volumes and its loopback are shared with no other.
     *
     * @param instance the device instance, as it stands in the filters' paths
     */
    public VirtualAudioDevice(String instance) {
        this(builder().instance(instance));
    }

    private VirtualAudioDevice(Builder b) {
        this.instance = b.instance;
        this.clock = b.timing == null ? KsCorrelatedTime.drifting(0) : b.timing.clock();
        this.wire = b.timing == null
                ? new Loopback(b.signal)
                : new PacedLoopback(b.timing, b.period, b.signal == null ? AudioSignal.SILENCE : b.signal);
        EmulatedFilter render = filter(
                "ks4j virtual speaker",
                RENDER,
                KSCATEGORY.RENDER,
                streamingPin(
                        KSPIN_DATAFLOW.IN,
                        "Speaker stream",
                        wire::fitsCapture,
                        wire::constrainedByCapture,
                        wire::openRender),
                bridgePin(KSPIN_DATAFLOW.OUT, "Speaker", KSNODETYPE.SPEAKER, AudioTopology.WAVE_RENDER),
                0);
        EmulatedFilter capture = filter(
                "ks4j virtual microphone",
                CAPTURE,
                KSCATEGORY.CAPTURE,
                streamingPin(
                        KSPIN_DATAFLOW.OUT,
                        "Microphone stream",
                        wire::fitsRender,
                        wire::constrainedByRender,
                        wire::openCapture),
                bridgePin(KSPIN_DATAFLOW.IN, "Microphone", KSNODETYPE.MICROPHONE, AudioTopology.WAVE_CAPTURE),
                1);
        topology = new AudioTopology(
                wireTo(KSCATEGORY.AUDIO, RENDER, BRIDGE),
                wireTo(KSCATEGORY.AUDIO, CAPTURE, BRIDGE),
                wire.playedPeak,
                wire.heardPeak);
        filters = List.of(render, capture, topology.filter);
    }

    /**
     * Starts the making of a device.
     *
     * @return a builder of the device that {@link #VirtualAudioDevice()} makes
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The volume of the speaker, as a knob on its box.
     *
     * @return the control of the topology filter's node 0
     */
    public AudioControl speakerVolume() {
        return topology.speakerVolume;
    }

    /**
     * The mute switch of the speaker.
     *
     * @return the control of the topology filter's node 1
     */
    public AudioControl speakerMute() {
        return topology.speakerMute;
    }

    /**
     * What is recorded: the microphone (1) or the line input (2).
     *
     * @return the control of the topology filter's node 4
     */
    public AudioControl recordingSource() {
        return topology.source;
    }

    /**
     * The volume of recordings.
     *
     * @return the control of the topology filter's node 6
     */
    public AudioControl microphoneVolume() {
        return topology.microphoneVolume;
    }

    /**
     * The mute switch of recordings.
     *
     * @return the control of the topology filter's node 7
     */
    public AudioControl microphoneMute() {
        return topology.microphoneMute;
    }

    /**
     * The jack of the speaker.
     *
     * @return the jack behind the topology filter's pin 1
     */
    public Jack speakerJack() {
        return topology.speaker;
    }

    /**
     * The jack of the microphone.
     *
     * @return the jack behind the topology filter's pin 2
     */
    public Jack microphoneJack() {
        return topology.microphone;
    }

    /**
     * The jack of the line input, empty at first.
     *
     * @return the jack behind the topology filter's pin 3
     */
    public Jack lineInJack() {
        return topology.lineIn;
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public String toString() {
        return instance;
    }

    @Override
    public List<EmulatedFilter> filters() {
        return filters;
    }

    /** A filter whose data goes in at one pin, through the nodes, and out at the other. */
    private EmulatedFilter filter(
            String friendlyName, String name, Guid category, EmulatedPin streaming, EmulatedPin bridge, int in) {
        AudioControl volume = AudioControl.of(KSPROPERTY_AUDIO.VOLUMELEVEL)
                .channels(2)
                .range(-96 * AudioControl.DECIBEL, 0, AudioControl.DECIBEL / 2)
                .description(PropertyValues.stepped(-96 * AudioControl.DECIBEL, 0, AudioControl.DECIBEL / 2))
                .build();
        AudioControl mute = AudioControl.of(KSPROPERTY_AUDIO.MUTE)
                .channels(2)
                .description(PropertyValues.of(PropertyValues.VT_BOOL))
                .build();
        return EmulatedFilter.named(name)
                .friendlyName(friendlyName)
                .categories(KSCATEGORY.AUDIO, category)
                .methods(MethodSet.of(KSMETHODSETID_KS4J, reverse()))
                .methodAllocator(memory)
                .pin(streaming)
                .pin(bridge)
                .node(AudioControl.node(KSNODETYPE.VOLUME, "Volume", volume))
                .node(AudioControl.node(KSNODETYPE.MUTE, "Mute", mute))
                .node(EmulatedNode.of(KSNODETYPE.SUM, "Mixer"))
                .connect(EmulatedFilter.FILTER, in, 2, 1)
                .connect(2, 0, 0, 1)
                .connect(0, 0, 1, 1)
                .connect(1, 0, EmulatedFilter.FILTER, 1 - in)
                .build();
    }

    private EmulatedPin streamingPin(
            KSPIN_DATAFLOW dataFlow,
            String name,
            Predicate<WaveFormat> fits,
            UnaryOperator<List<DataRange>> possible,
            Function<PinInstance, PinDispatch> open) {
        return EmulatedPin.sink(dataFlow)
                .ranges(RANGES)
                .globalInstances(1)
                .instances(1)
                .category(KSCATEGORY.AUDIO)
                .name(name)
                .formats((filter, format) -> WaveFormats.read(format)
                        .filter(wave -> isOffered(format) && BITS.contains(wave.bits()))
                        .filter(fits)
                        .map(wave -> NtStatus.SUCCESS)
                        .orElse(NtStatus.NO_MATCH))
                .intersection((filter, wanted, offered) -> WaveFormats.greatest(wanted, offered))
                .constrained(filter -> possible.apply(List.of(RANGES)))
                .preferred(PREFERRED)
                .mode(AUDIO_SIGNALPROCESSINGMODE.DEFAULT, PREFERRED)
                .mode(AUDIO_SIGNALPROCESSINGMODE.RAW, PREFERRED)
                .clock(pin -> new KsDefaultClock(pin.time(), clock, null))
                .properties(audio())
                .streaming(open)
                .build();
    }

    private static boolean isOffered(DataFormat format) {
        for (DataRange range : RANGES) {
            if (range.covers(format)) {
                return true;
            }
        }
        return false;
    }

    private EmulatedPin bridgePin(KSPIN_DATAFLOW dataFlow, String name, Guid category, int topologyPin) {
        return AudioTopology.bridge(dataFlow, name, category)
                .physicalConnection(wireTo(KSCATEGORY.TOPOLOGY, AudioTopology.NAME, topologyPin))
                .build();
    }

    /** The end of a wire at another filter of this device. */
    private PhysicalConnection wireTo(Guid category, String filter, int pin) {
        String path = FilterFactory.path(instance, category, filter);
        return new PhysicalConnection(pin, "\\??\\" + path.substring("\\\\?\\".length()));
    }

    private PropertySet audio() {
        return PropertySet.of(KSPROPERTY_AUDIO.SET)
                .item(KSPROPERTY_AUDIO.LATENCY.id())
                .get((irp, request, data) -> {
                    PinInstance pin = PinInstance.of(irp);
                    KSTIME latency = KSTIME.LAYOUT
                            .allocate(Abi.X64)
                            .set(KSTIME.Numerator, 1)
                            .set(KSTIME.Denominator, 1);
                    pin.filter().locked(() -> latency.set(KSTIME.Time, wire.latency(pin)));
                    return Answers.struct(irp, data, latency);
                })
                .minData(KSTIME.LAYOUT.size())
                .item(KSPROPERTY_AUDIO.POSITION.id())
                .get((irp, request, data) -> {
                    KSAUDIO_POSITION position = KSAUDIO_POSITION.LAYOUT.allocate(Abi.X64);
                    tell(PinInstance.of(irp), position);
                    return Answers.struct(irp, data, position);
                })
                .minData(KSAUDIO_POSITION.LAYOUT.size())
                .item(KSPROPERTY_AUDIO.POSITIONEX.id())
                .get((irp, request, data) -> {
                    PinInstance pin = PinInstance.of(irp);
                    KSAUDIO_POSITIONEX position = KSAUDIO_POSITIONEX
                            .LAYOUT
                            .allocate(Abi.X64)
                            .set(KSAUDIO_POSITIONEX.TimerFrequency, KsTimeSource.SECOND)
                            .set(KSAUDIO_POSITIONEX.TimeStamp1, pin.time().now());
                    tell(pin, position.get(KSAUDIO_POSITIONEX.Position));
                    position.set(KSAUDIO_POSITIONEX.TimeStamp2, pin.time().now());
                    return Answers.struct(irp, data, position);
                })
                .minData(KSAUDIO_POSITIONEX.LAYOUT.size())
                .build();
    }

    private void tell(PinInstance pin, KSAUDIO_POSITION position) {
        pin.filter().locked(() -> {
            long done = wire.position(pin);
            position.set(KSAUDIO_POSITION.PlayOffset, done)
                    .set(KSAUDIO_POSITION.WriteOffset, done + pin.queue().bytesQueued());
        });
    }

    private static MethodItem reverse() {
        return MethodItem.of(KSMETHOD_KS4J_REVERSE.id(), KSMETHOD_TYPE.MODIFY, 1, (irp, request, data) -> {
            for (int i = 0, j = data.limit() - 1; i < j; i++, j--) {
                byte swapped = data.get(i);
                data.put(i, data.get(j)).put(j, swapped);
            }
            irp.information(data.limit());
            return NtStatus.SUCCESS;
        });
    }

    /** Makes a device. Not thread-safe. */
    public static final class Builder {
        private String instance = "ks4j#virtual#0000";
        private StreamTiming timing;
        private long period = 10 * KsTimeSource.MILLISECOND;
        /** Null for the default, which depends on the timing. */
        private AudioSignal signal;

        private Builder() {}

        /**
         * Names the device.
         *
         * @param name the device instance, as it stands in the filters' paths
         * @return this
         */
        public Builder instance(String name) {
            instance = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Lets the device play and capture at the rate of its samples, by the time of the machine it is plugged into.
         * Without this it goes as fast as its clients do.
         *
         * @param keeping how well it keeps time
         * @return this
         */
        public Builder timing(StreamTiming keeping) {
            timing = Objects.requireNonNull(keeping, "keeping");
            return this;
        }

        /**
         * Says how often the device moves samples, if it has a {@link #timing}: requests complete at the end of a period.
         *
         * @param length the period on the device's clock; 10 ms by default, at least 1 ms
         * @return this
         * @throws IllegalArgumentException if it is less
         */
        public Builder period(Duration length) {
            if (length.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("a period of " + length + " is less than a millisecond");
            }
            period = length.toNanos() / 100;
            return this;
        }

        /**
         * Says what the microphone hears while nothing is played: with a {@link #timing} while the render pin does not
         * run, without one while no render pin is open.
         *
         * @param heard the signal; by default silence with a timing, and nothing at all without one, so that reads wait
         * @return this
         */
        public Builder signal(AudioSignal heard) {
            signal = Objects.requireNonNull(heard, "heard");
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the device
         */
        public VirtualAudioDevice build() {
            return new VirtualAudioDevice(this);
        }
    }
}

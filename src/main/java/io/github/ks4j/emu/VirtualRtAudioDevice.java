package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.AudioRange;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A WaveRT sound card: its clients share a cyclic buffer with the hardware, instead of sending it requests.
 *
 * <pre>{@code
 * CRC32 played = new CRC32();
 * VirtualRtAudioDevice card = VirtualRtAudioDevice.builder().timing(StreamTiming.EXACT.drift(50)).sink(played::update).build();
 * EmulatedDriver driver = EmulatedDriver.builder().time(new VirtualTime()).devices(card).build();
 * }</pre>
 *
 * <p><b>Filters.</b> {@code ks4j realtime speaker} under {@code KSCATEGORY_AUDIO}, {@code KSCATEGORY_RENDER} and
 * {@code KSCATEGORY_REALTIME}, and {@code ks4j realtime microphone} under {@code KSCATEGORY_AUDIO},
 * {@code KSCATEGORY_CAPTURE} and {@code KSCATEGORY_REALTIME}. Pin 0 of each streams: one instance at a time, with
 * {@code KSINTERFACE_STANDARD_LOOPED_STREAMING} only, in exactly the formats of the profile, whose channel count an
 * intersection must ask for. Pin 1 is the bridge; a {@code KSNODETYPE_DAC} or {@code KSNODETYPE_ADC} lies between them.
 * The former keeps {@code KSPROPERTY_AUDIO_CHANNEL_CONFIG}, front left and front right at first, and does nothing with it.
 *
 * <p><b>The buffer</b> lies in the client's process: {@code KSRTAUDIO_BUFFER.BufferAddress} is for
 * {@link EmulatedDriver#view}. Its size is what was wanted, rounded up to whole frames, to 128 bytes and to a whole number
 * of packets, and brought within the limits of the profile. It goes, with the registers, when the pin is closed or the
 * device unplugged; a view that is left has no meaning any more and does no harm. No memory barriers are needed.
 *
 * <p><b>Time.</b> The hardware moves by the {@linkplain EmulatedDriver.Builder#time time of the machine}, faster or slower
 * by the drift of its {@linkplain Builder#timing timing}, which also lets notifications come late, or never. Where it is, is computed from the time whenever a property is asked for or set; the bytes that it has
 * passed are moved then, and when a packet is complete (without notifications: once in a pass of the buffer). One timer
 * of the pin does that. Nothing sees a client read memory, so while a register is mapped the timer expires every tick as
 * well, and the register is as old as that at most. What a client writes behind the position that it was last told is
 * therefore never played, and what it reads behind it has been captured. If nobody looks for longer than the largest
 * buffer lasts, what is older is skipped.
 *
 * <p><b>What is heard.</b> The speaker plays to the {@linkplain Builder#sink sink} of the profile. The microphone hears a
 * {@linkplain Builder#signal signal}; or with a {@linkplain Builder#loopback loopback} it hears the speaker while that
 * plays, and both pins have the same format then ({@link NtStatus#NO_MATCH}). It hears a frame at the moment at which the
 * hardware takes it from the buffer.
 *
 * <p><b>Positions.</b> All of them are 0 in STOP and stand still in ACQUIRE and PAUSE. The position register counts bytes
 * in the buffer, and wraps with it: those that the hardware has taken, or delivered. {@code KSPROPERTY_AUDIO_POSITION} is
 * cyclic too: of a render pin {@code PlayOffset} is that position less the FIFO and {@code WriteOffset} that position; of
 * a capture pin {@code PlayOffset} is that position, and {@code WriteOffset} the FIFO ahead of it.
 * {@code KSPROPERTY_AUDIO_POSITIONEX} adds the time of the machine to that, as performance counter values. The presentation
 * position counts frames that have come out of the jack, later by what {@code KSPROPERTY_RTAUDIO_HWLATENCY} tells: the
 * FIFO, 10 microseconds for the chipset and 500 for the codec, which together are {@code KSPROPERTY_AUDIO_LATENCY}. The
 * clock register counts 24 MHz of the device's clock, in every state. {@code Numerator} and {@code Denominator} of a
 * register are its increments in a second without the drift, {@code Accuracy} those in a tick. Performance counter values
 * are the time of the machine, in units of 100 ns.
 *
 * <p><b>Packets</b> are the parts of the buffer between notifications, numbered from 0 since STOP. A render client may write
 * the one after the last that it has written, or, if it was late, the next that the hardware has not begun; ahead of the
 * hardware there is room for the rest of the buffer (with one packet, which is written while it is played, for one).
 * {@code KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM} ends the stream in a packet, after {@code EosPacketLength} bytes: the
 * position stops there, the packet counts as complete, and {@code KSEVENT_CONNECTION_ENDOFSTREAM} is raised; only STOP
 * leads on. A packet that is not written in time is played as it was. A capture client gets the number of the last packet
 * that is complete, and the time at which its first frame was captured; older ones are lost, so that {@code MoreData} is
 * FALSE.
 *
 * <p><b>Events</b> are set whenever a packet is complete; {@code KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT} and
 * {@code _UNREGISTER_NOTIFICATION_EVENT} are taken as GET and as SET, with or without a value. 16 can be registered. They
 * are let go when the pin is closed. {@code KSEVENT_LOOPEDSTREAMING_POSITION}, which a pin of this kind need not have,
 * notifies of the position of the register, in time whatever becomes of the packets' notifications; otherwise
 * {@link EmulatedPin} says what it does.
 *
 * <table>
 * <caption>What is refused</caption>
 * <tr><th>Request</th><th>Why</th><th>Status</th></tr>
 * <tr><td rowspan="3">{@code BUFFER}, {@code BUFFER_WITH_NOTIFICATION}</td>
 *     <td>{@code BaseAddress} not NULL, size 0, {@code NotificationCount} neither 1 nor 2</td>
 *     <td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>the pin has a buffer</td><td>{@code STATUS_UNSUCCESSFUL}</td></tr>
 * <tr><td>no memory</td><td>{@code STATUS_INSUFFICIENT_RESOURCES}</td></tr>
 * <tr><td>{@code HWLATENCY}</td><td>no buffer yet</td><td>{@code STATUS_DEVICE_NOT_READY}</td></tr>
 * <tr><td rowspan="3">{@code POSITIONREGISTER}, {@code CLOCKREGISTER}</td>
 *     <td>{@code BaseAddress} not NULL</td><td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>the register is mapped already</td><td>{@code STATUS_UNSUCCESSFUL}</td></tr>
 * <tr><td>sent as SET, as some clients do</td><td>{@code STATUS_NOT_FOUND}</td></tr>
 * <tr><td rowspan="3">{@code REGISTER_NOTIFICATION_EVENT}</td>
 *     <td>the handle is none, or not of an event</td>
 *     <td>{@code STATUS_INVALID_HANDLE}, {@code STATUS_OBJECT_TYPE_MISMATCH}</td></tr>
 * <tr><td>the event is registered already</td><td>{@code STATUS_UNSUCCESSFUL}</td></tr>
 * <tr><td>16 are</td><td>{@code STATUS_INSUFFICIENT_RESOURCES}</td></tr>
 * <tr><td>{@code UNREGISTER_NOTIFICATION_EVENT}</td><td>the event is not registered</td>
 *     <td>{@code STATUS_NOT_FOUND}</td></tr>
 * <tr><td>both of these, {@code PACKETCOUNT}, {@code GETREADPACKET}, {@code SETWRITEPACKET}</td>
 *     <td>no buffer with notifications yet</td><td>{@code STATUS_DEVICE_NOT_READY}</td></tr>
 * <tr><td>{@code GETREADPACKET}</td><td>no packet that has not been read</td>
 *     <td>{@code STATUS_DEVICE_NOT_READY}</td></tr>
 * <tr><td rowspan="4">{@code SETWRITEPACKET}</td>
 *     <td>other flags; an {@code EosPacketLength} that is longer than a packet or cuts a frame</td>
 *     <td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>the stream has been ended</td><td>{@code STATUS_INVALID_DEVICE_STATE}</td></tr>
 * <tr><td>a packet that has been written, or that the hardware has begun</td>
 *     <td>{@code STATUS_DATA_LATE_ERROR}</td></tr>
 * <tr><td>a packet is skipped, or there is no room yet</td><td>{@code STATUS_DATA_OVERRUN}</td></tr>
 * <tr><td>whatever the profile does not have; {@code PACKETCOUNT}, {@code PRESENTATION_POSITION} and
 *     {@code SETWRITEPACKET} of a capture pin, {@code GETREADPACKET} of a render pin</td>
 *     <td>the item is there, but not supported</td><td>{@code STATUS_NOT_SUPPORTED}</td></tr>
 * <tr><td>{@code GETPOSITIONFUNCTION}, {@code PACKETVREGISTER}</td><td>not for this caller; no page tells of it</td>
 *     <td>{@code STATUS_NOT_FOUND}</td></tr>
 * <tr><td>{@code KSPROPERTY_CONNECTION_STATE}, to RUN</td><td>no buffer yet</td>
 *     <td>{@code STATUS_DEVICE_NOT_READY}</td></tr>
 * <tr><td>{@code KSPROPERTY_CONNECTION_DATAFORMAT}, as SET</td><td>the buffer or the position register is mapped</td>
 *     <td>{@code STATUS_INVALID_DEVICE_STATE}</td></tr>
 * <tr><td>{@code IOCTL_KS_WRITE_STREAM}, {@code IOCTL_KS_READ_STREAM}</td>
 *     <td>a WaveRT pin does not take the packet protocol</td><td>{@code STATUS_NOT_FOUND}</td></tr>
 * <tr><td>opening a pin with {@code KSINTERFACE_STANDARD_STREAMING}</td><td>the same</td>
 *     <td>{@code STATUS_NO_MATCH}</td></tr>
 * </table>
 *
 * <p>Where Microsoft's pages do not say which status stands for which cause, those of the table are the choice here, of the
 * ones that the pages list and clients are known to meet.
 *
 * <p><b>Clocks.</b> Clients can open the clock of a streaming pin, which goes as the hardware does.
 *
 * <p><b>Not modelled:</b> allocators, jacks, format changes of a running stream, offloading.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-rtaudio">KSPROPSETID_RtAudio</a>
 */
public final class VirtualRtAudioDevice implements EmulatedDevice {
    /** {@code KSAUDIO_SPEAKER_STEREO}. */
    private static final int STEREO = 3;

    private final String instance;
    private final RtHardware hardware;
    private final DataRange[] ranges;
    private final List<EmulatedFilter> filters;

    private final AudioControl channelConfig =
            AudioControl.of(KSPROPERTY_AUDIO.CHANNEL_CONFIG).initial(STEREO).build();

    private VirtualRtAudioDevice(Builder builder, RtProfile profile) {
        instance = builder.instance;
        hardware = new RtHardware(profile);
        ranges = profile.formats().stream()
                .map(format -> DataRange.audio(
                        format.encoding(),
                        new AudioRange(format.channels(), format.bits(), format.bits(), format.rate(), format.rate())))
                .distinct()
                .toArray(DataRange[]::new);
        filters = List.of(
                EmulatedFilter.named("rtrender")
                        .friendlyName("ks4j realtime speaker")
                        .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER, KSCATEGORY.REALTIME)
                        .pin(streamingPin(KSPIN_DATAFLOW.IN, "Speaker stream", hardware::openRender))
                        .pin(AudioTopology.bridge(KSPIN_DATAFLOW.OUT, "Speaker", KSNODETYPE.SPEAKER)
                                .build())
                        .node(AudioControl.node(KSNODETYPE.DAC, "DAC", channelConfig))
                        .connect(EmulatedFilter.FILTER, 0, 0, 1)
                        .connect(0, 0, EmulatedFilter.FILTER, 1)
                        .build(),
                EmulatedFilter.named("rtcapture")
                        .friendlyName("ks4j realtime microphone")
                        .categories(KSCATEGORY.AUDIO, KSCATEGORY.CAPTURE, KSCATEGORY.REALTIME)
                        .pin(streamingPin(KSPIN_DATAFLOW.OUT, "Microphone stream", hardware::openCapture))
                        .pin(AudioTopology.bridge(KSPIN_DATAFLOW.IN, "Microphone", KSNODETYPE.MICROPHONE)
                                .build())
                        .node(EmulatedNode.of(KSNODETYPE.ADC, "ADC"))
                        .connect(EmulatedFilter.FILTER, 1, 0, 1)
                        .connect(0, 0, EmulatedFilter.FILTER, 0)
                        .build());
    }

    /** The device {@code ks4j#wavert#0000}, with all that {@link Builder} has by default. */
    public VirtualRtAudioDevice() {
        this(builder(), builder().profile());
    }

    /**
     * Starts the description of a device.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
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

    /**
     * Which speakers clients have said that there are.
     *
     * @return the control of the render filter's node 0: a mask of {@code SPEAKER_} bits
     */
    public AudioControl channelConfig() {
        return channelConfig;
    }

    private EmulatedPin streamingPin(KSPIN_DATAFLOW dataFlow, String name, Function<PinInstance, PinDispatch> open) {
        RtProfile profile = hardware.profile;
        boolean render = dataFlow == KSPIN_DATAFLOW.IN;
        return EmulatedPin.sink(dataFlow)
                .pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value())
                .ranges(ranges)
                .globalInstances(1)
                .instances(1)
                .category(KSCATEGORY.AUDIO)
                .name(name)
                .formats((filter, format) -> profile.check(format, render ? hardware.capture : hardware.render))
                .intersection((filter, wanted, offered) -> WaveFormats.greatest(wanted, offered)
                        .filter(format -> profile.read(format).isPresent()))
                .clock(pin -> new KsDefaultClock(pin.time(), profile.timing().clock(), null))
                .properties(RtAudioProperties.rtAudio(profile, render))
                .properties(RtAudioProperties.audio(render))
                .events(RtAudioProperties.positions())
                .streaming(open)
                .build();
    }

    /** Describes a device. Not thread-safe. */
    public static final class Builder {
        private static final List<Integer> PCM_BITS = List.of(8, 16, 24, 32);
        private static final int[] RATES = {44100, 48000, 96000, 192000};
        private static final int MOST_CHANNELS = 32;
        private static final int HIGHEST_RATE = 384_000;

        private String instance = "ks4j#wavert#0000";
        private List<WaveFormat> formats = stereo();
        private int minimumBuffer = 512;
        private int maximumBuffer = 1 << 20;
        private int fifoSize = 256;
        private boolean notifications = true;
        private boolean packets = true;
        private int registerWidth = Long.SIZE;
        private long tick = KsTimeSource.MILLISECOND;
        private StreamTiming timing = StreamTiming.EXACT;
        private boolean loopback;
        private AudioSignal signal = AudioSignal.SILENCE;
        private Consumer<ByteBuffer> sink = played -> {};

        private Builder() {}

        private static List<WaveFormat> stereo() {
            List<WaveFormat> all = new ArrayList<>();
            for (int rate : RATES) {
                all.add(WaveFormat.pcm(rate, 16, 2));
                all.add(WaveFormat.pcm(rate, 24, 2));
                all.add(WaveFormat.pcm(rate, 32, 2));
                all.add(WaveFormat.ieeeFloat(rate, 2));
            }
            return all;
        }

        /**
         * Names the device instance, for drivers that have several.
         *
         * @param name the instance, as it stands in the filters' paths; {@code ks4j#wavert#0000} by default
         * @return this
         */
        public Builder instance(String name) {
            instance = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Says in which formats the pins can be opened. How many of the bits of a sample count is up to the client.
         *
         * @param all PCM of 8, 16, 24 or 32 bits, or IEEE_FLOAT of 32 bits, of 1 to 32 channels and up to 384000 Hz; by
         *     default both but 8 bits, stereo, of 44100, 48000, 96000 and 192000 Hz
         * @return this
         * @throws IllegalArgumentException if there is another format, or none
         */
        public Builder formats(WaveFormat... all) {
            if (all.length == 0) {
                throw new IllegalArgumentException("a device has at least one format");
            }
            for (WaveFormat format : all) {
                boolean known = format.encoding().equals(KSDATAFORMAT_SUBTYPE.PCM) && PCM_BITS.contains(format.bits())
                        || format.encoding().equals(KSDATAFORMAT_SUBTYPE.IEEE_FLOAT) && format.bits() == Float.SIZE;
                if (!known
                        || format.channels() < 1
                        || format.channels() > MOST_CHANNELS
                        || format.rate() < 1
                        || format.rate() > HIGHEST_RATE) {
                    throw new IllegalArgumentException("not a format of this device: " + format);
                }
            }
            formats = List.of(all);
            return this;
        }

        /**
         * Limits the size of buffers.
         *
         * @param least the least size, in bytes; 512 by default
         * @param greatest the greatest size, in bytes; 1 MiB by default
         * @return this
         * @throws IllegalArgumentException if the least is less than 1 or more than the greatest
         */
        public Builder buffer(int least, int greatest) {
            if (least < 1 || least > greatest) {
                throw new IllegalArgumentException("buffers of " + least + " to " + greatest + " bytes");
            }
            minimumBuffer = least;
            maximumBuffer = greatest;
            return this;
        }

        /**
         * Says how much the hardware holds between buffer and converter.
         *
         * @param bytes the size, of which whole frames count; 256 by default
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder fifo(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("a FIFO of " + bytes + " bytes");
            }
            fifoSize = bytes;
            return this;
        }

        /**
         * Says whether there are notifications. Without them there are no packets either.
         *
         * @param supported true by default
         * @return this
         */
        public Builder notifications(boolean supported) {
            notifications = supported;
            return this;
        }

        /**
         * Says whether there is a packet mode: {@code PACKETCOUNT}, {@code GETREADPACKET} and {@code SETWRITEPACKET}.
         *
         * @param supported true by default
         * @return this
         */
        public Builder packets(boolean supported) {
            packets = supported;
            return this;
        }

        /**
         * Says how wide the position and clock registers are. They take 8 bytes in any case.
         *
         * @param bits 32 or 64, or 0 for a device without registers; 64 by default
         * @return this
         * @throws IllegalArgumentException if it is none of them
         */
        public Builder registers(int bits) {
            if (bits != 0 && bits != Integer.SIZE && bits != Long.SIZE) {
                throw new IllegalArgumentException("registers of " + bits + " bits");
            }
            registerWidth = bits;
            return this;
        }

        /**
         * Says how often registers change while they are mapped.
         *
         * @param interval at least 100 ns; 1 ms by default
         * @return this
         * @throws IllegalArgumentException if it is less than 100 ns or more than a second
         */
        public Builder tick(Duration interval) {
            if (interval.compareTo(Duration.ofNanos(100)) < 0 || interval.compareTo(Duration.ofSeconds(1)) > 0) {
                throw new IllegalArgumentException("registers that change every " + interval);
            }
            tick = interval.toNanos() / 100;
            return this;
        }

        /**
         * Says how well the device keeps time.
         *
         * @param keeping the drift of its clock, how late notifications come, and how many of them never do;
         *     {@link StreamTiming#EXACT} by default
         * @return this
         */
        public Builder timing(StreamTiming keeping) {
            timing = Objects.requireNonNull(keeping, "keeping");
            return this;
        }

        /**
         * Lets the microphone hear the speaker.
         *
         * @param wired true if it does, while that plays; false by default
         * @return this
         */
        public Builder loopback(boolean wired) {
            loopback = wired;
            return this;
        }

        /**
         * Says what the microphone hears while it does not hear the speaker.
         *
         * @param heard the signal; silence by default
         * @return this
         */
        public Builder signal(AudioSignal heard) {
            signal = Objects.requireNonNull(heard, "heard");
            return this;
        }

        /**
         * Has somebody told what the speaker plays.
         *
         * @param listener given the bytes in their order, from position to limit of a read-only window on the client's
         *     buffer that is good until it returns; called under the device's lock, so it must not wait. What it
         *     throws is reported and goes no further
         * @return this
         */
        public Builder sink(Consumer<ByteBuffer> listener) {
            sink = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Makes the device.
         *
         * @return the device
         * @throws IllegalArgumentException if the limits leave no room for a buffer of two packets of some format, or if
         *     the FIFO is larger than the smallest buffer
         */
        public VirtualRtAudioDevice build() {
            return new VirtualRtAudioDevice(this, profile());
        }

        private RtProfile profile() {
            for (WaveFormat format : formats) {
                int unit = RtBuffer.unit(format.blockAlign(), 2);
                if (maximumBuffer / unit * unit < minimumBuffer) {
                    throw new IllegalArgumentException("no multiple of " + unit + " bytes, for " + format
                            + ", is a size from " + minimumBuffer + " to " + maximumBuffer);
                }
            }
            if (fifoSize > minimumBuffer) {
                throw new IllegalArgumentException(
                        "a FIFO of " + fifoSize + " bytes before buffers of " + minimumBuffer);
            }
            return new RtProfile(
                    formats,
                    minimumBuffer,
                    maximumBuffer,
                    fifoSize,
                    notifications,
                    packets,
                    registerWidth,
                    tick,
                    timing,
                    new DeviceClock(timing.clock()),
                    loopback,
                    signal,
                    sink);
        }
    }
}

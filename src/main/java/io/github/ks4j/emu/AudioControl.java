package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.PropertyValues;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_MEMBER_FLAG;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGYNODE;
import io.github.ks4j.set.KSPROPTYPESETID;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSNODEPROPERTY;
import io.github.ks4j.struct.KSNODEPROPERTY_AUDIO_CHANNEL;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A control of an audio node: a volume, a switch, a selector, a meter. It holds a value for each channel, which clients
 * read and set by the control's property, and the device reads and sets here.
 *
 * <pre>{@code
 * AudioControl bass =
 *         AudioControl.of(KSPROPERTY_AUDIO.BASS).channels(2).range(-12 * DECIBEL, 12 * DECIBEL, DECIBEL).build();
 * AudioControl boost = AudioControl.of(KSPROPERTY_AUDIO.BASS_BOOST).channels(2).build();
 * EmulatedNode tone = AudioControl.node(KSNODETYPE.TONE, "Tone", bass, boost);
 * ...
 * bass.set(AudioControl.ALL_CHANNELS, 3 * DECIBEL); // somebody turns the knob: KSEVENT_CONTROL_CHANGE
 * }</pre>
 *
 * <p><b>Values</b> are what the property has: a {@code LONG}, {@code ULONG} or {@code BOOL}; for
 * {@code KSPROPERTY_AUDIO_DELAY}, whose value is a {@code KSTIME}, units of 100 ns. A value outside a range is clamped,
 * and the SET succeeds; it need not be a multiple of the step. One that is not in a list of values is
 * {@link NtStatus#INVALID_PARAMETER}. Any {@code BOOL} but 0 becomes 1.
 *
 * <p><b>Channels.</b> The items that Microsoft's pages give a {@code KSNODEPROPERTY_AUDIO_CHANNEL} of 40 bytes need one;
 * a channel that there is not is {@link NtStatus#INVALID_PARAMETER}, by which clients count channels. Channel -1 sets
 * all of them, and reads as the greatest. The others take a {@code KSNODEPROPERTY} of 32 bytes.
 *
 * <p><b>BASICSUPPORT</b> answers a stepped range (for a {@code BOOL}, from 0 to 1), or the list of values, and behind it
 * the initial values, which DEFAULTVALUES answers alone. A control with channels has a member for each, and the flag
 * {@code BASICSUPPORT_MULTICHANNEL}; if its channels move together, also {@code BASICSUPPORT_UNIFORM}. What Microsoft's
 * pages leave open: a list of values is told once for all channels, and nothing is told of delays.
 *
 * <p>Thread-safe. Reading a control allocates nothing.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-audio">KSPROPSETID_Audio</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/audio/exposing-multichannel-nodes">Exposing multichannel
 *     nodes</a>
 */
public final class AudioControl {
    /** All channels at once. */
    public static final int ALL_CHANNELS = -1;

    /** 1 dB, in volumes and tones. */
    public static final int DECIBEL = 0x10000;

    private static final int NODE_REQUEST = KSNODEPROPERTY.LAYOUT.size();
    private static final int CHANNEL_REQUEST = KSNODEPROPERTY_AUDIO_CHANNEL.LAYOUT.size();
    private static final int KSTIME_SIZE = KSTIME.LAYOUT.size();

    private static final Set<KsProperty<?>> WITH_CHANNELS = Set.of(
            KSPROPERTY_AUDIO.VOLUMELEVEL,
            KSPROPERTY_AUDIO.MUTE,
            KSPROPERTY_AUDIO.BASS,
            KSPROPERTY_AUDIO.MID,
            KSPROPERTY_AUDIO.TREBLE,
            KSPROPERTY_AUDIO.BASS_BOOST,
            KSPROPERTY_AUDIO.AGC,
            KSPROPERTY_AUDIO.DELAY,
            KSPROPERTY_AUDIO.LOUDNESS,
            KSPROPERTY_AUDIO.PEAKMETER,
            KSPROPERTY_AUDIO.PEAKMETER2);

    private static final Set<KsProperty<?>> SWITCHES = Set.of(
            KSPROPERTY_AUDIO.MUTE,
            KSPROPERTY_AUDIO.BASS_BOOST,
            KSPROPERTY_AUDIO.AGC,
            KSPROPERTY_AUDIO.LOUDNESS,
            KSPROPERTY_AUDIO.SURROUND_ENCODE,
            KSPROPERTY_AUDIO.DYNAMIC_SAMPLING_RATE,
            KSPROPERTY_TOPOLOGYNODE.ENABLE);

    private static final Set<KsProperty<?>> SIGNED = Set.of(
            KSPROPERTY_AUDIO.VOLUMELEVEL,
            KSPROPERTY_AUDIO.BASS,
            KSPROPERTY_AUDIO.MID,
            KSPROPERTY_AUDIO.TREBLE,
            KSPROPERTY_AUDIO.STEREO_SPEAKER_GEOMETRY,
            KSPROPERTY_AUDIO.PEAKMETER,
            KSPROPERTY_AUDIO.PEAKMETER2);

    private static final Set<KsProperty<?>> READ_ONLY =
            Set.of(KSPROPERTY_AUDIO.PEAKMETER, KSPROPERTY_AUDIO.PEAKMETER2, KSPROPERTY_AUDIO.CPU_RESOURCES);

    private final KsProperty<?> item;
    private final boolean withChannels;
    private final boolean uniform;
    private final boolean isSwitch;
    private final boolean isTime;
    private final int minimum;
    private final int maximum;
    private final List<Integer> values;
    private final int initial;
    private final IntUnaryOperator meter;
    private final PropertyValues description;
    private final AtomicIntegerArray current;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private AudioControl(Builder b) {
        this.item = b.item;
        this.withChannels = b.withChannels;
        this.uniform = b.uniform;
        this.isSwitch = SWITCHES.contains(item);
        this.isTime = !(item instanceof KsIntProperty);
        this.minimum = b.minimum;
        this.maximum = b.maximum;
        this.values = List.copyOf(b.values);
        this.initial = valid(b.initial);
        this.meter = b.meter;
        this.current = new AtomicIntegerArray(b.channels);
        for (int channel = 0; channel < b.channels; channel++) {
            current.set(channel, initial);
        }
        this.description = b.description != null ? b.description : describe(b.step);
    }

    /**
     * Starts the description of a control. Its type, whether it has channels, and whether it can be set, are those of
     * the item on Microsoft's pages; of an item of the user's own, a {@code ULONG} without channels that can be set.
     *
     * @param item an item with a value of 4 bytes, of any set, or {@link KSPROPERTY_AUDIO#DELAY}
     * @return a builder
     * @throws IllegalArgumentException for other items
     */
    public static Builder of(KsProperty<?> item) {
        return new Builder(item);
    }

    /**
     * A node that consists of controls: it answers their properties, and {@code KSPROPERTY_TOPOLOGYNODE_RESET}, which
     * gives all of them their initial values. When the device changes one of them, {@code KSEVENT_CONTROL_CHANGE} is
     * generated for the clients that have enabled it on this node; what clients change does not generate it.
     *
     * @param type for example {@code KSNODETYPE_VOLUME}
     * @param name the name for people; null if there is none
     * @param controls the controls, of different items
     * @return the node
     * @throws IllegalArgumentException if two controls have one item
     */
    public static EmulatedNode node(Guid type, String name, AudioControl... controls) {
        Map<KsSet, PropertySet.Builder> sets = new LinkedHashMap<>();
        for (AudioControl control : controls) {
            control.addTo(sets.computeIfAbsent(control.item.set(), PropertySet::of));
        }
        sets.computeIfAbsent(KSPROPERTY_TOPOLOGYNODE.SET, PropertySet::of)
                .item(KSPROPERTY_TOPOLOGYNODE.RESET.id())
                .set((irp, request, data) -> {
                    if (data == null) {
                        return NtStatus.INVALID_BUFFER_SIZE;
                    }
                    if (data.getInt(0) != 0) {
                        for (AudioControl control : controls) {
                            control.store(ALL_CHANNELS, control.initial);
                        }
                    }
                    return NtStatus.SUCCESS;
                })
                .minProperty(NODE_REQUEST)
                .minData(4);
        EventSet events = EventSet.of(KSEVENT_AUDIO_CONTROL_CHANGE.SET)
                .item(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE.id())
                .build();
        EmulatedNode node = EmulatedNode.of(
                type,
                name,
                sets.values().stream().map(PropertySet.Builder::build).toList(),
                List.of(),
                List.of(events));
        for (AudioControl control : controls) {
            control.listeners.add(() -> node.events()
                    .generate(
                            KSEVENT_AUDIO_CONTROL_CHANGE.SET.guid(), KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE.id()));
        }
        return node;
    }

    /**
     * The number of channels.
     *
     * @return at least 1
     */
    public int channels() {
        return current.length();
    }

    /**
     * The value of a channel, whoever has set it.
     *
     * @param channel the channel, or {@link #ALL_CHANNELS} for the greatest
     * @return the value; in units of 100 ns if it is a delay
     * @throws IndexOutOfBoundsException if there is no such channel
     */
    public int get(int channel) {
        check(channel);
        return load(channel);
    }

    /**
     * Changes a value from the device's side, as when somebody turns a knob: the clients that have enabled
     * {@code KSEVENT_CONTROL_CHANGE} on the control's node are told, unless the value was that before.
     *
     * @param channel the channel, or {@link #ALL_CHANNELS}
     * @param value the value; clamped like that of a client
     * @throws IndexOutOfBoundsException if there is no such channel
     * @throws IllegalArgumentException if the value is none of the control's values
     * @throws IllegalStateException if the control is a meter
     */
    public void set(int channel, int value) {
        check(channel);
        if (meter != null) {
            throw new IllegalStateException(item + " is measured");
        }
        if (store(channel, valid(value))) {
            listeners.forEach(Runnable::run);
        }
    }

    private void check(int channel) {
        if (!isChannel(channel)) {
            throw new IndexOutOfBoundsException("channel " + channel + " of " + item + ", which has " + channels());
        }
    }

    private boolean isChannel(int channel) {
        return channel >= ALL_CHANNELS && channel < current.length();
    }

    private int load(int channel) {
        if (channel != ALL_CHANNELS) {
            return meter == null ? current.get(channel) : meter.applyAsInt(channel);
        }
        int greatest = load(0);
        for (int i = 1; i < current.length(); i++) {
            greatest = Math.max(greatest, load(i));
        }
        return greatest;
    }

    /** Whether anything has changed. */
    private boolean store(int channel, int value) {
        boolean all = uniform || channel == ALL_CHANNELS;
        boolean changed = false;
        for (int i = 0; i < current.length(); i++) {
            if (all || i == channel) {
                changed |= current.getAndSet(i, value) != value;
            }
        }
        return changed;
    }

    private boolean accepts(int value) {
        return values.isEmpty() || values.contains(value);
    }

    private int valid(int value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(value + " is none of the values of " + item + ": " + values);
        }
        return adjusted(value);
    }

    private int adjusted(int value) {
        if (isSwitch) {
            return value == 0 ? 0 : 1;
        }
        return Math.max(minimum, Math.min(maximum, value));
    }

    private PropertyValues describe(int step) {
        if (isTime) {
            return null;
        }
        PropertyValues told = PropertyValues.of(PropertyValues.VT_UI4);
        if (isSwitch) {
            told = PropertyValues.stepped(0, 1, 1);
        } else if (!values.isEmpty()) {
            ByteBuffer list = ByteBuffer.allocate(4 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
            values.forEach(list::putInt);
            told = told.with(new PropertyValues.Members(KSPROPERTY_MEMBER.VALUES, 4, values.size(), 0, list.array()));
        } else if (step != 0) {
            told = PropertyValues.stepped(minimum, maximum, step);
        }
        if (!READ_ONLY.contains(item)) {
            told = told.withDefault(initial);
        }
        int type = isSwitch
                ? PropertyValues.VT_BOOL
                : SIGNED.contains(item) ? PropertyValues.VT_I4 : PropertyValues.VT_UI4;
        return new PropertyValues(
                KSPROPTYPESETID.General, type, withChannels && values.isEmpty() ? perChannel(told) : told.members());
    }

    private List<PropertyValues.Members> perChannel(PropertyValues told) {
        int more = uniform ? KSPROPERTY_MEMBER_FLAG.BASICSUPPORT_UNIFORM : 0;
        return told.forChannels(channels()).members().stream()
                .map(list -> new PropertyValues.Members(
                        list.membersFlags(), list.membersSize(), list.membersCount(), list.flags() | more, list.data()))
                .toList();
    }

    private void addTo(PropertySet.Builder set) {
        PropertyItem.Builder property = set.item(item.id())
                .get(this::get)
                .minProperty(withChannels ? CHANNEL_REQUEST : NODE_REQUEST)
                .minData(isTime ? KSTIME_SIZE : 4)
                .values(description);
        if (meter == null && !READ_ONLY.contains(item)) {
            property.set(this::set);
        }
    }

    private int channelOf(ByteBuffer request) {
        return withChannels ? KSNODEPROPERTY_AUDIO_CHANNEL.Channel.read(Abi.X64, request, 0) : ALL_CHANNELS;
    }

    private NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data) {
        int channel = channelOf(request);
        if (!isChannel(channel)) {
            return NtStatus.INVALID_PARAMETER;
        }
        int value = load(channel);
        if (!isTime) {
            return Answers.ulong(irp, data, value);
        }
        irp.information(KSTIME_SIZE);
        if (data == null) {
            return NtStatus.BUFFER_OVERFLOW;
        }
        data.putLong(0, value).putInt(8, 1).putInt(12, 1);
        return NtStatus.SUCCESS;
    }

    private NtStatus set(Irp irp, ByteBuffer request, ByteBuffer data) {
        if (data == null) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int channel = channelOf(request);
        if (!isChannel(channel) || isTime && !isTime(data)) {
            return NtStatus.INVALID_PARAMETER;
        }
        int value = isTime ? time(data) : data.getInt(0);
        if (!accepts(value)) {
            return NtStatus.INVALID_PARAMETER;
        }
        store(channel, adjusted(value));
        return NtStatus.SUCCESS;
    }

    /** Whether a {@code KSTIME} is a fraction. */
    private static boolean isTime(ByteBuffer data) {
        return data.getInt(8) != 0 && data.getInt(12) != 0;
    }

    /** A {@code KSTIME} in units of 100 ns. */
    private static int time(ByteBuffer data) {
        double units = (double) data.getLong(0)
                * Integer.toUnsignedLong(data.getInt(8))
                / Integer.toUnsignedLong(data.getInt(12));
        return (int) units;
    }

    @Override
    public String toString() {
        return item + " "
                + IntStream.range(0, channels()).map(this::load).boxed().toList();
    }

    /** Describes a control. Not thread-safe. */
    public static final class Builder {
        private final KsProperty<?> item;
        private boolean withChannels;
        private int channels = 1;
        private boolean uniform;
        private int minimum = Integer.MIN_VALUE;
        private int maximum = Integer.MAX_VALUE;
        private int step;
        private List<Integer> values = List.of();
        private int initial;
        private IntUnaryOperator meter;
        private PropertyValues description;

        private Builder(KsProperty<?> item) {
            if (!(item instanceof KsIntProperty) && !item.equals(KSPROPERTY_AUDIO.DELAY)) {
                throw new IllegalArgumentException(item + " has no value of 4 bytes");
            }
            this.item = item;
            this.withChannels = WITH_CHANNELS.contains(item);
        }

        /**
         * Gives each channel a value of its own.
         *
         * @param count the number of channels; 1 if it is not set
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder channels(int count) {
            if (count < 1) {
                throw new IllegalArgumentException(item + " with " + count + " channels");
            }
            channels = count;
            withChannels = true;
            return this;
        }

        /**
         * Lets all channels move together: setting one sets all.
         *
         * @return this
         */
        public Builder uniform() {
            uniform = true;
            return this;
        }

        /**
         * Limits the value.
         *
         * @param least the least value
         * @param greatest the greatest value
         * @param stepping the distance between two values, which clients are told
         * @return this
         * @throws IllegalArgumentException if there is no value between them, or no distance
         */
        public Builder range(int least, int greatest, int stepping) {
            if (least > greatest || stepping < 1) {
                throw new IllegalArgumentException(
                        item + " from " + least + " to " + greatest + " in steps of " + stepping);
            }
            minimum = least;
            maximum = greatest;
            step = stepping;
            return this;
        }

        /**
         * Lists the values that there are: the node pins of a multiplexer, for example.
         *
         * @param allowed the values; the first is the initial one unless {@link #initial} says otherwise
         * @return this
         * @throws IllegalArgumentException if there are none
         */
        public Builder values(int... allowed) {
            if (allowed.length == 0) {
                throw new IllegalArgumentException(item + " without a value");
            }
            values = IntStream.of(allowed).boxed().toList();
            if (!values.contains(initial)) {
                initial = allowed[0];
            }
            return this;
        }

        /**
         * Sets the value that all channels have first and after a reset, and that DEFAULTVALUES answers.
         *
         * @param value the value; 0 if it is not set, or what comes nearest to it
         * @return this
         */
        public Builder initial(int value) {
            initial = value;
            return this;
        }

        /**
         * Makes the control a meter, which clients cannot set.
         *
         * @param reading the value of a channel; called for each request, in the client's thread. A
         *     {@link io.github.ks4j.io.KsException} that it throws fails the request with its status, for example
         *     {@link NtStatus#NOT_IMPLEMENTED} for a meter that cannot be read
         * @return this
         */
        public Builder measured(IntUnaryOperator reading) {
            meter = reading;
            return this;
        }

        /**
         * Says what BASICSUPPORT and DEFAULTVALUES answer, for controls that tell their values otherwise.
         *
         * @param told the type and the values
         * @return this
         */
        public Builder description(PropertyValues told) {
            description = told;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the control
         * @throws IllegalArgumentException if the initial value is none of the values
         */
        public AudioControl build() {
            return new AudioControl(this);
        }
    }
}

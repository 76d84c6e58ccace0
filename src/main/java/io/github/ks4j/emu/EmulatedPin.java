package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSMEDIUMSETID;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.PhysicalConnection;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSFRAMETIME;
import io.github.ks4j.struct.KSIDENTIFIER;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * The description of a pin factory: what a filter can open as a pin, and what it tells about it. Immutable.
 *
 * <pre>{@code
 * EmulatedPin.sink(KSPIN_DATAFLOW.IN)
 *         .ranges(DataRange.audio(KSDATAFORMAT_SUBTYPE.PCM, new AudioRange(2, 16, 16, 8000, 48000)))
 *         .instances(1)
 *         .streaming(pin -> new MyStream(pin))
 *         .build()
 * }</pre>
 *
 * <p><b>Every pin answers</b> {@code KSPROPERTY_CONNECTION_STATE}, {@code DATAFORMAT} and {@code PROPOSEDATAFORMAT};
 * {@code KSPROPERTY_STREAM_MASTERCLOCK} and {@code PIPE_ID}, which is taken and forgotten;
 * {@code KSPROPERTY_STREAMINTERFACE_HEADERSIZE}; and all of {@code KSEVENTSETID_Connection}. One that is opened with
 * {@code KSINTERFACE_STANDARD_LOOPED_STREAMING} also answers {@code KSEVENTSETID_LoopedStreaming}. What else there is of
 * {@code KSPROPSETID_Connection}, {@code KSPROPSETID_Stream}, {@code KSPROPSETID_Quality} and
 * {@code KSMETHODSETID_StreamIo}, and what can be opened below a pin, is described by the methods of {@link Builder};
 * without them it is not found. An item of a device's own set goes before any of these. Where Microsoft's pages are
 * silent:
 *
 * <ul>
 *   <li>The master clock, and an allocator, may only be set in STOP ({@code STATUS_INVALID_DEVICE_STATE}); a handle that
 *       is a file's, but not a clock's or an allocator's, is {@code STATUS_INVALID_PARAMETER}. Asking for the master
 *       clock of a pin that offers no clock is {@code STATUS_UNSUCCESSFUL}.
 *   <li>A rate outside PAUSE and RUN is {@code STATUS_INVALID_DEVICE_STATE}; one that cannot be had, or with unknown
 *       flags, {@code STATUS_INVALID_PARAMETER}. So are a presentation time with a numerator or denominator of 0, and
 *       ways to degrade that are not offered.
 *   <li>{@code STARTAT} outside PAUSE is {@code STATUS_INVALID_DEVICE_STATE}. Leaving PAUSE, or another
 *       {@code STARTAT}, ends the wait; closing the clock's handle does not.
 *   <li>{@code KSEVENT_LOOPEDSTREAMING_POSITION} notifies whenever the bytes before a position of the loop have been
 *       used: at 0, whenever it starts again. Where it stands when the event is enabled, and what is behind that, comes in
 *       the next turn; what is passed several times at once notifies once. STOP, or a reset that ends the loop, passes
 *       nothing and leaves the event enabled. A position beyond the loop is {@code STATUS_INVALID_PARAMETER}; while there
 *       is no loop any is taken, which notifies in each that reaches it.
 *   <li>An allocator that somebody waits for a frame of when the device is unplugged ends that with
 *       {@code STATUS_CANCELLED}.
 * </ul>
 */
public final class EmulatedPin {
    /** {@code KSINSTANCE_INDETERMINATE}: any number of instances. */
    public static final int UNLIMITED = 0xFFFFFFFF;

    private static final List<KSIDENTIFIER> STANDARD_STREAMING =
            List.of(identifier(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.STREAMING.value()));

    /** {@code KSMEDIUM_STANDARD_DEVIO}, which is the same as {@code KSMEDIUM_TYPE_ANYINSTANCE}. */
    private static final List<KSIDENTIFIER> STANDARD_DEVIO = List.of(identifier(KSMEDIUMSETID.Standard, 0));

    final KSPIN_DATAFLOW dataFlow;
    final KSPIN_COMMUNICATION communication;
    final List<DataRange> ranges;
    final List<KSIDENTIFIER> interfaces;
    final List<KSIDENTIFIER> mediums;
    final int possible;
    final int possibleGlobally;
    final int necessary;
    final Guid category;
    final String name;
    final PhysicalConnection physicalConnection;
    final Sets sets;
    final FormatCheck formatCheck;
    final Intersection intersection;
    final KSALLOCATOR_FRAMING framing;
    final byte[] framingEx;
    final int streamHeaderSize;
    final boolean formatChanges;
    final boolean streamIo;
    final boolean priority;
    /** Null if the item is not there. */
    final Boolean acquireOrdering;

    final boolean startAt;
    final boolean offersClock;
    final Function<PinInstance, KsDefaultClock> clock;
    final boolean allocator;
    final boolean quality;
    final List<KSIDENTIFIER> degradations;
    final Guid timeFormat;
    final boolean presentationTime;
    final ToLongFunction<PinInstance> presentationExtent;
    final Function<PinInstance, KSFRAMETIME> frameTime;
    final IntUnaryOperator rates;
    final Function<PinInstance, PinDispatch> streaming;
    final Function<FilterInstance, List<DataRange>> constraint;
    final DataFormat preferred;
    final PinModes modes;
    final Map<Guid, DataFormat> preferredInModes;
    final List<Jack> jacks;

    private EmulatedPin(Builder b) {
        this.dataFlow = b.dataFlow;
        this.communication = b.communication;
        this.ranges = List.copyOf(b.ranges);
        this.interfaces = b.interfaces.isEmpty() ? STANDARD_STREAMING : List.copyOf(b.interfaces);
        this.mediums = b.mediums.isEmpty() ? STANDARD_DEVIO : List.copyOf(b.mediums);
        this.possible = b.possible;
        this.possibleGlobally = b.possibleGlobally;
        this.necessary = b.necessary;
        this.category = b.category;
        this.name = b.name;
        this.physicalConnection = b.physicalConnection;
        this.modes = new PinModes(List.copyOf(b.modes));
        this.sets = new Sets(b.properties, b.methods, b.events);
        this.formatCheck = (filter, format) -> modes.accept(ranges, format)
                ? GuardedDispatch.decided(b.formatCheck.check(filter, format))
                : NtStatus.NO_MATCH;
        this.intersection = b.intersection;
        this.framing = b.framing;
        this.framingEx = b.framingEx;
        this.streamHeaderSize = b.streamHeaderSize;
        this.formatChanges = b.formatChanges;
        this.streamIo = b.streamIo;
        this.priority = b.priority;
        this.acquireOrdering = b.acquireOrdering;
        this.startAt = b.startAt;
        this.offersClock = b.offersClock;
        this.clock = b.clock;
        this.allocator = b.allocator;
        this.quality = b.quality;
        this.degradations = List.copyOf(b.degradations);
        this.timeFormat = b.timeFormat;
        this.presentationTime = b.presentationTime;
        this.presentationExtent = b.presentationExtent;
        this.frameTime = b.frameTime;
        this.rates = b.rates;
        this.streaming = b.streaming;
        this.constraint = b.constraint == null ? filter -> ranges : b.constraint;
        this.preferred = b.preferred;
        this.preferredInModes = Map.copyOf(b.preferredInModes);
        this.jacks = List.copyOf(b.jacks);
    }

    /**
     * A pin that clients open: {@code KSPIN_COMMUNICATION_SINK}.
     *
     * @param dataFlow IN if clients write, OUT if they read
     * @return a builder
     */
    public static Builder sink(KSPIN_DATAFLOW dataFlow) {
        return of(dataFlow, KSPIN_COMMUNICATION.SINK);
    }

    /**
     * A pin that stands for a jack or another wire out of the filter: {@code KSPIN_COMMUNICATION_BRIDGE}. Nobody opens
     * it.
     *
     * @param dataFlow IN if data comes from the wire, OUT if it goes there
     * @return a builder, with no instances possible
     */
    public static Builder bridge(KSPIN_DATAFLOW dataFlow) {
        return of(dataFlow, KSPIN_COMMUNICATION.BRIDGE).instances(0);
    }

    /**
     * A pin of any kind.
     *
     * @param dataFlow the direction of the data
     * @param communication SINK if clients stream with it and other pins are connected to it; SOURCE if it is opened to
     *     be connected to another pin; BOTH for either; others are not opened. {@link EmulatedFilter} tells of connected
     *     pins
     * @return a builder
     */
    public static Builder of(KSPIN_DATAFLOW dataFlow, KSPIN_COMMUNICATION communication) {
        return new Builder(dataFlow, communication);
    }

    /** The rate that is nearest to one, in thousandths, and that the pin can do. */
    int nearestRate(int wanted) {
        return wanted == StreamSettings.NORMAL_RATE ? wanted : rates.applyAsInt(wanted);
    }

    private static KSIDENTIFIER identifier(Guid set, int id) {
        return KSIDENTIFIER.LAYOUT.allocate(Abi.X64).set(KSIDENTIFIER.Set, set).set(KSIDENTIFIER.Id, id);
    }

    /** Decides about a format whose GUIDs fit one of the pin's ranges. */
    @FunctionalInterface
    public interface FormatCheck {
        /**
         * Decides about a format: of a pin to be opened, of a format change, or just proposed. Called under the device's
         * lock.
         *
         * @param filter the filter
         * @param format the format
         * @return {@link NtStatus#SUCCESS}, or the status to fail with: {@link NtStatus#NO_MATCH}
         */
        NtStatus check(FilterInstance filter, DataFormat format);
    }

    /** Finds the format that two ranges have in common: {@code PFNKSINTERSECTHANDLER}. */
    @FunctionalInterface
    public interface Intersection {
        /**
         * Finds a format. Called without a lock.
         *
         * @param filter the filter
         * @param wanted the caller's range
         * @param offered the pin's range; their GUIDs agree or are wildcards
         * @return the format; empty if there is none ({@link NtStatus#NO_MATCH})
         */
        Optional<DataFormat> intersect(FilterInstance filter, DataRange wanted, DataRange offered);
    }

    /** Describes a pin factory. Not thread-safe. */
    public static final class Builder {
        private final KSPIN_DATAFLOW dataFlow;
        private final KSPIN_COMMUNICATION communication;
        private final List<DataRange> ranges = new ArrayList<>();
        private final List<KSIDENTIFIER> interfaces = new ArrayList<>();
        private final List<KSIDENTIFIER> mediums = new ArrayList<>();
        private int possible = UNLIMITED;
        private int possibleGlobally = UNLIMITED;
        private int necessary;
        private Guid category;
        private String name;
        private PhysicalConnection physicalConnection;
        private final List<PropertySet> properties = new ArrayList<>();
        private final List<MethodSet> methods = new ArrayList<>();
        private final List<EventSet> events = new ArrayList<>();
        private FormatCheck formatCheck = (filter, format) -> NtStatus.SUCCESS;
        private Intersection intersection = DataFormats::defaultIntersection;
        private KSALLOCATOR_FRAMING framing;
        private byte[] framingEx;
        private int streamHeaderSize;
        private boolean formatChanges;
        private boolean streamIo;
        private boolean priority;
        private Boolean acquireOrdering;
        private boolean startAt;
        private boolean offersClock;
        private Function<PinInstance, KsDefaultClock> clock = pin -> new KsDefaultClock(pin.time());
        private boolean allocator;
        private boolean quality;
        private final List<KSIDENTIFIER> degradations = new ArrayList<>();
        private Guid timeFormat;
        private boolean presentationTime;
        private ToLongFunction<PinInstance> presentationExtent;
        private Function<PinInstance, KSFRAMETIME> frameTime;
        private IntUnaryOperator rates;
        private Function<PinInstance, PinDispatch> streaming = pin -> PinDispatch.NONE;
        private Function<FilterInstance, List<DataRange>> constraint;
        private DataFormat preferred;
        private final Set<Guid> modes = new LinkedHashSet<>();
        private final Map<Guid, DataFormat> preferredInModes = new HashMap<>();
        private final List<Jack> jacks = new ArrayList<>();

        private Builder(KSPIN_DATAFLOW dataFlow, KSPIN_COMMUNICATION communication) {
            this.dataFlow = Objects.requireNonNull(dataFlow, "dataFlow");
            this.communication = Objects.requireNonNull(communication, "communication");
        }

        /**
         * Adds data ranges. Attributes of a range ({@link DataRange#withAttributes}) are told to clients that set
         * {@code KSPROPERTY_PIN_FLAGS_ATTRIBUTE_RANGE_AWARE} only; others get the range without them and without the
         * flags that announce them. The count of the list does not count attribute lists. Microsoft's pages leave both
         * open.
         *
         * <p>A format, or a range to intersect with, must have the attributes that a range requires, and must not
         * require any that the range does not have, else {@link NtStatus#NO_MATCH}.
         *
         * @param offered the ranges, for example {@link DataRange#audio}
         * @return this
         */
        public Builder ranges(DataRange... offered) {
            ranges.addAll(List.of(offered));
            return this;
        }

        /**
         * Adds an interface. A pin without any has the one standard streaming interface.
         *
         * @param set the interface set
         * @param id the interface
         * @return this
         */
        public Builder pinInterface(Guid set, int id) {
            interfaces.add(identifier(set, id));
            return this;
        }

        /**
         * Adds a medium. A pin without any has the one standard medium, {@code KSMEDIUM_STANDARD_DEVIO}.
         *
         * @param set the medium set
         * @param id the medium
         * @return this
         */
        public Builder medium(Guid set, int id) {
            mediums.add(identifier(set, id));
            return this;
        }

        /**
         * Limits how many instances one filter instance may have open.
         *
         * @param count the limit; {@link EmulatedPin#UNLIMITED} by default
         * @return this
         */
        public Builder instances(int count) {
            possible = count;
            return this;
        }

        /**
         * Limits how many instances may be open across all instances of the filter.
         *
         * @param count the limit; {@link EmulatedPin#UNLIMITED} by default
         * @return this
         */
        public Builder globalInstances(int count) {
            possibleGlobally = count;
            return this;
        }

        /**
         * Says how many instances have to exist before the filter's pins leave STOP.
         *
         * @param count the number; 0 by default
         * @return this
         */
        public Builder necessary(int count) {
            necessary = count;
            return this;
        }

        /**
         * Names the pin's category.
         *
         * @param guid for example {@code KSNODETYPE_SPEAKER}
         * @return this
         */
        public Builder category(Guid guid) {
            category = guid;
            return this;
        }

        /**
         * Names the pin.
         *
         * @param text the name for people
         * @return this
         */
        public Builder name(String text) {
            name = text;
            return this;
        }

        /**
         * Says to which pin of another filter this one is wired.
         *
         * @param connection the other pin
         * @return this
         */
        public Builder physicalConnection(PhysicalConnection connection) {
            physicalConnection = connection;
            return this;
        }

        /**
         * Adds a property set to the pin's own; its items come before the standard ones of the same set.
         *
         * @param set the set
         * @return this
         */
        public Builder properties(PropertySet set) {
            properties.add(set);
            return this;
        }

        /**
         * Adds a method set to the pin's own.
         *
         * @param set the set
         * @return this
         */
        public Builder methods(MethodSet set) {
            methods.add(set);
            return this;
        }

        /**
         * Adds an event set to the pin's own. Events without an add handler go to {@link PinInstance#events()}.
         *
         * @param set the set
         * @return this
         */
        public Builder events(EventSet set) {
            events.add(set);
            return this;
        }

        /**
         * Lets the device decide about formats whose GUIDs fit a range. Without this they are all accepted.
         *
         * @param check the decision
         * @return this
         */
        public Builder formats(FormatCheck check) {
            formatCheck = check;
            return this;
        }

        /**
         * Lets the device intersect ranges. Without this only ranges of specifier NONE have an intersection: the pin's
         * range, as a format.
         *
         * @param handler the intersection
         * @return this
         */
        public Builder intersection(Intersection handler) {
            intersection = handler;
            return this;
        }

        /**
         * Says which formats are possible right now, for {@code KSPROPERTY_PIN_CONSTRAINEDDATARANGES}. Without this they
         * are all those that the pin offers.
         *
         * @param now gives the ranges; called under the device's lock
         * @return this
         */
        public Builder constrained(Function<FilterInstance, List<DataRange>> now) {
            constraint = Objects.requireNonNull(now, "now");
            return this;
        }

        /**
         * Says which format the pin prefers: what GET of {@code KSPROPERTY_PIN_PROPOSEDATAFORMAT} answers. Without this
         * it answers {@link NtStatus#NOT_SUPPORTED}.
         *
         * @param format the format
         * @return this
         */
        public Builder preferred(DataFormat format) {
            preferred = Objects.requireNonNull(format, "format");
            return this;
        }

        /**
         * Adds signal processing modes, which {@code KSPROPERTY_AUDIOSIGNALPROCESSING_MODES} lists. A format with the
         * attribute {@code KSATTRIBUTEID_AUDIOSIGNALPROCESSING_MODE} is accepted in these modes only, else
         * {@link NtStatus#NO_MATCH}; one without it always. Of a pin without modes the property is
         * {@link NtStatus#NOT_SUPPORTED}, which Microsoft's pages leave open.
         *
         * @param supported {@link io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE}
         * @return this
         */
        public Builder modes(Guid... supported) {
            modes.addAll(List.of(supported));
            return this;
        }

        /**
         * Adds a signal processing mode and the format that the pin prefers in it: what
         * {@code KSPROPERTY_PIN_PROPOSEDATAFORMAT2} answers, without attributes. Without a format for the mode of the
         * request that is {@link NtStatus#NOT_SUPPORTED}, without a mode in the request
         * {@link NtStatus#INVALID_PARAMETER}.
         *
         * @param mode {@link io.github.ks4j.set.AUDIO_SIGNALPROCESSINGMODE}
         * @param format the format
         * @return this
         */
        public Builder mode(Guid mode, DataFormat format) {
            modes.add(mode);
            preferredInModes.put(mode, Objects.requireNonNull(format, "format"));
            return this;
        }

        /**
         * Adds the jacks that a bridge pin stands for.
         *
         * @param behind the jacks
         * @return this
         */
        public Builder jacks(Jack... behind) {
            jacks.addAll(List.of(behind));
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_CONNECTION_ALLOCATORFRAMING} answers.
         *
         * @param framing the framing
         * @return this
         */
        public Builder framing(KSALLOCATOR_FRAMING framing) {
            this.framing = framing.copy();
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_CONNECTION_ALLOCATORFRAMING_EX} answers.
         *
         * @param framing a {@code KSALLOCATOR_FRAMING_EX} with its items
         * @return this
         */
        public Builder framingEx(byte[] framing) {
            this.framingEx = framing.clone();
            return this;
        }

        /**
         * Says how large the headers of stream requests must be: {@code StreamHeaderSize}, and what
         * {@code KSPROPERTY_STREAMINTERFACE_HEADERSIZE} answers. Other sizes are {@code STATUS_INVALID_BUFFER_SIZE}.
         *
         * @param bytes the size of a {@code KSSTREAM_HEADER} and its extension, for example 128 with a
         *     {@code KS_FRAME_INFO}; 0, which is the default, to take headers with any extension or none
         * @return this
         * @throws IllegalArgumentException if a header is not that small, or the size is no multiple of 8
         */
        public Builder streamHeaderSize(int bytes) {
            if (bytes != 0 && bytes < KSSTREAM_HEADER.LAYOUT.size(Abi.X64) || bytes % 8 != 0) {
                throw new IllegalArgumentException("a stream header of " + bytes + " bytes");
            }
            streamHeaderSize = bytes;
            return this;
        }

        /**
         * Lets clients change the format between two frames that they write, with {@code TYPECHANGED}. Without this such
         * a frame is {@code STATUS_INVALID_PARAMETER}.
         *
         * @return this
         */
        public Builder formatChanges() {
            formatChanges = true;
            return this;
        }

        /**
         * Serves {@code KSMETHODSETID_StreamIo}: reading or writing plain bytes, in turn with the frames.
         *
         * @return this
         */
        public Builder streamIo() {
            streamIo = true;
            return this;
        }

        /**
         * Serves {@code KSPROPERTY_CONNECTION_PRIORITY}: first what the pin was opened with.
         *
         * @return this
         */
        public Builder priority() {
            priority = true;
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_CONNECTION_ACQUIREORDERING} answers.
         *
         * @param sourcesFirst whether what feeds the pin is to be acquired before it
         * @return this
         */
        public Builder acquireOrdering(boolean sourcesFirst) {
            acquireOrdering = sourcesFirst;
            return this;
        }

        /**
         * Serves {@code KSPROPERTY_CONNECTION_STARTAT}: a pin in PAUSE goes to RUN when an event of a clock comes, which
         * is given by its handle. What the event's data has beyond {@code KSEVENTDATA}, such as the time of a
         * {@code KSEVENT_TIME_MARK}, follows the {@code KSRELATIVEEVENT}.
         *
         * @return this
         */
        public Builder startAt() {
            startAt = true;
            return this;
        }

        /**
         * Lets clients open the pin's clock, which is in step with the machine.
         *
         * @return this
         */
        public Builder clock() {
            offersClock = true;
            return this;
        }

        /**
         * Lets clients open the pin's clock.
         *
         * @param create makes the clock of a pin that is being opened, for example one that drifts; called under the
         *     device's lock. What it throws fails the creation
         * @return this
         */
        public Builder clock(Function<PinInstance, KsDefaultClock> create) {
            clock = Objects.requireNonNull(create, "create");
            return clock();
        }

        /**
         * Lets clients open allocators, and serves {@code KSPROPERTY_STREAM_ALLOCATOR}.
         *
         * @return this
         */
        public Builder allocator() {
            allocator = true;
            return this;
        }

        /**
         * Serves {@code KSPROPERTY_STREAM_QUALITY} and {@code KSPROPSETID_Quality}: a client names a quality manager,
         * and reads what the device reports with {@link PinInstance#reportQuality}, or reports itself.
         *
         * @return this
         */
        public Builder quality() {
            quality = true;
            return this;
        }

        /**
         * Adds a way in which the device can save effort, for {@code KSPROPERTY_STREAM_DEGRADATION}, to which clients
         * may set some of those there are, in any order.
         *
         * @param set for example {@code KSDEGRADESETID_Standard}
         * @param id the way
         * @return this
         */
        public Builder degradation(Guid set, int id) {
            degradations.add(identifier(set, id));
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_STREAM_TIMEFORMAT} answers.
         *
         * @param format for example {@code KSTIME_FORMAT_MEDIA_TIME}
         * @return this
         */
        public Builder timeFormat(Guid format) {
            timeFormat = format;
            return this;
        }

        /**
         * Serves {@code KSPROPERTY_STREAM_PRESENTATIONTIME}: the time of {@link PinInstance#clock()}, to be read and set.
         *
         * @return this
         */
        public Builder presentationTime() {
            presentationTime = true;
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_STREAM_PRESENTATIONEXTENT} answers.
         *
         * @param extent the length of the stream, in units of its time format; called under the device's lock
         * @return this
         */
        public Builder presentationExtent(ToLongFunction<PinInstance> extent) {
            presentationExtent = extent;
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_STREAM_FRAMETIME} answers.
         *
         * @param next how long the next frame lasts; called under the device's lock
         * @return this
         */
        public Builder frameTime(Function<PinInstance, KSFRAMETIME> next) {
            frameTime = next;
            return this;
        }

        /**
         * Serves {@code KSPROPERTY_STREAM_RATE} and {@code KSPROPERTY_STREAM_RATECAPABILITY}.
         *
         * @param nearest gives the rate that the pin can do and that is nearest to one, both in thousandths, negative
         *     for backwards. 1000 can be had in any case
         * @return this
         */
        public Builder rates(IntUnaryOperator nearest) {
            rates = nearest;
            return this;
        }

        /**
         * Says who handles the streaming of a pin that has been opened. Without this requests stay in the queue.
         *
         * @param create makes the handler of a new pin; called under the device's lock. What it throws fails the
         *     creation
         * @return this
         */
        public Builder streaming(Function<PinInstance, PinDispatch> create) {
            streaming = Objects.requireNonNull(create, "create");
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the pin factory
         */
        public EmulatedPin build() {
            return new EmulatedPin(this);
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.KsPolicies;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSCOMPONENTID;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The description of a filter: what there is to see and to open, and the code behind it. Immutable, but for who listens
 * to its events.
 *
 * <p>The standard sets are served from the description: {@code KSPROPSETID_Pin}, but for {@code MODEDATAFORMATS}, whose
 * page contradicts itself about the layout, {@code KSPROPSETID_Topology},
 * {@code KSPROPSETID_General}, which is empty without a component id, {@code KSPROPSETID_Jack} and
 * {@code KSEVENTSETID_PinCapsChange} where a pin has jacks, {@code KSPROPSETID_AudioSignalProcessing} where a pin has
 * modes; on pins what {@link EmulatedPin} lists. Sets that are added
 * come behind them in the list of sets, but an item of an added set goes before the standard item of the same set and
 * id, as an automation table overrides what AVStream provides.
 *
 * <p>A request with the TOPOLOGY flag goes to the sets of the node that it names, whether it was sent to the filter or to
 * one of its pins; a node id out of range is {@code STATUS_INVALID_PARAMETER}. Closing a handle disables the events that
 * were enabled through it.
 *
 * <p><b>What can be opened</b> below a filter: pins, and nodes if it has any; below a pin: nodes, and the
 * clocks and allocators that it offers. All nodes at once ({@code KSALL_NODES}) are refused: no page says what a handle to
 * them would answer. Where Microsoft's pages leave the status of a refusal open, it is this:
 *
 * <table>
 * <caption>How the creation of an object fails</caption>
 * <tr><th>Cause</th><th>Status</th></tr>
 * <tr><td>an allocator or a clock that the pin does not offer, a node of a filter without nodes, a pin below a
 *     pin, any other name</td>
 *     <td>{@code STATUS_OBJECT_NAME_NOT_FOUND}</td></tr>
 * <tr><td>the device has been removed</td><td>{@code STATUS_DEVICE_REMOVED}</td></tr>
 * <tr><td>a name of more than 65,534 bytes</td><td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>fewer bytes than {@code KSPIN_CONNECT} and a {@code KSDATAFORMAT}, {@code KSNODE_CREATE},
 *     {@code KSCLOCK_CREATE} or {@code KSALLOCATOR_FRAMING}</td>
 *     <td>{@code STATUS_INVALID_BUFFER_SIZE}</td></tr>
 * <tr><td>a {@code PinId} or node that there is not (all nodes at once included), a pin that is no sink,
 *     {@code CreateFlags}, a {@code FormatSize} or an attribute list that contradicts the bytes present, a framing
 *     without {@code FrameSize}, with unknown options or an alignment beyond a page</td>
 *     <td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>interface, medium or format not offered, or refused by the device</td>
 *     <td>{@code STATUS_NO_MATCH}, or the device's status</td></tr>
 * <tr><td>a source is to be connected to what is no open pin of this driver</td>
 *     <td>{@code STATUS_INVALID_HANDLE}, {@code STATUS_OBJECT_TYPE_MISMATCH} if it is not even a file</td></tr>
 * <tr><td>... to a pin that is a source itself, or that data flows through in the same direction</td>
 *     <td>{@code STATUS_INVALID_PARAMETER}</td></tr>
 * <tr><td>... to a pin with which it has no framing in common, or while one of them loops</td>
 *     <td>{@code STATUS_NO_MATCH}</td></tr>
 * <tr><td>... to a pin that is connected already</td><td>{@code STATUS_INVALID_DEVICE_STATE}</td></tr>
 * <tr><td>all instances are open</td><td>{@code STATUS_INVALID_DEVICE_STATE}</td></tr>
 * <tr><td>frames of an allocator of more than 256 MiB</td><td>{@code STATUS_INSUFFICIENT_RESOURCES}</td></tr>
 * </table>
 *
 * <p><b>Connected pins.</b> A pin of a SOURCE or BOTH factory that is opened with the handle of an open pin in
 * {@code PinToHandle}, whichever device of the driver that belongs to, exchanges its stream with that pin rather than with
 * clients: of the two, the one that data flows out of fills frames, which the other takes. Both devices see ordinary
 * requests in their {@link StreamQueue}s; {@code TYPECHANGED}, {@code ENDOFSTREAM} and most other flags, times, durations
 * and extensions of headers go along with the data. That both are opened in the same format is up to their client, as in
 * Windows.
 * <ul>
 *   <li>How many frames there are, and how large they are, is what both descriptions agree on
 *       ({@link io.github.ks4j.kernel.Framing#intersect}), up to 64; 4 frames of about 4096 bytes if they do not say. They
 *       come from the allocator that one of the pins has been given ({@code KSPROPERTY_STREAM_ALLOCATOR}), as many as it
 *       has when streaming begins; else from memory of the kernel's.
 *   <li>Frames are under way while both pins are in PAUSE or RUN. When the pin that takes is stopped, all come back, and
 *       what they hold is lost; when the one that fills is, what it has filled is still taken. A change of format that
 *       the taking pin refuses, or does not allow, ends the flow until one of them has been stopped.
 *   <li>Stream requests of clients are {@code STATUS_INVALID_DEVICE_REQUEST}; states, resets and everything else stay with
 *       them. Faults and the journal, which look at handles, do not see the frames.
 *   <li>Closing either pin, or removing its device, ends the connection. The pin that was connected to is an ordinary one
 *       again; the one that was opened to be connected can only be closed.
 *   <li>Data moves in the threads of the devices. As long as one pin fills whatever frame it gets and the other takes it
 *       at once, so that nothing waits for time or data to come, frames rest for 10 ms each time that they have gone round
 *       4096 times.
 * </ul>
 *
 * <pre>{@code
 * EmulatedFilter.named("filter")
 *         .friendlyName("ks4j stub filter")
 *         .categories(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)
 *         .state(StubState::new)
 *         .properties(PropertySet.builder(STUB).get(1, LEVEL, ...).build())
 *         .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN).ranges(...).build())
 *         .node(EmulatedNode.of(KSNODETYPE.VOLUME, "Volume", volume))
 *         .connect(EmulatedFilter.FILTER, 0, 0, 1)
 *         .build()
 * }</pre>
 */
public final class EmulatedFilter {
    /** {@code KSFILTER_NODE}: the filter itself as the end of a connection; the pin is then a pin factory. */
    public static final int FILTER = 0xFFFFFFFF;

    final String name;
    final String friendlyName;
    final List<Guid> categories;
    final List<EmulatedPin> pins;
    final List<EmulatedNode> nodes;
    final List<KSTOPOLOGY_CONNECTION> connections;
    final Sets sets;
    final KsAllocator methodAllocator;
    final KsPolicies policies;
    final KSCOMPONENTID componentId;
    final Supplier<?> state;
    private final EventList events = new EventList();

    private EmulatedFilter(Builder b) {
        this.name = b.name;
        this.friendlyName = b.friendlyName;
        this.categories = List.copyOf(b.categories);
        this.pins = List.copyOf(b.pins);
        this.nodes = List.copyOf(b.nodes);
        this.connections = List.copyOf(b.connections);
        this.sets = new Sets(b.properties, b.methods, b.events);
        this.methodAllocator = b.methodAllocator;
        this.policies = b.policies;
        this.componentId = b.componentId;
        this.state = b.state;
    }

    /**
     * Starts the description of a filter.
     *
     * @param name the reference string: the last part of the filter's path, by which the filter is opened in whatever
     *     case, and under all categories of its device
     * @return a builder
     * @throws IllegalArgumentException if there is a backslash or a NUL in it
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * The events of this filter that clients have enabled, through whichever of its instances: what the device generates
     * its events with. Those of a node are {@link EmulatedNode#events()}, those of a pin {@link PinInstance#events()}.
     *
     * @return the same list each time
     */
    public EventList events() {
        return events;
    }

    @Override
    public String toString() {
        return friendlyName;
    }

    /** Describes a filter. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private String friendlyName;
        private final Set<Guid> categories = new LinkedHashSet<>();
        private final List<EmulatedPin> pins = new ArrayList<>();
        private final List<EmulatedNode> nodes = new ArrayList<>();
        private final List<KSTOPOLOGY_CONNECTION> connections = new ArrayList<>();
        private final List<PropertySet> properties = new ArrayList<>();
        private final List<MethodSet> methods = new ArrayList<>();
        private final List<EventSet> events = new ArrayList<>();
        private KsAllocator methodAllocator;
        private KsPolicies policies = KsPolicies.RECOMMENDED;
        private KSCOMPONENTID componentId;
        private Supplier<?> state = () -> null;

        private Builder(String name) {
            if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(name + " has a backslash or a NUL, which ends a reference string");
            }
            this.name = name;
            this.friendlyName = name;
        }

        /**
         * Names the filter.
         *
         * @param text the name for people
         * @return this
         */
        public Builder friendlyName(String text) {
            friendlyName = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Adds the categories under which the filter is found, and that {@code KSPROPERTY_TOPOLOGY_CATEGORIES} lists, each
         * once.
         *
         * @param guids for example {@code KSCATEGORY_AUDIO}
         * @return this
         */
        public Builder categories(Guid... guids) {
            categories.addAll(List.of(guids));
            return this;
        }

        /**
         * Gives each opened instance of the filter a state of its own, which handlers find with
         * {@link FilterInstance#state()}.
         *
         * @param create makes the state of a new instance
         * @return this
         */
        public Builder state(Supplier<?> create) {
            state = Objects.requireNonNull(create, "create");
            return this;
        }

        /**
         * Says what {@code KSPROPERTY_GENERAL_COMPONENTID} answers. Without it the item is
         * {@code STATUS_NOT_FOUND}.
         *
         * @param id the component
         * @return this
         */
        public Builder componentId(KSCOMPONENTID id) {
            componentId = id.copy();
            return this;
        }

        /**
         * Adds a pin factory; the first has the id 0.
         *
         * @param pin the pin factory
         * @return this
         */
        public Builder pin(EmulatedPin pin) {
            pins.add(pin);
            return this;
        }

        /**
         * Adds a node; the first has the id 0.
         *
         * @param node the node
         * @return this
         */
        public Builder node(EmulatedNode node) {
            nodes.add(node);
            return this;
        }

        /**
         * Adds a connection, in the direction in which the data flows.
         *
         * @param fromNode the node that the data leaves, or {@link EmulatedFilter#FILTER}
         * @param fromNodePin the pin of that node, or the pin factory of the filter
         * @param toNode the node that the data enters, or {@link EmulatedFilter#FILTER}
         * @param toNodePin the pin of that node, or the pin factory of the filter
         * @return this
         */
        public Builder connect(int fromNode, int fromNodePin, int toNode, int toNodePin) {
            connections.add(KSTOPOLOGY_CONNECTION
                    .LAYOUT
                    .allocate(Abi.X64)
                    .set(KSTOPOLOGY_CONNECTION.FromNode, fromNode)
                    .set(KSTOPOLOGY_CONNECTION.FromNodePin, fromNodePin)
                    .set(KSTOPOLOGY_CONNECTION.ToNode, toNode)
                    .set(KSTOPOLOGY_CONNECTION.ToNodePin, toNodePin));
            return this;
        }

        /**
         * Adds a property set to the filter's own.
         *
         * @param set the set
         * @return this
         */
        public Builder properties(PropertySet set) {
            properties.add(set);
            return this;
        }

        /**
         * Adds a method set to the filter's own.
         *
         * @param set the set
         * @return this
         */
        public Builder methods(MethodSet set) {
            methods.add(set);
            return this;
        }

        /**
         * Adds an event set to the filter's own. Events without an add handler go to {@link EmulatedFilter#events()}.
         *
         * @param set the set
         * @return this
         */
        public Builder events(EventSet set) {
            events.add(set);
            return this;
        }

        /**
         * Lets the filter's methods work in memory of the device's: requests go through
         * {@code KsMethodHandlerWithAllocator} with this allocator.
         *
         * @param allocator provides the memory
         * @return this
         */
        public Builder methodAllocator(KsAllocator allocator) {
            methodAllocator = allocator;
            return this;
        }

        /**
         * Lets the filter, its pins and its nodes answer as other drivers do where Microsoft's pages are silent.
         *
         * @param choices the profile; {@link KsPolicies#RECOMMENDED} if it is not set
         * @return this
         */
        public Builder policies(KsPolicies choices) {
            policies = Objects.requireNonNull(choices, "choices");
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the filter
         * @throws IllegalArgumentException if a connection refers to a node or pin that there is not
         */
        public EmulatedFilter build() {
            for (KSTOPOLOGY_CONNECTION c : connections) {
                checkEnd(c.get(KSTOPOLOGY_CONNECTION.FromNode), c.get(KSTOPOLOGY_CONNECTION.FromNodePin), c);
                checkEnd(c.get(KSTOPOLOGY_CONNECTION.ToNode), c.get(KSTOPOLOGY_CONNECTION.ToNodePin), c);
            }
            EmulatedFilter filter = new EmulatedFilter(this);
            JackProperties.connect(filter);
            return filter;
        }

        private void checkEnd(int node, int pin, KSTOPOLOGY_CONNECTION connection) {
            boolean known = node == FILTER ? pin >= 0 && pin < pins.size() : node >= 0 && node < nodes.size();
            if (!known) {
                throw new IllegalArgumentException(connection + " has an end that is not there: " + name + " has "
                        + pins.size() + " pins and " + nodes.size() + " nodes");
            }
        }
    }
}

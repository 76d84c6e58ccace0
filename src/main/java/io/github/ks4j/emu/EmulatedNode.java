package io.github.ks4j.emu;

import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Objects;

/**
 * The description of a topology node: a point in the filter's data path, with sets of its own that requests with the
 * TOPOLOGY flag reach through the filter or any of its pins. Immutable, but for who listens to its events.
 */
public final class EmulatedNode {
    private final Guid type;
    private final String name;
    private final Sets sets;
    private final EventList events = new EventList();

    private EmulatedNode(Guid type, String name, Sets sets) {
        this.type = Objects.requireNonNull(type, "type");
        this.name = name;
        this.sets = sets;
    }

    /**
     * A node with property sets.
     *
     * @param type for example {@code KSNODETYPE_VOLUME}
     * @param name the name for people; null if there is none
     * @param properties the property sets
     * @return the node
     */
    public static EmulatedNode of(Guid type, String name, PropertySet... properties) {
        return of(type, name, List.of(properties), List.of(), List.of());
    }

    /**
     * A node.
     *
     * @param type for example {@code KSNODETYPE_VOLUME}
     * @param name the name for people; null if there is none
     * @param properties the property sets, which are copied
     * @param methods the method sets, which are copied
     * @param events the event sets, which are copied; events without an add handler go to {@link #events()}
     * @return the node
     */
    public static EmulatedNode of(
            Guid type, String name, List<PropertySet> properties, List<MethodSet> methods, List<EventSet> events) {
        return new EmulatedNode(type, name, new Sets(properties, methods, events));
    }

    /**
     * The kind of node.
     *
     * @return for example {@code KSNODETYPE_VOLUME}
     */
    public Guid type() {
        return type;
    }

    /**
     * The name for people.
     *
     * @return the name; null if there is none
     */
    public String name() {
        return name;
    }

    /**
     * The events of this node that clients have enabled, through whichever handle: what the device generates its events
     * with.
     *
     * @return the same list each time
     */
    public EventList events() {
        return events;
    }

    Sets sets() {
        return sets;
    }

    @Override
    public String toString() {
        return name == null ? "node " + type : name;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Objects;

/**
 * The description of a topology node: a point in the filter's data path, with property and method sets of its own that
 * requests with the TOPOLOGY flag reach through the filter or any of its pins. Immutable.
 *
 * @param type for example {@code KSNODETYPE_VOLUME}
 * @param name the name for people; null if there is none
 * @param properties the property sets
 * @param methods the method sets
 */
public record EmulatedNode(Guid type, String name, List<PropertySet> properties, List<MethodSet> methods) {
    /**
     * A node.
     *
     * @param type for example {@code KSNODETYPE_VOLUME}
     * @param name the name for people; null if there is none
     * @param properties the property sets, which are copied
     * @param methods the method sets, which are copied
     */
    public EmulatedNode {
        Objects.requireNonNull(type, "type");
        properties = List.copyOf(properties);
        methods = List.copyOf(methods);
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
        return new EmulatedNode(type, name, List.of(properties), List.of());
    }
}

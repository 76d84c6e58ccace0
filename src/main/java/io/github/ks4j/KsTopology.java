package io.github.ks4j;

import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The graph inside a filter. Data flows along connections from pin factories through nodes to pin factories. Immutable.
 *
 * <p>Graphs of real drivers have cycles, loose ends, and connections to what is not there; walks end all the same.
 *
 * @param categories the categories that the filter says it belongs to
 * @param nodeTypes the type of each node, at the index that is its number
 * @param connections the connections, in the driver's order
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/exposing-filter-topology">Exposing filter
 *     topology</a>
 */
public record KsTopology(List<Guid> categories, List<Guid> nodeTypes, List<Connection> connections) {
    /** {@code KSFILTER_NODE}: stands for the filter where a node is expected; the pin is then a pin factory. */
    public static final int FILTER = 0xFFFFFFFF;

    /** Where a walk starts at a node, whichever its pin. */
    private static final int NO_PIN = -1;

    /**
     * Copies the lists.
     *
     * @param categories the categories
     * @param nodeTypes the types of the nodes
     * @param connections the connections
     */
    public KsTopology {
        categories = List.copyOf(categories);
        nodeTypes = List.copyOf(nodeTypes);
        connections = List.copyOf(connections);
    }

    static KsTopology of(KsFilter filter) {
        List<Connection> connections = new ArrayList<>();
        for (KSTOPOLOGY_CONNECTION connection : list(filter, KSPROPERTY_TOPOLOGY.CONNECTIONS)) {
            connections.add(new Connection(
                    connection.get(KSTOPOLOGY_CONNECTION.FromNode),
                    connection.get(KSTOPOLOGY_CONNECTION.FromNodePin),
                    connection.get(KSTOPOLOGY_CONNECTION.ToNode),
                    connection.get(KSTOPOLOGY_CONNECTION.ToNodePin)));
        }
        return new KsTopology(
                list(filter, KSPROPERTY_TOPOLOGY.CATEGORIES), list(filter, KSPROPERTY_TOPOLOGY.NODES), connections);
    }

    private static <T> List<T> list(KsFilter filter, KsProperty<List<T>> property) {
        try {
            return filter.get(property);
        } catch (KsNotSupportedException e) {
            return List.of();
        }
    }

    /**
     * Follows the data that comes in through a pin factory.
     *
     * @param pinFactory where to start
     * @return what the data reaches, the nearest first
     */
    public Reach downstream(int pinFactory) {
        return walk(FILTER, pinFactory, true);
    }

    /**
     * Follows the data that goes out through a pin factory back to where it comes from.
     *
     * @param pinFactory where to start
     * @return what the data comes from, the nearest first
     */
    public Reach upstream(int pinFactory) {
        return walk(FILTER, pinFactory, false);
    }

    /**
     * Follows the data that leaves a node.
     *
     * @param node where to start
     * @return nothing if there is no such node; else what the data reaches, the nearest first; with the node itself only
     *     if it lies on a cycle
     */
    public Reach downstreamOfNode(int node) {
        return walk(node, NO_PIN, true);
    }

    /**
     * Follows the data that enters a node back to where it comes from.
     *
     * @param node where to start
     * @return nothing if there is no such node; else what the data comes from, the nearest first; with the node itself only
     *     if it lies on a cycle
     */
    public Reach upstreamOfNode(int node) {
        return walk(node, NO_PIN, false);
    }

    /** Breadth first. A node is passed once, and the filter itself never, so a walk ends whatever the graph. */
    private Reach walk(int startNode, int startPin, boolean down) {
        Set<Integer> nodes = new LinkedHashSet<>();
        Set<Integer> pins = new LinkedHashSet<>();
        Map<Integer, List<Connection>> leaving =
                connections.stream().collect(Collectors.groupingBy(c -> down ? c.fromNode() : c.toNode()));
        Queue<Connection> next = new ArrayDeque<>(leaving.getOrDefault(startNode, List.of()));
        next.removeIf(c -> startNode == FILTER && startPin != (down ? c.fromPin() : c.toPin()));
        while (!next.isEmpty()) {
            Connection connection = next.remove();
            int node = down ? connection.toNode() : connection.fromNode();
            if (node == FILTER) {
                pins.add(down ? connection.toPin() : connection.fromPin());
            } else if (node >= 0 && node < nodeTypes.size() && nodes.add(node)) {
                next.addAll(leaving.getOrDefault(node, List.of()));
            }
        }
        return new Reach(List.copyOf(nodes), List.copyOf(pins));
    }

    /**
     * A path of data: {@code KSTOPOLOGY_CONNECTION}.
     *
     * @param fromNode the node that the data leaves, or {@link #FILTER}
     * @param fromPin the node's pin, numbered as the node likes; of the filter, a pin factory
     * @param toNode the node that the data enters, or {@link #FILTER}
     * @param toPin the node's pin, numbered as the node likes; of the filter, a pin factory
     */
    public record Connection(int fromNode, int fromPin, int toNode, int toPin) {
        /**
         * Both ends.
         *
         * @return for example {@code pin 0 -> node 2.1}
         */
        @Override
        public String toString() {
            return end(fromNode, fromPin) + " -> " + end(toNode, toPin);
        }

        private static String end(int node, int pin) {
            return node == FILTER
                    ? "pin " + Integer.toUnsignedString(pin)
                    : "node " + Integer.toUnsignedString(node) + "." + Integer.toUnsignedString(pin);
        }
    }

    /**
     * What a walk met.
     *
     * @param nodes the nodes, the nearest first, each once
     * @param pinFactories the pin factories at the ends, the nearest first, each once
     */
    public record Reach(List<Integer> nodes, List<Integer> pinFactories) {
        /**
         * Copies the lists.
         *
         * @param nodes the nodes
         * @param pinFactories the pin factories
         */
        public Reach {
            nodes = List.copyOf(nodes);
            pinFactories = List.copyOf(pinFactories);
        }
    }
}

package io.github.ks4j;

import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An open filter: a device, or a part of one, with pin factories through which data comes and goes and nodes that act
 * on it. Its requests carry a plain {@code KSPROPERTY}.
 *
 * <p>Owned by the {@link Ks} that opened it; owns the pins opened and the events enabled through it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ks-filters">KS filters</a>
 */
public final class KsFilter extends KsObject implements AutoCloseable {
    /** Far more than any filter has. */
    private static final int PIN_FACTORIES = 1 << 16;

    private final String path;
    private final FilterInterface found;
    private final Owned siblings;

    KsFilter(Session session, Handle handle, String path, FilterInterface found, Owned siblings) {
        super(session, handle);
        this.path = path;
        this.found = found;
        this.siblings = siblings;
    }

    /**
     * The path that the filter was opened by.
     *
     * @return the symbolic link
     */
    public String path() {
        return path;
    }

    /**
     * The device interface that the filter was opened by.
     *
     * @return empty if only its path was given
     */
    public Optional<FilterInterface> filterInterface() {
        return Optional.ofNullable(found);
    }

    /**
     * The pin factories of the filter.
     *
     * @return the factories, each at the index that is its number
     * @throws KsException if the request fails
     */
    public List<KsPinFactory> pinFactories() {
        int count = get(KSPROPERTY_PIN.CTYPES);
        if (Integer.compareUnsigned(count, PIN_FACTORIES) > 0) {
            throw new KsBadReplyException("get KSPROPERTY_PIN_CTYPES of " + this + ": the driver claims "
                    + Integer.toUnsignedString(count) + " pin factories");
        }
        List<KsPinFactory> factories = new ArrayList<>(count);
        for (int id = 0; id < count; id++) {
            factories.add(pinFactory(id));
        }
        return List.copyOf(factories);
    }

    /**
     * A pin factory by its number.
     *
     * @param id the number, from 0
     * @return the factory; whether it exists, its requests tell
     */
    public KsPinFactory pinFactory(int id) {
        return new KsPinFactory(this, id);
    }

    /**
     * The nodes of the filter.
     *
     * @return the nodes, each at the index that is its number
     * @throws KsException if the request fails
     */
    public List<KsNode> nodes() {
        int count = get(KSPROPERTY_TOPOLOGY.NODES).size();
        List<KsNode> nodes = new ArrayList<>(count);
        for (int id = 0; id < count; id++) {
            nodes.add(node(id));
        }
        return List.copyOf(nodes);
    }

    /**
     * A node by its number.
     *
     * @param id the number, from 0
     * @return the node; whether it exists, its requests tell
     */
    public KsNode node(int id) {
        return new KsNode(this, id);
    }

    /**
     * How pins and nodes hang together.
     *
     * @return what the filter tells now
     * @throws KsException if a request fails for another reason than that the filter has no topology
     */
    public KsTopology topology() {
        return KsTopology.of(this);
    }

    /** Closes the filter, its pins and its events. The second and later calls do nothing. */
    @Override
    public void close() {
        try {
            owned.close(handle::close);
        } finally {
            siblings.remove(this);
        }
    }

    @Override
    void address(ByteBuffer request) {
        // A plain KSPROPERTY addresses the filter.
    }

    @Override
    public String toString() {
        return path;
    }
}

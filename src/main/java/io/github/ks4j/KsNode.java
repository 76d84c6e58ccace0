package io.github.ks4j;

import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSNODEPROPERTY;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A node of a filter's topology: a volume control, a mixer, a camera's processing unit. Its requests carry a
 * {@link KSNODEPROPERTY}, the same bytes as a {@code KSP_NODE}, and {@code KSPROPERTY_TYPE_TOPOLOGY}.
 *
 * <p>A node that {@link KsPin#node} gives is addressed through the pin, for settings that each stream has of its own.
 * Closed with the filter or pin that it was got from.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/audio-topology-nodes">Audio topology
 *     nodes</a>
 */
public final class KsNode extends KsObject {
    private final KsObject owner;
    private final int id;

    KsNode(KsObject owner, int id) {
        super(owner, KSNODEPROPERTY.LAYOUT.size(), KSPROPERTY_TYPE.TOPOLOGY);
        this.owner = owner;
        this.id = id;
    }

    /**
     * The node's number.
     *
     * @return its index in the filter's list of nodes
     */
    public int id() {
        return id;
    }

    /**
     * What kind of node this is.
     *
     * @return for example {@code KSNODETYPE_VOLUME}
     * @throws KsException if the filter does not tell, or does not have the node
     */
    public Guid type() {
        List<Guid> types = owner.get(KSPROPERTY_TOPOLOGY.NODES);
        if (id < 0 || id >= types.size()) {
            throw new KsBadReplyException("type of " + this + ": the filter has " + types.size() + " nodes");
        }
        return types.get(id);
    }

    /**
     * The node's name for people.
     *
     * @return empty if the driver has none
     * @throws KsException if the request fails for another reason
     */
    public Optional<String> name() {
        byte[] node = new byte[requestLength() - HEAD];
        ByteBuffer.wrap(node).order(ByteOrder.LITTLE_ENDIAN).putInt(id);
        return owner.instance(node).find(KSPROPERTY_TOPOLOGY.NAME);
    }

    /**
     * A channel of the node.
     *
     * @param channel 0 for the first, -1 for all at once; USB audio takes 0 for the master
     * @return the channel; whether it exists, its requests tell
     */
    public KsNodeChannel channel(int channel) {
        return new KsNodeChannel(this, channel);
    }

    @Override
    <T> Codec<T> form(Codec<T> codec) {
        return codec.forNode();
    }

    @Override
    void address(ByteBuffer request) {
        KSNODEPROPERTY.NodeId.write(session.abi(), request, 0, id);
        KSNODEPROPERTY.Reserved.write(session.abi(), request, 0, 0);
    }

    @Override
    public String toString() {
        return "node " + Integer.toUnsignedString(id) + " of " + owner;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSOBJECT_CREATE_ITEM;
import io.github.ks4j.kernel.KsValidateTopologyNodeCreateRequest;
import io.github.ks4j.struct.KSNODE_CREATE;
import java.nio.ByteBuffer;

/** An open node: answers the node's own sets, without TOPOLOGY flag and node id. */
final class NodeObject extends KsObject {
    private final FilterInstance filter;
    private final int id;

    private NodeObject(FilterInstance filter, int id) {
        this.filter = filter;
        this.id = id;
    }

    /** How nodes are created below a filter and below its pins. */
    static KSOBJECT_CREATE_ITEM<Creator> createItem(FilterInstance filter) {
        return createItem(KsObjectType.TOPOLOGY_NODE, (parameters, driver) -> create(filter, parameters));
    }

    /** A filter without nodes has nothing of that name, and all nodes at once are no object here. */
    private static NodeObject create(FilterInstance filter, ByteBuffer parameters) throws StatusException {
        int node = KsValidateTopologyNodeCreateRequest.of(
                        parameters, filter.description().nodes.size())
                .get(KSNODE_CREATE.Node);
        if (node == KsValidateTopologyNodeCreateRequest.ALL_NODES) {
            throw new StatusException(NtStatus.INVALID_PARAMETER);
        }
        return new NodeObject(filter, node);
    }

    @Override
    String name() {
        return "node " + id;
    }

    @Override
    FilterInstance filter() {
        return filter;
    }

    @Override
    NtStatus handle(Irp irp) {
        return filter.factory().handle(irp, id);
    }

    @Override
    void close() {
        filter.factory().nodeEvents(id).free(fileObject());
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.KSNODE_CREATE;
import java.nio.ByteBuffer;

/**
 * Checks the parameters of a node's create request: {@code KsValidateTopologyNodeCreateRequest}. Microsoft's page tells
 * of errors only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksvalidatetopologynodecreaterequest">KsValidateTopologyNodeCreateRequest
 *     function</a>
 */
public final class KsValidateTopologyNodeCreateRequest {
    /** The node that stands for all nodes at once. */
    public static final int ALL_NODES = 0xFFFFFFFF;

    private KsValidateTopologyNodeCreateRequest() {}

    /**
     * Checks the parameters.
     *
     * @param parameters what follows the name, from index 0 to the limit
     * @param nodes the number of nodes of the topology
     * @return a copy of the parameters, whose node may be {@link #ALL_NODES}
     * @throws KsException with {@link NtStatus#OBJECT_NAME_NOT_FOUND} if there are no nodes, as if the name was not
     *     known; with {@link NtStatus#INVALID_BUFFER_SIZE} if there are fewer bytes than a {@code KSNODE_CREATE}; with
     *     {@link NtStatus#INVALID_PARAMETER} for {@code CreateFlags} that are not 0 and for a node that there is not,
     *     where ReactOS says {@link NtStatus#UNSUCCESSFUL}
     */
    public static KSNODE_CREATE of(ByteBuffer parameters, int nodes) {
        if (nodes == 0) {
            throw failure("there are none", NtStatus.OBJECT_NAME_NOT_FOUND);
        }
        if (parameters.limit() < KSNODE_CREATE.LAYOUT.size()) {
            throw failure("parameters of " + parameters.limit() + " bytes", NtStatus.INVALID_BUFFER_SIZE);
        }
        KSNODE_CREATE create = KSNODE_CREATE.LAYOUT.at(parameters, 0).copy();
        int node = create.get(KSNODE_CREATE.Node);
        if (create.get(KSNODE_CREATE.CreateFlags) != 0
                || node != ALL_NODES && Integer.compareUnsigned(node, nodes) >= 0) {
            throw failure(create + " of " + nodes, NtStatus.INVALID_PARAMETER);
        }
        return create;
    }

    private static KsException failure(String why, NtStatus status) {
        return KsException.of("create a node: " + why, status);
    }
}

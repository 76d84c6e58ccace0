package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSNODE_CREATE}: parameters for opening a topology node. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksnode_create">ns-ks-ksnode_create</a>
 */
public final class KSNODE_CREATE extends Struct<KSNODE_CREATE> {
    private static final Declaration<KSNODE_CREATE> C = Declaration.struct("KSNODE_CREATE", KSNODE_CREATE::new);

    /** Zero. */
    public static final Int32<KSNODE_CREATE> CreateFlags = C.ulong("CreateFlags");

    /** The node's index in the filter's list of nodes, or {@code KSALL_NODES}. */
    public static final Int32<KSNODE_CREATE> Node = C.ulong("Node");

    /** The layout. */
    public static final Layout<KSNODE_CREATE> LAYOUT = C.layout();

    private KSNODE_CREATE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSM_NODE}: a method request addressed to a topology node. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksm_node">ns-ks-ksm_node</a>
 */
public final class KSM_NODE extends Struct<KSM_NODE> {
    private static final Declaration<KSM_NODE> C = Declaration.struct("KSM_NODE", KSM_NODE::new);

    /** The method, with {@code KSMETHOD_TYPE_TOPOLOGY} among its flags. */
    public static final Nested<KSM_NODE, KSMETHOD> Method = C.nested(KSMETHOD.LAYOUT, "Method");

    /** The node: its index in the filter's list of nodes. */
    public static final Int32<KSM_NODE> NodeId = C.ulong("NodeId");

    /** Zero. */
    public static final Int32<KSM_NODE> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSM_NODE> LAYOUT = C.layout();

    private KSM_NODE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSE_NODE}: an event request addressed to a topology node. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kse_node">ns-ks-kse_node</a>
 */
public final class KSE_NODE extends Struct<KSE_NODE> {
    private static final Declaration<KSE_NODE> C = Declaration.struct("KSE_NODE", KSE_NODE::new);

    /** The event, with {@code KSEVENT_TYPE_TOPOLOGY} among its flags. */
    public static final Nested<KSE_NODE, KSEVENT> Event = C.nested(KSEVENT.LAYOUT, "Event");

    /** The node: its index in the filter's list of nodes. */
    public static final Int32<KSE_NODE> NodeId = C.ulong("NodeId");

    /** Zero. */
    public static final Int32<KSE_NODE> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSE_NODE> LAYOUT = C.layout();

    private KSE_NODE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSP_NODE}: a property request addressed to a topology node, through the filter or pin that has it. Takes 32
 * bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksp_node">ns-ks-ksp_node</a>
 */
public final class KSP_NODE extends Struct<KSP_NODE> {
    private static final Declaration<KSP_NODE> C = Declaration.struct("KSP_NODE", KSP_NODE::new);

    /** The property, with {@code KSPROPERTY_TYPE_TOPOLOGY} among its flags. */
    public static final Nested<KSP_NODE, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The node: its index in the filter's list of nodes. */
    public static final Int32<KSP_NODE> NodeId = C.ulong("NodeId");

    /** Zero. */
    public static final Int32<KSP_NODE> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSP_NODE> LAYOUT = C.layout();

    private KSP_NODE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_VIDEOPROCAMP_NODE_S2}: a picture control of a node with two values: request and value at once. Takes 48 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_videoprocamp_node_s2">ns-ksmedia-ksproperty_videoprocamp_node_s2</a>
 */
public final class KSPROPERTY_VIDEOPROCAMP_NODE_S2 extends Struct<KSPROPERTY_VIDEOPROCAMP_NODE_S2> {
    private static final Declaration<KSPROPERTY_VIDEOPROCAMP_NODE_S2> C =
            Declaration.struct("KSPROPERTY_VIDEOPROCAMP_NODE_S2", KSPROPERTY_VIDEOPROCAMP_NODE_S2::new);

    /** The property and the node. */
    public static final Nested<KSPROPERTY_VIDEOPROCAMP_NODE_S2, KSP_NODE> NodeProperty =
            C.nested(KSP_NODE.LAYOUT, "NodeProperty");

    /** The first value, in the control's unit. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_NODE_S2> Value1 = C.slong("Value1");

    /** {@code KSPROPERTY_VIDEOPROCAMP_FLAGS_} bits: 1 automatic, 2 manual. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_NODE_S2> Flags = C.ulong("Flags");

    /** The flags that the control knows. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_NODE_S2> Capabilities = C.ulong("Capabilities");

    /** The second value, in the control's unit. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_NODE_S2> Value2 = C.slong("Value2");

    /** The layout. */
    public static final Layout<KSPROPERTY_VIDEOPROCAMP_NODE_S2> LAYOUT = C.layout();

    private KSPROPERTY_VIDEOPROCAMP_NODE_S2(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

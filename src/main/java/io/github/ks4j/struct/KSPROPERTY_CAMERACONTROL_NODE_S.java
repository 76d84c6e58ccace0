package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_CAMERACONTROL_NODE_S}: a camera control of a node: request and value at once. Takes 48 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_cameracontrol_node_s">ns-ksmedia-ksproperty_cameracontrol_node_s</a>
 */
public final class KSPROPERTY_CAMERACONTROL_NODE_S extends Struct<KSPROPERTY_CAMERACONTROL_NODE_S> {
    private static final Declaration<KSPROPERTY_CAMERACONTROL_NODE_S> C =
            Declaration.struct("KSPROPERTY_CAMERACONTROL_NODE_S", KSPROPERTY_CAMERACONTROL_NODE_S::new);

    /** The property and the node. */
    public static final Nested<KSPROPERTY_CAMERACONTROL_NODE_S, KSP_NODE> NodeProperty =
            C.nested(KSP_NODE.LAYOUT, "NodeProperty");

    /** The value, in the control's unit. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_S> Value = C.slong("Value");

    /** {@code KSPROPERTY_CAMERACONTROL_FLAGS_} bits: 1 automatic, 2 manual. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_S> Flags = C.ulong("Flags");

    /** The flags that the control knows. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_S> Capabilities = C.ulong("Capabilities");

    /** The layout. */
    public static final Layout<KSPROPERTY_CAMERACONTROL_NODE_S> LAYOUT = C.layout();

    private KSPROPERTY_CAMERACONTROL_NODE_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

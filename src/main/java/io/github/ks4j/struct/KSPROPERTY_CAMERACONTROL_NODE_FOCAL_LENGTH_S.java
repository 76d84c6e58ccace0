package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S}: the focal lengths of a node: request and value at once. Takes 48 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_cameracontrol_node_focal_length_s">ns-ksmedia-ksproperty_cameracontrol_node_focal_length_s</a>
 */
public final class KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S
        extends Struct<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> {
    private static final Declaration<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> C = Declaration.struct(
            "KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S", KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S::new);

    /** The property and the node. */
    public static final Nested<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S, KSP_NODE> NodeProperty =
            C.nested(KSP_NODE.LAYOUT, "NodeProperty");

    /** The focal length of the ocular lens, in units that the device chooses. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> lOcularFocalLength =
            C.slong("lOcularFocalLength");

    /** The least focal length of the objective lens, in the same unit. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> lObjectiveFocalLengthMin =
            C.slong("lObjectiveFocalLengthMin");

    /** The greatest focal length of the objective lens, in the same unit. */
    public static final Int32<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> lObjectiveFocalLengthMax =
            C.slong("lObjectiveFocalLengthMax");

    /** The layout. */
    public static final Layout<KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S> LAYOUT = C.layout();

    private KSPROPERTY_CAMERACONTROL_NODE_FOCAL_LENGTH_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

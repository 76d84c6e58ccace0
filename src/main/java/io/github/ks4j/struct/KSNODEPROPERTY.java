package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSNODEPROPERTY}: a property request addressed to an audio node: a {@link KSP_NODE} by another name. Takes 32
 * bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksnodeproperty">ns-ksmedia-ksnodeproperty</a>
 */
public final class KSNODEPROPERTY extends Struct<KSNODEPROPERTY> {
    private static final Declaration<KSNODEPROPERTY> C = Declaration.struct("KSNODEPROPERTY", KSNODEPROPERTY::new);

    /** The property, with {@code KSPROPERTY_TYPE_TOPOLOGY} among its flags. */
    public static final Nested<KSNODEPROPERTY, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The node: its index in the filter's list of nodes. */
    public static final Int32<KSNODEPROPERTY> NodeId = C.ulong("NodeId");

    /** Zero. */
    public static final Int32<KSNODEPROPERTY> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSNODEPROPERTY> LAYOUT = C.layout();

    private KSNODEPROPERTY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

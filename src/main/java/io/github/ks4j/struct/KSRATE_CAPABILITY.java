package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSRATE_CAPABILITY}: asks for the nearest rate that a pin can do. Takes 72 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksrate_capability">ns-ks-ksrate_capability</a>
 */
public final class KSRATE_CAPABILITY extends Struct<KSRATE_CAPABILITY> {
    private static final Declaration<KSRATE_CAPABILITY> C =
            Declaration.struct("KSRATE_CAPABILITY", KSRATE_CAPABILITY::new);

    /** {@code KSPROPERTY_STREAM_RATECAPABILITY}. */
    public static final Nested<KSRATE_CAPABILITY, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The rate that is wanted. */
    public static final Nested<KSRATE_CAPABILITY, KSRATE> Rate = C.nested(KSRATE.LAYOUT, "Rate");

    /** The layout. */
    public static final Layout<KSRATE_CAPABILITY> LAYOUT = C.layout();

    private KSRATE_CAPABILITY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

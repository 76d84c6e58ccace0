package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSP_PIN}: a property request addressed to a pin factory, through the filter that has it. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksp_pin">ns-ks-ksp_pin</a>
 */
public final class KSP_PIN extends Struct<KSP_PIN> {
    private static final Declaration<KSP_PIN> C = Declaration.struct("KSP_PIN", KSP_PIN::new);

    /** The property. */
    public static final Nested<KSP_PIN, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The pin factory, counted from zero. */
    public static final Int32<KSP_PIN> PinId = C.ulong("PinId");

    /** Zero. */
    public static final Int32<KSP_PIN> Reserved = C.ulong("Reserved");

    /** Zero, or 1 ({@code ATTRIBUTE_RANGE_AWARE}) if the caller understands attribute lists. */
    public static final Int32<KSP_PIN> Flags = C.over(Reserved).ulong("Flags");

    /** The layout. */
    public static final Layout<KSP_PIN> LAYOUT = C.layout();

    private KSP_PIN(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

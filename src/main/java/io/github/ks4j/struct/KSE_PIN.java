package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSE_PIN}: an event request addressed to a pin factory. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kse_pin">ns-ks-kse_pin</a>
 */
public final class KSE_PIN extends Struct<KSE_PIN> {
    private static final Declaration<KSE_PIN> C = Declaration.struct("KSE_PIN", KSE_PIN::new);

    /** The event. */
    public static final Nested<KSE_PIN, KSEVENT> Event = C.nested(KSEVENT.LAYOUT, "Event");

    /** The pin factory, counted from zero. */
    public static final Int32<KSE_PIN> PinId = C.ulong("PinId");

    /** Zero. */
    public static final Int32<KSE_PIN> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSE_PIN> LAYOUT = C.layout();

    private KSE_PIN(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

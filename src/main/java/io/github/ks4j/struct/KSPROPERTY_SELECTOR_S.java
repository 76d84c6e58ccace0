package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_SELECTOR_S}: a selector of the filter: request and value at once. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_selector_s">ns-ksmedia-ksproperty_selector_s</a>
 */
public final class KSPROPERTY_SELECTOR_S extends Struct<KSPROPERTY_SELECTOR_S> {
    private static final Declaration<KSPROPERTY_SELECTOR_S> C =
            Declaration.struct("KSPROPERTY_SELECTOR_S", KSPROPERTY_SELECTOR_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_SELECTOR_S, KSPROPERTY> Property = C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The selected source, or the number of sources. */
    public static final Int32<KSPROPERTY_SELECTOR_S> Value = C.slong("Value");

    /** {@code KSPROPERTY_SELECTOR_} flags; reserved. */
    public static final Int32<KSPROPERTY_SELECTOR_S> Flags = C.ulong("Flags");

    /** Reserved. */
    public static final Int32<KSPROPERTY_SELECTOR_S> Capabilities = C.ulong("Capabilities");

    /** The layout. */
    public static final Layout<KSPROPERTY_SELECTOR_S> LAYOUT = C.layout();

    private KSPROPERTY_SELECTOR_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

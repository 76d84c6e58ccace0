package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_VIDEOPROCAMP_S}: a picture control of the filter: request and value at once. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksproperty_videoprocamp_s">ns-ksmedia-ksproperty_videoprocamp_s</a>
 */
public final class KSPROPERTY_VIDEOPROCAMP_S extends Struct<KSPROPERTY_VIDEOPROCAMP_S> {
    private static final Declaration<KSPROPERTY_VIDEOPROCAMP_S> C =
            Declaration.struct("KSPROPERTY_VIDEOPROCAMP_S", KSPROPERTY_VIDEOPROCAMP_S::new);

    /** The property. */
    public static final Nested<KSPROPERTY_VIDEOPROCAMP_S, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The value, in the control's unit. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_S> Value = C.slong("Value");

    /** {@code KSPROPERTY_VIDEOPROCAMP_FLAGS_} bits: 1 automatic, 2 manual. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_S> Flags = C.ulong("Flags");

    /** The flags that the control knows. */
    public static final Int32<KSPROPERTY_VIDEOPROCAMP_S> Capabilities = C.ulong("Capabilities");

    /** The layout. */
    public static final Layout<KSPROPERTY_VIDEOPROCAMP_S> LAYOUT = C.layout();

    private KSPROPERTY_VIDEOPROCAMP_S(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

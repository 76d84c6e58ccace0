package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_FRAMING_RANGE_WEIGHTED}: a range of frame sizes with its weights. Takes 20 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ks_framing_range_weighted">ns-ks-ks_framing_range_weighted</a>
 */
public final class KS_FRAMING_RANGE_WEIGHTED extends Struct<KS_FRAMING_RANGE_WEIGHTED> {
    private static final Declaration<KS_FRAMING_RANGE_WEIGHTED> C =
            Declaration.struct("KS_FRAMING_RANGE_WEIGHTED", KS_FRAMING_RANGE_WEIGHTED::new);

    /** The range. */
    public static final Nested<KS_FRAMING_RANGE_WEIGHTED, KS_FRAMING_RANGE> Range =
            C.nested(KS_FRAMING_RANGE.LAYOUT, "Range");

    /** The weight when the frame is changed in place; zero. */
    public static final Int32<KS_FRAMING_RANGE_WEIGHTED> InPlaceWeight = C.ulong("InPlaceWeight");

    /** The weight when it is copied; zero. */
    public static final Int32<KS_FRAMING_RANGE_WEIGHTED> NotInPlaceWeight = C.ulong("NotInPlaceWeight");

    /** The layout. */
    public static final Layout<KS_FRAMING_RANGE_WEIGHTED> LAYOUT = C.layout();

    private KS_FRAMING_RANGE_WEIGHTED(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KS_FRAMING_RANGE}: a range of frame sizes. Takes 12 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ks_framing_range">ns-ks-ks_framing_range</a>
 */
public final class KS_FRAMING_RANGE extends Struct<KS_FRAMING_RANGE> {
    private static final Declaration<KS_FRAMING_RANGE> C =
            Declaration.struct("KS_FRAMING_RANGE", KS_FRAMING_RANGE::new);

    /** The least size in bytes. */
    public static final Int32<KS_FRAMING_RANGE> MinFrameSize = C.ulong("MinFrameSize");

    /** The greatest size in bytes. */
    public static final Int32<KS_FRAMING_RANGE> MaxFrameSize = C.ulong("MaxFrameSize");

    /** The distance between two sizes; at most the width of the range. */
    public static final Int32<KS_FRAMING_RANGE> Stepping = C.ulong("Stepping");

    /** The layout. */
    public static final Layout<KS_FRAMING_RANGE> LAYOUT = C.layout();

    private KS_FRAMING_RANGE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KS_COMPRESSION}: how a filter changes the size of frames. Takes 12 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ks_compression">ns-ks-ks_compression</a>
 */
public final class KS_COMPRESSION extends Struct<KS_COMPRESSION> {
    private static final Declaration<KS_COMPRESSION> C = Declaration.struct("KS_COMPRESSION", KS_COMPRESSION::new);

    /** The numerator of output to input. */
    public static final Int32<KS_COMPRESSION> RatioNumerator = C.ulong("RatioNumerator");

    /** The denominator of output to input. */
    public static final Int32<KS_COMPRESSION> RatioDenominator = C.ulong("RatioDenominator");

    /** Bytes that come on top. */
    public static final Int32<KS_COMPRESSION> RatioConstantMargin = C.ulong("RatioConstantMargin");

    /** The layout. */
    public static final Layout<KS_COMPRESSION> LAYOUT = C.layout();

    private KS_COMPRESSION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

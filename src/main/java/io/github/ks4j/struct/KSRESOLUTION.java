package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSRESOLUTION}: how fine a clock is. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksresolution">ns-ks-ksresolution</a>
 */
public final class KSRESOLUTION extends Struct<KSRESOLUTION> {
    private static final Declaration<KSRESOLUTION> C = Declaration.struct("KSRESOLUTION", KSRESOLUTION::new);

    /** The smallest step, in 100 ns units. */
    public static final Int64<KSRESOLUTION> Granularity = C.longlong("Granularity");

    /** The largest error, in 100 ns units. */
    public static final Int64<KSRESOLUTION> Error = C.longlong("Error");

    /** The layout. */
    public static final Layout<KSRESOLUTION> LAYOUT = C.layout();

    private KSRESOLUTION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

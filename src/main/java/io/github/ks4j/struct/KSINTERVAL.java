package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSINTERVAL}: regular moments of a clock. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksinterval">ns-ks-ksinterval</a>
 */
public final class KSINTERVAL extends Struct<KSINTERVAL> {
    private static final Declaration<KSINTERVAL> C = Declaration.struct("KSINTERVAL", KSINTERVAL::new);

    /** The first moment, in 100 ns units. */
    public static final Int64<KSINTERVAL> TimeBase = C.longlong("TimeBase");

    /** The distance between two moments, in 100 ns units. */
    public static final Int64<KSINTERVAL> Interval = C.longlong("Interval");

    /** The layout. */
    public static final Layout<KSINTERVAL> LAYOUT = C.layout();

    private KSINTERVAL(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

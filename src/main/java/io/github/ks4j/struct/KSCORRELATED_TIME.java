package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSCORRELATED_TIME}: a clock's time and the system's, taken at one moment. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kscorrelated_time">ns-ks-kscorrelated_time</a>
 */
public final class KSCORRELATED_TIME extends Struct<KSCORRELATED_TIME> {
    private static final Declaration<KSCORRELATED_TIME> C =
            Declaration.struct("KSCORRELATED_TIME", KSCORRELATED_TIME::new);

    /** The clock's time, in 100 ns units. */
    public static final Int64<KSCORRELATED_TIME> Time = C.longlong("Time");

    /** The system's time, in 100 ns units. */
    public static final Int64<KSCORRELATED_TIME> SystemTime = C.longlong("SystemTime");

    /** The layout. */
    public static final Layout<KSCORRELATED_TIME> LAYOUT = C.layout();

    private KSCORRELATED_TIME(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

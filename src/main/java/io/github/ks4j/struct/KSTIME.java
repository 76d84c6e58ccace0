package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSTIME}: a time as a fraction: {@code Time * Numerator / Denominator} in 100 ns units. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kstime">ns-ks-kstime</a>
 */
public final class KSTIME extends Struct<KSTIME> {
    private static final Declaration<KSTIME> C = Declaration.struct("KSTIME", KSTIME::new);

    /** The time, in units of the fraction. */
    public static final Int64<KSTIME> Time = C.longlong("Time");

    /** The numerator; not zero, 1 for 100 ns units. */
    public static final Int32<KSTIME> Numerator = C.ulong("Numerator");

    /** The denominator; not zero, 1 for 100 ns units. */
    public static final Int32<KSTIME> Denominator = C.ulong("Denominator");

    /** The layout. */
    public static final Layout<KSTIME> LAYOUT = C.layout();

    private KSTIME(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

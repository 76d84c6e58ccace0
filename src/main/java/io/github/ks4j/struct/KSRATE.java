package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSRATE}: the rate of a stream. Takes 48 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksrate">ns-ks-ksrate</a>
 */
public final class KSRATE extends Struct<KSRATE> {
    /** A flag: the start does not count. */
    public static final int NOPRESENTATIONSTART = 1;

    /** A flag: the duration does not count. */
    public static final int NOPRESENTATIONDURATION = 2;

    private static final Declaration<KSRATE> C = Declaration.struct("KSRATE", KSRATE::new);

    /** Where the rate starts to hold. */
    public static final Int64<KSRATE> PresentationStart = C.longlong("PresentationStart");

    /** How long it holds. */
    public static final Int64<KSRATE> Duration = C.longlong("Duration");

    /** The interface of the connection. */
    public static final Nested<KSRATE, KSIDENTIFIER> Interface = C.nested(KSIDENTIFIER.LAYOUT, "Interface");

    /** The rate in thousandths; negative for reverse. */
    public static final Int32<KSRATE> Rate = C.slong("Rate");

    /** {@code KSRATE_} bits. */
    public static final Int32<KSRATE> Flags = C.ulong("Flags");

    /** The layout. */
    public static final Layout<KSRATE> LAYOUT = C.layout();

    private KSRATE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

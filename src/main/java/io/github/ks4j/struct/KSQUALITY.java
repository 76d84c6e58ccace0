package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSQUALITY}: what a pin reports of its quality. Takes 24 bytes in a 64-bit process, 16 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksquality">ns-ks-ksquality</a>
 */
public final class KSQUALITY extends Struct<KSQUALITY> {
    private static final Declaration<KSQUALITY> C = Declaration.struct("KSQUALITY", KSQUALITY::new);

    /** The value that was given with the quality manager. */
    public static final Pointer<KSQUALITY> Context = C.pointer("Context");

    /** The frames that were used, in thousandths; 1000 is best. */
    public static final Int32<KSQUALITY> Proportion = C.ulong("Proportion");

    /** How late frames are; negative if early. */
    public static final Int64<KSQUALITY> DeltaTime = C.longlong("DeltaTime");

    /** The layout. */
    public static final Layout<KSQUALITY> LAYOUT = C.layout();

    private KSQUALITY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

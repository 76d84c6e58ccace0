package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSQUALITY_MANAGER}: where a pin reports its quality. Takes 16 bytes in a 64-bit process, 8 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksquality_manager">ns-ks-ksquality_manager</a>
 */
public final class KSQUALITY_MANAGER extends Struct<KSQUALITY_MANAGER> {
    private static final Declaration<KSQUALITY_MANAGER> C =
            Declaration.struct("KSQUALITY_MANAGER", KSQUALITY_MANAGER::new);

    /** The manager's handle. */
    public static final Pointer<KSQUALITY_MANAGER> QualityManager = C.pointer("QualityManager");

    /** A value to report with. */
    public static final Pointer<KSQUALITY_MANAGER> Context = C.pointer("Context");

    /** The layout. */
    public static final Layout<KSQUALITY_MANAGER> LAYOUT = C.layout();

    private KSQUALITY_MANAGER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

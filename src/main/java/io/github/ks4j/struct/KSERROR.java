package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSERROR}: an error that a pin reports. Takes 16 bytes in a 64-bit process, 8 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kserror">ns-ks-kserror</a>
 */
public final class KSERROR extends Struct<KSERROR> {
    private static final Declaration<KSERROR> C = Declaration.struct("KSERROR", KSERROR::new);

    /** The value that was given with the quality manager. */
    public static final Pointer<KSERROR> Context = C.pointer("Context");

    /** The NTSTATUS. */
    public static final Int32<KSERROR> Status = C.ulong("Status");

    /** The layout. */
    public static final Layout<KSERROR> LAYOUT = C.layout();

    private KSERROR(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

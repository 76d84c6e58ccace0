package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Scalars;
import java.nio.ByteBuffer;

/**
 * {@code KSPIN_PHYSICALCONNECTION}: the other end of a bridge pin's wire. The name starts at offset 8, is terminated
 * by NUL, and {@code Size} counts all of it. Takes 12 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_physicalconnection">ns-ks-kspin_physicalconnection</a>
 */
public final class KSPIN_PHYSICALCONNECTION extends Struct<KSPIN_PHYSICALCONNECTION> {
    private static final Declaration<KSPIN_PHYSICALCONNECTION> C =
            Declaration.struct("KSPIN_PHYSICALCONNECTION", KSPIN_PHYSICALCONNECTION::new);

    /** The size of the structure and the whole name, in bytes. */
    public static final Int32<KSPIN_PHYSICALCONNECTION> Size = C.ulong("Size");

    /** The pin factory of the other filter. */
    public static final Int32<KSPIN_PHYSICALCONNECTION> Pin = C.ulong("Pin");

    /** The symbolic link of the other filter, UTF-16; its first unit. */
    public static final Scalars<KSPIN_PHYSICALCONNECTION> SymbolicLinkName = C.ushorts("SymbolicLinkName", 1);

    /** The layout. */
    public static final Layout<KSPIN_PHYSICALCONNECTION> LAYOUT = C.layout();

    private KSPIN_PHYSICALCONNECTION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSSTREAM_METADATA_INFO}: where a packet's metadata is. Takes 32 bytes in a 64-bit process, 24 in a 32-bit
 * one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstream_metadata_info">ns-ks-ksstream_metadata_info</a>
 */
public final class KSSTREAM_METADATA_INFO extends Struct<KSSTREAM_METADATA_INFO> {
    private static final Declaration<KSSTREAM_METADATA_INFO> C =
            Declaration.struct("KSSTREAM_METADATA_INFO", KSSTREAM_METADATA_INFO::new);

    /** The size of the buffer, in bytes. */
    public static final Int32<KSSTREAM_METADATA_INFO> BufferSize = C.ulong("BufferSize");

    /** The bytes that are used. */
    public static final Int32<KSSTREAM_METADATA_INFO> UsedSize = C.ulong("UsedSize");

    /** The address of the buffer. */
    public static final Pointer<KSSTREAM_METADATA_INFO> Data = C.pointer("Data");

    /** The driver's address of it. */
    public static final Pointer<KSSTREAM_METADATA_INFO> SystemVa = C.pointer("SystemVa");

    /** Flags. */
    public static final Int32<KSSTREAM_METADATA_INFO> Flags = C.ulong("Flags");

    /** Zero. */
    public static final Int32<KSSTREAM_METADATA_INFO> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSSTREAM_METADATA_INFO> LAYOUT = C.layout();

    private KSSTREAM_METADATA_INFO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

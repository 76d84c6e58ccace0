package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSSTREAM_HEADER}: one packet of a stream: where its data is and what it is. An extension may follow, which
 * {@code Size} counts. Takes 56 bytes in a 64-bit process, 48 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstream_header">ns-ks-ksstream_header</a>
 */
public final class KSSTREAM_HEADER extends Struct<KSSTREAM_HEADER> {
    private static final Declaration<KSSTREAM_HEADER> C = Declaration.struct("KSSTREAM_HEADER", KSSTREAM_HEADER::new);

    /** The size of header and extension, a multiple of 8. */
    public static final Int32<KSSTREAM_HEADER> Size = C.ulong("Size");

    /** Flags of the format. */
    public static final Int32<KSSTREAM_HEADER> TypeSpecificFlags = C.ulong("TypeSpecificFlags");

    /**
     * When the packet starts; valid with {@code KSSTREAM_HEADER_OPTIONSF_TIMEVALID}, but never with a zero fraction.
     */
    public static final Nested<KSSTREAM_HEADER, KSTIME> PresentationTime = C.nested(KSTIME.LAYOUT, "PresentationTime");

    /** How long it lasts, in units of the presentation time; valid with {@code _DURATIONVALID}. */
    public static final Int64<KSSTREAM_HEADER> Duration = C.longlong("Duration");

    /** The size of the data buffer, in bytes. */
    public static final Int32<KSSTREAM_HEADER> FrameExtent = C.ulong("FrameExtent");

    /** Bytes of data: for a write the caller says, for a read the driver. */
    public static final Int32<KSSTREAM_HEADER> DataUsed = C.ulong("DataUsed");

    /** The address of the data. */
    public static final Pointer<KSSTREAM_HEADER> Data = C.pointer("Data");

    /** {@code KSSTREAM_HEADER_OPTIONSF_} bits. */
    public static final Int32<KSSTREAM_HEADER> OptionsFlags = C.ulong("OptionsFlags");

    /** Zero; in 64-bit processes only. */
    public static final Int32<KSSTREAM_HEADER> Reserved = C.only64().ulong("Reserved");

    /** The layout. */
    public static final Layout<KSSTREAM_HEADER> LAYOUT = C.layout();

    private KSSTREAM_HEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

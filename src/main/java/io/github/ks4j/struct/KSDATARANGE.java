package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSDATARANGE}: the head of a range of formats that a pin offers, a {@link KSDATAFORMAT} by another name;
 * {@code GUID_NULL} is a wildcard. Takes 64 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksdataformat~r1">ns-ks-ksdataformat~r1</a>
 */
public final class KSDATARANGE extends Struct<KSDATARANGE> {
    /** A flag: an attribute list follows the range. */
    public static final int ATTRIBUTES = 2;

    /** A flag: some of the attributes must be understood. */
    public static final int REQUIRED_ATTRIBUTES = 4;

    private static final Declaration<KSDATARANGE> C = Declaration.struct("KSDATARANGE", KSDATARANGE::new);

    /** The size of head and specifics, in bytes, without attributes. */
    public static final Int32<KSDATARANGE> FormatSize = C.ulong("FormatSize");

    /**
     * {@code KSDATARANGE_ATTRIBUTES} if an attribute list follows, {@code _REQUIRED_ATTRIBUTES} if some must be
     * understood.
     */
    public static final Int32<KSDATARANGE> Flags = C.ulong("Flags");

    /** The size of a sample in bytes; 0 if it varies. */
    public static final Int32<KSDATARANGE> SampleSize = C.ulong("SampleSize");

    /** Zero. */
    public static final Int32<KSDATARANGE> Reserved = C.ulong("Reserved");

    /** The kind of data. */
    public static final GuidField<KSDATARANGE> MajorFormat = C.guid("MajorFormat");

    /** The encoding. */
    public static final GuidField<KSDATARANGE> SubFormat = C.guid("SubFormat");

    /** What the specifics are. */
    public static final GuidField<KSDATARANGE> Specifier = C.guid("Specifier");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSDATARANGE> Alignment = C.over(FormatSize).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSDATARANGE> LAYOUT = C.layout();

    private KSDATARANGE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

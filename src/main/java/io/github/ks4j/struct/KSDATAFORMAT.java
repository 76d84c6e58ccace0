package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSDATAFORMAT}: the head of a data format. What follows depends on the specifier; {@code FormatSize} counts
 * it. Takes 64 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksdataformat">ns-ks-ksdataformat</a>
 */
public final class KSDATAFORMAT extends Struct<KSDATAFORMAT> {
    /** A flag: samples depend on each other. */
    public static final int TEMPORAL_COMPRESSION = 1;

    /** A flag: an attribute list follows the format. */
    public static final int ATTRIBUTES = 2;

    private static final Declaration<KSDATAFORMAT> C = Declaration.struct("KSDATAFORMAT", KSDATAFORMAT::new);

    /** The size of head and specifics, in bytes, without attributes. */
    public static final Int32<KSDATAFORMAT> FormatSize = C.ulong("FormatSize");

    /** {@code KSDATAFORMAT_ATTRIBUTES} if an attribute list follows at the next multiple of 8. */
    public static final Int32<KSDATAFORMAT> Flags = C.ulong("Flags");

    /** The size of a sample in bytes; 0 if it varies. */
    public static final Int32<KSDATAFORMAT> SampleSize = C.ulong("SampleSize");

    /** Zero. */
    public static final Int32<KSDATAFORMAT> Reserved = C.ulong("Reserved");

    /** The kind of data: audio, video, MIDI. */
    public static final GuidField<KSDATAFORMAT> MajorFormat = C.guid("MajorFormat");

    /** The encoding: PCM, YUY2. */
    public static final GuidField<KSDATAFORMAT> SubFormat = C.guid("SubFormat");

    /** What the specifics are: {@code KSDATAFORMAT_SPECIFIER_WAVEFORMATEX}, {@code _NONE}. */
    public static final GuidField<KSDATAFORMAT> Specifier = C.guid("Specifier");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSDATAFORMAT> Alignment = C.over(FormatSize).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSDATAFORMAT> LAYOUT = C.layout();

    private KSDATAFORMAT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

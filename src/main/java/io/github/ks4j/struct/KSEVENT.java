package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSEVENT}: the head of every event request, a {@link KSIDENTIFIER} by another name. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksevent-structure">ksevent-structure</a>
 */
public final class KSEVENT extends Struct<KSEVENT> {
    private static final Declaration<KSEVENT> C = Declaration.struct("KSEVENT", KSEVENT::new);

    /** The event set. */
    public static final GuidField<KSEVENT> Set = C.guid("Set");

    /** The item of the set. */
    public static final Int32<KSEVENT> Id = C.ulong("Id");

    /** One {@code KSEVENT_TYPE_} operation, perhaps with {@code KSEVENT_TYPE_TOPOLOGY}. */
    public static final Int32<KSEVENT> Flags = C.ulong("Flags");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSEVENT> Alignment = C.over(Set).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSEVENT> LAYOUT = C.layout();

    private KSEVENT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

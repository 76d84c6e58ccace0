package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSMETHOD}: the head of every method request, a {@link KSIDENTIFIER} by another name. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksmethod-structure">ksmethod-structure</a>
 */
public final class KSMETHOD extends Struct<KSMETHOD> {
    private static final Declaration<KSMETHOD> C = Declaration.struct("KSMETHOD", KSMETHOD::new);

    /** The method set. */
    public static final GuidField<KSMETHOD> Set = C.guid("Set");

    /** The item of the set. */
    public static final Int32<KSMETHOD> Id = C.ulong("Id");

    /** One {@code KSMETHOD_TYPE_} operation, perhaps with {@code KSMETHOD_TYPE_TOPOLOGY}. */
    public static final Int32<KSMETHOD> Flags = C.ulong("Flags");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSMETHOD> Alignment = C.over(Set).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSMETHOD> LAYOUT = C.layout();

    private KSMETHOD(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

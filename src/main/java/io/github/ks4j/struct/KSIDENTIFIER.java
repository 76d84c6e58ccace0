package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSIDENTIFIER}: a set, an item of it, and flags: what properties, methods, events, interfaces and mediums are
 * named by. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksidentifier">ns-ks-ksidentifier</a>
 */
public final class KSIDENTIFIER extends Struct<KSIDENTIFIER> {
    private static final Declaration<KSIDENTIFIER> C = Declaration.struct("KSIDENTIFIER", KSIDENTIFIER::new);

    /** The set. */
    public static final GuidField<KSIDENTIFIER> Set = C.guid("Set");

    /** The item of the set. */
    public static final Int32<KSIDENTIFIER> Id = C.ulong("Id");

    /** What is wanted of the item, or nothing. */
    public static final Int32<KSIDENTIFIER> Flags = C.ulong("Flags");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSIDENTIFIER> Alignment = C.over(Set).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSIDENTIFIER> LAYOUT = C.layout();

    private KSIDENTIFIER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY}: the head of every property request, a {@code KSIDENTIFIER} by another name; 24 bytes, aligned
 * to 8.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/ksproperty-structure">KSPROPERTY
 *     structure</a>
 */
public final class KSPROPERTY extends Struct<KSPROPERTY> {
    private static final Declaration<KSPROPERTY> C = Declaration.struct("KSPROPERTY", KSPROPERTY::new);

    /** The property set. */
    public static final GuidField<KSPROPERTY> Set = C.guid("Set");

    /** The item of the set. */
    public static final Int32<KSPROPERTY> Id = C.ulong("Id");

    /** One {@code KSPROPERTY_TYPE_} operation, perhaps with {@code KSPROPERTY_TYPE_TOPOLOGY}. */
    public static final Int32<KSPROPERTY> Flags = C.ulong("Flags");

    /** Aligns the structure to 8 bytes; not a value. */
    public static final Int64<KSPROPERTY> Alignment = C.over(Set).longlong("Alignment");

    /** The layout. */
    public static final Layout<KSPROPERTY> LAYOUT = C.layout();

    private KSPROPERTY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

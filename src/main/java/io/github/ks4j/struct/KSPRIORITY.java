package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSPRIORITY}: the priority of a connection. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspriority">ns-ks-kspriority</a>
 */
public final class KSPRIORITY extends Struct<KSPRIORITY> {
    /** The low priority class. */
    public static final int LOW = 1;

    /** The normal priority class. */
    public static final int NORMAL = 0x40000000;

    /** The high priority class. */
    public static final int HIGH = 0x80000000;

    /** The exclusive priority class. */
    public static final int EXCLUSIVE = 0xFFFFFFFF;

    private static final Declaration<KSPRIORITY> C = Declaration.struct("KSPRIORITY", KSPRIORITY::new);

    /** The class: low 1, normal {@code 0x40000000}, high {@code 0x80000000}, exclusive {@code 0xFFFFFFFF}. */
    public static final Int32<KSPRIORITY> PriorityClass = C.ulong("PriorityClass");

    /** The priority within the class; customarily 1. */
    public static final Int32<KSPRIORITY> PrioritySubClass = C.ulong("PrioritySubClass");

    /** The layout. */
    public static final Layout<KSPRIORITY> LAYOUT = C.layout();

    private KSPRIORITY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

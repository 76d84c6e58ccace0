package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSATTRIBUTE}: the head of an attribute; its value follows, {@code Size - 24} bytes. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksattribute">ns-ks-ksattribute</a>
 */
public final class KSATTRIBUTE extends Struct<KSATTRIBUTE> {
    /** A flag: the attribute must be understood. */
    public static final int REQUIRED = 1;

    private static final Declaration<KSATTRIBUTE> C = Declaration.struct("KSATTRIBUTE", KSATTRIBUTE::new);

    /** The size of head and value, in bytes. */
    public static final Int32<KSATTRIBUTE> Size = C.ulong("Size");

    /** 1 ({@code KSATTRIBUTE_REQUIRED}) if the attribute must be understood. */
    public static final Int32<KSATTRIBUTE> Flags = C.ulong("Flags");

    /** What the attribute is. */
    public static final GuidField<KSATTRIBUTE> Attribute = C.guid("Attribute");

    /** The layout. */
    public static final Layout<KSATTRIBUTE> LAYOUT = C.layout();

    private KSATTRIBUTE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

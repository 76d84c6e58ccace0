package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSCOMPONENTID}: who made a filter, and which it is. Takes 72 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kscomponentid">ns-ks-kscomponentid</a>
 */
public final class KSCOMPONENTID extends Struct<KSCOMPONENTID> {
    private static final Declaration<KSCOMPONENTID> C = Declaration.struct("KSCOMPONENTID", KSCOMPONENTID::new);

    /** The manufacturer. */
    public static final GuidField<KSCOMPONENTID> Manufacturer = C.guid("Manufacturer");

    /** The product. */
    public static final GuidField<KSCOMPONENTID> Product = C.guid("Product");

    /** The component. */
    public static final GuidField<KSCOMPONENTID> Component = C.guid("Component");

    /** The name, a key of the registry's {@code MediaCategories}. */
    public static final GuidField<KSCOMPONENTID> Name = C.guid("Name");

    /** The version. */
    public static final Int32<KSCOMPONENTID> Version = C.ulong("Version");

    /** The revision. */
    public static final Int32<KSCOMPONENTID> Revision = C.ulong("Revision");

    /** The layout. */
    public static final Layout<KSCOMPONENTID> LAYOUT = C.layout();

    private KSCOMPONENTID(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

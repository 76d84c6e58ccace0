package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_DESCRIPTION}: what BASICSUPPORT tells of a property. {@code MembersListCount} lists follow, each
 * with a {@link KSPROPERTY_MEMBERSHEADER}. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_description">ns-ks-ksproperty_description</a>
 */
public final class KSPROPERTY_DESCRIPTION extends Struct<KSPROPERTY_DESCRIPTION> {
    private static final Declaration<KSPROPERTY_DESCRIPTION> C =
            Declaration.struct("KSPROPERTY_DESCRIPTION", KSPROPERTY_DESCRIPTION::new);

    /** The operations that the property has: {@code KSPROPERTY_TYPE_GET} and {@code KSPROPERTY_TYPE_SET}. */
    public static final Int32<KSPROPERTY_DESCRIPTION> AccessFlags = C.ulong("AccessFlags");

    /** The size of the description with all its lists, whatever was returned. */
    public static final Int32<KSPROPERTY_DESCRIPTION> DescriptionSize = C.ulong("DescriptionSize");

    /** The type of the value: usually {@code KSPROPTYPESETID_General} and a {@code VARENUM}. */
    public static final Nested<KSPROPERTY_DESCRIPTION, KSIDENTIFIER> PropTypeSet =
            C.nested(KSIDENTIFIER.LAYOUT, "PropTypeSet");

    /** The number of lists that follow. */
    public static final Int32<KSPROPERTY_DESCRIPTION> MembersListCount = C.ulong("MembersListCount");

    /** Zero. */
    public static final Int32<KSPROPERTY_DESCRIPTION> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSPROPERTY_DESCRIPTION> LAYOUT = C.layout();

    private KSPROPERTY_DESCRIPTION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

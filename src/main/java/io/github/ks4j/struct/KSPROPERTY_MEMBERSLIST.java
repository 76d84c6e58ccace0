package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_MEMBERSLIST}: a list of a property's values as a driver's table holds it; it never crosses into
 * user mode. Takes 24 bytes in a 64-bit process, 20 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_memberslist">ns-ks-ksproperty_memberslist</a>
 */
public final class KSPROPERTY_MEMBERSLIST extends Struct<KSPROPERTY_MEMBERSLIST> {
    private static final Declaration<KSPROPERTY_MEMBERSLIST> C =
            Declaration.struct("KSPROPERTY_MEMBERSLIST", KSPROPERTY_MEMBERSLIST::new);

    /** The head. */
    public static final Nested<KSPROPERTY_MEMBERSLIST, KSPROPERTY_MEMBERSHEADER> MembersHeader =
            C.nested(KSPROPERTY_MEMBERSHEADER.LAYOUT, "MembersHeader");

    /** Where the members are. */
    public static final Pointer<KSPROPERTY_MEMBERSLIST> Members = C.pointer("Members");

    /** The layout. */
    public static final Layout<KSPROPERTY_MEMBERSLIST> LAYOUT = C.layout();

    private KSPROPERTY_MEMBERSLIST(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

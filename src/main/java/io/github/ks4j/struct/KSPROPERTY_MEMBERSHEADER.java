package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_MEMBERSHEADER}: the head of one list of a property's values. {@code MembersCount} members of
 * {@code MembersSize} bytes follow. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_membersheader">ns-ks-ksproperty_membersheader</a>
 */
public final class KSPROPERTY_MEMBERSHEADER extends Struct<KSPROPERTY_MEMBERSHEADER> {
    private static final Declaration<KSPROPERTY_MEMBERSHEADER> C =
            Declaration.struct("KSPROPERTY_MEMBERSHEADER", KSPROPERTY_MEMBERSHEADER::new);

    /** What the members are: {@code KSPROPERTY_MEMBER_RANGES}, {@code _STEPPEDRANGES} or {@code _VALUES}. */
    public static final Int32<KSPROPERTY_MEMBERSHEADER> MembersFlags = C.ulong("MembersFlags");

    /** The size of a member in bytes. */
    public static final Int32<KSPROPERTY_MEMBERSHEADER> MembersSize = C.ulong("MembersSize");

    /** The number of members. */
    public static final Int32<KSPROPERTY_MEMBERSHEADER> MembersCount = C.ulong("MembersCount");

    /** {@code KSPROPERTY_MEMBER_FLAG_} bits: default, multichannel, uniform. */
    public static final Int32<KSPROPERTY_MEMBERSHEADER> Flags = C.ulong("Flags");

    /** The layout. */
    public static final Layout<KSPROPERTY_MEMBERSHEADER> LAYOUT = C.layout();

    private KSPROPERTY_MEMBERSHEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

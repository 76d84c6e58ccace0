package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSPIN_CONNECT}: parameters for creating a pin. The data format follows, a {@link KSDATAFORMAT} with what
 * belongs to it. Takes 72 bytes in a 64-bit process, 64 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_connect">ns-ks-kspin_connect</a>
 */
public final class KSPIN_CONNECT extends Struct<KSPIN_CONNECT> {
    private static final Declaration<KSPIN_CONNECT> C = Declaration.struct("KSPIN_CONNECT", KSPIN_CONNECT::new);

    /** The interface, for example {@code KSINTERFACESETID_Standard} and STREAMING. */
    public static final Nested<KSPIN_CONNECT, KSIDENTIFIER> Interface = C.nested(KSIDENTIFIER.LAYOUT, "Interface");

    /** The medium, for example {@code KSMEDIUMSETID_Standard} and ANYINSTANCE. */
    public static final Nested<KSPIN_CONNECT, KSIDENTIFIER> Medium = C.nested(KSIDENTIFIER.LAYOUT, "Medium");

    /** The pin factory. */
    public static final Int32<KSPIN_CONNECT> PinId = C.ulong("PinId");

    /** The sink pin to connect to, or zero when the caller itself is the other end. */
    public static final Pointer<KSPIN_CONNECT> PinToHandle = C.pointer("PinToHandle");

    /** The priority of the connection. */
    public static final Nested<KSPIN_CONNECT, KSPRIORITY> Priority = C.nested(KSPRIORITY.LAYOUT, "Priority");

    /** The layout. */
    public static final Layout<KSPIN_CONNECT> LAYOUT = C.layout();

    private KSPIN_CONNECT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

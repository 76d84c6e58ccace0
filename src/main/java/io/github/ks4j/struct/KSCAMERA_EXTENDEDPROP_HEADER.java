package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSCAMERA_EXTENDEDPROP_HEADER}: the head of an extended camera control's value; the value follows. Takes 32
 * bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagkscamera_extendedprop_header">ns-ksmedia-tagkscamera_extendedprop_header</a>
 */
public final class KSCAMERA_EXTENDEDPROP_HEADER extends Struct<KSCAMERA_EXTENDEDPROP_HEADER> {
    private static final Declaration<KSCAMERA_EXTENDEDPROP_HEADER> C =
            Declaration.struct("KSCAMERA_EXTENDEDPROP_HEADER", KSCAMERA_EXTENDEDPROP_HEADER::new);

    /** 1. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_HEADER> Version = C.ulong("Version");

    /** The pin factory; {@code 0xFFFFFFFF} for the filter. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_HEADER> PinId = C.ulong("PinId");

    /** The size of head and value, in bytes. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_HEADER> Size = C.ulong("Size");

    /** How the last change went, an NTSTATUS. */
    public static final Int32<KSCAMERA_EXTENDEDPROP_HEADER> Result = C.ulong("Result");

    /** The control's mode. */
    public static final Int64<KSCAMERA_EXTENDEDPROP_HEADER> Flags = C.ulonglong("Flags");

    /** The modes that it has. */
    public static final Int64<KSCAMERA_EXTENDEDPROP_HEADER> Capability = C.ulonglong("Capability");

    /** The layout. */
    public static final Layout<KSCAMERA_EXTENDEDPROP_HEADER> LAYOUT = C.layout();

    private KSCAMERA_EXTENDEDPROP_HEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

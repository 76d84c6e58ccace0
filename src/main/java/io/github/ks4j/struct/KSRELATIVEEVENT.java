package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRELATIVEEVENT}: an event of another object that starts a stream. Takes 80 bytes in a 64-bit process, 56 in
 * a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksrelativeevent">ns-ks-ksrelativeevent</a>
 */
public final class KSRELATIVEEVENT extends Struct<KSRELATIVEEVENT> {
    private static final Declaration<KSRELATIVEEVENT> C = Declaration.struct("KSRELATIVEEVENT", KSRELATIVEEVENT::new);

    /** The size of this structure. */
    public static final Int32<KSRELATIVEEVENT> Size = C.ulong("Size");

    /** What the object is given by: 1 a handle, 2 a pointer. */
    public static final Int32<KSRELATIVEEVENT> Flags = C.ulong("Flags");

    /** The object's handle. */
    public static final Pointer<KSRELATIVEEVENT> ObjectHandle = C.pointer("ObjectHandle");

    /** The object's address; for kernel callers. */
    public static final Pointer<KSRELATIVEEVENT> ObjectPointer =
            C.over(ObjectHandle).pointer("ObjectPointer");

    /** Zero. */
    public static final Pointer<KSRELATIVEEVENT> Reserved = C.pointer("Reserved");

    /** The event to wait for. */
    public static final Nested<KSRELATIVEEVENT, KSEVENT> Event = C.nested(KSEVENT.LAYOUT, "Event");

    /** How it notifies. */
    public static final Nested<KSRELATIVEEVENT, KSEVENTDATA> EventData = C.nested(KSEVENTDATA.LAYOUT, "EventData");

    /** The layout. */
    public static final Layout<KSRELATIVEEVENT> LAYOUT = C.layout();

    private KSRELATIVEEVENT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

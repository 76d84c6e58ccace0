package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSQUERYBUFFER}: asks for the oldest buffer that an event enabled with {@code KSEVENT_TYPE_ENABLEBUFFERED} has
 * queued. Takes 40 bytes in a 64-bit process, 32 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksquerybuffer">ns-ks-ksquerybuffer</a>
 */
public final class KSQUERYBUFFER extends Struct<KSQUERYBUFFER> {
    private static final Declaration<KSQUERYBUFFER> C = Declaration.struct("KSQUERYBUFFER", KSQUERYBUFFER::new);

    /** The event, with {@code KSEVENT_TYPE_QUERYBUFFER}. */
    public static final Nested<KSQUERYBUFFER, KSEVENT> Event = C.nested(KSEVENT.LAYOUT, "Event");

    /** The address of the {@link KSEVENTDATA} that enabled it. */
    public static final Pointer<KSQUERYBUFFER> EventData = C.pointer("EventData");

    /** Zero. */
    public static final Pointer<KSQUERYBUFFER> Reserved = C.pointer("Reserved");

    /** The layout. */
    public static final Layout<KSQUERYBUFFER> LAYOUT = C.layout();

    private KSQUERYBUFFER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

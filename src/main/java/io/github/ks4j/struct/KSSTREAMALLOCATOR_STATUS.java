package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSSTREAMALLOCATOR_STATUS}: the state of an allocator. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstreamallocator_status">ns-ks-ksstreamallocator_status</a>
 */
public final class KSSTREAMALLOCATOR_STATUS extends Struct<KSSTREAMALLOCATOR_STATUS> {
    private static final Declaration<KSSTREAMALLOCATOR_STATUS> C =
            Declaration.struct("KSSTREAMALLOCATOR_STATUS", KSSTREAMALLOCATOR_STATUS::new);

    /** The framing in force. */
    public static final Nested<KSSTREAMALLOCATOR_STATUS, KSALLOCATOR_FRAMING> Framing =
            C.nested(KSALLOCATOR_FRAMING.LAYOUT, "Framing");

    /** The frames that are out. */
    public static final Int32<KSSTREAMALLOCATOR_STATUS> AllocatedFrames = C.ulong("AllocatedFrames");

    /** Zero. */
    public static final Int32<KSSTREAMALLOCATOR_STATUS> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSSTREAMALLOCATOR_STATUS> LAYOUT = C.layout();

    private KSSTREAMALLOCATOR_STATUS(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSSTREAMALLOCATOR_STATUS_EX}: the state of an allocator with extended framing. Takes 120 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstreamallocator_status_ex">ns-ks-ksstreamallocator_status_ex</a>
 */
public final class KSSTREAMALLOCATOR_STATUS_EX extends Struct<KSSTREAMALLOCATOR_STATUS_EX> {
    private static final Declaration<KSSTREAMALLOCATOR_STATUS_EX> C =
            Declaration.struct("KSSTREAMALLOCATOR_STATUS_EX", KSSTREAMALLOCATOR_STATUS_EX::new);

    /** The framing in force. */
    public static final Nested<KSSTREAMALLOCATOR_STATUS_EX, KSALLOCATOR_FRAMING_EX> Framing =
            C.nested(KSALLOCATOR_FRAMING_EX.LAYOUT, "Framing");

    /** The frames that are out. */
    public static final Int32<KSSTREAMALLOCATOR_STATUS_EX> AllocatedFrames = C.ulong("AllocatedFrames");

    /** Zero. */
    public static final Int32<KSSTREAMALLOCATOR_STATUS_EX> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSSTREAMALLOCATOR_STATUS_EX> LAYOUT = C.layout();

    private KSSTREAMALLOCATOR_STATUS_EX(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

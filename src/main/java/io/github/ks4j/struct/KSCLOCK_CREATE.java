package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSCLOCK_CREATE}: parameters for creating a clock. Takes 4 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksclock_create">ns-ks-ksclock_create</a>
 */
public final class KSCLOCK_CREATE extends Struct<KSCLOCK_CREATE> {
    private static final Declaration<KSCLOCK_CREATE> C = Declaration.struct("KSCLOCK_CREATE", KSCLOCK_CREATE::new);

    /** Zero. */
    public static final Int32<KSCLOCK_CREATE> CreateFlags = C.ulong("CreateFlags");

    /** The layout. */
    public static final Layout<KSCLOCK_CREATE> LAYOUT = C.layout();

    private KSCLOCK_CREATE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

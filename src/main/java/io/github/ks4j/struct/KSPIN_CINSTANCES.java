package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSPIN_CINSTANCES}: how many instances of a pin there are and can be. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-kspin_cinstances">ns-ks-kspin_cinstances</a>
 */
public final class KSPIN_CINSTANCES extends Struct<KSPIN_CINSTANCES> {
    private static final Declaration<KSPIN_CINSTANCES> C =
            Declaration.struct("KSPIN_CINSTANCES", KSPIN_CINSTANCES::new);

    /** The greatest number; {@code 0xFFFFFFFF} if there is no limit. */
    public static final Int32<KSPIN_CINSTANCES> PossibleCount = C.ulong("PossibleCount");

    /** The number now. */
    public static final Int32<KSPIN_CINSTANCES> CurrentCount = C.ulong("CurrentCount");

    /** The layout. */
    public static final Layout<KSPIN_CINSTANCES> LAYOUT = C.layout();

    private KSPIN_CINSTANCES(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSFRAMETIME}: the time of a frame. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksframetime">ns-ks-ksframetime</a>
 */
public final class KSFRAMETIME extends Struct<KSFRAMETIME> {
    private static final Declaration<KSFRAMETIME> C = Declaration.struct("KSFRAMETIME", KSFRAMETIME::new);

    /** How long the next frame lasts. */
    public static final Int64<KSFRAMETIME> Duration = C.longlong("Duration");

    /** 1 ({@code KSFRAMETIME_VARIABLESIZE}) if frames differ. */
    public static final Int32<KSFRAMETIME> FrameFlags = C.ulong("FrameFlags");

    /** Zero. */
    public static final Int32<KSFRAMETIME> Reserved = C.ulong("Reserved");

    /** The layout. */
    public static final Layout<KSFRAMETIME> LAYOUT = C.layout();

    private KSFRAMETIME(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

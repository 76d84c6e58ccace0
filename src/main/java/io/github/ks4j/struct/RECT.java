package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code RECT}: a rectangle; right and bottom lie outside. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/windef/ns-windef-rect">ns-windef-rect</a>
 */
public final class RECT extends Struct<RECT> {
    private static final Declaration<RECT> C = Declaration.struct("RECT", RECT::new);

    /** The left edge. */
    public static final Int32<RECT> left = C.slong("left");

    /** The upper edge. */
    public static final Int32<RECT> top = C.slong("top");

    /** The right edge. */
    public static final Int32<RECT> right = C.slong("right");

    /** The lower edge. */
    public static final Int32<RECT> bottom = C.slong("bottom");

    /** The layout. */
    public static final Layout<RECT> LAYOUT = C.layout();

    private RECT(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KS_FRAME_INFO}: what a video packet's header is extended by. Takes 72 bytes in a 64-bit process, 64 in a
 * 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_frame_info">ns-ksmedia-tagks_frame_info</a>
 */
public final class KS_FRAME_INFO extends Struct<KS_FRAME_INFO> {
    private static final Declaration<KS_FRAME_INFO> C = Declaration.struct("KS_FRAME_INFO", KS_FRAME_INFO::new);

    /** The size of this structure. */
    public static final Int32<KS_FRAME_INFO> ExtendedHeaderSize = C.ulong("ExtendedHeaderSize");

    /** {@code KS_VIDEO_FLAG_} bits: field, I, P or B frame. */
    public static final Int32<KS_FRAME_INFO> dwFrameFlags = C.ulong("dwFrameFlags");

    /** The number of the frame, from the start of streaming. */
    public static final Int64<KS_FRAME_INFO> PictureNumber = C.longlong("PictureNumber");

    /** The frames that were dropped. */
    public static final Int64<KS_FRAME_INFO> DropCount = C.longlong("DropCount");

    /** A DirectDraw handle, or zero. */
    public static final Pointer<KS_FRAME_INFO> hDirectDraw = C.pointer("hDirectDraw");

    /** A surface handle, or zero. */
    public static final Pointer<KS_FRAME_INFO> hSurfaceHandle = C.pointer("hSurfaceHandle");

    /** The locked part of the surface. */
    public static final Nested<KS_FRAME_INFO, RECT> DirectDrawRect = C.nested(RECT.LAYOUT, "DirectDrawRect");

    /** The pitch of the surface, in bytes. */
    public static final Int32<KS_FRAME_INFO> lSurfacePitch = C.slong("lSurfacePitch");

    /** Zero. */
    public static final Int32<KS_FRAME_INFO> Reserved1 = C.over(lSurfacePitch).ulong("Reserved1");

    /** Zero. */
    public static final Int32<KS_FRAME_INFO> Reserved2 = C.ulong("Reserved2");

    /** The number of the completion; 0 if the frame was cancelled. */
    public static final Int64<KS_FRAME_INFO> FrameCompletionNumber = C.ulonglong("FrameCompletionNumber");

    /** Zero. */
    public static final Int32<KS_FRAME_INFO> Reserved3 =
            C.over(FrameCompletionNumber).ulong("Reserved3");

    /** Zero. */
    public static final Int32<KS_FRAME_INFO> Reserved4 = C.ulong("Reserved4");

    /** The layout. */
    public static final Layout<KS_FRAME_INFO> LAYOUT = C.layout();

    private KS_FRAME_INFO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

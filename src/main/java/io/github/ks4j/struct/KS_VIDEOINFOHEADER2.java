package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_VIDEOINFOHEADER2}: a video format with interlacing and aspect ratio. Takes 112 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_videoinfoheader2">ns-ksmedia-tagks_videoinfoheader2</a>
 */
public final class KS_VIDEOINFOHEADER2 extends Struct<KS_VIDEOINFOHEADER2> {
    private static final Declaration<KS_VIDEOINFOHEADER2> C =
            Declaration.struct("KS_VIDEOINFOHEADER2", KS_VIDEOINFOHEADER2::new);

    /** The part of the source that is used; empty for all. */
    public static final Nested<KS_VIDEOINFOHEADER2, RECT> rcSource = C.nested(RECT.LAYOUT, "rcSource");

    /** The part of the target that is filled; empty for all. */
    public static final Nested<KS_VIDEOINFOHEADER2, RECT> rcTarget = C.nested(RECT.LAYOUT, "rcTarget");

    /** The bits of a second, roughly. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwBitRate = C.ulong("dwBitRate");

    /** The bit errors of a second. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwBitErrorRate = C.ulong("dwBitErrorRate");

    /** The time between two frames, in 100 ns units. */
    public static final Int64<KS_VIDEOINFOHEADER2> AvgTimePerFrame = C.longlong("AvgTimePerFrame");

    /** How fields make frames. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwInterlaceFlags = C.ulong("dwInterlaceFlags");

    /** 1 if copying is restricted. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwCopyProtectFlags = C.ulong("dwCopyProtectFlags");

    /** The width of the picture's shape. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwPictAspectRatioX = C.ulong("dwPictAspectRatioX");

    /** The height of the picture's shape. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwPictAspectRatioY = C.ulong("dwPictAspectRatioY");

    /** {@code KS_AMCONTROL_} bits. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwControlFlags = C.ulong("dwControlFlags");

    /** The same bits by an older name. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwReserved1 =
            C.over(dwControlFlags).ulong("dwReserved1");

    /** Zero. */
    public static final Int32<KS_VIDEOINFOHEADER2> dwReserved2 = C.ulong("dwReserved2");

    /** The picture. */
    public static final Nested<KS_VIDEOINFOHEADER2, KS_BITMAPINFOHEADER> bmiHeader =
            C.nested(KS_BITMAPINFOHEADER.LAYOUT, "bmiHeader");

    /** The layout. */
    public static final Layout<KS_VIDEOINFOHEADER2> LAYOUT = C.layout();

    private KS_VIDEOINFOHEADER2(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

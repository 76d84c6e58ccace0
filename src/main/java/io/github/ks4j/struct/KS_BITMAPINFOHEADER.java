package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.UInt16;
import java.nio.ByteBuffer;

/**
 * {@code KS_BITMAPINFOHEADER}: the picture of a video format. A colour table or masks may follow. Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_bitmapinfoheader">ns-ksmedia-tagks_bitmapinfoheader</a>
 */
public final class KS_BITMAPINFOHEADER extends Struct<KS_BITMAPINFOHEADER> {
    private static final Declaration<KS_BITMAPINFOHEADER> C =
            Declaration.struct("KS_BITMAPINFOHEADER", KS_BITMAPINFOHEADER::new);

    /** The size of this structure. */
    public static final Int32<KS_BITMAPINFOHEADER> biSize = C.ulong("biSize");

    /** The width in pixels. */
    public static final Int32<KS_BITMAPINFOHEADER> biWidth = C.slong("biWidth");

    /** The height in pixels; negative for top-down RGB. */
    public static final Int32<KS_BITMAPINFOHEADER> biHeight = C.slong("biHeight");

    /** 1. */
    public static final UInt16<KS_BITMAPINFOHEADER> biPlanes = C.ushort("biPlanes");

    /** The bits of a pixel. */
    public static final UInt16<KS_BITMAPINFOHEADER> biBitCount = C.ushort("biBitCount");

    /** The encoding: a FOURCC, or 0 for RGB. */
    public static final Int32<KS_BITMAPINFOHEADER> biCompression = C.ulong("biCompression");

    /** The size of the picture in bytes. */
    public static final Int32<KS_BITMAPINFOHEADER> biSizeImage = C.ulong("biSizeImage");

    /** The horizontal resolution; usually 0. */
    public static final Int32<KS_BITMAPINFOHEADER> biXPelsPerMeter = C.slong("biXPelsPerMeter");

    /** The vertical resolution; usually 0. */
    public static final Int32<KS_BITMAPINFOHEADER> biYPelsPerMeter = C.slong("biYPelsPerMeter");

    /** The colours that are used. */
    public static final Int32<KS_BITMAPINFOHEADER> biClrUsed = C.ulong("biClrUsed");

    /** The colours that matter. */
    public static final Int32<KS_BITMAPINFOHEADER> biClrImportant = C.ulong("biClrImportant");

    /** The layout. */
    public static final Layout<KS_BITMAPINFOHEADER> LAYOUT = C.layout();

    private KS_BITMAPINFOHEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

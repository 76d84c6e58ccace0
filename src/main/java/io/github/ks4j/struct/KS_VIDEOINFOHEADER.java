package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_VIDEOINFOHEADER}: a video format. Takes 88 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_videoinfoheader">ns-ksmedia-tagks_videoinfoheader</a>
 */
public final class KS_VIDEOINFOHEADER extends Struct<KS_VIDEOINFOHEADER> {
    private static final Declaration<KS_VIDEOINFOHEADER> C =
            Declaration.struct("KS_VIDEOINFOHEADER", KS_VIDEOINFOHEADER::new);

    /** The part of the source that is used; empty for all. */
    public static final Nested<KS_VIDEOINFOHEADER, RECT> rcSource = C.nested(RECT.LAYOUT, "rcSource");

    /** The part of the target that is filled; empty for all. */
    public static final Nested<KS_VIDEOINFOHEADER, RECT> rcTarget = C.nested(RECT.LAYOUT, "rcTarget");

    /** The bits of a second, roughly. */
    public static final Int32<KS_VIDEOINFOHEADER> dwBitRate = C.ulong("dwBitRate");

    /** The bit errors of a second. */
    public static final Int32<KS_VIDEOINFOHEADER> dwBitErrorRate = C.ulong("dwBitErrorRate");

    /** The time between two frames, in 100 ns units. */
    public static final Int64<KS_VIDEOINFOHEADER> AvgTimePerFrame = C.longlong("AvgTimePerFrame");

    /** The picture. */
    public static final Nested<KS_VIDEOINFOHEADER, KS_BITMAPINFOHEADER> bmiHeader =
            C.nested(KS_BITMAPINFOHEADER.LAYOUT, "bmiHeader");

    /** The layout. */
    public static final Layout<KS_VIDEOINFOHEADER> LAYOUT = C.layout();

    private KS_VIDEOINFOHEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

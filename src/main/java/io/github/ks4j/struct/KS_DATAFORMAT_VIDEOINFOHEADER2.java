package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_DATAFORMAT_VIDEOINFOHEADER2}: a video format with interlacing, with its head. Takes 176 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_dataformat_videoinfoheader2">ns-ksmedia-tagks_dataformat_videoinfoheader2</a>
 */
public final class KS_DATAFORMAT_VIDEOINFOHEADER2 extends Struct<KS_DATAFORMAT_VIDEOINFOHEADER2> {
    private static final Declaration<KS_DATAFORMAT_VIDEOINFOHEADER2> C =
            Declaration.struct("KS_DATAFORMAT_VIDEOINFOHEADER2", KS_DATAFORMAT_VIDEOINFOHEADER2::new);

    /** The head. */
    public static final Nested<KS_DATAFORMAT_VIDEOINFOHEADER2, KSDATAFORMAT> DataFormat =
            C.nested(KSDATAFORMAT.LAYOUT, "DataFormat");

    /** The video format. */
    public static final Nested<KS_DATAFORMAT_VIDEOINFOHEADER2, KS_VIDEOINFOHEADER2> VideoInfoHeader2 =
            C.nested(KS_VIDEOINFOHEADER2.LAYOUT, "VideoInfoHeader2");

    /** The layout. */
    public static final Layout<KS_DATAFORMAT_VIDEOINFOHEADER2> LAYOUT = C.layout();

    private KS_DATAFORMAT_VIDEOINFOHEADER2(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

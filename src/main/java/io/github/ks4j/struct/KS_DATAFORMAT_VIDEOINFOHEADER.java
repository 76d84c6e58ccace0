package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KS_DATAFORMAT_VIDEOINFOHEADER}: a video format with its head. Takes 152 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-tagks_dataformat_videoinfoheader">ns-ksmedia-tagks_dataformat_videoinfoheader</a>
 */
public final class KS_DATAFORMAT_VIDEOINFOHEADER extends Struct<KS_DATAFORMAT_VIDEOINFOHEADER> {
    private static final Declaration<KS_DATAFORMAT_VIDEOINFOHEADER> C =
            Declaration.struct("KS_DATAFORMAT_VIDEOINFOHEADER", KS_DATAFORMAT_VIDEOINFOHEADER::new);

    /** The head. */
    public static final Nested<KS_DATAFORMAT_VIDEOINFOHEADER, KSDATAFORMAT> DataFormat =
            C.nested(KSDATAFORMAT.LAYOUT, "DataFormat");

    /** The video format. */
    public static final Nested<KS_DATAFORMAT_VIDEOINFOHEADER, KS_VIDEOINFOHEADER> VideoInfoHeader =
            C.nested(KS_VIDEOINFOHEADER.LAYOUT, "VideoInfoHeader");

    /** The layout. */
    public static final Layout<KS_DATAFORMAT_VIDEOINFOHEADER> LAYOUT = C.layout();

    private KS_DATAFORMAT_VIDEOINFOHEADER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

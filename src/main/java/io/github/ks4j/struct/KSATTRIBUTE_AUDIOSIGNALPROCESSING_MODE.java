package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.GuidField;
import io.github.ks4j.struct.Field.Nested;
import java.nio.ByteBuffer;

/**
 * {@code KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE}: the attribute of a format that says what the stream is processed for.
 * Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-_ksattribute_audiosignalprocessing_mode">ns-ksmedia-_ksattribute_audiosignalprocessing_mode</a>
 */
public final class KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE extends Struct<KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE> {
    private static final Declaration<KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE> C =
            Declaration.struct("KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE", KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE::new);

    /** The head of the attribute. */
    public static final Nested<KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE, KSATTRIBUTE> AttributeHeader =
            C.nested(KSATTRIBUTE.LAYOUT, "AttributeHeader");

    /** The mode. */
    public static final GuidField<KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE> SignalProcessingMode =
            C.guid("SignalProcessingMode");

    /** The layout. */
    public static final Layout<KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE> LAYOUT = C.layout();

    private KSATTRIBUTE_AUDIOSIGNALPROCESSING_MODE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSJACK_DESCRIPTION3}: still more of a jack. Takes 4 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-_tagksjack_description3">ns-ksmedia-_tagksjack_description3</a>
 */
public final class KSJACK_DESCRIPTION3 extends Struct<KSJACK_DESCRIPTION3> {
    private static final Declaration<KSJACK_DESCRIPTION3> C =
            Declaration.struct("KSJACK_DESCRIPTION3", KSJACK_DESCRIPTION3::new);

    /** The configuration of the device that the jack is in. */
    public static final Int32<KSJACK_DESCRIPTION3> ConfigId = C.ulong("ConfigId");

    /** The layout. */
    public static final Layout<KSJACK_DESCRIPTION3> LAYOUT = C.layout();

    private KSJACK_DESCRIPTION3(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSPROPERTY_MEDIAAVAILABLE}: the part of a source that can be reached now. Takes 16 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_mediaavailable">ns-ks-ksproperty_mediaavailable</a>
 */
public final class KSPROPERTY_MEDIAAVAILABLE extends Struct<KSPROPERTY_MEDIAAVAILABLE> {
    private static final Declaration<KSPROPERTY_MEDIAAVAILABLE> C =
            Declaration.struct("KSPROPERTY_MEDIAAVAILABLE", KSPROPERTY_MEDIAAVAILABLE::new);

    /** The first position, in units of the time format in force. */
    public static final Int64<KSPROPERTY_MEDIAAVAILABLE> Earliest = C.longlong("Earliest");

    /** The last position. */
    public static final Int64<KSPROPERTY_MEDIAAVAILABLE> Latest = C.longlong("Latest");

    /** The layout. */
    public static final Layout<KSPROPERTY_MEDIAAVAILABLE> LAYOUT = C.layout();

    private KSPROPERTY_MEDIAAVAILABLE(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

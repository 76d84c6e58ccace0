package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSJACK_DESCRIPTION2}: more of a jack. Takes 8 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-_tagksjack_description2">ns-ksmedia-_tagksjack_description2</a>
 */
public final class KSJACK_DESCRIPTION2 extends Struct<KSJACK_DESCRIPTION2> {
    private static final Declaration<KSJACK_DESCRIPTION2> C =
            Declaration.struct("KSJACK_DESCRIPTION2", KSJACK_DESCRIPTION2::new);

    /** The state of the device. */
    public static final Int32<KSJACK_DESCRIPTION2> DeviceStateInfo = C.ulong("DeviceStateInfo");

    /** 1 if presence is detected, 2 if the format can change. */
    public static final Int32<KSJACK_DESCRIPTION2> JackCapabilities = C.ulong("JackCapabilities");

    /** The layout. */
    public static final Layout<KSJACK_DESCRIPTION2> LAYOUT = C.layout();

    private KSJACK_DESCRIPTION2(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

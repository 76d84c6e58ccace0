package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSJACK_DESCRIPTION}: a jack. Takes 28 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksjack_description">ns-ksmedia-ksjack_description</a>
 */
public final class KSJACK_DESCRIPTION extends Struct<KSJACK_DESCRIPTION> {
    private static final Declaration<KSJACK_DESCRIPTION> C =
            Declaration.struct("KSJACK_DESCRIPTION", KSJACK_DESCRIPTION::new);

    /** The speakers it serves. */
    public static final Int32<KSJACK_DESCRIPTION> ChannelMapping = C.ulong("ChannelMapping");

    /** Its colour. */
    public static final Int32<KSJACK_DESCRIPTION> Color = C.ulong("Color");

    /** The kind of plug, an {@code EPcxConnectionType}. */
    public static final Int32<KSJACK_DESCRIPTION> ConnectionType = C.ulong("ConnectionType");

    /** On which side it is, an {@code EPcxGeoLocation}. */
    public static final Int32<KSJACK_DESCRIPTION> GeoLocation = C.ulong("GeoLocation");

    /** In what it is, an {@code EPcxGenLocation}. */
    public static final Int32<KSJACK_DESCRIPTION> GenLocation = C.ulong("GenLocation");

    /** What is behind it, an {@code EPxcPortConnection}. */
    public static final Int32<KSJACK_DESCRIPTION> PortConnection = C.ulong("PortConnection");

    /** Whether something is plugged in; TRUE also where that cannot be known. */
    public static final Int32<KSJACK_DESCRIPTION> IsConnected = C.ulong("IsConnected");

    /** The layout. */
    public static final Layout<KSJACK_DESCRIPTION> LAYOUT = C.layout();

    private KSJACK_DESCRIPTION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Scalars;
import io.github.ks4j.struct.Field.UInt16;
import io.github.ks4j.struct.Field.UInt8;
import java.nio.ByteBuffer;

/**
 * {@code KSJACK_SINK_INFORMATION}: the display behind an HDMI or DisplayPort jack. Takes 96 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-_tagksjack_sink_information">ns-ksmedia-_tagksjack_sink_information</a>
 */
public final class KSJACK_SINK_INFORMATION extends Struct<KSJACK_SINK_INFORMATION> {
    private static final Declaration<KSJACK_SINK_INFORMATION> C =
            Declaration.struct("KSJACK_SINK_INFORMATION", KSJACK_SINK_INFORMATION::new);

    /** The connection: 0 HDMI, 1 DisplayPort. */
    public static final Int32<KSJACK_SINK_INFORMATION> ConnType = C.ulong("ConnType");

    /** The manufacturer. */
    public static final UInt16<KSJACK_SINK_INFORMATION> ManufacturerId = C.ushort("ManufacturerId");

    /** The product. */
    public static final UInt16<KSJACK_SINK_INFORMATION> ProductId = C.ushort("ProductId");

    /** The latency of the sound. */
    public static final UInt16<KSJACK_SINK_INFORMATION> AudioLatency = C.ushort("AudioLatency");

    /** Whether it has content protection. */
    public static final Int32<KSJACK_SINK_INFORMATION> HDCPCapable = C.ulong("HDCPCapable");

    /** Whether it takes auxiliary information. */
    public static final Int32<KSJACK_SINK_INFORMATION> AICapable = C.ulong("AICapable");

    /** The length of the description, in characters. */
    public static final UInt8<KSJACK_SINK_INFORMATION> SinkDescriptionLength = C.uchar("SinkDescriptionLength");

    /** The description, UTF-16. */
    public static final Scalars<KSJACK_SINK_INFORMATION> SinkDescription = C.ushorts("SinkDescription", 32);

    /** The port, a LUID: low and high part. */
    public static final Scalars<KSJACK_SINK_INFORMATION> PortId = C.ulongs("PortId", 2);

    /** The layout. */
    public static final Layout<KSJACK_SINK_INFORMATION> LAYOUT = C.layout();

    private KSJACK_SINK_INFORMATION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

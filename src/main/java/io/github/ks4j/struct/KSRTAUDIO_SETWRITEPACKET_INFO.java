package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_SETWRITEPACKET_INFO}: tells a WaveRT pin of a packet that has been written. Takes 12 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_setwritepacket_info">ns-ksmedia-ksrtaudio_setwritepacket_info</a>
 */
public final class KSRTAUDIO_SETWRITEPACKET_INFO extends Struct<KSRTAUDIO_SETWRITEPACKET_INFO> {
    private static final Declaration<KSRTAUDIO_SETWRITEPACKET_INFO> C =
            Declaration.struct("KSRTAUDIO_SETWRITEPACKET_INFO", KSRTAUDIO_SETWRITEPACKET_INFO::new);

    /** The number of the packet; the first since STOP is 0. */
    public static final Int32<KSRTAUDIO_SETWRITEPACKET_INFO> PacketNumber = C.ulong("PacketNumber");

    /** 0, or {@code KSSTREAM_HEADER_OPTIONSF_ENDOFSTREAM}. */
    public static final Int32<KSRTAUDIO_SETWRITEPACKET_INFO> Flags = C.ulong("Flags");

    /** How many bytes of the last packet count; only with {@code ENDOFSTREAM}. */
    public static final Int32<KSRTAUDIO_SETWRITEPACKET_INFO> EosPacketLength = C.ulong("EosPacketLength");

    /** The layout. */
    public static final Layout<KSRTAUDIO_SETWRITEPACKET_INFO> LAYOUT = C.layout();

    private KSRTAUDIO_SETWRITEPACKET_INFO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

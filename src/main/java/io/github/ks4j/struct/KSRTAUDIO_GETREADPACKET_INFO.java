package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_GETREADPACKET_INFO}: the packet that a WaveRT pin has captured. Takes 24 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_getreadpacket_info">ns-ksmedia-ksrtaudio_getreadpacket_info</a>
 */
public final class KSRTAUDIO_GETREADPACKET_INFO extends Struct<KSRTAUDIO_GETREADPACKET_INFO> {
    private static final Declaration<KSRTAUDIO_GETREADPACKET_INFO> C =
            Declaration.struct("KSRTAUDIO_GETREADPACKET_INFO", KSRTAUDIO_GETREADPACKET_INFO::new);

    /** The number of the packet; the first since STOP is 0. */
    public static final Int32<KSRTAUDIO_GETREADPACKET_INFO> PacketNumber = C.ulong("PacketNumber");

    /** Flags; 0. */
    public static final Int32<KSRTAUDIO_GETREADPACKET_INFO> Flags = C.ulong("Flags");

    /** The performance counter when the first sample of the packet was captured. */
    public static final Int64<KSRTAUDIO_GETREADPACKET_INFO> PerformanceCounterValue =
            C.ulonglong("PerformanceCounterValue");

    /** Whether another packet can be read at once. */
    public static final Int32<KSRTAUDIO_GETREADPACKET_INFO> MoreData = C.ulong("MoreData");

    /** The layout. */
    public static final Layout<KSRTAUDIO_GETREADPACKET_INFO> LAYOUT = C.layout();

    private KSRTAUDIO_GETREADPACKET_INFO(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_HWLATENCY}: the latency of the hardware. Takes 12 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_hwlatency">ns-ksmedia-ksrtaudio_hwlatency</a>
 */
public final class KSRTAUDIO_HWLATENCY extends Struct<KSRTAUDIO_HWLATENCY> {
    private static final Declaration<KSRTAUDIO_HWLATENCY> C =
            Declaration.struct("KSRTAUDIO_HWLATENCY", KSRTAUDIO_HWLATENCY::new);

    /** The FIFO, in bytes. */
    public static final Int32<KSRTAUDIO_HWLATENCY> FifoSize = C.ulong("FifoSize");

    /** The chipset, in 100 ns units. */
    public static final Int32<KSRTAUDIO_HWLATENCY> ChipsetDelay = C.ulong("ChipsetDelay");

    /** The codec, in 100 ns units. */
    public static final Int32<KSRTAUDIO_HWLATENCY> CodecDelay = C.ulong("CodecDelay");

    /** The layout. */
    public static final Layout<KSRTAUDIO_HWLATENCY> LAYOUT = C.layout();

    private KSRTAUDIO_HWLATENCY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

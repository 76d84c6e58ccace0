package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_BUFFER}: the cyclic buffer of a WaveRT pin; it is unmapped when the pin closes. Takes 16 bytes in a
 * 64-bit process, 12 in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_buffer">ns-ksmedia-ksrtaudio_buffer</a>
 */
public final class KSRTAUDIO_BUFFER extends Struct<KSRTAUDIO_BUFFER> {
    private static final Declaration<KSRTAUDIO_BUFFER> C =
            Declaration.struct("KSRTAUDIO_BUFFER", KSRTAUDIO_BUFFER::new);

    /** The address in the caller's process. */
    public static final Pointer<KSRTAUDIO_BUFFER> BufferAddress = C.pointer("BufferAddress");

    /** The size, in bytes; may differ from what was asked. */
    public static final Int32<KSRTAUDIO_BUFFER> ActualBufferSize = C.ulong("ActualBufferSize");

    /** Whether writes need a memory barrier. */
    public static final Int32<KSRTAUDIO_BUFFER> CallMemoryBarrier = C.ulong("CallMemoryBarrier");

    /** The layout. */
    public static final Layout<KSRTAUDIO_BUFFER> LAYOUT = C.layout();

    private KSRTAUDIO_BUFFER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_BUFFER_PROPERTY}: asks a WaveRT pin for its cyclic buffer. Takes 40 bytes in a 64-bit process, 32
 * in a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_buffer_property">ns-ksmedia-ksrtaudio_buffer_property</a>
 */
public final class KSRTAUDIO_BUFFER_PROPERTY extends Struct<KSRTAUDIO_BUFFER_PROPERTY> {
    private static final Declaration<KSRTAUDIO_BUFFER_PROPERTY> C =
            Declaration.struct("KSRTAUDIO_BUFFER_PROPERTY", KSRTAUDIO_BUFFER_PROPERTY::new);

    /** {@code KSPROPERTY_RTAUDIO_BUFFER}. */
    public static final Nested<KSRTAUDIO_BUFFER_PROPERTY, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** Where the caller wants the buffer; zero. */
    public static final Pointer<KSRTAUDIO_BUFFER_PROPERTY> BaseAddress = C.pointer("BaseAddress");

    /** The size that is wanted, in bytes. */
    public static final Int32<KSRTAUDIO_BUFFER_PROPERTY> RequestedBufferSize = C.ulong("RequestedBufferSize");

    /** The layout. */
    public static final Layout<KSRTAUDIO_BUFFER_PROPERTY> LAYOUT = C.layout();

    private KSRTAUDIO_BUFFER_PROPERTY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

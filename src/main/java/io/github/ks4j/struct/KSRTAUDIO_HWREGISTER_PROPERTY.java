package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_HWREGISTER_PROPERTY}: asks a WaveRT pin for a register. Takes 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_hwregister_property">ns-ksmedia-ksrtaudio_hwregister_property</a>
 */
public final class KSRTAUDIO_HWREGISTER_PROPERTY extends Struct<KSRTAUDIO_HWREGISTER_PROPERTY> {
    private static final Declaration<KSRTAUDIO_HWREGISTER_PROPERTY> C =
            Declaration.struct("KSRTAUDIO_HWREGISTER_PROPERTY", KSRTAUDIO_HWREGISTER_PROPERTY::new);

    /** {@code KSPROPERTY_RTAUDIO_POSITIONREGISTER} or {@code _CLOCKREGISTER}. */
    public static final Nested<KSRTAUDIO_HWREGISTER_PROPERTY, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** Where the caller wants the register; zero. */
    public static final Pointer<KSRTAUDIO_HWREGISTER_PROPERTY> BaseAddress = C.pointer("BaseAddress");

    /** The layout. */
    public static final Layout<KSRTAUDIO_HWREGISTER_PROPERTY> LAYOUT = C.layout();

    private KSRTAUDIO_HWREGISTER_PROPERTY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

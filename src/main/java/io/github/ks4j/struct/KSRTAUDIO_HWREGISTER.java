package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_HWREGISTER}: a register mapped into the caller's process. Takes 40 bytes in a 64-bit process, 32 in
 * a 32-bit one.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_hwregister">ns-ksmedia-ksrtaudio_hwregister</a>
 */
public final class KSRTAUDIO_HWREGISTER extends Struct<KSRTAUDIO_HWREGISTER> {
    private static final Declaration<KSRTAUDIO_HWREGISTER> C =
            Declaration.struct("KSRTAUDIO_HWREGISTER", KSRTAUDIO_HWREGISTER::new);

    /** Its address. */
    public static final Pointer<KSRTAUDIO_HWREGISTER> Register = C.pointer("Register");

    /** Its width, in bits. */
    public static final Int32<KSRTAUDIO_HWREGISTER> Width = C.ulong("Width");

    /** The numerator of its rate. */
    public static final Int64<KSRTAUDIO_HWREGISTER> Numerator = C.ulonglong("Numerator");

    /** The denominator of its rate. */
    public static final Int64<KSRTAUDIO_HWREGISTER> Denominator = C.ulonglong("Denominator");

    /** Its accuracy. */
    public static final Int32<KSRTAUDIO_HWREGISTER> Accuracy = C.ulong("Accuracy");

    /** The layout. */
    public static final Layout<KSRTAUDIO_HWREGISTER> LAYOUT = C.layout();

    private KSRTAUDIO_HWREGISTER(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION}: asks a WaveRT pin for its cyclic buffer with notifications.
 * Takes 40 bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_buffer_property_with_notification">ns-ksmedia-ksrtaudio_buffer_property_with_notification</a>
 */
public final class KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION
        extends Struct<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> {
    private static final Declaration<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> C = Declaration.struct(
            "KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION", KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION::new);

    /** {@code KSPROPERTY_RTAUDIO_BUFFER_WITH_NOTIFICATION}. */
    public static final Nested<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** Where the caller wants the buffer; zero. */
    public static final Pointer<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> BaseAddress = C.pointer("BaseAddress");

    /** The size that is wanted, in bytes. */
    public static final Int32<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> RequestedBufferSize =
            C.ulong("RequestedBufferSize");

    /** Notifications in a pass of the buffer: 1 or 2. */
    public static final Int32<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> NotificationCount =
            C.ulong("NotificationCount");

    /** The layout. */
    public static final Layout<KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION> LAYOUT = C.layout();

    private KSRTAUDIO_BUFFER_PROPERTY_WITH_NOTIFICATION(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

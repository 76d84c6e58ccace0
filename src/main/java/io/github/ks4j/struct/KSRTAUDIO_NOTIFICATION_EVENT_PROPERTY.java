package io.github.ks4j.struct;

import io.github.ks4j.struct.Field.Nested;
import io.github.ks4j.struct.Field.Pointer;
import java.nio.ByteBuffer;

/**
 * {@code KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY}: registers an event with a WaveRT pin, or unregisters it. Takes 32
 * bytes.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ns-ksmedia-ksrtaudio_notification_event_property">ns-ksmedia-ksrtaudio_notification_event_property</a>
 */
public final class KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY extends Struct<KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY> {
    private static final Declaration<KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY> C =
            Declaration.struct("KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY", KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY::new);

    /** {@code KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT} or {@code _UNREGISTER_NOTIFICATION_EVENT}. */
    public static final Nested<KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, KSPROPERTY> Property =
            C.nested(KSPROPERTY.LAYOUT, "Property");

    /** The event's handle. */
    public static final Pointer<KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY> NotificationEvent =
            C.pointer("NotificationEvent");

    /** The layout. */
    public static final Layout<KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY> LAYOUT = C.layout();

    private KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY(Abi abi, ByteBuffer buffer, int offset) {
        super(LAYOUT, abi, buffer, offset);
    }
}

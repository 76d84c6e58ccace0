package io.github.ks4j.set;

import io.github.ks4j.struct.KSAUDIO_PRESENTATION_POSITION;
import io.github.ks4j.struct.KSRTAUDIO_BUFFER;
import io.github.ks4j.struct.KSRTAUDIO_GETREADPACKET_INFO;
import io.github.ks4j.struct.KSRTAUDIO_HWLATENCY;
import io.github.ks4j.struct.KSRTAUDIO_HWREGISTER;
import io.github.ks4j.struct.KSRTAUDIO_SETWRITEPACKET_INFO;
import java.util.List;

/**
 * A WaveRT pin. The items of {@code KSPROPSETID_RtAudio}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-rtaudio">KSPROPSETID_RtAudio</a>
 */
public final class KSPROPERTY_RTAUDIO {
    /** The set, {@code KSPROPSETID_RtAudio}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_RtAudio", "{A855A48C-2F78-4729-9051-1968746B9EEF}");

    /** For kernel callers only. Value: bytes. */
    public static final KsProperty<byte[]> GETPOSITIONFUNCTION = new KsProperty<>(
            SET, 0, "KSPROPERTY_RTAUDIO_GETPOSITIONFUNCTION", Codec.BYTES, "ksproperty-rtaudio-getpositionfunction");

    /** Maps the cyclic buffer. Value: {@link KSRTAUDIO_BUFFER}. */
    public static final KsProperty<KSRTAUDIO_BUFFER> BUFFER = new KsProperty<>(
            SET, 1, "KSPROPERTY_RTAUDIO_BUFFER", Codec.struct(KSRTAUDIO_BUFFER.LAYOUT), "ksproperty-rtaudio-buffer");

    /** The latency of the hardware. Value: {@link KSRTAUDIO_HWLATENCY}. */
    public static final KsProperty<KSRTAUDIO_HWLATENCY> HWLATENCY = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_RTAUDIO_HWLATENCY",
            Codec.struct(KSRTAUDIO_HWLATENCY.LAYOUT),
            "ksproperty-rtaudio-hwlatency");

    /** Maps the position register. Value: {@link KSRTAUDIO_HWREGISTER}. */
    public static final KsProperty<KSRTAUDIO_HWREGISTER> POSITIONREGISTER = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_RTAUDIO_POSITIONREGISTER",
            Codec.struct(KSRTAUDIO_HWREGISTER.LAYOUT),
            "ksproperty-rtaudio-positionregister");

    /** Maps the clock register. Value: {@link KSRTAUDIO_HWREGISTER}. */
    public static final KsProperty<KSRTAUDIO_HWREGISTER> CLOCKREGISTER = new KsProperty<>(
            SET,
            4,
            "KSPROPERTY_RTAUDIO_CLOCKREGISTER",
            Codec.struct(KSRTAUDIO_HWREGISTER.LAYOUT),
            "ksproperty-rtaudio-clockregister");

    /** Maps the cyclic buffer, with notifications. Value: {@link KSRTAUDIO_BUFFER}. */
    public static final KsProperty<KSRTAUDIO_BUFFER> BUFFER_WITH_NOTIFICATION = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_RTAUDIO_BUFFER_WITH_NOTIFICATION",
            Codec.struct(KSRTAUDIO_BUFFER.LAYOUT),
            "ksproperty-rtaudio-buffer-with-notification");

    /** Registers an event. Value: bytes. */
    public static final KsProperty<byte[]> REGISTER_NOTIFICATION_EVENT = new KsProperty<>(
            SET,
            6,
            "KSPROPERTY_RTAUDIO_REGISTER_NOTIFICATION_EVENT",
            Codec.BYTES,
            "ksproperty-rtaudio-register-notification-event");

    /** Unregisters an event. Value: bytes. */
    public static final KsProperty<byte[]> UNREGISTER_NOTIFICATION_EVENT = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_RTAUDIO_UNREGISTER_NOTIFICATION_EVENT",
            Codec.BYTES,
            "ksproperty-rtaudio-unregister-notification-event");

    /** Whether there are notifications. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty QUERY_NOTIFICATION_SUPPORT = new KsIntProperty(
            SET, 8, "KSPROPERTY_RTAUDIO_QUERY_NOTIFICATION_SUPPORT", "ksproperty-rtaudio-query-notification-support");

    /** The packets that the hardware has taken. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty PACKETCOUNT =
            new KsIntProperty(SET, 9, "KSPROPERTY_RTAUDIO_PACKETCOUNT", "ksproperty-rtaudio-packetcount");

    /** Position with the performance counter. Value: {@link KSAUDIO_PRESENTATION_POSITION}. */
    public static final KsProperty<KSAUDIO_PRESENTATION_POSITION> PRESENTATION_POSITION = new KsProperty<>(
            SET,
            10,
            "KSPROPERTY_RTAUDIO_PRESENTATION_POSITION",
            Codec.struct(KSAUDIO_PRESENTATION_POSITION.LAYOUT),
            "ksproperty-rtaudio-presentation-position");

    /** The packet to read. Value: {@link KSRTAUDIO_GETREADPACKET_INFO}. */
    public static final KsProperty<KSRTAUDIO_GETREADPACKET_INFO> GETREADPACKET = new KsProperty<>(
            SET,
            11,
            "KSPROPERTY_RTAUDIO_GETREADPACKET",
            Codec.struct(KSRTAUDIO_GETREADPACKET_INFO.LAYOUT),
            "ksproperty-rtaudio-getreadpacket");

    /** The packet that was written. Value: {@link KSRTAUDIO_SETWRITEPACKET_INFO}. */
    public static final KsProperty<KSRTAUDIO_SETWRITEPACKET_INFO> SETWRITEPACKET = new KsProperty<>(
            SET,
            12,
            "KSPROPERTY_RTAUDIO_SETWRITEPACKET",
            Codec.struct(KSRTAUDIO_SETWRITEPACKET_INFO.LAYOUT),
            "ksproperty-rtaudio-setwritepacket");

    /** The packet register. Value: bytes. */
    public static final KsProperty<byte[]> PACKETVREGISTER = new KsProperty<>(
            SET, 13, "KSPROPERTY_RTAUDIO_PACKETVREGISTER", Codec.BYTES, "ksproperty-rtaudio-packetvregister");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            GETPOSITIONFUNCTION,
            BUFFER,
            HWLATENCY,
            POSITIONREGISTER,
            CLOCKREGISTER,
            BUFFER_WITH_NOTIFICATION,
            REGISTER_NOTIFICATION_EVENT,
            UNREGISTER_NOTIFICATION_EVENT,
            QUERY_NOTIFICATION_SUPPORT,
            PACKETCOUNT,
            PRESENTATION_POSITION,
            GETREADPACKET,
            SETWRITEPACKET,
            PACKETVREGISTER);

    private KSPROPERTY_RTAUDIO() {}
}

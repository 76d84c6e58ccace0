package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSFRAMETIME;
import io.github.ks4j.struct.KSQUALITY_MANAGER;
import io.github.ks4j.struct.KSRATE;
import io.github.ks4j.struct.KSTIME;
import java.util.List;

/**
 * The stream of a pin. The items of {@code KSPROPSETID_Stream}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-stream">KSPROPSETID_Stream</a>
 */
public final class KSPROPERTY_STREAM {
    /** The set, {@code KSPROPSETID_Stream}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Stream", "{65AABA60-98AE-11CF-A10D-0020AFD156E4}");

    /** The allocator's handle; reading it tells whether the pin can make one. Value: bytes. */
    public static final KsProperty<byte[]> ALLOCATOR =
            new KsProperty<>(SET, 0, "KSPROPERTY_STREAM_ALLOCATOR", Codec.BYTES, "ksproperty-stream-allocator");

    /** Where the pin reports its quality. Value: {@link KSQUALITY_MANAGER}. */
    public static final KsProperty<KSQUALITY_MANAGER> QUALITY = new KsProperty<>(
            SET, 1, "KSPROPERTY_STREAM_QUALITY", Codec.struct(KSQUALITY_MANAGER.LAYOUT), "ksproperty-stream-quality");

    /** How the pin can give up quality. Value: bytes. */
    public static final KsProperty<byte[]> DEGRADATION =
            new KsProperty<>(SET, 2, "KSPROPERTY_STREAM_DEGRADATION", Codec.BYTES, "ksproperty-stream-degradation");

    /** The clock's handle; reading it tells whether the pin has one. Value: bytes. */
    public static final KsProperty<byte[]> MASTERCLOCK =
            new KsProperty<>(SET, 3, "KSPROPERTY_STREAM_MASTERCLOCK", Codec.BYTES, "ksproperty-stream-masterclock");

    /** The time format of the stream. Value: {@code GUID}. */
    public static final KsProperty<Guid> TIMEFORMAT =
            new KsProperty<>(SET, 4, "KSPROPERTY_STREAM_TIMEFORMAT", Codec.GUID, "ksproperty-stream-timeformat");

    /** The current time. Value: {@link KSTIME}. */
    public static final KsProperty<KSTIME> PRESENTATIONTIME = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_STREAM_PRESENTATIONTIME",
            Codec.struct(KSTIME.LAYOUT),
            "ksproperty-stream-presentationtime");

    /** The whole length. Value: {@code LONGLONG}. */
    public static final KsLongProperty PRESENTATIONEXTENT =
            new KsLongProperty(SET, 6, "KSPROPERTY_STREAM_PRESENTATIONEXTENT", "ksproperty-stream-presentationextent");

    /** The time of the next frame. Value: {@link KSFRAMETIME}. */
    public static final KsProperty<KSFRAMETIME> FRAMETIME = new KsProperty<>(
            SET, 7, "KSPROPERTY_STREAM_FRAMETIME", Codec.struct(KSFRAMETIME.LAYOUT), "ksproperty-stream-frametime");

    /** The nearest rate that the pin can do. Value: {@link KSRATE}. */
    public static final KsProperty<KSRATE> RATECAPABILITY = new KsProperty<>(
            SET,
            8,
            "KSPROPERTY_STREAM_RATECAPABILITY",
            Codec.struct(KSRATE.LAYOUT),
            "ksproperty-stream-ratecapability");

    /** The rate in force. Value: {@link KSRATE}. */
    public static final KsProperty<KSRATE> RATE =
            new KsProperty<>(SET, 9, "KSPROPERTY_STREAM_RATE", Codec.struct(KSRATE.LAYOUT), "ksproperty-stream-rate");

    /** The pipe that the pin belongs to; private to ksproxy and AVStream. Value: bytes. */
    public static final KsProperty<byte[]> PIPE_ID =
            new KsProperty<>(SET, 10, "KSPROPERTY_STREAM_PIPE_ID", Codec.BYTES, "ksproperty-stream-pipe-id");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            ALLOCATOR,
            QUALITY,
            DEGRADATION,
            MASTERCLOCK,
            TIMEFORMAT,
            PRESENTATIONTIME,
            PRESENTATIONEXTENT,
            FRAMETIME,
            RATECAPABILITY,
            RATE,
            PIPE_ID);

    private KSPROPERTY_STREAM() {}
}

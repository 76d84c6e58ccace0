package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSPROPERTY_MEDIAAVAILABLE;
import io.github.ks4j.struct.KSPROPERTY_POSITIONS;
import java.util.List;

/**
 * Seeking in a source. The items of {@code KSPROPSETID_MediaSeeking}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-mediaseeking">KSPROPSETID_MediaSeeking</a>
 */
public final class KSPROPERTY_MEDIASEEKING {
    /** The set, {@code KSPROPSETID_MediaSeeking}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_MediaSeeking", "{EE904F0C-D09B-11D0-ABE9-00A0C9223196}");

    /** What the source can do, {@code KS_SEEKING_} bits. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty CAPABILITIES =
            new KsIntProperty(SET, 0, "KSPROPERTY_MEDIASEEKING_CAPABILITIES", "ksproperty-mediaseeking-capabilities");

    /** The time formats that the source knows. Value: list of {@code GUID}. */
    public static final KsProperty<List<Guid>> FORMATS =
            new KsProperty<>(SET, 1, "KSPROPERTY_MEDIASEEKING_FORMATS", Codec.GUIDS, "ksproperty-mediaseeking-formats");

    /** The time format in force. Value: {@code GUID}. */
    public static final KsProperty<Guid> TIMEFORMAT = new KsProperty<>(
            SET, 2, "KSPROPERTY_MEDIASEEKING_TIMEFORMAT", Codec.GUID, "ksproperty-mediaseeking-timeformat");

    /** The current position. Value: {@code LONGLONG}. */
    public static final KsLongProperty POSITION =
            new KsLongProperty(SET, 3, "KSPROPERTY_MEDIASEEKING_POSITION", "ksproperty-mediaseeking-position");

    /** Where the source will stop. Value: {@code LONGLONG}. */
    public static final KsLongProperty STOPPOSITION =
            new KsLongProperty(SET, 4, "KSPROPERTY_MEDIASEEKING_STOPPOSITION", "ksproperty-mediaseeking-stopposition");

    /** Sets current and stop position at once. Value: {@link KSPROPERTY_POSITIONS}. */
    public static final KsProperty<KSPROPERTY_POSITIONS> POSITIONS = new KsProperty<>(
            SET,
            5,
            "KSPROPERTY_MEDIASEEKING_POSITIONS",
            Codec.struct(KSPROPERTY_POSITIONS.LAYOUT),
            "ksproperty-mediaseeking-positions");

    /** The length of the media. Value: {@code LONGLONG}. */
    public static final KsLongProperty DURATION =
            new KsLongProperty(SET, 6, "KSPROPERTY_MEDIASEEKING_DURATION", "ksproperty-mediaseeking-duration");

    /** The part that can be reached now. Value: {@link KSPROPERTY_MEDIAAVAILABLE}. */
    public static final KsProperty<KSPROPERTY_MEDIAAVAILABLE> AVAILABLE = new KsProperty<>(
            SET,
            7,
            "KSPROPERTY_MEDIASEEKING_AVAILABLE",
            Codec.struct(KSPROPERTY_MEDIAAVAILABLE.LAYOUT),
            "ksproperty-mediaseeking-available");

    /** What has to be decoded before the start, in 100 ns units. Value: {@code LONGLONG}. */
    public static final KsLongProperty PREROLL =
            new KsLongProperty(SET, 8, "KSPROPERTY_MEDIASEEKING_PREROLL", "ksproperty-mediaseeking-preroll");

    /**
     * Converts a time from one format to another. Request: {@link io.github.ks4j.struct.KSP_TIMEFORMAT}; value:
     * {@code LONGLONG}.
     */
    public static final KsLongProperty CONVERTTIMEFORMAT = new KsLongProperty(
            SET, 9, "KSPROPERTY_MEDIASEEKING_CONVERTTIMEFORMAT", "ksproperty-mediaseeking-converttimeformat");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(
            CAPABILITIES,
            FORMATS,
            TIMEFORMAT,
            POSITION,
            STOPPOSITION,
            POSITIONS,
            DURATION,
            AVAILABLE,
            PREROLL,
            CONVERTTIMEFORMAT);

    private KSPROPERTY_MEDIASEEKING() {}
}

package io.github.ks4j.set;

import io.github.ks4j.struct.KSCORRELATED_TIME;
import io.github.ks4j.struct.KSRESOLUTION;
import java.util.List;

/**
 * A clock; sent to the clock's handle. The items of {@code KSPROPSETID_Clock}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-clock">KSPROPSETID_Clock</a>
 */
public final class KSPROPERTY_CLOCK {
    /** The set, {@code KSPROPSETID_Clock}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Clock", "{DF12A4C0-AC17-11CF-A5D6-28DB04C10000}");

    /** The presentation time, in 100 ns units. Value: {@code LONGLONG}. */
    public static final KsLongProperty TIME =
            new KsLongProperty(SET, 0, "KSPROPERTY_CLOCK_TIME", "ksproperty-clock-time");

    /** The free-running time, in 100 ns units. Value: {@code LONGLONG}. */
    public static final KsLongProperty PHYSICALTIME =
            new KsLongProperty(SET, 1, "KSPROPERTY_CLOCK_PHYSICALTIME", "ksproperty-clock-physicaltime");

    /** Presentation time and system time at one moment. Value: {@link KSCORRELATED_TIME}. */
    public static final KsProperty<KSCORRELATED_TIME> CORRELATEDTIME = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_CLOCK_CORRELATEDTIME",
            Codec.struct(KSCORRELATED_TIME.LAYOUT),
            "ksproperty-clock-correlatedtime");

    /** Free-running time and system time at one moment. Value: {@link KSCORRELATED_TIME}. */
    public static final KsProperty<KSCORRELATED_TIME> CORRELATEDPHYSICALTIME = new KsProperty<>(
            SET,
            3,
            "KSPROPERTY_CLOCK_CORRELATEDPHYSICALTIME",
            Codec.struct(KSCORRELATED_TIME.LAYOUT),
            "ksproperty-clock-correlatedphysicaltime");

    /** How fine the clock is. Value: {@link KSRESOLUTION}. */
    public static final KsProperty<KSRESOLUTION> RESOLUTION = new KsProperty<>(
            SET, 4, "KSPROPERTY_CLOCK_RESOLUTION", Codec.struct(KSRESOLUTION.LAYOUT), "ksproperty-clock-resolution");

    /** The state of the pin that has the clock. Value: {@link KSSTATE}. */
    public static final KsProperty<KSSTATE> STATE = new KsProperty<>(
            SET, 5, "KSPROPERTY_CLOCK_STATE", Codec.enumeration(KSSTATE.values()), "ksproperty-clock-state");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS =
            List.of(TIME, PHYSICALTIME, CORRELATEDTIME, CORRELATEDPHYSICALTIME, RESOLUTION, STATE);

    private KSPROPERTY_CLOCK() {}
}

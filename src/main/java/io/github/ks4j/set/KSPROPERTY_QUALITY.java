package io.github.ks4j.set;

import io.github.ks4j.struct.KSERROR;
import io.github.ks4j.struct.KSQUALITY;
import java.util.List;

/**
 * What a pin tells a quality manager. The items of {@code KSPROPSETID_Quality}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-quality">KSPROPSETID_Quality</a>
 */
public final class KSPROPERTY_QUALITY {
    /** The set, {@code KSPROPSETID_Quality}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Quality", "{D16AD380-AC1A-11CF-A5D6-28DB04C10000}");

    /** How many frames were used, and how late. Value: {@link KSQUALITY}. */
    public static final KsProperty<KSQUALITY> REPORT = new KsProperty<>(
            SET, 0, "KSPROPERTY_QUALITY_REPORT", Codec.struct(KSQUALITY.LAYOUT), "ksproperty-quality-report");

    /** An error. Value: {@link KSERROR}. */
    public static final KsProperty<KSERROR> ERROR = new KsProperty<>(
            SET, 1, "KSPROPERTY_QUALITY_ERROR", Codec.struct(KSERROR.LAYOUT), "ksproperty-quality-error");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(REPORT, ERROR);

    private KSPROPERTY_QUALITY() {}
}

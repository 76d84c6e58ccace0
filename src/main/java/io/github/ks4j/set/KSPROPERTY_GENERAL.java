package io.github.ks4j.set;

import io.github.ks4j.struct.KSCOMPONENTID;
import java.util.List;

/**
 * Properties of any object. The items of {@code KSPROPSETID_General}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-general">KSPROPSETID_General</a>
 */
public final class KSPROPERTY_GENERAL {
    /** The set, {@code KSPROPSETID_General}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_General", "{1464EDA5-6A8F-11D1-9AA7-00A0C9223196}");

    /** Who made the filter, and which it is. Value: {@link KSCOMPONENTID}. */
    public static final KsProperty<KSCOMPONENTID> COMPONENTID = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_GENERAL_COMPONENTID",
            Codec.struct(KSCOMPONENTID.LAYOUT),
            "ksproperty-general-componentid");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(COMPONENTID);

    private KSPROPERTY_GENERAL() {}
}

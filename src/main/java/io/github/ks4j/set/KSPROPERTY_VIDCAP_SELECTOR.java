package io.github.ks4j.set;

import io.github.ks4j.struct.KSPROPERTY_SELECTOR_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_SELECTOR_S;
import java.util.List;

/**
 * A selector unit. The items of {@code PROPSETID_VIDCAP_SELECTOR}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/propsetid-vidcap-selector">PROPSETID_VIDCAP_SELECTOR</a>
 */
public final class KSPROPERTY_VIDCAP_SELECTOR {
    /** The set, {@code PROPSETID_VIDCAP_SELECTOR}. */
    public static final KsSet SET = KsSet.of("PROPSETID_VIDCAP_SELECTOR", "{1ABDAECA-68B6-4F83-9371-B413907C7B9F}");

    /** The node that is selected. Value: {@link KSPROPERTY_SELECTOR_S}. */
    public static final KsProperty<KSPROPERTY_SELECTOR_S> SOURCE_NODE_ID = new KsProperty<>(
            SET,
            0,
            "KSPROPERTY_SELECTOR_SOURCE_NODE_ID",
            Codec.control(KSPROPERTY_SELECTOR_S.LAYOUT, KSPROPERTY_SELECTOR_NODE_S.LAYOUT),
            "ksproperty-selector-source-node-id");

    /** The number of nodes to choose from. Value: {@link KSPROPERTY_SELECTOR_S}. */
    public static final KsProperty<KSPROPERTY_SELECTOR_S> NUM_SOURCES = new KsProperty<>(
            SET,
            1,
            "KSPROPERTY_SELECTOR_NUM_SOURCES",
            Codec.control(KSPROPERTY_SELECTOR_S.LAYOUT, KSPROPERTY_SELECTOR_NODE_S.LAYOUT),
            "ksproperty-selector-num-sources");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(SOURCE_NODE_ID, NUM_SOURCES);

    private KSPROPERTY_VIDCAP_SELECTOR() {}
}

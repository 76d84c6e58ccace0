package io.github.ks4j.set;

import java.util.List;

/**
 * A node as such. The items of {@code KSPROPSETID_TopologyNode}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/audio/kspropsetid-topologynode">KSPROPSETID_TopologyNode</a>
 */
public final class KSPROPERTY_TOPOLOGYNODE {
    /** The set, {@code KSPROPSETID_TopologyNode}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_TopologyNode", "{45FFAAA1-6E1B-11D0-BCF2-444553540000}");

    /** Whether the node is in the circuit. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty ENABLE =
            new KsIntProperty(SET, 1, "KSPROPERTY_TOPOLOGYNODE_ENABLE", "ksproperty-topologynode-enable");

    /** Brings the node to its first state. Value: {@code ULONG} or {@code LONG}. */
    public static final KsIntProperty RESET =
            new KsIntProperty(SET, 2, "KSPROPERTY_TOPOLOGYNODE_RESET", "ksproperty-topologynode-reset");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(ENABLE, RESET);

    private KSPROPERTY_TOPOLOGYNODE() {}
}

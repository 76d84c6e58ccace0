package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSTOPOLOGY_CONNECTION;
import java.util.List;

/**
 * What a filter is made of. The items of {@code KSPROPSETID_Topology}, named as in the header without the prefix.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/stream/kspropsetid-topology">KSPROPSETID_Topology</a>
 */
public final class KSPROPERTY_TOPOLOGY {
    /** The set, {@code KSPROPSETID_Topology}. */
    public static final KsSet SET = KsSet.of("KSPROPSETID_Topology", "{720D4AC0-7533-11D0-A5D6-28DB04C10000}");

    /** The categories that the filter belongs to. Value: list of {@code GUID}. */
    public static final KsProperty<List<Guid>> CATEGORIES =
            new KsProperty<>(SET, 0, "KSPROPERTY_TOPOLOGY_CATEGORIES", Codec.GUIDS, "ksproperty-topology-categories");

    /** The types of the nodes; a node's number is its index here. Value: list of {@code GUID}. */
    public static final KsProperty<List<Guid>> NODES =
            new KsProperty<>(SET, 1, "KSPROPERTY_TOPOLOGY_NODES", Codec.GUIDS, "ksproperty-topology-nodes");

    /** The paths of data between pins and nodes. Value: list of {@link KSTOPOLOGY_CONNECTION}. */
    public static final KsProperty<List<KSTOPOLOGY_CONNECTION>> CONNECTIONS = new KsProperty<>(
            SET,
            2,
            "KSPROPERTY_TOPOLOGY_CONNECTIONS",
            Codec.list(KSTOPOLOGY_CONNECTION.LAYOUT),
            "ksproperty-topology-connections");

    /** The name of a node. Value: UTF-16 text. */
    public static final KsProperty<String> NAME =
            new KsProperty<>(SET, 3, "KSPROPERTY_TOPOLOGY_NAME", Codec.STRING, "ksproperty-topology-name");

    /** All items, by number. */
    public static final List<KsProperty<?>> ITEMS = List.of(CATEGORIES, NODES, CONNECTIONS, NAME);

    private KSPROPERTY_TOPOLOGY() {}
}

package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.KsTopology.Connection;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.struct.Guid;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walks through graphs as drivers have them. */
@Timeout(30)
class KsTopologyTest {
    private static final int FILTER = KsTopology.FILTER;

    private static KsTopology topology(int nodes, Connection... connections) {
        List<Guid> types = Collections.nCopies(nodes, KSNODETYPE.VOLUME);
        return new KsTopology(List.of(), types, List.of(connections));
    }

    /** Pins 0 and 1 are mixed: 0 -> node 0 -> node 2 -> pin 2, 1 -> node 1 -> node 2. */
    private static KsTopology mixer() {
        return topology(
                3,
                new Connection(FILTER, 0, 0, 1),
                new Connection(0, 0, 2, 1),
                new Connection(FILTER, 1, 1, 1),
                new Connection(1, 0, 2, 2),
                new Connection(2, 0, FILTER, 2));
    }

    @Test
    void downstreamLeadsToWhereTheDataGoes() {
        assertEquals(new KsTopology.Reach(List.of(0, 2), List.of(2)), mixer().downstream(0));
    }

    @Test
    void upstreamLeadsToAllSources() {
        assertEquals(new KsTopology.Reach(List.of(2, 0, 1), List.of(0, 1)), mixer().upstream(2));
    }

    @Test
    void walksCanStartAtNodes() {
        assertEquals(new KsTopology.Reach(List.of(2), List.of(2)), mixer().downstreamOfNode(1));
        assertEquals(new KsTopology.Reach(List.of(), List.of(1)), mixer().upstreamOfNode(1));
    }

    @Test
    void theFilterIsNoNodeToStartAt() {
        KsTopology.Reach nothing = new KsTopology.Reach(List.of(), List.of());
        assertEquals(nothing, mixer().downstreamOfNode(KsTopology.FILTER));
        assertEquals(nothing, mixer().upstreamOfNode(KsTopology.FILTER));
    }

    @Test
    void aCycleEndsTheWalk() {
        KsTopology topology =
                topology(2, new Connection(FILTER, 0, 0, 1), new Connection(0, 0, 1, 1), new Connection(1, 0, 0, 2));

        assertEquals(new KsTopology.Reach(List.of(0, 1), List.of()), topology.downstream(0));
    }

    @Test
    void aStraightConnectionHasNoNodes() {
        KsTopology topology = topology(0, new Connection(FILTER, 0, FILTER, 1));

        assertEquals(new KsTopology.Reach(List.of(), List.of(1)), topology.downstream(0));
    }

    @Test
    void aConnectionToANodeThatIsNotThereLeadsNowhere() {
        KsTopology topology = topology(1, new Connection(FILTER, 0, 7, 1), new Connection(7, 0, FILTER, 1));

        assertEquals(new KsTopology.Reach(List.of(), List.of()), topology.downstream(0));
    }

    @Test
    void aFilterWithoutTopologyHasAnEmptyOne() {
        Seam seam = new Seam()
                .reply(NtStatus.PROPSET_NOT_FOUND, 0)
                .reply(NtStatus.NOT_FOUND, 0)
                .reply(NtStatus.NOT_FOUND, 0);

        assertEquals(
                new KsTopology(List.of(), List.of(), List.of()), seam.filter().topology());
    }

    @Test
    void connectionsPrintTheirEnds() {
        assertEquals("pin 1 -> node 2.0", new Connection(FILTER, 1, 2, 0).toString());
    }

    /** Looking through all connections at each node would take hours. */
    @Test
    void aGraphOfManyNodesIsWalkedOnce() {
        int nodes = 500_000;
        Connection[] chain = new Connection[nodes];
        Arrays.setAll(chain, i -> new Connection(i - 1, 0, i, 0));

        assertEquals(nodes, topology(nodes, chain).downstream(0).nodes().size());
    }
}

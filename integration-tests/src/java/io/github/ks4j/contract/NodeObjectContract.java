package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nodes that are opened: they answer for themselves, without being named. */
abstract class NodeObjectContract extends DriverContract {
    static Handle open(Handle parent, int node) {
        // KSNODE_CREATE: no flags, and the node.
        return parent.create(
                KsObjectType.TOPOLOGY_NODE, ByteBuffer.wrap(ints(0, node)), Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    static Requests.Reply volume(Handle node, int channel) {
        return new Requests(node).property(request(KSPROPERTY_TYPE.GET, channel), 4);
    }

    private static byte[] request(int flags, int channel) {
        return head(KSPROPERTY_AUDIO.SET.guid(), KSPROPERTY_AUDIO.VOLUMELEVEL.id(), flags, 0, 0, channel, 0);
    }

    private static Requests.Reply setVolume(Handle node, int channel, int value) {
        return new Requests(node).property(request(KSPROPERTY_TYPE.SET, channel), ints(value));
    }

    private void refused(int... create) {
        KsException e = assertThrows(
                KsException.class,
                () -> handle().create(KsObjectType.TOPOLOGY_NODE, ByteBuffer.wrap(ints(create)), Driver.GENERIC_READ));
        assertEquals(NtStatus.INVALID_PARAMETER, e.status());
    }

    @Test
    void aNodeAnswersForItself() {
        Handle node = open(handle(), StubFilter.VOLUME_NODE);
        setVolume(node, 1, -7 * 65536).succeeds();
        volume(node, 1).succeedsWith(-7 * 65536);
    }

    @Test
    void aNodeIsTheOneThatTheFilterHas() {
        setVolume(open(handle(), StubFilter.VOLUME_NODE), 0, -7 * 65536).succeeds();
        filter().property(request(KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, 0), 4)
                .succeedsWith(-7 * 65536);
    }

    @Test
    void anItemOfAnotherNodeIsNotFound() {
        volume(open(handle(), StubFilter.MUTE_NODE), 0).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void theFiltersSetsAreNotTheNodes() {
        new Requests(open(handle(), StubFilter.VOLUME_NODE))
                .property(head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 4)
                .failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void aNodeListsItsSets() {
        byte[] audio = Arrays.copyOf(request(0, 0), Guid.SIZE);
        new Requests(open(handle(), StubFilter.VOLUME_NODE))
                .property(head(Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT), Guid.SIZE)
                .succeedsWith(audio);
    }

    @Test
    void aNodeThatIsNotThereIsRefused() {
        refused(0, 2);
    }

    @Test
    void flagsAreRefused() {
        refused(1, StubFilter.VOLUME_NODE);
    }

    @Test
    void theSameNodeCanBeOpenedAgain() {
        Handle first = open(handle(), StubFilter.VOLUME_NODE);
        Handle second = open(handle(), StubFilter.VOLUME_NODE);
        first.close();
        volume(second, 0).succeedsWith(0);
    }

    @Test
    void closingTheFilterClosesItsNodes() {
        Handle node = open(handle(), StubFilter.VOLUME_NODE);
        handle().close();
        assertThrows(KsClosedException.class, () -> volume(node, 0));
    }
}

package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes of a filter, asked through the filter. */
abstract class NodeContract extends DriverContract {
    private static final int GET = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY;
    private static final int SET = KSPROPERTY_TYPE.SET | KSPROPERTY_TYPE.TOPOLOGY;
    private static final int SILENCE = -96 * 65536;

    private static byte[] request(KsIntProperty property, int flags, int node, int channel) {
        return head(property.set().guid(), property.id(), flags, node, 0, channel, 0);
    }

    private Requests.Reply volume(int node, int channel) {
        return filter().property(request(KSPROPERTY_AUDIO.VOLUMELEVEL, GET, node, channel), 4);
    }

    private Requests.Reply setVolume(int channel, int value) {
        return filter().property(
                        request(KSPROPERTY_AUDIO.VOLUMELEVEL, SET, StubFilter.VOLUME_NODE, channel), ints(value));
    }

    @Test
    void theVolumeOfAChannelIsReadBack() {
        setVolume(0, -10 * 65536).succeeds();
        setVolume(1, -20 * 65536).succeeds();
        volume(StubFilter.VOLUME_NODE, 0).succeedsWith(-10 * 65536);
        volume(StubFilter.VOLUME_NODE, 1).succeedsWith(-20 * 65536);
    }

    @Test
    void allChannelsAreSetAtOnce() {
        setVolume(-1, -30 * 65536).succeeds();
        volume(StubFilter.VOLUME_NODE, 1).succeedsWith(-30 * 65536);
    }

    @Test
    void aVolumeOutOfRangeIsClamped() {
        setVolume(0, 5 * 65536).succeeds();
        volume(StubFilter.VOLUME_NODE, 0).succeedsWith(0);
        setVolume(0, Integer.MIN_VALUE).succeeds();
        volume(StubFilter.VOLUME_NODE, 0).succeedsWith(SILENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -2})
    void aChannelThatIsNotThereIsAnInvalidParameter(int channel) {
        volume(StubFilter.VOLUME_NODE, channel).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -1})
    void aNodeThatIsNotThereIsAnInvalidParameter(int node) {
        volume(node, 0).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void anItemOfAnotherNodeIsNotFound() {
        volume(StubFilter.MUTE_NODE, 0).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void aNodesItemIsNotTheFilters() {
        byte[] withoutTopology = request(KSPROPERTY_AUDIO.VOLUMELEVEL, KSPROPERTY_TYPE.GET, StubFilter.VOLUME_NODE, 0);
        filter().property(withoutTopology, 4).failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void muteIsReadBack() {
        filter().property(request(KSPROPERTY_AUDIO.MUTE, SET, StubFilter.MUTE_NODE, 0), ints(1))
                .succeeds();
        filter().property(request(KSPROPERTY_AUDIO.MUTE, GET, StubFilter.MUTE_NODE, 0), 4)
                .succeedsWith(1);
    }

    @Test
    void basicSupportHasTheRangeOfTheVolume() {
        byte[] head = request(
                KSPROPERTY_AUDIO.VOLUMELEVEL,
                KSPROPERTY_TYPE.BASICSUPPORT | KSPROPERTY_TYPE.TOPOLOGY,
                StubFilter.VOLUME_NODE,
                0);
        Requests.Reply reply = filter().property(head, 72);
        byte[] expected = ints(2, 16, 1, 0, 0x8000, 0, SILENCE, 0);
        byte[] members = Arrays.copyOfRange(reply.after(), 40, 72);
        assertArrayEquals(expected, members);
    }

    @Test
    void aNodeRequestWithoutANodeIsAnInvalidBufferSize() {
        filter().property(head(KSPROPERTY_AUDIO.SET.guid(), KSPROPERTY_AUDIO.MUTE.id(), GET), 4)
                .failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }
}

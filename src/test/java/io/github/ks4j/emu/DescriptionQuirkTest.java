package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSPROPERTY_JACK;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Traps in what filters tell of themselves: what a client sees of them, byte by byte. */
@Timeout(30)
class DescriptionQuirkTest {
    private static final int SPEAKER = 1;
    private static final int LINE_IN = 3;

    private final EmulatedDriver driver = EmulatedDriver.of(new VirtualAudioDevice());
    private final Handle filter = open(KSCATEGORY.RENDER);
    private final Handle topology = open(KSCATEGORY.TOPOLOGY);

    private Handle open(Guid category) {
        return driver.open(driver.enumerate(category).get(0).path(), Client.READ_WRITE);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static ByteBuffer whole(Handle filter, KsItem item, int... words) {
        int size =
                Client.get(filter, item, 0, words).is(NtStatus.BUFFER_OVERFLOW).information();
        return Client.get(filter, item, size, words).is(NtStatus.SUCCESS, size).data();
    }

    private ByteBuffer ranges() {
        return whole(filter, KSPROPERTY_PIN.DATARANGES, 0, 0);
    }

    @Test
    @Shows(Quirk.AUDIO_RANGE_OF_84_BYTES)
    void anAudioRangeIsFourBytesShortAndPadded() {
        driver.quirks().add(Quirk.AUDIO_RANGE_OF_84_BYTES);
        ByteBuffer list = ranges();
        assertEquals(8 + 88 + 88, list.getInt(0));
        assertEquals(84, list.getInt(8));
        assertEquals(84, list.getInt(8 + 88));
    }

    @Test
    @Shows(Quirk.RANGES_NOT_ALIGNED)
    void theSecondRangeFollowsWithoutPadding() {
        driver.quirks().add(Quirk.RANGES_NOT_ALIGNED);
        ByteBuffer list = ranges();
        assertEquals(8 + 84 + 84, list.getInt(0));
        assertEquals(84, list.getInt(8 + 84));
        assertEquals(KSDATAFORMAT_TYPE.AUDIO, Guid.read(list, 8 + 84 + 16));
    }

    @Test
    @Shows(Quirk.RANGE_WITHOUT_AUDIO)
    void theFirstRangeIsAHeadOnly() {
        driver.quirks().add(Quirk.RANGE_WITHOUT_AUDIO);
        ByteBuffer list = ranges();
        assertEquals(3, list.getInt(4));
        assertEquals(64, list.getInt(8));
        assertEquals(KSDATAFORMAT_TYPE.AUDIO, Guid.read(list, 8 + 16));
        assertEquals(88, list.getInt(8 + 64));
    }

    @Test
    @Shows(Quirk.CHANNELS_WITHOUT_LIMIT)
    void theMostChannelsAreAllBitsSet() {
        driver.quirks().add(Quirk.CHANNELS_WITHOUT_LIMIT);
        assertEquals(0xFFFFFFFF, ranges().getInt(8 + 64));
    }

    @Test
    void quirksOfRangesAddUp() {
        driver.quirks().add(Quirk.RANGES_NOT_ALIGNED, Quirk.RANGE_WITHOUT_AUDIO, Quirk.CHANNELS_WITHOUT_LIMIT);
        ByteBuffer list = ranges();
        assertEquals(8 + 64 + 84 + 84, list.getInt(0));
        assertEquals(0xFFFFFFFF, list.getInt(8 + 64 + 84 + 64));
    }

    @Test
    @Shows(Quirk.NAME_WITHOUT_NUL)
    void namesEndWithTheirLastLetter() {
        int pin = whole(filter, KSPROPERTY_PIN.NAME, 0, 0).capacity();
        int node = whole(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 0).capacity();
        driver.quirks().add(Quirk.NAME_WITHOUT_NUL);
        assertEquals(pin - 2, whole(filter, KSPROPERTY_PIN.NAME, 0, 0).capacity());
        assertEquals('e', whole(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 0).getChar(node - 4));
    }

    @Test
    @Shows(Quirk.JACKS_WITHOUT_HEAD)
    void jacksAreToldWithoutAListHead() {
        ByteBuffer list = whole(topology, KSPROPERTY_JACK.DESCRIPTION, SPEAKER, 0);
        driver.quirks().add(Quirk.JACKS_WITHOUT_HEAD);
        assertArrayEquals(
                Arrays.copyOfRange(list.array(), 8, 8 + 28),
                whole(topology, KSPROPERTY_JACK.DESCRIPTION, SPEAKER, 0).array());
        assertEquals(
                8, whole(topology, KSPROPERTY_JACK.DESCRIPTION2, SPEAKER, 0).capacity());
    }

    @Test
    @Shows(Quirk.JACKS_WITHOUT_PRESENCE_DETECTION)
    void anEmptyJackIsSaidToBeInUseAndUnableToTell() {
        driver.quirks().add(Quirk.JACKS_WITHOUT_PRESENCE_DETECTION);
        assertEquals(1, whole(topology, KSPROPERTY_JACK.DESCRIPTION, LINE_IN, 0).getInt(8 + 24));
        assertEquals(
                0, whole(topology, KSPROPERTY_JACK.DESCRIPTION2, LINE_IN, 0).getInt(8 + 4) & 1);
    }

    @Test
    @Shows(Quirk.TOPOLOGY_WITH_CYCLES)
    void eachConnectionOfNodesHasOneBack() {
        driver.quirks().add(Quirk.TOPOLOGY_WITH_CYCLES);
        ByteBuffer list = whole(filter, KSPROPERTY_TOPOLOGY.CONNECTIONS);
        assertEquals(6, list.getInt(4), "four there and two back");
        assertArrayEquals(
                Client.ints(0, 1, 2, 0), Arrays.copyOfRange(list.array(), 8 + 4 * 16, 8 + 5 * 16), "back to the mixer");
    }

    @Test
    @Shows(Quirk.TOPOLOGY_WITH_LOOSE_NODE)
    void nothingLeadsToTheFirstNodeNorFromIt() {
        driver.quirks().add(Quirk.TOPOLOGY_WITH_LOOSE_NODE);
        ByteBuffer list = whole(filter, KSPROPERTY_TOPOLOGY.CONNECTIONS);
        assertArrayEquals(
                Client.ints(8 + 2 * 16, 2, -1, 0, 2, 1, 1, 0, -1, 1), Arrays.copyOf(list.array(), list.limit()));
    }

    @Test
    @Shows({Quirk.TOPOLOGY_WITH_LOOSE_NODE, Quirk.TOPOLOGY_WITH_CYCLES})
    void aLooseNodeIsInNoCycle() {
        driver.quirks().add(Quirk.TOPOLOGY_WITH_LOOSE_NODE, Quirk.TOPOLOGY_WITH_CYCLES);
        assertEquals(2, whole(filter, KSPROPERTY_TOPOLOGY.CONNECTIONS).getInt(4));
    }

    @Test
    @Shows(Quirk.DEAD_EXTENSION_NODE)
    void theLastNodeIsSpecificAndKnowsNothing() {
        driver.quirks().add(Quirk.DEAD_EXTENSION_NODE);
        ByteBuffer list = whole(filter, KSPROPERTY_TOPOLOGY.NODES);
        assertEquals(4, list.getInt(4));
        assertEquals(KSNODETYPE.DEV_SPECIFIC, Guid.read(list, 8 + 3 * 16));
        int flags = KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY;
        Client.property(filter, Client.request(KSPROPERTY_AUDIO.VOLUMELEVEL, flags, 3, 0, 0, 0), 4)
                .is(NtStatus.PROPSET_NOT_FOUND, 0);
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 3, 0).is(NtStatus.NOT_FOUND, 0);
        Client.get(filter, KSPROPERTY_TOPOLOGY.NAME, 0, 4, 0).is(NtStatus.INVALID_PARAMETER, 0);
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_EXTENSION_UNIT;
import io.github.ks4j.set.KSPROPERTY_TOPOLOGY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ExtensionUnitTest {
    private static final Guid FIRST = Guid.of("{11111111-0000-0000-0000-000000000001}");
    private static final Guid SECOND = Guid.of("{22222222-0000-0000-0000-000000000002}");

    private final ExtensionUnit unit = ExtensionUnit.of(FIRST)
            .control(new byte[] {0, 0, 1}, new byte[] {9, 8, 7}, new byte[] {5, 5, 5})
            .readOnly(new byte[] {42})
            .build();
    private final VirtualCamera camera = VirtualCamera.builder()
            .extensionUnits(unit, ExtensionUnit.of(SECOND).build())
            .build();
    private final EmulatedDriver driver = EmulatedDriver.of(camera);
    private final Handle filter =
            driver.open(driver.enumerate(KSCATEGORY.CAPTURE).get(0).path(), Client.READ_WRITE);

    @AfterEach
    void close() {
        driver.close();
    }

    private static KsProperty<byte[]> item(Guid set, int selector) {
        return new KsProperty<>(new KsSet("unit", set), selector, "control", Codec.BYTES, "");
    }

    private Client.Reply onNode(int node, Guid set, int selector, int operation, byte[] data) {
        byte[] request = Client.request(item(set, selector), operation | KSPROPERTY_TYPE.TOPOLOGY, node, 0);
        return Client.control(filter, IOCTL_KS.PROPERTY, request, data);
    }

    private Client.Reply get(int selector, int length) {
        return onNode(2, FIRST, selector, KSPROPERTY_TYPE.GET, new byte[length]);
    }

    private byte[] support(int operation, int length) {
        return onNode(2, FIRST, 1, operation, new byte[length])
                .is(NtStatus.SUCCESS, length)
                .data()
                .array();
    }

    @Test
    void unitsAreFoundByAskingTheNodesOfTheirType() {
        byte[] list = Client.get(filter, KSPROPERTY_TOPOLOGY.NODES, 512).data().array();
        List<Guid> nodes = KSPROPERTY_TOPOLOGY.NODES.codec().decode(list);
        assertEquals(List.of(KSNODETYPE.DEV_SPECIFIC, KSNODETYPE.DEV_SPECIFIC), nodes.subList(2, 4));
        onNode(2, SECOND, KSPROPERTY_EXTENSION_UNIT.INFO, KSPROPERTY_TYPE.GET, new byte[0])
                .is(NtStatus.PROPSET_NOT_FOUND, 0);
        onNode(3, SECOND, KSPROPERTY_EXTENSION_UNIT.INFO, KSPROPERTY_TYPE.GET, new byte[0])
                .is(NtStatus.BUFFER_OVERFLOW, 20);
    }

    @Test
    void theInfoIsThatOfTheDescriptor() {
        Client.Reply reply = get(KSPROPERTY_EXTENSION_UNIT.INFO, 64).is(NtStatus.SUCCESS, 21);
        ByteBuffer expected = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        FIRST.write(expected, 0);
        expected.put(16, new byte[] {2, 1, 1, 1, 3});
        assertArrayEquals(expected.array(), Arrays.copyOf(reply.data().array(), 21));
    }

    @Test
    void theFilterItselfDoesNotKnowTheSet() {
        Client.property(filter, Client.request(item(FIRST, 1), KSPROPERTY_TYPE.GET, 2, 0), 3)
                .is(NtStatus.PROPSET_NOT_FOUND, 0);
    }

    @Test
    void aControlTellsItsLength() {
        get(1, 0).is(NtStatus.BUFFER_OVERFLOW, 3);
        get(1, 2).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void aValueIsBytes() {
        onNode(2, FIRST, 1, KSPROPERTY_TYPE.SET, new byte[] {-1, 2, 3, 99}).is(NtStatus.SUCCESS, 0);
        assertArrayEquals(new byte[] {-1, 2, 3}, unit.value(1));
        Client.Reply reply = get(1, 8).is(NtStatus.SUCCESS, 3);
        assertArrayEquals(new byte[] {-1, 2, 3, 0, 0, 0, 0, 0}, reply.data().array());
    }

    @Test
    void aValueThatIsShortIsRefused() {
        onNode(2, FIRST, 1, KSPROPERTY_TYPE.SET, new byte[] {1, 2}).is(NtStatus.BUFFER_TOO_SMALL, 0);
        assertArrayEquals(new byte[] {5, 5, 5}, unit.value(1));
    }

    @Test
    void whatCanOnlyBeReadIsNotWritten() {
        onNode(2, FIRST, 2, KSPROPERTY_TYPE.SET, new byte[] {1}).is(NtStatus.NOT_FOUND, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 31, KSPROPERTY_EXTENSION_UNIT.PASS_THROUGH, -1})
    void aControlThatThereIsNotIsNotFound(int selector) {
        get(selector, 8).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void theRangeHasNoSteps() {
        byte[] description = support(KSPROPERTY_TYPE.BASICSUPPORT, 40 + 16 + 6 + 16 + 3);
        assertArrayEquals(Client.ints(1, 6, 1, 0), Arrays.copyOfRange(description, 40, 56), "RANGES");
        assertArrayEquals(new byte[] {0, 0, 1, 9, 8, 7}, Arrays.copyOfRange(description, 56, 62));
    }

    @Test
    void theDefaultIsAskedForByItself() {
        byte[] description = support(KSPROPERTY_TYPE.DEFAULTVALUES, 40 + 16 + 3);
        assertArrayEquals(Client.ints(3, 3, 1, 1), Arrays.copyOfRange(description, 40, 56), "VALUES, DEFAULT");
        assertArrayEquals(new byte[] {5, 5, 5}, Arrays.copyOfRange(description, 56, 59));
    }

    @Test
    void controlsOfNoOrOfSeveralLengthsAreRefused() {
        ExtensionUnit.Builder builder = ExtensionUnit.of(FIRST);
        assertThrows(IllegalArgumentException.class, () -> builder.control(new byte[1], new byte[2], new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> builder.readOnly(new byte[0]));
    }

    @Test
    void aUnitHas31Controls() {
        ExtensionUnit.Builder builder = ExtensionUnit.of(FIRST);
        for (int i = 0; i < 31; i++) {
            builder.readOnly(new byte[] {(byte) i});
        }
        assertThrows(IllegalArgumentException.class, () -> builder.readOnly(new byte[1]));
        assertArrayEquals(new byte[] {30}, builder.build().value(31));
    }

    @Test
    void aSelectorBeyondTheControlsIsNoElement() {
        assertThrows(NoSuchElementException.class, () -> unit.value(0));
        assertThrows(NoSuchElementException.class, () -> unit.value(3));
    }
}

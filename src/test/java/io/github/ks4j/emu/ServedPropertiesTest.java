package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.ks4j.emu.ServedAnswers.Column;
import io.github.ks4j.emu.ServedObject.Kind;
import io.github.ks4j.emu.ServedObject.Opened;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.MalformedValueException;
import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Every property of every object of the ready-made devices, and of one that is described with all there is, found as a
 * client finds it: its value, the size that it tells, room that is short of it, a request that is, a thing that is not
 * there, and an operation that it has not. What does not keep to the rule stands in {@link ServedAnswers}, with the
 * reason.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedPropertiesTest {
    private static final int GET = ServedProperty.GET;
    private static final int SET = ServedProperty.SET;
    private static final int ROOM = ServedProperty.ROOM;
    private static final int NOT_THERE = ServedProperty.NOT_THERE;
    private static final int UNKNOWN_OPERATION = 0x0002_0000;
    private static final byte UNTOUCHED = 0x5A;

    private ServedDevices devices;
    private List<ServedProperty> properties;

    @BeforeAll
    void open() {
        devices = new ServedDevices();
        properties = devices.objects().stream()
                .flatMap(object -> ServedProperty.of(object).stream())
                .toList();
    }

    @AfterAll
    void close() {
        devices.close();
    }

    private interface Check {
        void run(ServedProperty property, Opened opened, NtStatus expected) throws Exception;
    }

    private Stream<DynamicTest> each(Column column, Predicate<ServedProperty> chosen, Check check) {
        return properties.stream()
                .filter(chosen)
                .map(property -> dynamicTest(property.toString(), () -> {
                    try (Opened opened = property.object.open()) {
                        check.run(property, opened, ServedAnswers.to(column, property));
                    } catch (AssertionError e) {
                        // Reports give the number of a dynamic test, not its name.
                        throw new AssertionError(property + ": " + e.getMessage(), e);
                    }
                }));
    }

    private Stream<DynamicTest> each(Column column, Check check) {
        return each(column, property -> true, check);
    }

    private static boolean hasValue(ServedProperty property) {
        return property.gets() && ServedAnswers.to(Column.VALUE, property).isSuccess();
    }

    private static boolean hasSize(ServedProperty property) {
        return hasValue(property) && !ServedAnswers.to(Column.SIZE, property).isSuccess();
    }

    private static boolean takesValue(ServedProperty property) {
        return property.sets() && (property.hasExample() || hasValue(property));
    }

    private static boolean takesMoreThanNothing(ServedProperty property) {
        return property.sets() && (property.hasExample() || hasSize(property));
    }

    @TestFactory
    Stream<DynamicTest> everyItemOfTheDefaultSetsIsSomewhere() {
        return ServedItems.all()
                .map(item -> dynamicTest(
                        item.name(),
                        () -> assertTrue(
                                properties.stream().anyMatch(property -> answers(property, item)), item::name)));
    }

    /** Whether a property is the item, and has a value, or takes one if that is all it does. */
    private static boolean answers(ServedProperty property, KsProperty<?> item) {
        return property.known().filter(item::equals).isPresent()
                && (property.gets()
                        ? hasValue(property)
                        : takesValue(property)
                                && ServedAnswers.to(Column.SET, property).isSuccess());
    }

    @TestFactory
    Stream<DynamicTest> hasAValueOfItsType() {
        return each(Column.VALUE, ServedProperty::gets, (property, opened, expected) -> {
            Client.Reply reply = property.send(opened, GET, new byte[ROOM]).is(expected);
            if (hasSize(property)) {
                decode(property, reply);
            }
        });
    }

    private static void decode(ServedProperty property, Client.Reply reply) throws MalformedValueException {
        int size = reply.information();
        assertNotEquals(0, size);
        if (property.known().isPresent()) {
            ByteBuffer value = reply.data().slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
            property.known().get().codec().decode(Abi.X64, value, size);
        }
    }

    @TestFactory
    Stream<DynamicTest> tellsTheSizeOfItsValue() {
        return each(Column.SIZE, ServedPropertiesTest::hasValue, (property, opened, expected) -> {
            Client.Reply size = property.send(opened, GET, new byte[0]).is(expected);
            if (size.status().isWarning()) {
                assertNotEquals(0, size.information());
                property.send(opened, GET, new byte[size.information()]).is(NtStatus.SUCCESS, size.information());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> needsRoomForItsValue() {
        return each(Column.SHORT_ROOM, ServedPropertiesTest::hasSize, (property, opened, expected) -> {
            byte[] request = property.request(opened, GET);
            int size = property.send(opened, request, new byte[0]).information();
            byte[] room = new byte[size - 1];
            Arrays.fill(room, UNTOUCHED);
            Client.Reply reply = property.send(opened, request, room).is(expected);
            assertArrayEquals(room, reply.data().array(), "nothing is written");
        });
    }

    @TestFactory
    Stream<DynamicTest> takesAValue() {
        return each(Column.SET, ServedPropertiesTest::takesValue, (property, opened, expected) -> {
            byte[] value = property.value(opened);
            property.send(opened, SET, value).is(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> takesNoShortValue() {
        return each(Column.SHORT_VALUE, ServedPropertiesTest::takesMoreThanNothing, (property, opened, expected) -> {
            byte[] value = property.value(opened);
            property.send(opened, SET, Arrays.copyOf(value, value.length - 1)).is(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> needsAWholeRequest() {
        return each(Column.SHORT_REQUEST, (property, opened, expected) -> {
            byte[] request = property.request(opened, property.gets() ? GET : SET);
            int head = property.object.kind() == Kind.NODE ? ServedObject.NODE_HEAD : ServedObject.HEAD;
            NtStatus status = request.length == head ? NtStatus.INVALID_BUFFER_SIZE : expected;
            property.send(opened, Arrays.copyOf(request, request.length - 1), new byte[ROOM])
                    .is(status, 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> isOfNothingThatIsNotThere() {
        return each(Column.WRONG_INSTANCE, ServedProperty::hasAddress, (property, opened, expected) -> {
            int operation = property.gets() ? GET : SET;
            byte[] data = takesValue(property) || hasValue(property) ? property.value(opened) : new byte[ROOM];
            for (ServedProperty.Address address : property.addresses(opened)) {
                for (int wrong : new int[] {address.first(), NOT_THERE}) {
                    byte[] request = property.request(opened, operation);
                    property.send(opened, ServedObject.withWord(request, address.offset(), wrong), data)
                            .is(expected, 0);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> belongsToItsObject() {
        return each(Column.WRONG_OBJECT, (property, opened, expected) -> {
            byte[] request = property.request(opened, property.gets() ? GET : SET);
            try (Opened stranger = devices.stranger.open()) {
                property.send(stranger, ServedObject.withoutTopology(request), new byte[ROOM])
                        .is(expected, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hasNoOperationThatItDoesNotTell() {
        return each(Column.OPERATION, (property, opened, expected) -> {
            byte[] room = new byte[ROOM];
            property.send(opened, UNKNOWN_OPERATION, room).is(expected, 0);
            if (!property.gets()) {
                property.send(opened, GET, room).is(expected, 0);
            }
            if (!property.sets()) {
                property.send(opened, SET, room).is(expected, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theTableHasNothingThatNoPropertyNeeds() {
        return ServedAnswers.rows().stream()
                .map(row -> dynamicTest(
                        row.reason(), () -> assertTrue(properties.stream().anyMatch(row::isAbout), row::toString)));
    }
}

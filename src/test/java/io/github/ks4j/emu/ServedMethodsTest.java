package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.ks4j.emu.ServedObject.Opened;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_STREAMIO;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Every method of every object of the ready-made devices, and of one that is described with all there is, found as a
 * client finds it.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedMethodsTest {
    private static final int MOST_ITEMS = 8;
    private static final int ROOM = 1 << 12;
    private static final int SOME_BYTES = 16;
    private static final int POINTER = 8;

    private ServedDevices devices;
    private List<Method> methods;

    private record Method(ServedObject object, Guid set, int id, int flags) {
        boolean is(KsItem item) {
            return item.set().guid().equals(set) && item.id() == id;
        }

        boolean isOfAllocator() {
            return set.equals(KSMETHOD_STREAMALLOCATOR.SET.guid());
        }

        /** The least data: an address, or a byte. */
        int least() {
            return isOfAllocator() ? POINTER : 1;
        }

        byte[] request(int operation) {
            return object.request(set, id, operation, new byte[0]);
        }

        Client.Reply send(Opened opened, int operation, byte[] data) {
            return control(opened, request(operation), data);
        }

        /** Data that the method takes: for FREE, a frame. */
        byte[] data(Opened opened) {
            if (!is(KSMETHOD_STREAMALLOCATOR.FREE)) {
                return new byte[isOfAllocator() ? POINTER : SOME_BYTES];
            }
            byte[] alloc = object.request(set, KSMETHOD_STREAMALLOCATOR.ALLOC.id(), KSMETHOD_TYPE.SEND, new byte[0]);
            return control(opened, alloc, new byte[POINTER])
                    .is(NtStatus.SUCCESS, POINTER)
                    .data()
                    .array();
        }

        @Override
        public String toString() {
            return Catalogue.nameOf(KsMethod.class, set, id) + ", " + object;
        }
    }

    private static Client.Reply control(Opened opened, byte[] request, byte[] data) {
        return Client.control(opened.handle(), IOCTL_KS.METHOD, request, data);
    }

    @BeforeAll
    void open() {
        devices = new ServedDevices();
        methods = devices.objects().stream()
                .flatMap(object -> methods(object).stream())
                .toList();
    }

    @AfterAll
    void close() {
        devices.close();
    }

    private static List<Method> methods(ServedObject object) {
        List<Method> found = new ArrayList<>();
        try (Opened opened = object.open()) {
            for (Guid set : sets(opened, object)) {
                for (int id = 0; id < MOST_ITEMS; id++) {
                    byte[] support = object.request(set, id, KSMETHOD_TYPE.BASICSUPPORT, new byte[0]);
                    Client.Reply reply = control(opened, support, new byte[4]);
                    if (!reply.status().equals(NtStatus.NOT_FOUND)) {
                        found.add(new Method(object, set, id, reply.ulong()));
                    }
                }
            }
        }
        return found;
    }

    private static List<Guid> sets(Opened opened, ServedObject object) {
        byte[] request = object.request(Guid.NULL, 0, KSMETHOD_TYPE.SETSUPPORT, new byte[0]);
        return ServedProperty.guids(control(opened, request, new byte[ROOM]));
    }

    private interface Check {
        void run(Method method, Opened opened) throws Exception;
    }

    private Stream<DynamicTest> each(Predicate<Method> chosen, Check check) {
        return methods.stream()
                .filter(chosen)
                .map(method -> dynamicTest(method.toString(), () -> {
                    try (Opened opened = method.object.open()) {
                        check.run(method, opened);
                    } catch (AssertionError e) {
                        throw new AssertionError(method + ": " + e.getMessage(), e);
                    }
                }));
    }

    private Stream<DynamicTest> each(Check check) {
        return each(method -> true, check);
    }

    @Test
    void allMethodsOfTheStandardSetsAreThere() {
        Set<String> names = methods.stream()
                .map(method -> Catalogue.nameOf(KsMethod.class, method.set, method.id))
                .collect(Collectors.toSet());
        Stream.concat(KSMETHOD_STREAMALLOCATOR.ITEMS.stream(), KSMETHOD_STREAMIO.ITEMS.stream())
                .forEach(item -> assertTrue(names.contains(item.name()), item::name));
    }

    @TestFactory
    Stream<DynamicTest> tellsTheDirectionOfItsData() {
        return each((method, opened) -> {
            Catalogue.items().stream()
                    .filter(item -> item instanceof KsMethod && method.is(item))
                    .forEach(item -> assertEquals(((KsMethod) item).direction().type(), method.flags));
            method.send(opened, KSMETHOD_TYPE.BASICSUPPORT, new byte[0]).is(NtStatus.BUFFER_OVERFLOW, 4);
            method.send(opened, KSMETHOD_TYPE.BASICSUPPORT, new byte[3]).is(NtStatus.BUFFER_TOO_SMALL, 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> doesWhatItDoes() {
        return each((method, opened) -> {
            byte[] data = method.data(opened);
            method.send(opened, KSMETHOD_TYPE.SEND, data).is(NtStatus.SUCCESS);
        });
    }

    @TestFactory
    Stream<DynamicTest> tellsTheSizeOfItsData() {
        return each((method, opened) ->
                method.send(opened, KSMETHOD_TYPE.SEND, new byte[0]).is(NtStatus.BUFFER_OVERFLOW, method.least()));
    }

    @TestFactory
    Stream<DynamicTest> needsAllOfItsData() {
        return each(
                method -> method.least() > 1,
                (method, opened) -> method.send(opened, KSMETHOD_TYPE.SEND, new byte[method.least() - 1])
                        .is(NtStatus.BUFFER_TOO_SMALL, 0));
    }

    @TestFactory
    Stream<DynamicTest> needsAWholeRequest() {
        return each((method, opened) -> {
            byte[] request = Arrays.copyOf(method.request(KSMETHOD_TYPE.SEND), ServedObject.HEAD - 1);
            control(opened, request, new byte[ROOM]).is(NtStatus.INVALID_BUFFER_SIZE, 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> belongsToItsObject() {
        return each((method, opened) -> {
            try (Opened stranger = devices.stranger.open()) {
                control(stranger, method.request(KSMETHOD_TYPE.SEND), new byte[ROOM])
                        .is(NtStatus.PROPSET_NOT_FOUND, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isSentAndNothingElse() {
        return each((method, opened) -> {
            for (int operation : new int[] {KSMETHOD_TYPE.NONE, KSMETHOD_TYPE.WRITE, KSMETHOD_TYPE.MODIFY}) {
                method.send(opened, operation, new byte[ROOM]).is(NtStatus.NOT_FOUND, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> takesNoFrameThatIsNotOut() {
        return each(
                method -> method.is(KSMETHOD_STREAMALLOCATOR.FREE),
                (method, opened) -> method.send(opened, KSMETHOD_TYPE.SEND, new byte[POINTER])
                        .is(NtStatus.INVALID_PARAMETER, 0));
    }
}

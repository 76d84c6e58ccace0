package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.ks4j.emu.ServedObject.Kind;
import io.github.ks4j.emu.ServedObject.Opened;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The property, method and event sets of every object of the ready-made devices, and of one that has all there is. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedSetsTest {
    private static final Guid UNKNOWN = Guid.of("{4B53344A-FFFF-FFFF-FFFF-4B53344AFFFF}");
    private static final int NO_ITEM = 0x7FFF_FFFF;
    private static final int ROOM = 1 << 12;

    private ServedDevices devices;

    /** SETSUPPORT and BASICSUPPORT are the same numbers for all; so is what gets, sends and enables. */
    private enum SetKind {
        PROPERTIES(IOCTL_KS.PROPERTY),
        METHODS(IOCTL_KS.METHOD),
        EVENTS(IOCTL_KS.ENABLE_EVENT);

        final int code;

        SetKind(int code) {
            this.code = code;
        }
    }

    /** The sets of one kind that an object has. */
    private record Sets(ServedObject object, SetKind kind) {
        Client.Reply ask(Opened opened, Guid set, int id, int operation, int length) {
            byte[] request = object.request(set, id, operation, new byte[0]);
            return Client.control(opened.handle(), kind.code, request, new byte[length]);
        }

        Client.Reply list(Opened opened, int length) {
            return ask(opened, Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT, length);
        }

        @Override
        public String toString() {
            return kind + " of " + object;
        }

        List<Guid> all(Opened opened) {
            return ServedProperty.guids(list(opened, ROOM));
        }
    }

    @BeforeAll
    void open() {
        devices = new ServedDevices();
    }

    @AfterAll
    void close() {
        devices.close();
    }

    private interface Check {
        void run(Sets sets, Opened opened);
    }

    private Stream<DynamicTest> each(Check check) {
        return devices.objects().stream()
                .flatMap(object -> Stream.of(SetKind.values()).map(kind -> new Sets(object, kind)))
                .map(sets -> dynamicTest(sets.toString(), () -> {
                    try (Opened opened = sets.object.open()) {
                        check.run(sets, opened);
                    } catch (AssertionError e) {
                        throw new AssertionError(sets + ": " + e.getMessage(), e);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> areListed() {
        return each((sets, opened) -> {
            Client.Reply list = sets.list(opened, ROOM).is(NtStatus.SUCCESS);
            assertEquals(0, list.information() % Guid.SIZE);
        });
    }

    @TestFactory
    Stream<DynamicTest> areListedWhereThereIsRoom() {
        return each((sets, opened) -> {
            int size = sets.list(opened, ROOM).information();
            if (size == 0) {
                sets.list(opened, 0).is(NtStatus.SUCCESS, 0);
            } else {
                sets.list(opened, 0).is(NtStatus.BUFFER_OVERFLOW, size);
                sets.list(opened, size - 1).is(NtStatus.BUFFER_TOO_SMALL, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> areSupported() {
        return each((sets, opened) -> sets.all(opened)
                .forEach(set ->
                        sets.ask(opened, set, 0, KSPROPERTY_TYPE.SETSUPPORT, 0).is(NtStatus.SUCCESS, 0)));
    }

    @TestFactory
    Stream<DynamicTest> areAllThereAre() {
        return each((sets, opened) -> {
            for (int operation :
                    new int[] {KSPROPERTY_TYPE.SETSUPPORT, KSPROPERTY_TYPE.BASICSUPPORT, KSPROPERTY_TYPE.GET}) {
                sets.ask(opened, UNKNOWN, 0, operation, ROOM).is(NtStatus.PROPSET_NOT_FOUND, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> haveNoItemsThatAreNotTold() {
        return each((sets, opened) -> {
            for (Guid set : sets.all(opened)) {
                sets.ask(opened, set, NO_ITEM, KSPROPERTY_TYPE.GET, ROOM).is(NtStatus.NOT_FOUND, 0);
                sets.ask(opened, set, NO_ITEM, KSPROPERTY_TYPE.BASICSUPPORT, ROOM)
                        .is(NtStatus.NOT_FOUND, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ofNodesNeedANodeThatIsThere() {
        return devices.objects().stream()
                .filter(object -> object.kind() == Kind.NODE)
                .map(object -> dynamicTest(object.toString(), () -> {
                    try (Opened opened = object.open()) {
                        for (SetKind kind : SetKind.values()) {
                            byte[] request = ServedObject.withWord(
                                    object.request(Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT, new byte[0]),
                                    ServedObject.HEAD,
                                    ServedDevices.nodes(opened.filter()));
                            Client.control(opened.handle(), kind.code, request, new byte[ROOM])
                                    .is(NtStatus.INVALID_PARAMETER, 0);
                        }
                    }
                }));
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.ks4j.emu.ServedObject.Kind;
import io.github.ks4j.emu.ServedObject.Opened;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_AUDIO_CONTROL_CHANGE;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSEVENT_LOOPEDSTREAMING;
import io.github.ks4j.set.KSEVENT_PINCAPS_CHANGENOTIFICATIONS;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * Every event of every object of the ready-made devices, and of one that is described with all there is, found as a
 * client finds it.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedEventsTest {
    private static final int MOST_ITEMS = 8;
    private static final int ROOM = 1 << 12;
    private static final int KSEVENTDATA = 32;
    private static final int UNKNOWN_OPERATION = 0x0002_0000;

    private ServedDevices devices;
    private List<Event> events;

    private record Event(ServedObject object, Guid set, int id) {
        boolean is(KsEvent item) {
            return item.set().guid().equals(set) && item.id() == id;
        }

        boolean isOfPin() {
            return is(KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE);
        }

        /** The size of the data with which the event is enabled. */
        int dataSize() {
            return is(KSEVENT_CLOCK_POSITION.INTERVAL_MARK)
                    ? KSEVENTDATA + 16
                    : is(KSEVENT_CLOCK_POSITION.MARK) || is(KSEVENT_LOOPEDSTREAMING.POSITION)
                            ? KSEVENTDATA + 8
                            : KSEVENTDATA;
        }

        /** The shortest request; that of an event of pins names one that has jacks. */
        byte[] request(int operation) {
            return object.request(set, id, operation, isOfPin() ? Client.ints(firstWithJacks(), 0) : new byte[0]);
        }

        private int firstWithJacks() {
            return object.toString().startsWith("full") ? 2 : AudioTopology.SPEAKER;
        }

        Client.Reply send(Opened opened, int operation, byte[] data) {
            return control(opened, request(operation), data);
        }

        /** The data of an event, with an interval of a second if it has one. */
        byte[] data(int type, long handle) {
            ByteBuffer data = ByteBuffer.allocate(dataSize()).order(ByteOrder.LITTLE_ENDIAN);
            if (is(KSEVENT_CLOCK_POSITION.INTERVAL_MARK)) {
                data.putLong(KSEVENTDATA + 8, KsTimeSource.SECOND);
            }
            return data.putInt(0, type).putLong(8, handle).array();
        }

        @Override
        public String toString() {
            return Catalogue.nameOf(KsEvent.class, set, id) + ", " + object;
        }
    }

    private static Client.Reply control(Opened opened, byte[] request, byte[] data) {
        return Client.control(opened.handle(), IOCTL_KS.ENABLE_EVENT, request, data);
    }

    @BeforeAll
    void open() {
        devices = new ServedDevices();
        events = devices.objects().stream()
                .flatMap(object -> events(object).stream())
                .toList();
    }

    @AfterAll
    void close() {
        devices.close();
    }

    private static List<Event> events(ServedObject object) {
        List<Event> found = new ArrayList<>();
        try (Opened opened = object.open()) {
            for (Guid set : sets(opened, object)) {
                for (int id = 0; id < MOST_ITEMS; id++) {
                    Event event = new Event(object, set, id);
                    if (event.send(opened, KSEVENT_TYPE.BASICSUPPORT, new byte[0])
                            .status()
                            .isSuccess()) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }

    private static List<Guid> sets(Opened opened, ServedObject object) {
        byte[] request = object.request(Guid.NULL, 0, KSEVENT_TYPE.SETSUPPORT, new byte[0]);
        return ServedProperty.guids(control(opened, request, new byte[ROOM]));
    }

    private interface Check {
        void run(Event event, Opened opened) throws Exception;
    }

    private Stream<DynamicTest> each(Predicate<Event> chosen, Check check) {
        return events.stream()
                .filter(chosen)
                .map(event -> dynamicTest(event.toString(), () -> {
                    try (Opened opened = event.object.open()) {
                        check.run(event, opened);
                    } catch (AssertionError e) {
                        throw new AssertionError(event + ": " + e.getMessage(), e);
                    }
                }));
    }

    private Stream<DynamicTest> each(Check check) {
        return each(event -> true, check);
    }

    private KsSignal signal() {
        return devices.driver().createEvent(false);
    }

    @Test
    void allEventsOfTheStandardSetsAreThere() {
        Set<String> names = events.stream()
                .map(event -> Catalogue.nameOf(KsEvent.class, event.set, event.id))
                .collect(Collectors.toSet());
        Stream.of(
                        KSEVENT_CONNECTION.ITEMS,
                        KSEVENT_CLOCK_POSITION.ITEMS,
                        KSEVENT_LOOPEDSTREAMING.ITEMS,
                        List.of(
                                KSEVENT_STREAMALLOCATOR.FREEFRAME,
                                KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE,
                                KSEVENT_PINCAPS_CHANGENOTIFICATIONS.JACKINFOCHANGE))
                .flatMap(List::stream)
                .forEach(item -> assertTrue(names.contains(item.name()), item::name));
    }

    @TestFactory
    Stream<DynamicTest> isEnabledAndDisabled() {
        return each((event, opened) -> {
            byte[] request = event.request(KSEVENT_TYPE.ENABLE);
            try (KsSignal signal = signal();
                    KsBuffer in = devices.driver().allocate(request.length);
                    KsBuffer data = devices.driver().allocate(event.dataSize())) {
                in.bytes().put(0, request);
                data.bytes().put(0, event.data(KSEVENTF.EVENT_HANDLE, signal.value()));
                Handle handle = opened.handle();
                assertEquals(
                        NtStatus.SUCCESS,
                        IoStatusBlock.status(
                                handle.control(IOCTL_KS.ENABLE_EVENT, in, request.length, data, event.dataSize())));
                assertEquals(NtStatus.SUCCESS, disable(handle, data));
                assertEquals(NtStatus.UNSUCCESSFUL, disable(handle, data));
            }
        });
    }

    private static NtStatus disable(Handle handle, KsBuffer data) {
        return IoStatusBlock.status(handle.control(IOCTL_KS.DISABLE_EVENT, data, KSEVENTDATA, null, 0));
    }

    @TestFactory
    Stream<DynamicTest> needsAllOfItsData() {
        return each((event, opened) -> {
            try (KsSignal signal = signal()) {
                byte[] data = event.data(KSEVENTF.EVENT_HANDLE, signal.value());
                byte[] shorter = Arrays.copyOf(data, data.length - 1);
                event.send(opened, KSEVENT_TYPE.ENABLE, shorter).is(NtStatus.BUFFER_TOO_SMALL, 0);
                event.send(opened, KSEVENT_TYPE.ENABLE, new byte[0]).is(NtStatus.BUFFER_TOO_SMALL, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isNotToldInWaysOfTheKernel() {
        return each((event, opened) -> {
            for (int type : new int[] {
                0,
                KSEVENTF.EVENT_OBJECT,
                KSEVENTF.SEMAPHORE_OBJECT,
                KSEVENTF.DPC,
                KSEVENTF.WORKITEM,
                KSEVENTF.KSWORKITEM,
                KSEVENTF.EVENT_HANDLE | KSEVENTF.SEMAPHORE_HANDLE
            }) {
                event.send(opened, KSEVENT_TYPE.ENABLE, event.data(type, 4)).is(NtStatus.INVALID_PARAMETER, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isToldToAnEventOrASemaphore() {
        return each((event, opened) -> {
            long none = ServedProperty.NOT_THERE;
            long file = opened.handle().value();
            for (int type : new int[] {KSEVENTF.EVENT_HANDLE, KSEVENTF.SEMAPHORE_HANDLE}) {
                event.send(opened, KSEVENT_TYPE.ENABLE, event.data(type, none)).is(NtStatus.INVALID_HANDLE, 0);
                event.send(opened, KSEVENT_TYPE.ENABLE, event.data(type, file)).is(NtStatus.OBJECT_TYPE_MISMATCH, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> needsAWholeRequest() {
        return each((event, opened) -> {
            byte[] head = Arrays.copyOf(event.request(KSEVENT_TYPE.ENABLE), ServedObject.HEAD - 1);
            control(opened, head, new byte[event.dataSize()]).is(NtStatus.INVALID_BUFFER_SIZE, 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> needsToHearWhatItIsAbout() {
        return each(event -> event.object.kind() == Kind.NODE || event.isOfPin(), (event, opened) -> {
            try (KsSignal signal = signal()) {
                byte[] data = event.data(KSEVENTF.EVENT_HANDLE, signal.value());
                byte[] request = event.request(KSEVENT_TYPE.ENABLE);
                control(opened, Arrays.copyOf(request, request.length - 1), data)
                        .is(event.isOfPin() ? NtStatus.INVALID_PARAMETER : NtStatus.INVALID_BUFFER_SIZE, 0);
                for (int wrong : new int[] {first(event, opened), ServedProperty.NOT_THERE}) {
                    control(opened, ServedObject.withWord(request, ServedObject.HEAD, wrong), data)
                            .is(NtStatus.INVALID_PARAMETER, 0);
                }
            }
        });
    }

    /** The first pin or node that there is not. */
    private static int first(Event event, Opened opened) {
        return event.isOfPin() ? ServedDevices.pins(opened.filter()) : ServedDevices.nodes(opened.filter());
    }

    @TestFactory
    Stream<DynamicTest> isNotOfPinsWithoutJacks() {
        return each(Event::isOfPin, (event, opened) -> {
            try (KsSignal signal = signal()) {
                byte[] request = event.request(KSEVENT_TYPE.ENABLE);
                control(
                                opened,
                                ServedObject.withWord(request, ServedObject.HEAD, 0),
                                event.data(KSEVENTF.EVENT_HANDLE, signal.value()))
                        .is(NtStatus.INVALID_DEVICE_REQUEST, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> belongsToItsObject() {
        return each((event, opened) -> {
            byte[] request = ServedObject.withoutTopology(event.request(KSEVENT_TYPE.ENABLE));
            try (Opened stranger = devices.stranger.open()) {
                control(stranger, request, new byte[event.dataSize()]).is(NtStatus.PROPSET_NOT_FOUND, 0);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hasNoOperationThatThereIsNot() {
        return each((event, opened) -> event.send(opened, UNKNOWN_OPERATION, new byte[event.dataSize()])
                .is(NtStatus.INVALID_PARAMETER, 0));
    }

    @TestFactory
    Stream<DynamicTest> hasNoBufferUnlessItIsEnabled() {
        return each((event, opened) -> {
            byte[] query = Arrays.copyOf(event.request(KSEVENT_TYPE.QUERYBUFFER), 40);
            control(opened, query, new byte[ROOM]).is(NtStatus.NOT_FOUND, 0);
        });
    }
}

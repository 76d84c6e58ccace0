package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
    private static final KsSet SET = new KsSet("KSEVENTSETID_Test", Guid.of("5A3F0001-0000-4000-8000-000000000001"));
    private static final int PLAIN = 1;
    private static final int DRIVERS = 2;
    private static final int TOLD = 3;

    private static final long REQUEST = 0x1_0000;
    private static final long DATA = 0x2_0000;
    private static final int HANDLE = 0x44;

    private final Client client = new Client();
    private final FileObject file = new FileObject("file");
    private final EventList list = new EventList();
    private final List<String> told = new ArrayList<>();
    private NtStatus added = NtStatus.SUCCESS;
    private EventEntry addedEntry;
    private final SetTable<EventSet> table = SetTable.of(EventSet.of(SET)
            .item(PLAIN)
            .item(DRIVERS)
            .dataInput(40)
            .extraEntryData(16)
            .add((irp, data, entry) -> {
                addedEntry = entry;
                if (added.isSuccess()) {
                    list.add(entry);
                }
                return added;
            })
            .item(TOLD)
            .remove((from, entry) -> {
                told.add("removed");
                entry.unlink();
            })
            .build());

    private Irp irp(int code, long input, int inputLength, long output, int outputLength) {
        return new Irp()
                .initialize(file, client, code, input, inputLength, output, outputLength, true, (over, block) -> {});
    }

    private Irp request(int id, int operation, int type, int dataLength) {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        SET.guid().write(head, 0);
        head.putInt(16, id).putInt(20, operation);
        client.map(REQUEST, head.array());
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, type).putLong(8, HANDLE).putInt(20, 3);
        client.map(DATA, data.array());
        return irp(IOCTL_KS.ENABLE_EVENT, REQUEST, 24, DATA, dataLength);
    }

    private NtStatus enable(int id, int operation) {
        return KsEnableEvent.handle(request(id, operation, KSEVENTF.EVENT_HANDLE, 40), table, list);
    }

    private NtStatus disable() {
        return KsDisableEvent.handle(irp(IOCTL_KS.DISABLE_EVENT, DATA, 32, 0, 0), list);
    }

    @Test
    void anEnabledEventSetsTheClientsEventEachTime() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        list.generate(SET.guid(), PLAIN);
        list.generate(null, PLAIN);
        assertEquals(2, client.event.sets);
    }

    @Test
    void anEventOfAnotherSetOrItemIsNotForTheClient() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        list.generate(Guid.NULL, PLAIN);
        list.generate(SET.guid(), TOLD);
        assertEquals(0, client.event.sets);
    }

    @Test
    void aOneShotEventNotifiesOnce() {
        enable(TOLD, KSEVENT_TYPE.ONESHOT);
        list.generate(null, TOLD);
        list.generate(null, TOLD);
        assertEquals(1, client.event.sets);
        assertEquals(List.of("removed"), told);
        assertEquals(0, client.event.references);
    }

    @Test
    void aOneShotEventAmongOthersLeavesThemInPlace() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        enable(PLAIN, KSEVENT_TYPE.ONESHOT);
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        list.generate(null, PLAIN);
        list.generate(null, PLAIN);
        assertEquals(5, client.event.sets);
    }

    @Test
    void aSemaphoreIsReleasedByItsAdjustment() {
        KsEnableEvent.handle(request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.SEMAPHORE_HANDLE, 32), table, list);
        list.generate(null, PLAIN);
        assertEquals(3, client.semaphore.count);
    }

    @Test
    void aSemaphoreAtItsLimitSaysSo() {
        KsEnableEvent.handle(request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.SEMAPHORE_HANDLE, 32), table, list);
        client.semaphore.limit = 2;
        assertEquals(NtStatus.SEMAPHORE_LIMIT_EXCEEDED, list.first().generate());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                KSEVENTF.EVENT_OBJECT,
                KSEVENTF.SEMAPHORE_OBJECT,
                KSEVENTF.DPC,
                KSEVENTF.WORKITEM,
                KSEVENTF.KSWORKITEM
            })
    void kindsOfTheKernelAreRefusedToAUserModeClient(int type) {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, type, 32);
        assertEquals(NtStatus.INVALID_PARAMETER, KsEnableEvent.handle(irp, table, list));
        assertNull(list.first());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                KSEVENTF.EVENT_OBJECT,
                KSEVENTF.SEMAPHORE_OBJECT,
                KSEVENTF.DPC,
                KSEVENTF.WORKITEM,
                KSEVENTF.KSWORKITEM,
                KSEVENTF.EVENT_HANDLE,
                KSEVENTF.SEMAPHORE_HANDLE
            })
    void aKernelClientMayUseEveryKind(int type) {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, type, 32).fromKernelMode();
        assertEquals(NtStatus.SUCCESS, KsEnableEvent.handle(irp, table, list));
        assertEquals(NtStatus.SUCCESS, list.first().generate());
        assertEquals(1, client.notified());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 0x40, 0x81, -1})
    void aKindThatDoesNotExistIsRefused(int type) {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, type, 32).fromKernelMode();
        assertEquals(NtStatus.INVALID_PARAMETER, KsEnableEvent.handle(irp, table, list));
    }

    @Test
    void aDpcCountsItsReferences() {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.DPC, 32).fromKernelMode();
        KsEnableEvent.handle(irp, table, list);
        list.generate(null, PLAIN);
        list.generate(null, PLAIN);
        assertEquals(2, client.lock(DATA, 64, false).getInt(16));
    }

    @Test
    void anEventOfAnUnknownDpcLeavesTheClientsMemoryAlone() {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.DPC, 32).fromKernelMode();
        client.lock(DATA, 64, true).putInt(16, 5);
        client.handles = false;
        assertEquals(NtStatus.ACCESS_VIOLATION, KsEnableEvent.handle(irp, table, list));
        assertEquals(5, client.lock(DATA, 64, false).getInt(16));
    }

    @Test
    void aBufferedEventKeepsDataInsteadOfNotifying() {
        enable(PLAIN, KSEVENT_TYPE.ENABLEBUFFERED);
        list.generate(null, PLAIN, new byte[] {1, 2, 3}, null);
        assertEquals(0, client.event.sets);
        assertArrayEquals(new byte[] {1, 2, 3}, list.first().buffers().peek());
    }

    @Test
    void aBufferedEventMayDoBoth() {
        KsPolicies both = KsPolicies.RECOMMENDED.with(KsPolicy.BufferedSignal.QUEUES_AND_SIGNALS);
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLEBUFFERED, KSEVENTF.EVENT_HANDLE, 32);
        KsEnableEvent.handle(irp, table, list, null, 0, both);
        list.generate(null, PLAIN, new byte[1], null);
        assertEquals(1, client.event.sets);
        assertEquals(1, list.first().buffers().size());
    }

    @Test
    void aClientThatNeverReadsItsBuffersDoesNotUseUpTheMemory() {
        enable(PLAIN, KSEVENT_TYPE.ENABLEBUFFERED);
        byte[] data = new byte[EventEntry.LARGEST_BACKLOG / 2];
        assertEquals(NtStatus.SUCCESS, list.first().generate(data));
        assertEquals(NtStatus.SUCCESS, list.first().generate(data));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, list.first().generate(new byte[1]));
    }

    @Test
    void buffersWithoutBytesCountToo() {
        enable(PLAIN, KSEVENT_TYPE.ENABLEBUFFERED);
        for (int i = 0; i < EventEntry.MOST_BUFFERS; i++) {
            assertEquals(NtStatus.SUCCESS, list.first().generate(new byte[0]));
        }
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, list.first().generate(new byte[0]));
    }

    @Test
    void dataOfAPlainEventNotifies() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        list.generate(null, PLAIN, new byte[4], null);
        assertEquals(1, client.event.sets);
    }

    @Test
    void theHandleStaysReferencedWhileTheEventIsEnabled() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        assertEquals(1, client.event.references);
        disable();
        assertEquals(0, client.event.references);
    }

    @Test
    void aDisabledEventIsGone() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        assertEquals(NtStatus.SUCCESS, disable());
        list.generate(null, PLAIN);
        assertEquals(0, client.event.sets);
        assertEquals(NtStatus.UNSUCCESSFUL, disable());
    }

    @Test
    void anEventIsDisabledByTheAddressNotByTheContent() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        Irp elsewhere = irp(IOCTL_KS.DISABLE_EVENT, DATA + 8, 32, 0, 0);
        assertEquals(NtStatus.UNSUCCESSFUL, KsDisableEvent.handle(elsewhere, list));
    }

    @ParameterizedTest
    @CsvSource({"1", "24", "31"})
    void aShortDisableRequestIsRefused(int length) {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        Irp irp = irp(IOCTL_KS.DISABLE_EVENT, DATA, length, 0, 0);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, KsDisableEvent.handle(irp, list));
    }

    @Test
    void disablingWithoutAListIsInvalid() {
        Irp irp = irp(IOCTL_KS.DISABLE_EVENT, DATA, 32, 0, 0);
        assertEquals(NtStatus.INVALID_PARAMETER, KsDisableEvent.handle(irp, null));
    }

    @Test
    void freeingLeavesTheEventsOfOthers() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        enable(TOLD, KSEVENT_TYPE.ENABLE);
        EventEntry others = new EventEntry(
                new FileObject("other"),
                client,
                DATA,
                table.sets().get(0),
                table.sets().get(0).find(PLAIN),
                list.first().notification(),
                0,
                KsPolicies.RECOMMENDED);
        list.add(others);
        list.free(file);
        assertSame(others, list.first());
        assertNull(list.next(others));
        assertEquals(List.of("removed"), told);
    }

    @Test
    void theDriverGetsItsOwnZeroedMemory() {
        enable(DRIVERS, KSEVENT_TYPE.ENABLE);
        assertEquals(ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN), addedEntry.extra());
    }

    @Test
    void anEventThatTheDriverRefusesIsDiscarded() {
        added = NtStatus.DEVICE_BUSY;
        assertEquals(NtStatus.DEVICE_BUSY, enable(DRIVERS, KSEVENT_TYPE.ENABLE));
        assertTrue(addedEntry.isDiscarded());
        assertEquals(0, client.event.references);
    }

    @Test
    void anEventThatPendsWaitsForTheDriverToAddOrDiscardIt() {
        added = NtStatus.PENDING;
        assertEquals(NtStatus.PENDING, enable(DRIVERS, KSEVENT_TYPE.ENABLE));
        assertFalse(addedEntry.isDiscarded());
        addedEntry.unlink();
        addedEntry.discard();
        addedEntry.discard();
        assertEquals(0, client.event.references);
    }

    @Test
    void anAddHandlerThatThrowsFailsTheRequest() {
        SetTable<EventSet> throwing = SetTable.of(EventSet.of(SET)
                .item(PLAIN)
                .add((irp, data, entry) -> {
                    list.add(entry);
                    throw KsException.of("add", NtStatus.DEVICE_NOT_READY);
                })
                .build());
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32);
        assertEquals(NtStatus.DEVICE_NOT_READY, KsEnableEvent.handle(irp, throwing, list));
        assertNull(list.first());
        assertEquals(0, client.event.references);
    }

    @Test
    void aRemoveHandlerThatForgetsToUnlinkDoesNotKeepTheEventAlive() {
        SetTable<EventSet> forgetful = SetTable.of(
                EventSet.of(SET).item(PLAIN).remove((from, entry) -> {}).build());
        KsEnableEvent.handle(request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32), forgetful, list);
        disable();
        assertNull(list.first());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRemoveHandlerThatThrowsDoesNotKeepTheEventAlive(boolean error) {
        SetTable<EventSet> faulty = SetTable.of(EventSet.of(SET)
                .item(PLAIN)
                .remove((from, entry) -> {
                    if (error) {
                        throw new AssertionError("defect");
                    }
                    throw new IllegalStateException("defect");
                })
                .build());
        KsEnableEvent.handle(request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32), faulty, list);
        disable();
        assertNull(list.first());
    }

    @Test
    void anEntryCannotBeInTwoLists() {
        enable(PLAIN, KSEVENT_TYPE.ENABLE);
        EventList other = new EventList();
        EventEntry entry = list.first();
        assertThrows(IllegalStateException.class, () -> other.add(entry));
    }

    @Test
    void theEventDataOfAUserModeClientIsACopy() {
        ByteBuffer[] seen = {null};
        SetTable<EventSet> keeping = SetTable.of(EventSet.of(SET)
                .item(PLAIN)
                .add((irp, data, entry) -> {
                    client.lock(DATA, 64, true).putInt(24, 99);
                    seen[0] = data;
                    list.add(entry);
                    return NtStatus.SUCCESS;
                })
                .build());
        KsEnableEvent.handle(request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32), keeping, list);
        assertEquals(0, seen[0].getInt(24));
    }

    @Test
    void enablingWithoutAListNeedsAnAddHandler() {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32);
        assertEquals(NtStatus.INVALID_PARAMETER, KsEnableEvent.handle(irp, table, null));
    }

    @Test
    void anAllocatorProvidesTheEventParameters() {
        boolean[] input = {true};
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 36);
        NtStatus status = KsEnableEvent.handle(
                irp,
                table,
                list,
                (request, size, inputOperation) -> {
                    input[0] = inputOperation;
                    return KsBuffer.heap(size);
                },
                0);
        assertEquals(NtStatus.SUCCESS, status);
        assertFalse(input[0]);
        assertEquals(40 + 24, irp.systemBuffer().size());
        assertEquals(Irp.SYNCHRONOUS_API, irp.flags());
    }

    @Test
    void eventDataAtABadAddressIsAStatus() {
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32);
        Irp bad = irp(IOCTL_KS.ENABLE_EVENT, REQUEST, 24, 0xDEAD_0000L, irp.outputLength());
        assertEquals(NtStatus.ACCESS_VIOLATION, KsEnableEvent.handle(bad, table, list));
        assertEquals(0, client.event.references);
    }

    @ParameterizedTest
    @CsvSource({"0, STATUS_INVALID_PARAMETER", "3, STATUS_INVALID_PARAMETER", "6, STATUS_INVALID_PARAMETER"})
    void anUnknownOperationIsInvalid(int operation, String status) {
        assertEquals(status, enable(PLAIN, operation).symbol());
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY, 0, STATUS_NOT_SUPPORTED",
        "SHORT, 8, STATUS_NOT_SUPPORTED",
    })
    void shortRequestsGetTheStatusChosen(String name, int length, String status) {
        KsPolicies other =
                KsPolicies.RECOMMENDED.with(KsPolicy.EventShortInput.NOT_SUPPORTED, KsPolicy.EventEmptyInput.IS_SHORT);
        Irp irp = irp(IOCTL_KS.ENABLE_EVENT, REQUEST, length, DATA, 32);
        assertEquals(
                status, KsEnableEvent.handle(irp, table, list, null, 0, other).symbol(), name);
    }

    @Test
    void shortDataMayBeIgnoredAsASuccess() {
        KsPolicies other = KsPolicies.RECOMMENDED.with(KsPolicy.EventShortData.SUCCESS);
        Irp irp = request(DRIVERS, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32);
        assertEquals(NtStatus.SUCCESS, KsEnableEvent.handle(irp, table, list, null, 0, other));
        assertNull(list.first());
    }

    @Test
    void aBadHandleMayBeAnInvalidParameter() {
        KsPolicies other = KsPolicies.RECOMMENDED.with(KsPolicy.EventBadHandle.INVALID_PARAMETER);
        client.handles = false;
        Irp irp = request(PLAIN, KSEVENT_TYPE.ENABLE, KSEVENTF.EVENT_HANDLE, 32);
        assertEquals(NtStatus.INVALID_PARAMETER, KsEnableEvent.handle(irp, table, list, null, 0, other));
    }

    @Test
    void dataInputIsNeverNegative() {
        EventItem.Builder item = EventSet.of(SET).item(1);
        assertThrows(IllegalArgumentException.class, () -> item.dataInput(-1));
    }

    @Test
    void twoItemsOfOneNumberAreRefused() {
        EventSet.Builder set = EventSet.of(SET);
        set.item(1);
        set.item(1);
        assertThrows(IllegalArgumentException.class, set::build);
    }

    @Test
    void generatingRacesDisablingWithoutLossOrLeak() throws InterruptedException {
        AtomicInteger disabled = new AtomicInteger();
        int tries = 20_000;
        CountDownLatch start = new CountDownLatch(1);
        Thread generating = new Thread(() -> {
            start.countDown();
            while (disabled.get() < tries) {
                list.generate(null, PLAIN);
            }
        });
        generating.start();
        start.await();
        for (int i = 0; i < tries; i++) {
            enable(PLAIN, i % 2 == 0 ? KSEVENT_TYPE.ENABLE : KSEVENT_TYPE.ONESHOT);
            NtStatus status = disable();
            assertTrue(status.isSuccess() || i % 2 == 1, "only a one-shot event may have gone by itself");
            disabled.incrementAndGet();
        }
        generating.join();
        assertNull(list.first());
        assertEquals(0, client.event.references);
    }

    /** A process with an event and a semaphore, to which all its handles and pointers lead. */
    private static final class Client extends TestMemory {
        private final Event event = new Event();
        private final Semaphore semaphore = new Semaphore();
        private boolean handles = true;
        private int queued;

        int notified() {
            return event.sets + (semaphore.count > 0 ? 1 : 0) + queued;
        }

        @Override
        public <T extends KernelObject> T reference(long handle, Class<T> type) {
            if (!handles || handle != HANDLE) {
                return super.reference(handle, type);
            }
            synchronized (event) {
                event.references++;
            }
            return object(handle, type);
        }

        @Override
        public <T extends KernelObject> T object(long address, Class<T> type) {
            if (!handles) {
                return super.object(address, type);
            }
            KernelObject object = type == KernelObject.Event.class
                    ? event
                    : type == KernelObject.Semaphore.class
                            ? semaphore
                            : type == KernelObject.Dpc.class
                                    ? (KernelObject.Dpc) () -> queued++
                                    : type == KernelObject.WorkItem.class
                                            ? (KernelObject.WorkItem) queue -> queued++
                                            : (KernelObject.Worker) item -> {
                                                item.queue(0);
                                                return NtStatus.SUCCESS;
                                            };
            return type.cast(object);
        }

        private static final class Event implements KernelObject.Event {
            private int sets;
            private int references;

            @Override
            public void set(int increment) {
                sets++;
            }

            @Override
            public synchronized void dereference() {
                references--;
            }
        }

        private static final class Semaphore implements KernelObject.Semaphore {
            private int count;
            private int limit = Integer.MAX_VALUE;

            @Override
            public NtStatus release(int increment, int adjustment) {
                if (adjustment > limit - count) {
                    return NtStatus.SEMAPHORE_LIMIT_EXCEEDED;
                }
                count += adjustment;
                return NtStatus.SUCCESS;
            }
        }
    }
}

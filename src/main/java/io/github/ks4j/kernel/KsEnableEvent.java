package io.github.ks4j.kernel;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Capture.Access;
import io.github.ks4j.kernel.EventEntry.Notification;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSEVENTDATA;
import io.github.ks4j.struct.KSQUERYBUFFER;
import java.nio.ByteBuffer;

/**
 * Handles {@code IOCTL_KS_ENABLE_EVENT} by tables: {@code KsEnableEvent} and {@code KsEnableEventWithAllocator}. The
 * data of the request is a {@code KSEVENTDATA}, whose address names the event from then on.
 *
 * <p>The request is checked in this order: item size, length of the head, pointers, memory, length of a node request,
 * set, item, operation, {@code DataInput}, kind of notification, handle. User-mode clients are notified through handles
 * of events and semaphores; kernel clients also through objects, DPCs and work items.
 *
 * <p>The status is returned, never stored, and the IRP is not completed. Information is 0, but for lists of sets and
 * {@code KSEVENT_TYPE_QUERYBUFFER}. Where Microsoft's pages are silent, {@link KsPolicies} has the choice.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksenableevent">KsEnableEvent
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksenableeventwithallocator">KsEnableEventWithAllocator
 *     function</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ni-ks-ioctl_ks_enable_event">IOCTL_KS_ENABLE_EVENT
 *     control code</a>
 */
public final class KsEnableEvent {
    // The sizes of a KSEVENT_ITEM: the least item sizes that are stored.
    private static final int KSEVENT_ITEM = 40;
    private static final int KSEVENT_ITEM32 = 24;

    private static final int NOTIFICATION_TYPE = 0;

    private final Irp irp;
    private final Abi abi;
    private final SetTable<EventSet> table;
    private final EventList list;
    private final int itemSize;
    private final KsPolicies policies;

    private KsEnableEvent(Irp irp, SetTable<EventSet> table, EventList list, int itemSize, KsPolicies policies) {
        this.irp = irp;
        this.abi = irp.requestor().abi();
        this.table = table;
        this.list = list;
        this.itemSize = itemSize;
        this.policies = policies;
    }

    /**
     * {@code KsEnableEvent}: parameters lie in the pool.
     *
     * @param irp the request
     * @param table the event sets of the object
     * @param list where events without an add handler go, and where buffered data is looked for; may be null if all have
     *     one
     * @return the status of the request
     */
    public static NtStatus handle(Irp irp, SetTable<EventSet> table, EventList list) {
        return handle(irp, table, list, null, 0);
    }

    /**
     * {@code KsEnableEventWithAllocator}: the parameters of an event that is being enabled lie in memory of the filter's.
     *
     * @param irp the request
     * @param table the event sets of the object
     * @param list where events without an add handler go; may be null if all have one
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended, so that the item is kept in
     *     {@link Irp#driverContext} 3; 0 if they are not
     * @return the status of the request; {@link NtStatus#INVALID_PARAMETER} if the item size is less than
     *     the plain item's or, on a 64-bit Windows, not a multiple of 8
     */
    public static NtStatus handle(
            Irp irp, SetTable<EventSet> table, EventList list, KsAllocator allocator, int itemSize) {
        return handle(irp, table, list, allocator, itemSize, KsPolicies.RECOMMENDED);
    }

    /**
     * {@code KsEnableEventWithAllocator} with other choices than the recommended ones.
     *
     * @param irp the request
     * @param table the event sets of the object
     * @param list where events without an add handler go; may be null if all have one
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended; 0 if they are not
     * @param policies what to answer where the documentation is silent
     * @return the status of the request
     */
    public static NtStatus handle(
            Irp irp,
            SetTable<EventSet> table,
            EventList list,
            KsAllocator allocator,
            int itemSize,
            KsPolicies policies) {
        irp.information(0);
        if (!Capture.isItemSize(irp, itemSize, KSEVENT_ITEM, KSEVENT_ITEM32)) {
            return NtStatus.INVALID_PARAMETER;
        }
        return new KsEnableEvent(irp, table, list, itemSize, policies).handle(allocator);
    }

    private NtStatus handle(KsAllocator allocator) {
        boolean listsSets = irp.inputLength() == 0 && policies.eventEmptyInput == KsPolicy.EventEmptyInput.LISTS_SETS;
        if (!listsSets && Integer.compareUnsigned(irp.inputLength(), Capture.IDENTIFIER) < 0) {
            return policies.eventShortInput;
        }
        NtStatus status = Capture.checkTotal(irp);
        if (status.isSuccess() && irp.systemBuffer() == null) {
            status = listsSets ? Capture.captureRequest(irp, null, true, Access.WRITE) : capture(allocator);
        }
        if (!status.isSuccess()) {
            return status;
        }
        return listsSets ? Capture.listSets(irp, table) : dispatch(irp.requestView());
    }

    private NtStatus capture(KsAllocator allocator) {
        ByteBuffer head = irp.identifier();
        NtStatus status = irp.requestor().read(irp.type3InputBuffer(), head, 0, Capture.IDENTIFIER);
        if (!status.isSuccess()) {
            return status;
        }
        if (isEnable(head.getInt(Capture.FLAGS) & ~KSEVENT_TYPE.TOPOLOGY)) {
            status = Capture.captureRequest(irp, allocator, false, Access.READ);
            return status.isSuccess() ? Capture.captureData(irp) : status;
        }
        return Capture.captureRequest(irp, null, true, Access.WRITE);
    }

    private static boolean isEnable(int operation) {
        return operation == KSEVENT_TYPE.ENABLE
                || operation == KSEVENT_TYPE.ONESHOT
                || operation == KSEVENT_TYPE.ENABLEBUFFERED;
    }

    private NtStatus dispatch(ByteBuffer request) {
        int flags = request.getInt(Capture.FLAGS);
        if ((flags & KSEVENT_TYPE.TOPOLOGY) != 0 && irp.inputLength() < Capture.NODE_REQUEST) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int operation = flags & ~KSEVENT_TYPE.TOPOLOGY;
        if (operation == KSEVENT_TYPE.SETSUPPORT && Guid.NULL.isAt(request, 0)) {
            return Capture.listSets(irp, table);
        }
        int index = table.find(request, 0);
        if (index < 0) {
            return NtStatus.PROPSET_NOT_FOUND;
        }
        if (operation == KSEVENT_TYPE.SETSUPPORT) {
            return NtStatus.SUCCESS;
        }
        int id = request.getInt(Capture.ID);
        for (; index >= 0; index = table.next(index)) {
            EventSet set = table.sets().get(index);
            EventItem item = set.find(id);
            if (item != null) {
                return dispatch(set, item, operation, request);
            }
        }
        return NtStatus.NOT_FOUND;
    }

    private NtStatus dispatch(EventSet set, EventItem item, int operation, ByteBuffer request) {
        if (itemSize != 0) {
            irp.driverContext(3, item);
        }
        return switch (operation) {
            case KSEVENT_TYPE.ENABLE -> enable(set, item, 0);
            case KSEVENT_TYPE.ONESHOT -> enable(set, item, EventEntry.ONESHOT);
            case KSEVENT_TYPE.ENABLEBUFFERED -> enable(set, item, EventEntry.BUFFERED);
            case KSEVENT_TYPE.QUERYBUFFER -> queryBuffer(request);
            case KSEVENT_TYPE.BASICSUPPORT -> support(set, item, request);
            default -> NtStatus.INVALID_PARAMETER;
        };
    }

    private NtStatus support(EventSet set, EventItem item, ByteBuffer request) {
        irp.driverContext(0, set);
        if (item.support == null) {
            return NtStatus.SUCCESS;
        }
        NtStatus status = Capture.call(item.support, irp, request, irp.dataView());
        if (!status.equals(NtStatus.SOME_NOT_MAPPED)) {
            return status;
        }
        irp.information(0);
        return NtStatus.SUCCESS;
    }

    private NtStatus enable(EventSet set, EventItem item, int flags) {
        int least = Math.max(item.dataInput, KSEVENTDATA.LAYOUT.size(abi));
        if (Integer.compareUnsigned(irp.outputLength(), least) < 0) {
            return policies.eventShortData;
        }
        if (item.add == null && list == null) {
            return NtStatus.INVALID_PARAMETER;
        }
        ByteBuffer data = eventData();
        if (data == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        int type = data.getInt(NOTIFICATION_TYPE);
        if (!isAllowed(type)) {
            return NtStatus.INVALID_PARAMETER;
        }
        EventEntry entry;
        try {
            entry = new EventEntry(irp, set, item, notification(type, data), flags, policies);
        } catch (KsException e) {
            return policies.eventBadHandle == KsPolicy.EventBadHandle.INVALID_PARAMETER
                    ? NtStatus.INVALID_PARAMETER
                    : Capture.failure(e);
        }
        irp.driverContext(0, entry);
        if (item.add == null) {
            list.add(entry);
            return NtStatus.SUCCESS;
        }
        KsHandler add = (sent, head, eventData) -> item.add.add(sent, eventData, entry);
        NtStatus status = Capture.call(add, irp, null, data);
        if (!status.isSuccess()) {
            entry.unlink();
            entry.discard();
        }
        return status;
    }

    /** The copy of a user-mode client's event data; the memory itself of a kernel client's. */
    private ByteBuffer eventData() {
        return irp.userMode() ? irp.dataView() : irp.requestor().lock(irp.userBuffer(), irp.outputLength(), true);
    }

    private boolean isAllowed(int type) {
        return switch (type) {
            case KSEVENTF.EVENT_HANDLE, KSEVENTF.SEMAPHORE_HANDLE -> true;
            case KSEVENTF.EVENT_OBJECT,
                    KSEVENTF.SEMAPHORE_OBJECT,
                    KSEVENTF.DPC,
                    KSEVENTF.WORKITEM,
                    KSEVENTF.KSWORKITEM -> !irp.userMode();
            default -> false;
        };
    }

    private Notification notification(int type, ByteBuffer data) {
        RequestorProcess process = irp.requestor();
        // KSEVENTDATA has a form for each kind of notification: a pointer or handle, then what goes with it.
        int rest = EventEntry.rest(abi);
        long object = pointer(data, abi.pointerSize());
        int increment = data.getInt(rest);
        int adjustment = data.getInt(rest + 4);
        return switch (type) {
            case KSEVENTF.EVENT_HANDLE ->
                new Notification(type, process.reference(object, KernelObject.Event.class), 0, 0, null);
            case KSEVENTF.SEMAPHORE_HANDLE ->
                new Notification(type, process.reference(object, KernelObject.Semaphore.class), 0, adjustment, null);
            case KSEVENTF.EVENT_OBJECT ->
                new Notification(type, process.object(object, KernelObject.Event.class), increment, 0, null);
            case KSEVENTF.SEMAPHORE_OBJECT ->
                new Notification(
                        type, process.object(object, KernelObject.Semaphore.class), increment, adjustment, null);
            case KSEVENTF.DPC -> {
                KernelObject.Dpc dpc = process.object(object, KernelObject.Dpc.class);
                data.putInt(rest, 0);
                yield new Notification(type, dpc, 0, 0, null);
            }
            case KSEVENTF.WORKITEM ->
                new Notification(type, process.object(object, KernelObject.WorkItem.class), increment, 0, null);
            default ->
                new Notification(
                        type,
                        process.object(pointer(data, rest), KernelObject.Worker.class),
                        0,
                        0,
                        process.object(object, KernelObject.WorkItem.class));
        };
    }

    private long pointer(ByteBuffer data, int offset) {
        return abi == Abi.X64 ? data.getLong(offset) : Integer.toUnsignedLong(data.getInt(offset));
    }

    private NtStatus queryBuffer(ByteBuffer request) {
        if (Integer.compareUnsigned(irp.inputLength(), KSQUERYBUFFER.LAYOUT.size(abi)) < 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        if (list == null) {
            return NtStatus.NOT_FOUND;
        }
        long eventData = KSQUERYBUFFER.EventData.read(abi, request, 0);
        list.lock().lock();
        try {
            EventEntry entry = list.find(one -> one.belongsTo(irp.fileObject()) && one.eventData() == eventData);
            if (entry == null) {
                return NtStatus.NOT_FOUND;
            }
            if (!entry.isBuffered()) {
                return NtStatus.INVALID_PARAMETER;
            }
            byte[] oldest = entry.buffers().peek();
            if (oldest == null) {
                return NtStatus.NO_MORE_ENTRIES;
            }
            NtStatus status = Capture.answer(irp, oldest, oldest.length);
            if (status.isSuccess()) {
                entry.removeOldestBuffer();
            }
            return status;
        } finally {
            list.lock().unlock();
        }
    }
}

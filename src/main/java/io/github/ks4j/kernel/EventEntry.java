package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An enabled event: {@code KSEVENT_ENTRY}. {@link KsEnableEvent} makes it, and it ends when the client disables the
 * event, closes its handle, or, of a one-shot event, when it has notified.
 *
 * <p>A client is known by its file object and the address of its {@code KSEVENTDATA}; that address is never used to
 * reach memory of a user-mode client.
 *
 * <p><b>Threading.</b> What changes an entry is called under the lock of the list that it is in.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-_ksevent_entry">KSEVENT_ENTRY
 *     structure</a>
 */
public final class EventEntry {
    /** {@code KSEVENT_ENTRY_DELETED}: the event is being removed. */
    public static final int DELETED = 1;

    /** {@code KSEVENT_ENTRY_ONESHOT}: the event notifies once. */
    public static final int ONESHOT = 2;

    /** {@code KSEVENT_ENTRY_BUFFERED}: data is kept for {@code KSEVENT_TYPE_QUERYBUFFER}. */
    public static final int BUFFERED = 4;

    /** What the buffers of an event may hold: a client that never asks for them must not use up the memory. */
    static final int LARGEST_BACKLOG = 1 << 20;

    /** How many buffers an event may have: those without bytes take memory too. */
    static final int MOST_BUFFERS = 1 << 14;

    private static final Logger LOGGER = System.getLogger(EventEntry.class.getPackageName());

    private final FileObject fileObject;
    private final RequestorProcess requestor;
    private final long eventData;
    private final EventSet set;
    private final EventItem item;
    private final Notification notification;
    private final KsPolicies policies;
    private final ByteBuffer extra;
    private final AtomicBoolean discarded = new AtomicBoolean();
    private final Queue<byte[]> buffers = new ArrayDeque<>(0);
    private int backlog;
    private int flags;

    /** The list that the entry is in; null if it is in none. The links are the list's. */
    EventList list;

    EventEntry previous;
    EventEntry next;

    /**
     * How an event notifies.
     *
     * @param type the {@code KSEVENTF_} kind
     * @param object what is notified
     * @param increment the priority boost, or the {@code WORK_QUEUE_TYPE} of a work item
     * @param adjustment how far a semaphore's count goes up
     * @param workItem what a {@code KSWORKER} is to run; else null
     */
    record Notification(int type, KernelObject object, int increment, int adjustment, KernelObject.WorkItem workItem) {}

    EventEntry(Irp irp, EventSet set, EventItem item, Notification notification, int flags, KsPolicies policies) {
        this(irp.fileObject(), irp.requestor(), irp.userBuffer(), set, item, notification, flags, policies);
    }

    EventEntry(
            FileObject fileObject,
            RequestorProcess requestor,
            long eventData,
            EventSet set,
            EventItem item,
            Notification notification,
            int flags,
            KsPolicies policies) {
        this.fileObject = fileObject;
        this.requestor = requestor;
        this.eventData = eventData;
        this.set = set;
        this.item = item;
        this.notification = notification;
        this.flags = flags;
        this.policies = policies;
        this.extra = ByteBuffer.allocate(item.extraEntryData).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Who enabled the event.
     *
     * @return the file object of the request
     */
    public FileObject fileObject() {
        return fileObject;
    }

    /**
     * The address of the client's {@code KSEVENTDATA}: what names the event to the client.
     *
     * @return an address that is not for reading
     */
    public long eventData() {
        return eventData;
    }

    /**
     * The set of the event.
     *
     * @return its GUID
     */
    public Guid set() {
        return set.guid();
    }

    /**
     * The event's item.
     *
     * @return the item of the table
     */
    public EventItem item() {
        return item;
    }

    /**
     * How the event notifies.
     *
     * @return one {@code KSEVENTF_} value
     */
    public int notificationType() {
        return notification.type;
    }

    /**
     * The {@code KSEVENT_ENTRY_} flags.
     *
     * @return {@link #DELETED}, {@link #ONESHOT}, {@link #BUFFERED}
     */
    public int flags() {
        return flags;
    }

    /**
     * The driver's own memory behind the entry, {@code ExtraEntryData} bytes, zeroed when the event was enabled.
     *
     * @return little-endian memory
     */
    public ByteBuffer extra() {
        return extra;
    }

    /** Where a {@code KSEVENTDATA} has what goes with its pointer or handle: a reference count, say. */
    static int rest(Abi abi) {
        return 2 * abi.pointerSize();
    }

    Notification notification() {
        return notification;
    }

    boolean isDeleted() {
        return (flags & DELETED) != 0;
    }

    boolean isBuffered() {
        return (flags & BUFFERED) != 0;
    }

    boolean isDiscarded() {
        return discarded.get();
    }

    boolean belongsTo(FileObject file) {
        return fileObject == file && !isDeleted();
    }

    boolean matches(Guid wanted, int id) {
        return item.id == id && !isDeleted() && (wanted == null || set.guid().equals(wanted));
    }

    /** {@code RemoveEntryList}: takes the entry out of its list, if it is in one. For {@link EventItem.RemoveHandler}. */
    public void unlink() {
        if (list != null) {
            list.unlink(this);
        }
    }

    /**
     * {@code KsGenerateEvent}: notifies the client. A one-shot event is removed and discarded then, and must not be used
     * again; one that is being removed does nothing.
     *
     * @return the outcome: {@link NtStatus#SEMAPHORE_LIMIT_EXCEEDED}, what the worker of a {@code KSEVENTF_KSWORKITEM}
     *     says, or {@link NtStatus#INVALID_PARAMETER} for a kind that does not exist
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgenerateevent">KsGenerateEvent
     *     function</a>
     */
    public NtStatus generate() {
        if (isDeleted()) {
            return NtStatus.SUCCESS;
        }
        NtStatus status = signal();
        if ((flags & ONESHOT) != 0 && !status.equals(NtStatus.INVALID_PARAMETER)) {
            remove();
            discard();
        }
        return status;
    }

    /**
     * {@code KsGenerateDataEvent}: keeps data for the client of a buffered event, instead of notifying or, by
     * {@link KsPolicy.BufferedSignal}, besides; notifies the client of any other.
     *
     * @param data what {@code KSEVENT_TYPE_QUERYBUFFER} returns; copied
     * @return the outcome; {@link NtStatus#INSUFFICIENT_RESOURCES} if the client has left 1 MiB or 16384 buffers
     *     unread
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgeneratedataevent">KsGenerateDataEvent
     *     function</a>
     */
    public NtStatus generate(byte[] data) {
        if (!isBuffered() || isDeleted()) {
            return generate();
        }
        if (data.length > LARGEST_BACKLOG - backlog || buffers.size() == MOST_BUFFERS) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        backlog += data.length;
        buffers.add(data.clone());
        return policies.bufferedSignal == KsPolicy.BufferedSignal.QUEUES_AND_SIGNALS ? generate() : NtStatus.SUCCESS;
    }

    private NtStatus signal() {
        int increment = notification.increment;
        switch (notification.type) {
            case KSEVENTF.EVENT_HANDLE, KSEVENTF.EVENT_OBJECT ->
                ((KernelObject.Event) notification.object).set(increment);
            case KSEVENTF.SEMAPHORE_HANDLE, KSEVENTF.SEMAPHORE_OBJECT -> {
                return ((KernelObject.Semaphore) notification.object).release(increment, notification.adjustment);
            }
            case KSEVENTF.DPC -> {
                NtStatus counted = countReference();
                if (!counted.isSuccess()) {
                    return counted;
                }
                ((KernelObject.Dpc) notification.object).insertQueue();
            }
            case KSEVENTF.WORKITEM -> ((KernelObject.WorkItem) notification.object).queue(increment);
            case KSEVENTF.KSWORKITEM -> {
                return ((KernelObject.Worker) notification.object).queue(notification.workItem);
            }
            default -> {
                return NtStatus.INVALID_PARAMETER;
            }
        }
        return NtStatus.SUCCESS;
    }

    /** Only kernel clients have DPCs, and their event data stays where it is while the event is enabled. */
    private NtStatus countReference() {
        long address = eventData + rest(requestor.abi());
        ByteBuffer count = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        NtStatus status = requestor.read(address, count, 0, 4);
        count.putInt(0, count.getInt(0) + 1);
        return status.isSuccess() ? requestor.write(address, count, 0, 4) : status;
    }

    /** Marks the entry as going, and has it taken out of its list. */
    void remove() {
        flags |= DELETED;
        if (item.remove != null) {
            try {
                item.remove.remove(fileObject, this);
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, "the remove handler of an event threw: " + set + " " + item.id, e);
            }
        }
        // A handler that leaves the entry in its list leaves freed memory there; here it is only taken out late.
        unlink();
    }

    /**
     * {@code KsDiscardEvent}: lets go of what the entry refers to, which must be in no list any more. For drivers whose
     * {@link EventItem.AddHandler} pended and failed later. The second and later calls do nothing.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdiscardevent">KsDiscardEvent
     *     function</a>
     */
    public void discard() {
        if (discarded.compareAndSet(false, true)) {
            buffers.clear();
            if (notification.type == KSEVENTF.EVENT_HANDLE || notification.type == KSEVENTF.SEMAPHORE_HANDLE) {
                notification.object.dereference();
            }
        }
    }

    /** What the client has not fetched, oldest first. */
    Queue<byte[]> buffers() {
        return buffers;
    }

    void removeOldestBuffer() {
        backlog -= buffers.remove().length;
    }

    @Override
    public String toString() {
        return set + " event " + item.id;
    }
}

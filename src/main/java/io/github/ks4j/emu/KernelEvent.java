package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KernelObject;
import io.github.ks4j.kernel.KsEnableEvent;
import io.github.ks4j.kernel.RequestorProcess;
import io.github.ks4j.kernel.SetTable;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSEVENT;
import io.github.ks4j.struct.KSEVENTDATA;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An event that is enabled by the kernel itself: the client that it is then, with an address for its request, one for its
 * event data, and one for what is notified.
 */
final class KernelEvent implements RequestorProcess, KernelObject.WorkItem {
    private static final Abi ABI = Abi.X64;
    private static final long REQUEST = 0x10000;
    private static final long DATA = 0x20000;
    private static final long THIS = 0x30000;
    /** Where {@code KSEVENTDATA} says what is notified. */
    private static final int OBJECT = 8;

    private final FileObject file = new FileObject(this);
    private final ByteBuffer request;
    private final ByteBuffer data;
    private final EventList list;
    private final Runnable notified;

    /**
     * An event that is not enabled yet.
     *
     * @param event the bytes of a {@code KSEVENT}
     * @param eventData the bytes of its {@code KSEVENTDATA}, and what belongs to it
     * @param list where it will be
     * @param notified run under the lock of the list
     */
    KernelEvent(byte[] event, byte[] eventData, EventList list, Runnable notified) {
        this.request = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
        this.data = ByteBuffer.wrap(eventData).order(ByteOrder.LITTLE_ENDIAN);
        this.list = list;
        this.notified = notified;
    }

    /** The same for an event without data of its own. */
    static KernelEvent of(KsEvent event, EventList list, Runnable notified) {
        KSEVENT request =
                KSEVENT.LAYOUT.allocate().set(KSEVENT.Set, event.set().guid()).set(KSEVENT.Id, event.id());
        return new KernelEvent(request.buffer().array(), new byte[KSEVENTDATA.LAYOUT.size(ABI)], list, notified);
    }

    /**
     * Has the event notify from now on.
     *
     * @param set what it is an event of
     * @param type {@code KSEVENT_TYPE_ENABLE} or {@code ONESHOT}
     */
    NtStatus enable(EventSet set, int type) {
        KSEVENT.Flags.write(ABI, request, 0, type);
        KSEVENTDATA.NotificationType.write(ABI, data, 0, KSEVENTF.WORKITEM);
        data.putLong(OBJECT, THIS);
        Irp irp = new Irp()
                .initialize(
                        file,
                        this,
                        IOCTL_KS.ENABLE_EVENT,
                        REQUEST,
                        request.capacity(),
                        DATA,
                        data.capacity(),
                        true,
                        (over, block) -> {})
                .fromKernelMode();
        NtStatus status = KsEnableEvent.handle(irp, SetTable.of(List.of(set)), list);
        irp.complete(status);
        return status;
    }

    /** It does not notify any more when this returns. */
    void disable() {
        list.free(file);
    }

    @Override
    public void queue(int queueType) {
        notified.run();
    }

    @Override
    public ByteBuffer lock(long address, int length, boolean writable) {
        ByteBuffer memory = address < DATA ? request : data;
        long offset = address - (address < DATA ? REQUEST : DATA);
        return offset < 0 || length < 0 || offset + length > memory.capacity()
                ? null
                : memory.slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public <T extends KernelObject> T object(long address, Class<T> type) {
        if (address != THIS || !type.isInstance(this)) {
            throw KsException.of("object 0x" + Long.toHexString(address), NtStatus.ACCESS_VIOLATION);
        }
        return type.cast(this);
    }
}

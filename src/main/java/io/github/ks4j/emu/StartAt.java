package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KernelObject;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.kernel.KsEnableEvent;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.kernel.RequestorProcess;
import io.github.ks4j.kernel.SetTable;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSEVENT;
import io.github.ks4j.struct.KSEVENTDATA;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A pin that waits for an event of a clock: the kernel client that the pin is then, with an address for its request, one
 * for its event data, and one for itself, who is notified.
 *
 * <p>The clock notifies under its lock, beneath which the device's must not be taken, so the pin starts when a timer
 * expires.
 */
final class StartAt implements RequestorProcess, KernelObject.WorkItem {
    private static final Abi ABI = Abi.X64;
    private static final long REQUEST = 0x10000;
    private static final long DATA = 0x20000;
    private static final long THIS = 0x30000;
    /** Where {@code KSEVENTDATA} says what is notified. */
    private static final int OBJECT = 8;

    private final KsDefaultClock clock;
    private final KsTimer timer;
    private final FileObject file = new FileObject(this);
    private final ByteBuffer request;
    private final ByteBuffer data;
    private volatile boolean come;

    /**
     * A pin that does not wait yet.
     *
     * @param pin is told to {@link PinInstance#start}
     * @param clock whose event it is
     * @param event the bytes of a {@code KSEVENT}
     * @param eventData the bytes of its {@code KSEVENTDATA}, and what belongs to it
     */
    StartAt(PinInstance pin, KsDefaultClock clock, byte[] event, byte[] eventData) {
        this.clock = clock;
        this.timer = pin.timer(() -> pin.start(this));
        this.request = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
        this.data = ByteBuffer.wrap(eventData).order(ByteOrder.LITTLE_ENDIAN);
        KSEVENT.Flags.write(ABI, request, 0, KSEVENT_TYPE.ONESHOT);
        KSEVENTDATA.NotificationType.write(ABI, data, 0, KSEVENTF.WORKITEM);
        data.putLong(OBJECT, THIS);
    }

    /** Waits from now on; the event may {@link #hasCome have come} when this returns. */
    NtStatus enable() {
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
        NtStatus status = KsEnableEvent.handle(irp, SetTable.of(List.of(clock.eventSet())), clock.eventList());
        irp.complete(status);
        return status;
    }

    /** Does not wait any more. */
    void disable() {
        clock.eventList().free(file);
        timer.cancel();
    }

    boolean hasCome() {
        return come;
    }

    @Override
    public void queue(int queueType) {
        come = true;
        timer.set(0);
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

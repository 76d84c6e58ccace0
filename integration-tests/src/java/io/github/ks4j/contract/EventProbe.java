package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSEVENTDATA;
import java.time.Duration;

/** The data of an event, whose address is its name, and what the event signals. */
final class EventProbe implements AutoCloseable {
    private final Handle handle;
    private final KsSignal signal;
    private final KsBuffer data;

    /**
     * An event that is not enabled.
     *
     * @param handle what it is to be enabled on
     * @param extra the numbers behind {@code KSEVENTDATA}
     */
    EventProbe(Handle handle, int... extra) {
        this.handle = handle;
        signal = handle.driver().createEvent(false);
        byte[] numbers = Requests.ints(extra);
        int head = KSEVENTDATA.LAYOUT.size(handle.driver().abi());
        data = handle.driver().allocate(head + numbers.length);
        data.bytes().put(head, numbers);
        notification(KSEVENTF.EVENT_HANDLE, signal.value());
    }

    /** Asks to be notified in this way. */
    EventProbe notification(int type, long object) {
        KSEVENTDATA
                .LAYOUT
                .at(handle.driver().abi(), data.bytes(), 0)
                .set(KSEVENTDATA.NotificationType, type)
                .get(KSEVENTDATA.EventHandle)
                .set(KSEVENTDATA.EventHandleForm.Event, object);
        return this;
    }

    Requests.Reply enable(Guid set, int id, int flags) {
        return enable(set, id, flags, data.size());
    }

    Requests.Reply enable(Guid set, int id, int flags, int dataLength) {
        return new Requests(handle).send(IOCTL_KS.ENABLE_EVENT, head(set, id, flags), data, dataLength);
    }

    Requests.Reply disable() {
        return new Requests(handle)
                .send(
                        IOCTL_KS.DISABLE_EVENT,
                        data,
                        KSEVENTDATA.LAYOUT.size(handle.driver().abi()),
                        null,
                        0);
    }

    long address() {
        return data.address();
    }

    /** Whether the event has been raised since this was last asked. */
    boolean wasRaised() throws InterruptedException {
        return signal.await(Duration.ZERO);
    }

    @Override
    public void close() {
        signal.close();
        data.close();
    }
}

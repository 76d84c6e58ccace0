package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KsEvent;
import java.time.Duration;

/** An event that a client wants to hear of. */
final class Registration {
    final KsSignal signal;
    final KsBuffer data;
    private final EmulatedDriver driver;
    private final KsEvent event;

    Registration(EmulatedDriver driver, KsEvent event) {
        this.driver = driver;
        this.event = event;
        this.signal = driver.createEvent(false);
        this.data = driver.allocate(32);
    }

    NtStatus enable(Handle handle, int flags, int... words) {
        data.bytes().putInt(0, KSEVENTF.EVENT_HANDLE).putLong(8, signal.value());
        byte[] request = Client.request(event, flags, words);
        try (KsBuffer in = driver.allocate(request.length)) {
            in.bytes().put(0, request);
            return IoStatusBlock.status(handle.control(IOCTL_KS.ENABLE_EVENT, in, request.length, data, 32));
        }
    }

    Registration on(Handle handle, int... words) {
        assertEquals(NtStatus.SUCCESS, enable(handle, KSEVENT_TYPE.ENABLE, words));
        return this;
    }

    Registration onNode(Handle handle, int id) {
        assertEquals(NtStatus.SUCCESS, enable(handle, KSEVENT_TYPE.ENABLE | KSEVENT_TYPE.TOPOLOGY, id, 0));
        return this;
    }

    NtStatus disable(Handle handle) {
        return IoStatusBlock.status(handle.control(IOCTL_KS.DISABLE_EVENT, data, 32, null, 0));
    }

    boolean heard() throws InterruptedException {
        return signal.await(Duration.ZERO.plusNanos(1));
    }
}

package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.struct.Guid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for events: what is refused, and what is told. */
abstract class EventRequestContract extends DriverContract {
    private EventProbe event;

    @BeforeEach
    void prepareAnEvent() {
        event = new EventProbe(handle());
    }

    @AfterEach
    void closeTheEvent() {
        event.close();
    }

    private Requests.Reply send(int id, int flags) {
        return event.enable(StubFilter.EVENTS, id, flags);
    }

    private Requests.Reply query(long address) {
        byte[] request = head(
                StubFilter.EVENTS,
                StubFilter.LEVELCHANGED,
                KSEVENT_TYPE.QUERYBUFFER,
                (int) address,
                (int) (address >>> 32),
                0,
                0);
        return filter().send(IOCTL_KS.ENABLE_EVENT, request, new byte[64]);
    }

    @Test
    void anUnknownSetIsNotFound() {
        event.enable(new Guid(1, 2), 1, KSEVENT_TYPE.ENABLE).failsWith(NtStatus.PROPSET_NOT_FOUND);
    }

    @Test
    void anUnknownEventIsNotFound() {
        send(4711, KSEVENT_TYPE.ENABLE).failsWith(NtStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KSEVENT_TYPE.ENABLE | KSEVENT_TYPE.ONESHOT, 0x80})
    void anythingButOneOperationIsAnInvalidParameter(int flags) {
        send(StubFilter.LEVELCHANGED, flags).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aRequestShorterThanItsHeadIsAnInvalidBufferSize() {
        filter().send(IOCTL_KS.ENABLE_EVENT, new byte[23], new byte[32]).failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31})
    void anEventWithoutItsDataIsTooSmall(int length) {
        event.enable(StubFilter.EVENTS, StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE, length)
                .failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void anEventWithoutWhatFollowsItsDataIsTooSmall() {
        send(StubFilter.THRESHOLD, KSEVENT_TYPE.ENABLE).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                KSEVENTF.EVENT_HANDLE | KSEVENTF.SEMAPHORE_HANDLE,
                KSEVENTF.EVENT_OBJECT,
                KSEVENTF.SEMAPHORE_OBJECT,
                KSEVENTF.DPC,
                KSEVENTF.WORKITEM,
                0x40,
                KSEVENTF.KSWORKITEM,
                0x80000000
            })
    void aClientIsNotifiedInNoWayOfTheKernels(int type) {
        event.notification(type, 0);
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aNumberThatIsNoHandleIsAnInvalidHandle() {
        event.notification(KSEVENTF.EVENT_HANDLE, 0);
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE).failsWith(NtStatus.INVALID_HANDLE);
    }

    @Test
    void aRefusedEventIsNotEnabled() {
        event.notification(KSEVENTF.EVENT_HANDLE, 0);
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE);
        event.disable().failsWith(NtStatus.UNSUCCESSFUL);
    }

    @Test
    void aKnownSetIsSupported() {
        filter().send(IOCTL_KS.ENABLE_EVENT, head(StubFilter.EVENTS, 4711, KSEVENT_TYPE.SETSUPPORT), new byte[0])
                .succeeds();
    }

    @Test
    void aKnownEventIsSupported() {
        filter().send(
                        IOCTL_KS.ENABLE_EVENT,
                        head(StubFilter.EVENTS, StubFilter.TRIGGERED, KSEVENT_TYPE.BASICSUPPORT),
                        new byte[0])
                .succeeds();
    }

    @Test
    void anUnknownEventIsNotSupported() {
        filter().send(IOCTL_KS.ENABLE_EVENT, head(StubFilter.EVENTS, 4711, KSEVENT_TYPE.BASICSUPPORT), new byte[0])
                .failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void theBuffersOfAnEventThatIsNotEnabledAreNotFound() {
        query(event.address()).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void anEventThatIsNotBufferedHasNoBuffers() {
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE).succeeds();
        query(event.address()).failsWith(NtStatus.INVALID_PARAMETER);
    }

    @Test
    void aBufferedEventThatWasNotRaisedHasNoBuffersYet() {
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLEBUFFERED).succeeds();
        query(event.address()).failsWith(NtStatus.NO_MORE_ENTRIES);
    }

    @Test
    void aNodeRequestWithoutANodeIsAnInvalidBufferSize() {
        send(StubFilter.LEVELCHANGED, KSEVENT_TYPE.ENABLE | KSEVENT_TYPE.TOPOLOGY)
                .failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }
}

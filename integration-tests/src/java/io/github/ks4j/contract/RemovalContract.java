package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that goes while it is in use. */
abstract class RemovalContract extends DriverContract {
    private Requests.Reply remove(byte... data) {
        return filter().property(head(StubFilter.PROPERTIES, StubFilter.REMOVE, KSPROPERTY_TYPE.SET), data);
    }

    private void remove() {
        remove(ints(1)).succeeds();
    }

    private Requests.Reply answer(Handle filter) {
        return new Requests(filter).property(head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 4);
    }

    @Test
    void aPropertyFindsTheDeviceRemoved() {
        remove();
        answer(handle()).failsWith(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aMethodFindsTheDeviceRemoved() {
        remove();
        filter().method(head(StubFilter.METHODS, StubFilter.NOTHING, KSMETHOD_TYPE.SEND), new byte[0])
                .failsWith(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void anEventFindsTheDeviceRemoved() {
        remove();
        try (EventProbe event = new EventProbe(handle())) {
            event.enable(StubFilter.EVENTS, StubFilter.TRIGGERED, KSEVENT_TYPE.ENABLE)
                    .failsWith(NtStatus.DEVICE_REMOVED);
        }
    }

    @Test
    void anEnabledEventIsGone() {
        try (EventProbe event = new EventProbe(handle())) {
            event.enable(StubFilter.EVENTS, StubFilter.TRIGGERED, KSEVENT_TYPE.ENABLE)
                    .succeeds();
            remove();
            event.disable().failsWith(NtStatus.DEVICE_REMOVED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23})
    void evenAMalformedRequestFindsTheDeviceRemoved(int length) {
        remove();
        filter().send(IOCTL_KS.PROPERTY, new byte[length], new byte[4]).failsWith(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aPinFindsTheDeviceRemoved() {
        StubPin pin = StubPin.open(handle(), StubFilter.SINK_PIN);
        remove();
        pin.state().failsWith(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aStreamFindsTheDeviceRemoved() throws Exception {
        StubPin pin = StubPin.open(handle(), StubFilter.SOURCE_PIN).to(KSSTATE.RUN);
        remove();
        try (Frames frame = pin.read(100)) {
            frame.endsWith(NtStatus.DEVICE_REMOVED);
        }
    }

    @Test
    void aNodeFindsTheDeviceRemoved() {
        Handle node = NodeObjectContract.open(handle(), StubFilter.VOLUME_NODE);
        remove();
        NodeObjectContract.volume(node, 0).failsWith(NtStatus.DEVICE_REMOVED);
    }

    @Test
    void aPinCannotBeOpenedAnyMore() {
        remove();
        KsException e = assertThrows(KsException.class, () -> StubPin.open(handle(), StubFilter.SINK_PIN));
        assertEquals(NtStatus.DEVICE_REMOVED, e.status());
    }

    @Test
    void aRequestThatIsHeldEndsWithTheDevice() throws Exception {
        try (SubmittedGet held = new SubmittedGet(handle(), StubFilter.NEVER)) {
            remove();
            assertEquals(NtStatus.DEVICE_REMOVED, IoStatusBlock.status(held.outcome()));
        }
    }

    @Test
    void aWriteThatIsHeldEndsWithTheDevice() throws Exception {
        try (Frames frame = StubPin.open(handle(), StubFilter.SINK_PIN).write(100)) {
            remove();
            frame.endsWith(NtStatus.DEVICE_REMOVED);
        }
    }

    @Test
    void aReadThatIsHeldEndsWithTheDevice() throws Exception {
        try (Frames frame = StubPin.open(handle(), StubFilter.SOURCE_PIN).read(100)) {
            remove();
            frame.endsWith(NtStatus.DEVICE_REMOVED);
        }
    }

    @Test
    void whatHasGoneCanBeClosedAndTheDeviceOpenedAnew() {
        StubPin pin = StubPin.open(handle(), StubFilter.SINK_PIN);
        remove();
        pin.close();
        handle().close();
        try (Handle anew = driver().open(StubFilter.PATH, Driver.GENERIC_READ)) {
            answer(anew).succeedsWith(42);
        }
    }

    @Test
    void aQuestionForItsSizeRemovesNothing() {
        remove(new byte[0]).needs(4);
        answer(handle()).succeedsWith(42);
    }

    @Test
    void tooLittleRemovesNothing() {
        remove(new byte[3]).failsWith(NtStatus.BUFFER_TOO_SMALL);
        answer(handle()).succeedsWith(42);
    }
}

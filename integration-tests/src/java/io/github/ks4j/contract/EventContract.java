package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a filter: who is notified, when, and how that ends. */
abstract class EventContract extends DriverContract {
    private EventProbe event;

    @BeforeEach
    void prepareAnEvent() {
        event = new EventProbe(handle());
    }

    @AfterEach
    void closeTheEvent() {
        event.close();
    }

    private Requests.Reply enable(EventProbe probe, int id) {
        return probe.enable(StubFilter.EVENTS, id, KSEVENT_TYPE.ENABLE);
    }

    private void setLevel(int level) {
        filter().property(head(StubFilter.PROPERTIES, StubFilter.LEVEL, KSPROPERTY_TYPE.SET), ints(level))
                .succeeds();
    }

    private Requests.Reply trigger(int id) {
        return filter().method(head(StubFilter.METHODS, StubFilter.TRIGGER, KSMETHOD_TYPE.SEND), ints(id));
    }

    @Test
    void anEnabledEventIsRaised() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        setLevel(5);
        assertTrue(event.wasRaised());
    }

    @Test
    void anEventIsNotRaisedByBeingEnabled() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        assertFalse(event.wasRaised());
    }

    @Test
    void aChangeToTheSameRaisesNothing() throws Exception {
        setLevel(5);
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        setLevel(5);
        assertFalse(event.wasRaised());
    }

    @Test
    void anEventIsRaisedAgain() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        setLevel(5);
        event.wasRaised();
        setLevel(6);
        assertTrue(event.wasRaised());
    }

    @Test
    void anotherEventIsNotRaised() throws Exception {
        enable(event, StubFilter.TRIGGERED).succeeds();
        setLevel(5);
        assertFalse(event.wasRaised());
    }

    @Test
    void aMethodRaisesTheEventThatItNames() throws Exception {
        enable(event, StubFilter.TRIGGERED).succeeds();
        trigger(StubFilter.TRIGGERED).succeeds();
        assertTrue(event.wasRaised());
    }

    @Test
    void aMethodFindsNoOtherEvent() {
        trigger(4711).failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void anEventOfAnotherOpenIsNotRaised() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        try (Handle second = driver().open(StubFilter.PATH, Driver.GENERIC_READ)) {
            new Requests(second)
                    .property(head(StubFilter.PROPERTIES, StubFilter.LEVEL, KSPROPERTY_TYPE.SET), ints(5))
                    .succeeds();
        }
        assertFalse(event.wasRaised());
    }

    @Test
    void aThresholdIsPassedUpwards() throws Exception {
        try (EventProbe threshold = new EventProbe(handle(), 50, 0)) {
            enable(threshold, StubFilter.THRESHOLD).succeeds();
            setLevel(50);
            assertTrue(threshold.wasRaised());
        }
    }

    @Test
    void belowItsThresholdAnEventIsNotRaised() throws Exception {
        try (EventProbe threshold = new EventProbe(handle(), 50, 0)) {
            enable(threshold, StubFilter.THRESHOLD).succeeds();
            setLevel(49);
            assertFalse(threshold.wasRaised());
        }
    }

    @Test
    void aThresholdMayBeNegative() throws Exception {
        try (EventProbe threshold = new EventProbe(handle(), -50, 0)) {
            enable(threshold, StubFilter.THRESHOLD).succeeds();
            setLevel(-60);
            assertFalse(threshold.wasRaised());
        }
    }

    @Test
    void aOneShotEventIsRaised() throws Exception {
        event.enable(StubFilter.EVENTS, StubFilter.LEVELCHANGED, KSEVENT_TYPE.ONESHOT)
                .succeeds();
        setLevel(5);
        assertTrue(event.wasRaised());
    }

    @Test
    void aOneShotEventIsRaisedOnce() throws Exception {
        event.enable(StubFilter.EVENTS, StubFilter.LEVELCHANGED, KSEVENT_TYPE.ONESHOT)
                .succeeds();
        setLevel(5);
        event.wasRaised();
        setLevel(6);
        assertFalse(event.wasRaised());
    }

    @Test
    void aOneShotEventThatWasRaisedIsOver() {
        event.enable(StubFilter.EVENTS, StubFilter.LEVELCHANGED, KSEVENT_TYPE.ONESHOT)
                .succeeds();
        setLevel(5);
        event.disable().failsWith(NtStatus.UNSUCCESSFUL);
    }

    @Test
    void anEventThatWasDisabledIsNotRaised() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        event.disable().succeeds();
        setLevel(5);
        assertFalse(event.wasRaised());
    }

    @Test
    void disablingWhatIsNotEnabledIsUnsuccessful() {
        event.disable().failsWith(NtStatus.UNSUCCESSFUL);
    }

    @Test
    void disablingAgainIsUnsuccessful() {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        event.disable().succeeds();
        event.disable().failsWith(NtStatus.UNSUCCESSFUL);
    }

    @Test
    void anEventIsDisabledByItsAddress() throws Exception {
        try (EventProbe other = new EventProbe(handle())) {
            enable(event, StubFilter.LEVELCHANGED).succeeds();
            enable(other, StubFilter.LEVELCHANGED).succeeds();
            event.disable().succeeds();
            setLevel(5);
            assertTrue(other.wasRaised());
        }
    }

    @Test
    void anotherOpenCannotDisableAnEvent() {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        try (Handle second = driver().open(StubFilter.PATH, Driver.GENERIC_READ);
                EventProbe other = new EventProbe(second)) {
            other.disable().failsWith(NtStatus.UNSUCCESSFUL);
        }
    }

    @Test
    void allEventsAreDisabledWithoutAnAddress() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        filter().send(IOCTL_KS.DISABLE_EVENT, new byte[0], new byte[0]).succeeds();
        setLevel(5);
        assertFalse(event.wasRaised());
    }

    @Test
    void anAddressOfTooLittleIsAnInvalidBufferSize() {
        filter().send(IOCTL_KS.DISABLE_EVENT, new byte[31], new byte[0]).failsWith(NtStatus.INVALID_BUFFER_SIZE);
    }

    @Test
    void closingTheFilterLeavesTheSignalToItsOwner() throws Exception {
        enable(event, StubFilter.LEVELCHANGED).succeeds();
        setLevel(5);
        handle().close();
        assertTrue(event.wasRaised());
    }

    @Test
    void theSetOfAllSetsListsThem() {
        byte[] guid = new byte[Guid.SIZE];
        System.arraycopy(head(StubFilter.EVENTS, 0, 0), 0, guid, 0, guid.length);
        filter().send(IOCTL_KS.ENABLE_EVENT, head(Guid.NULL, 0, KSEVENT_TYPE.SETSUPPORT), new byte[16])
                .succeedsWith(guid);
    }
}

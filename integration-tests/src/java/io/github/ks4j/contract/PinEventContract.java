package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event of a pin that its stream has ended. */
abstract class PinEventContract extends DriverContract {
    private static final int LAST = KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM;

    private StubPin pin;
    private EventProbe event;

    @BeforeEach
    void openThePin() {
        pin = StubPin.open(handle(), StubFilter.SINK_PIN);
        event = new EventProbe(pin.handle());
    }

    @AfterEach
    void closeTheEvent() {
        event.close();
    }

    private Requests.Reply enable(int flags) {
        return event.enable(KSEVENT_CONNECTION.SET.guid(), KSEVENT_CONNECTION.ENDOFSTREAM.id(), flags);
    }

    private static void write(StubPin pin, int options) throws Exception {
        try (Frames frame = pin.write(100, options)) {
            frame.succeedsWith(100);
        }
    }

    @Test
    void theLastFrameRaisesTheEvent() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        write(pin.to(KSSTATE.RUN), LAST);
        assertTrue(event.wasRaised());
    }

    @Test
    void anyOtherFrameDoesNot() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        write(pin.to(KSSTATE.RUN), 0);
        assertFalse(event.wasRaised());
    }

    @Test
    void theLastFrameRaisesNothingBeforeItIsUsed() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        pin.to(KSSTATE.PAUSE);
        try (Frames frame = pin.write(100, LAST)) {
            assertFalse(event.wasRaised());
            pin.to(KSSTATE.STOP);
            frame.endsWith(NtStatus.CANCELLED);
        }
    }

    @Test
    void aFrameThatWasHeldRaisesTheEventWhenItIsUsed() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        try (Frames frame = pin.write(100, LAST)) {
            pin.to(KSSTATE.RUN);
            frame.succeedsWith(100);
        }
        assertTrue(event.wasRaised());
    }

    @Test
    void aFrameThatIsCancelledRaisesNothing() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        try (Frames frame = pin.write(100, LAST)) {
            pin.to(KSSTATE.STOP);
            frame.endsWith(NtStatus.CANCELLED);
        }
        assertFalse(event.wasRaised());
    }

    @Test
    void aOneShotEventIsRaisedOnce() throws Exception {
        enable(KSEVENT_TYPE.ONESHOT).succeeds();
        write(pin.to(KSSTATE.RUN), LAST);
        event.wasRaised();
        write(pin, LAST);
        assertFalse(event.wasRaised());
    }

    @Test
    void aDisabledEventIsNotRaised() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        event.disable().succeeds();
        write(pin.to(KSSTATE.RUN), LAST);
        assertFalse(event.wasRaised());
    }

    @Test
    void anEventGoesWithItsPin() throws Exception {
        enable(KSEVENT_TYPE.ENABLE).succeeds();
        pin.close();
        write(StubPin.open(handle(), StubFilter.SINK_PIN).to(KSSTATE.RUN), LAST);
        assertFalse(event.wasRaised());
    }

    @Test
    void theFilterDoesNotKnowItsPinsEvents() {
        try (EventProbe other = new EventProbe(handle())) {
            other.enable(KSEVENT_CONNECTION.SET.guid(), KSEVENT_CONNECTION.ENDOFSTREAM.id(), KSEVENT_TYPE.ENABLE)
                    .failsWith(NtStatus.PROPSET_NOT_FOUND);
        }
    }
}

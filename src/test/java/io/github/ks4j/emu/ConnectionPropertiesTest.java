package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSEVENT_CONNECTION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsEvent;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPIN_CONNECT;
import io.github.ks4j.struct.KSPRIORITY;
import io.github.ks4j.struct.KSRELATIVEEVENT;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Priority, order and start of a connection, where a pin is described to have them. */
@Timeout(30)
class ConnectionPropertiesTest {
    private static final int FULL = 0;
    private static final int PLAIN = 1;
    private static final int CLOCK = 2;

    private final Rig rig = new Rig(
            EmulatedPin.sink(KSPIN_DATAFLOW.IN).priority().acquireOrdering(true).startAt(),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN).clock());

    @AfterEach
    void close() {
        rig.close();
    }

    private static byte[] priority(int priorityClass, int subClass) {
        return Client.ints(priorityClass, subClass);
    }

    private static long priorityOf(Handle pin) {
        return Client.get(pin, KSPROPERTY_CONNECTION.PRIORITY, 8)
                .is(NtStatus.SUCCESS, 8)
                .data()
                .getLong(0);
    }

    private static long pack(int priorityClass, int subClass) {
        return (long) subClass << 32 | priorityClass;
    }

    @Test
    void thePriorityIsWhatThePinWasOpenedWith() {
        ByteBuffer parameters = Client.connect(FULL, Rig.STEREO.bytes());
        KSPIN_CONNECT
                .LAYOUT
                .at(Abi.X64, parameters, 0)
                .get(KSPIN_CONNECT.Priority)
                .set(KSPRIORITY.PriorityClass, KSPRIORITY.NORMAL)
                .set(KSPRIORITY.PrioritySubClass, 7);
        Handle pin = rig.filter.create(KsObjectType.PIN, parameters, Driver.GENERIC_WRITE);
        assertEquals(pack(KSPRIORITY.NORMAL, 7), priorityOf(pin));
    }

    @Test
    void thePriorityIsWhatItWasSetTo() {
        Handle pin = rig.open(FULL);
        Client.set(pin, KSPROPERTY_CONNECTION.PRIORITY, priority(KSPRIORITY.LOW, 3))
                .is(NtStatus.SUCCESS, 0);
        assertEquals(pack(KSPRIORITY.LOW, 3), priorityOf(pin));
    }

    @Test
    void aNewPriorityIsTold() {
        Handle pin = rig.open(FULL);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.PRIORITY);
        Client.set(pin, KSPROPERTY_CONNECTION.PRIORITY, priority(KSPRIORITY.LOW, 3));
        assertTrue(client.heard());
    }

    @Test
    void theSamePriorityIsNotTold() {
        Handle pin = rig.open(FULL);
        Rig.Registration client = rig.new Registration().on(pin, KSEVENT_CONNECTION.PRIORITY);
        Client.set(pin, KSPROPERTY_CONNECTION.PRIORITY, priority(0, 0)).is(NtStatus.SUCCESS, 0);
        assertFalse(client.heard());
    }

    @Test
    void whetherSourcesComeFirstIsTold() {
        assertEquals(
                1,
                Client.get(rig.open(FULL), KSPROPERTY_CONNECTION.ACQUIREORDERING, 4)
                        .ulong());
    }

    @Test
    void theOrderIsNotForSetting() {
        Client.set(rig.open(FULL), KSPROPERTY_CONNECTION.ACQUIREORDERING, Client.ints(0))
                .is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void sizesAreToldAndChecked() {
        Handle pin = rig.open(FULL);
        Client.get(pin, KSPROPERTY_CONNECTION.PRIORITY, 0).is(NtStatus.BUFFER_OVERFLOW, 8);
        Client.get(pin, KSPROPERTY_CONNECTION.PRIORITY, 7).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.PRIORITY, new byte[7]).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.get(pin, KSPROPERTY_CONNECTION.ACQUIREORDERING, 0).is(NtStatus.BUFFER_OVERFLOW, 4);
        Client.get(pin, KSPROPERTY_CONNECTION.ACQUIREORDERING, 3).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(pin, KSPROPERTY_CONNECTION.STARTAT, new byte[79]).is(NtStatus.BUFFER_TOO_SMALL, 0);
    }

    @Test
    void aPinThatIsNotDescribedSoHasNoneOfIt() {
        Handle pin = rig.open(PLAIN);
        for (KsProperty<?> item : Arrays.<KsProperty<?>>asList(
                KSPROPERTY_CONNECTION.PRIORITY, KSPROPERTY_CONNECTION.ACQUIREORDERING, KSPROPERTY_CONNECTION.STARTAT)) {
            Client.get(pin, item, 80).is(NtStatus.NOT_FOUND, 0);
            Client.set(pin, item, new byte[80]).is(NtStatus.NOT_FOUND, 0);
        }
    }

    // STARTAT

    private static final long SECOND = 10_000_000;

    private Handle clock() {
        Handle pin = rig.open(CLOCK);
        Client.run(pin);
        return pin.create(KsObjectType.CLOCK, ByteBuffer.allocate(4), Driver.GENERIC_READ);
    }

    private static byte[] startAt(long object, KsEvent event, long... tail) {
        int size = KSRELATIVEEVENT.LAYOUT.size(Abi.X64) + tail.length * Long.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        KSRELATIVEEVENT start = KSRELATIVEEVENT.LAYOUT.at(Abi.X64, bytes, 0);
        start.set(KSRELATIVEEVENT.Size, 80).set(KSRELATIVEEVENT.Flags, 1).set(KSRELATIVEEVENT.ObjectHandle, object);
        bytes.put(start.get(KSRELATIVEEVENT.Event).offset(), Client.request(event, 1));
        for (int i = 0; i < tail.length; i++) {
            bytes.putLong(80 + i * Long.BYTES, tail[i]);
        }
        return bytes.array();
    }

    private static byte[] startAt(Handle clock, long time) {
        return startAt(clock.value(), KSEVENT_CLOCK_POSITION.MARK, time);
    }

    private static NtStatus set(Handle pin, byte[] start) {
        return Client.set(pin, KSPROPERTY_CONNECTION.STARTAT, start).status();
    }

    private Handle paused() {
        Handle pin = rig.open(FULL);
        Client.state(pin, KSSTATE.PAUSE);
        return pin;
    }

    @Test
    void aPinStartsWhenTheClockReachesTheMark() {
        Handle clock = clock();
        Handle pin = paused();
        assertEquals(NtStatus.SUCCESS, set(pin, startAt(clock, SECOND)));
        rig.time.advance(Duration.ofMillis(999));
        assertEquals(KSSTATE.PAUSE, rig.pin().state());
        rig.time.advance(Duration.ofMillis(1));
        assertEquals(KSSTATE.RUN, rig.pin().state());
    }

    @Test
    void aPinThatHasStartedRunsFromThatTimeOn() {
        Handle clock = clock();
        set(paused(), startAt(clock, SECOND));
        rig.time.advance(Duration.ofSeconds(3));
        assertEquals(2 * SECOND, rig.pin().presentationTime());
    }

    @Test
    void aMarkThatHasPassedStartsThePinAtOnce() {
        Handle clock = clock();
        rig.time.advance(Duration.ofSeconds(2));
        assertEquals(NtStatus.SUCCESS, set(paused(), startAt(clock, SECOND)));
        assertEquals(KSSTATE.RUN, rig.pin().state());
    }

    @Test
    void nothingIsLeftToHappenOnceAPinHasStartedAtOnce() {
        Handle clock = clock();
        rig.time.advance(Duration.ofSeconds(2));
        set(paused(), startAt(clock, SECOND));
        assertFalse(rig.time.advanceToNextTimer());
    }

    @Test
    void aStartAtAnIntervalIsAtTheFirst() {
        Handle clock = clock();
        Handle pin = paused();
        assertEquals(
                NtStatus.SUCCESS,
                set(pin, startAt(clock.value(), KSEVENT_CLOCK_POSITION.INTERVAL_MARK, SECOND, SECOND)));
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(KSSTATE.RUN, rig.pin().state());
        Client.state(pin, KSSTATE.PAUSE);
        rig.time.advance(Duration.ofSeconds(5));
        assertEquals(KSSTATE.PAUSE, rig.pin().state());
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "ACQUIRE"})
    void leavingPauseForgetsTheStart(KSSTATE state) {
        Handle clock = clock();
        Handle pin = paused();
        set(pin, startAt(clock, SECOND));
        Client.state(pin, state);
        Client.state(pin, KSSTATE.PAUSE);
        rig.time.advance(Duration.ofSeconds(2));
        assertEquals(KSSTATE.PAUSE, rig.pin().state());
    }

    @Test
    void aSecondStartTakesThePlaceOfTheFirst() {
        Handle clock = clock();
        Handle pin = paused();
        set(pin, startAt(clock, SECOND));
        set(pin, startAt(clock, 3 * SECOND));
        rig.time.advance(Duration.ofSeconds(2));
        assertEquals(KSSTATE.PAUSE, rig.pin().state());
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(KSSTATE.RUN, rig.pin().state());
    }

    @Test
    void closingTheHandleOfTheClockDoesNotForgetTheStart() {
        Handle clock = clock();
        Handle pin = paused();
        set(pin, startAt(clock, SECOND));
        clock.close();
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(KSSTATE.RUN, rig.pin().state());
    }

    @Test
    void aPinThatIsClosedDoesNotStart() {
        Handle clock = clock();
        Handle pin = paused();
        set(pin, startAt(clock, SECOND));
        pin.close();
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(KSSTATE.STOP, rig.pin().state());
    }

    @Test
    void aDeviceThatRefusesToStartLeavesThePinPaused() {
        Handle clock = clock();
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
                return to == KSSTATE.RUN ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
            }
        };
        set(paused(), startAt(clock, SECOND));
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(KSSTATE.PAUSE, rig.pin().state());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAUSE"})
    void aPinThatIsNotInPauseDoesNotWait(KSSTATE state) {
        Handle clock = clock();
        Handle pin = rig.open(FULL);
        Client.state(pin, state);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, set(pin, startAt(clock, SECOND)));
    }

    @Test
    void aHandleThatIsNoClocksIsRefused() {
        Handle pin = paused();
        assertEquals(NtStatus.INVALID_PARAMETER, set(pin, startAt(rig.filter, SECOND)));
        assertEquals(NtStatus.INVALID_HANDLE, set(pin, startAt(0L, KSEVENT_CLOCK_POSITION.MARK, SECOND)));
        try (KsSignal signal = rig.driver.createEvent(false)) {
            assertEquals(
                    NtStatus.OBJECT_TYPE_MISMATCH,
                    set(pin, startAt(signal.value(), KSEVENT_CLOCK_POSITION.MARK, SECOND)));
        }
    }

    @Test
    void anEventThatTheClockDoesNotHaveIsRefused() {
        Handle clock = clock();
        Handle pin = paused();
        assertEquals(NtStatus.PROPSET_NOT_FOUND, set(pin, startAt(clock.value(), KSEVENT_CONNECTION.PRIORITY)));
        KsEvent unknown = new KsEvent(KSEVENT_CLOCK_POSITION.SET, 9, "", "");
        assertEquals(NtStatus.NOT_FOUND, set(pin, startAt(clock.value(), unknown)));
    }

    @Test
    void aMarkWithoutATimeIsRefused() {
        Handle clock = clock();
        assertFalse(set(paused(), startAt(clock.value(), KSEVENT_CLOCK_POSITION.MARK))
                .isSuccess());
    }

    @Test
    void aPointerIsForKernelCallers() {
        Handle clock = clock();
        byte[] start = startAt(clock, SECOND);
        start[4] = 2;
        assertEquals(NtStatus.INVALID_PARAMETER, set(paused(), start));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 79, 89, -1})
    void aSizeThatContradictsTheDataIsRefused(int size) {
        byte[] start = startAt(clock(), SECOND);
        ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).putInt(0, size);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, set(paused(), start));
    }

    @Test
    void aStartCannotBeRead() {
        Client.get(rig.open(FULL), KSPROPERTY_CONNECTION.STARTAT, 80).is(NtStatus.NOT_FOUND, 0);
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsDefaultClock;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENT_CLOCK_POSITION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_CONNECTION;
import io.github.ks4j.set.KSPROPERTY_STREAM;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks below pins, and the pins that take one as their master. */
@Timeout(30)
class ClockHandleTest {
    private static final int EXACT = 0;
    private static final int FAST = 1;
    private static final int WITHOUT = 2;
    private static final long SECOND = 10_000_000;

    private final Rig rig = new Rig(
            EmulatedPin.sink(KSPIN_DATAFLOW.OUT).clock(),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                    .clock(pin -> new KsDefaultClock(pin.time(), KsCorrelatedTime.drifting(100_000), null)),
            EmulatedPin.sink(KSPIN_DATAFLOW.IN));

    @AfterEach
    void close() {
        rig.close();
    }

    private static Handle clock(Handle pin) {
        return pin.create(
                KsObjectType.CLOCK, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN), Driver.GENERIC_READ);
    }

    private static long time(Handle clock, KsProperty<?> item) {
        return Client.get(clock, item, 8).is(NtStatus.SUCCESS, 8).data().getLong(0);
    }

    private static long time(Handle clock) {
        return time(clock, KSPROPERTY_CLOCK.TIME);
    }

    private static NtStatus createStatus(Handle pin, ByteBuffer parameters) {
        return assertThrows(KsException.class, () -> pin.create(KsObjectType.CLOCK, parameters, 0))
                .status();
    }

    @Test
    void aClockCountsWhileItsPinRuns() {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(0, time(clock));
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(2));
        assertEquals(2 * SECOND, time(clock));
        Client.state(pin, KSSTATE.PAUSE);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(2 * SECOND, time(clock));
        assertEquals(3 * SECOND, time(clock, KSPROPERTY_CLOCK.PHYSICALTIME));
    }

    @Test
    void aClockStartsAgainAfterStop() {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(2));
        Client.state(pin, KSSTATE.STOP);
        assertEquals(0, time(clock));
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(SECOND, time(clock));
    }

    @ParameterizedTest
    @EnumSource(KSSTATE.class)
    void theStateOfAClockIsThatOfItsPin(KSSTATE state) {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        Client.state(pin, state);
        assertEquals(state.value(), Client.get(clock, KSPROPERTY_CLOCK.STATE, 4).ulong());
    }

    @Test
    void aClockStaysWherePinGoesBackAfterAFailure() {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
                return to == KSSTATE.RUN ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
            }
        };
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        Client.state(pin, KSSTATE.RUN);
        assertEquals(0, Client.get(clock, KSPROPERTY_CLOCK.STATE, 4).ulong());
    }

    @Test
    void allHandlesOfAPinAreOneClock() {
        Handle pin = rig.open(EXACT);
        Handle first = clock(pin);
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(SECOND, time(clock(pin)));
        assertEquals(SECOND, time(first));
    }

    @Test
    void clocksOfTwoPinsAreTwo() {
        Handle running = rig.open(EXACT);
        Handle stopped = rig.open(EXACT);
        Client.run(running);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(0, time(clock(stopped)));
    }

    @Test
    void aDescribedClockIsTheDevices() {
        Handle pin = rig.open(FAST);
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(10));
        assertEquals(11 * SECOND, time(clock(pin)));
    }

    @Test
    void timesGoTogetherWithTheSystems() {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        rig.time.advance(Duration.ofSeconds(5));
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(1));
        ByteBuffer times = Client.get(clock, KSPROPERTY_CLOCK.CORRELATEDTIME, 16)
                .is(NtStatus.SUCCESS, 16)
                .data();
        assertEquals(SECOND, times.getLong(0));
        assertEquals(6 * SECOND, times.getLong(8));
    }

    @Test
    void sizesAreToldAndChecked() {
        Handle clock = clock(rig.open(EXACT));
        Client.get(clock, KSPROPERTY_CLOCK.TIME, 0).is(NtStatus.BUFFER_OVERFLOW, 8);
        Client.get(clock, KSPROPERTY_CLOCK.TIME, 7).is(NtStatus.BUFFER_TOO_SMALL, 0);
        Client.set(clock, KSPROPERTY_CLOCK.TIME, new byte[8]).is(NtStatus.NOT_FOUND, 0);
    }

    @Test
    void aClockHasNothingOfItsPin() {
        Client.get(clock(rig.open(EXACT)), KSPROPERTY_CONNECTION.STATE, 4).is(NtStatus.PROPSET_NOT_FOUND, 0);
        Client.control(clock(rig.open(EXACT)), IOCTL_KS.READ_STREAM, new byte[0], new byte[56])
                .is(NtStatus.INVALID_DEVICE_REQUEST, 0);
    }

    @Test
    void nothingIsBelowAClock() {
        Handle clock = clock(rig.open(EXACT));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, createStatus(clock, ByteBuffer.allocate(4)));
    }

    @Test
    void aPinThatOffersNoClockHasNothingOfThatName() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, createStatus(rig.open(WITHOUT), ByteBuffer.allocate(4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aCutRequestForAClockIsAnInvalidBufferSize(int size) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, createStatus(rig.open(EXACT), ByteBuffer.allocate(size)));
    }

    @Test
    void flagsForAClockAreAnInvalidParameter() {
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                createStatus(rig.open(EXACT), ByteBuffer.allocate(4).put(0, (byte) 1)));
    }

    @Test
    void aClockOfADeviceThatIsGoneIsRemoved() {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        rig.driver.unplug(rig.device);
        Client.get(clock, KSPROPERTY_CLOCK.TIME, 8).is(NtStatus.DEVICE_REMOVED, 0);
        assertEquals(NtStatus.DEVICE_REMOVED, createStatus(pin, ByteBuffer.allocate(4)));
    }

    @Test
    void closingAPinClosesItsClocks() {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        pin.close();
        assertThrows(KsClosedException.class, () -> time(clock));
    }

    // Events

    @Test
    void aMarkIsTold() {
        Handle pin = rig.open(EXACT);
        Rig.Registration client = rig.new Registration().on(clock(pin), KSEVENT_CLOCK_POSITION.MARK, SECOND);
        Client.run(pin);
        rig.time.advance(Duration.ofMillis(999));
        assertFalse(client.heard());
        rig.time.advance(Duration.ofMillis(1));
        assertTrue(client.heard());
    }

    @Test
    void anIntervalIsToldAgainAndAgain() {
        Handle pin = rig.open(EXACT);
        Rig.Registration client =
                rig.new Registration().on(clock(pin), KSEVENT_CLOCK_POSITION.INTERVAL_MARK, SECOND, SECOND);
        Client.run(pin);
        for (int i = 0; i < 3; i++) {
            rig.time.advance(Duration.ofSeconds(1));
            assertTrue(client.heard());
        }
    }

    @Test
    void closingAHandleForgetsItsMarksAndNoOthers() {
        Handle pin = rig.open(EXACT);
        Handle closed = clock(pin);
        Rig.Registration gone = rig.new Registration().on(closed, KSEVENT_CLOCK_POSITION.MARK, SECOND);
        Rig.Registration stays = rig.new Registration().on(clock(pin), KSEVENT_CLOCK_POSITION.MARK, SECOND);
        closed.close();
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(1));
        assertFalse(gone.heard());
        assertTrue(stays.heard());
    }

    // Master clocks

    private static byte[] handle(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static NtStatus setMaster(Handle pin, long value) {
        return Client.set(pin, KSPROPERTY_STREAM.MASTERCLOCK, handle(value)).status();
    }

    @Test
    void askingForTheClockTellsWhetherThereCouldBeOne() {
        assertEquals(
                0,
                Client.get(rig.open(EXACT), KSPROPERTY_STREAM.MASTERCLOCK, 8)
                        .is(NtStatus.SUCCESS, 8)
                        .data()
                        .getLong(0));
        Client.get(rig.open(WITHOUT), KSPROPERTY_STREAM.MASTERCLOCK, 8).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @Test
    void aPinTakesAClockAsItsMaster() {
        Handle source = rig.open(FAST);
        PinInstance owner = rig.pin();
        Handle pin = rig.open(WITHOUT);
        assertNull(rig.pin().masterClock());
        assertEquals(NtStatus.SUCCESS, setMaster(pin, clock(source).value()));
        assertSame(owner.clock(), rig.pin().masterClock());
    }

    @Test
    void theMastersTimeIsThePresentationTime() {
        Handle source = rig.open(FAST);
        Handle pin = rig.open(WITHOUT);
        setMaster(pin, clock(source).value());
        Client.run(source);
        rig.time.advance(Duration.ofSeconds(10));
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(10));
        assertEquals(22 * SECOND, rig.pin().presentationTime());
    }

    @Test
    void withoutAMasterThePresentationTimeIsSinceRun() {
        Handle pin = rig.open(WITHOUT);
        rig.time.advance(Duration.ofSeconds(10));
        Client.run(pin);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(SECOND, rig.pin().presentationTime());
    }

    @Test
    void aPinMayBeItsOwnMaster() {
        Handle pin = rig.open(EXACT);
        assertEquals(NtStatus.SUCCESS, setMaster(pin, clock(pin).value()));
        assertSame(rig.pin().clock(), rig.pin().masterClock());
    }

    @Test
    void noClockClearsTheMaster() {
        Handle pin = rig.open(EXACT);
        setMaster(pin, clock(pin).value());
        assertEquals(NtStatus.SUCCESS, setMaster(pin, 0));
        assertNull(rig.pin().masterClock());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STOP"})
    void theMasterOnlyChangesInStop(KSSTATE state) {
        Handle pin = rig.open(EXACT);
        Handle clock = clock(pin);
        Client.state(pin, state);
        assertEquals(NtStatus.INVALID_DEVICE_STATE, setMaster(pin, clock.value()));
        assertEquals(NtStatus.INVALID_DEVICE_STATE, setMaster(pin, 0));
        assertNull(rig.pin().masterClock());
    }

    @Test
    void aHandleThatIsNoClocksIsRefused() {
        Handle pin = rig.open(EXACT);
        assertEquals(NtStatus.INVALID_PARAMETER, setMaster(pin, pin.value()));
        assertEquals(NtStatus.INVALID_HANDLE, setMaster(pin, 0x7FFF_FFF0));
        try (KsSignal signal = rig.driver.createEvent(false)) {
            assertEquals(NtStatus.OBJECT_TYPE_MISMATCH, setMaster(pin, signal.value()));
        }
        assertNull(rig.pin().masterClock());
    }

    @Test
    void aPinKeepsItsMasterWhenTheHandleIsClosed() {
        Handle source = rig.open(EXACT);
        Handle pin = rig.open(WITHOUT);
        Handle clock = clock(source);
        setMaster(pin, clock.value());
        clock.close();
        Client.run(source);
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(SECOND, rig.pin().presentationTime());
        assertEquals(NtStatus.INVALID_HANDLE, setMaster(pin, clock.value()));
        assertNotNull(rig.pin().masterClock());
    }

    @Test
    void theClockOfAPinThatIsClosedStandsStill() {
        Handle source = rig.open(EXACT);
        Handle pin = rig.open(WITHOUT);
        setMaster(pin, clock(source).value());
        Client.run(source);
        source.close();
        rig.time.advance(Duration.ofSeconds(1));
        assertEquals(0, rig.pin().presentationTime());
    }

    @Test
    void theClockOfAPinThatIsClosedStandsStillEvenIfTheDeviceRefusesToStop() {
        rig.streaming = pin -> new PinDispatch() {
            @Override
            public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
                return to.compareTo(from) < 0 ? NtStatus.DEVICE_BUSY : NtStatus.SUCCESS;
            }
        };
        Handle pin = rig.open(EXACT);
        rig.new Registration().on(clock(pin), KSEVENT_CLOCK_POSITION.MARK, SECOND);
        Client.run(pin);
        pin.close();
        assertEquals(KSSTATE.STOP, rig.pin().clock().state());
        assertFalse(rig.time.advanceToNextTimer());
    }
}

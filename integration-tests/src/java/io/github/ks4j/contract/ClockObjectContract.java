package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_CLOCK;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The clocks of pins. What their time is when is up to the machine, but not how it goes. */
abstract class ClockObjectContract extends DriverContract {
    private StubPin pin;

    @BeforeEach
    void openThePin() {
        pin = StubPin.open(handle(), StubFilter.SINK_PIN);
    }

    private Handle clock() {
        return create(pin.handle(), ints(0));
    }

    private static Handle create(Handle parent, byte[] parameters) {
        return parent.create(KsObjectType.CLOCK, ByteBuffer.wrap(parameters), Driver.GENERIC_READ);
    }

    private static NtStatus refusal(Handle parent, byte[] parameters) {
        return assertThrows(KsException.class, () -> create(parent, parameters)).status();
    }

    private static Requests.Reply get(Handle clock, KsProperty<?> property, int length) {
        return new Requests(clock).property(head(property.set().guid(), property.id(), KSPROPERTY_TYPE.GET), length);
    }

    /** The number at an offset of a value of so many bytes. */
    private static long number(Handle clock, KsProperty<?> property, int length, int at) {
        Requests.Reply reply = get(clock, property, length);
        assertEquals(NtStatus.SUCCESS, reply.status());
        assertEquals(length, reply.information());
        return ByteBuffer.wrap(reply.after()).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    }

    private static long time(Handle clock) {
        return number(clock, KSPROPERTY_CLOCK.TIME, 8, 0);
    }

    private static long physicalTime(Handle clock) {
        return number(clock, KSPROPERTY_CLOCK.PHYSICALTIME, 8, 0);
    }

    private void runUntilTimePasses(Handle clock) {
        pin.to(KSSTATE.RUN);
        while (time(clock) == 0) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @EnumSource(KSSTATE.class)
    void aClockFollowsTheStateOfItsPin(KSSTATE state) {
        Handle clock = clock();
        pin.to(state);
        get(clock, KSPROPERTY_CLOCK.STATE, 4).succeedsWith(state.value());
    }

    @Test
    void aClockStandsStillBeforeThePinRuns() {
        Handle clock = clock();
        pin.to(KSSTATE.PAUSE);
        get(clock, KSPROPERTY_CLOCK.TIME, 8).succeedsWith(new byte[8]);
    }

    @Test
    void physicalTimeStandsStillInStop() {
        get(clock(), KSPROPERTY_CLOCK.PHYSICALTIME, 8).succeedsWith(new byte[8]);
    }

    @Test
    void physicalTimePassesInPause() {
        Handle clock = clock();
        pin.to(KSSTATE.PAUSE);
        while (physicalTime(clock) == 0) {
            Thread.onSpinWait();
        }
        long before = physicalTime(clock);
        assertTrue(physicalTime(clock) >= before);
    }

    @Test
    void allClocksOfAPinAreOne() {
        Handle first = clock();
        runUntilTimePasses(first);
        assertTrue(time(clock()) > 0);
    }

    @Test
    void stoppingStartsThePresentationAnew() {
        Handle clock = clock();
        runUntilTimePasses(clock);
        pin.to(KSSTATE.STOP);
        assertEquals(0, time(clock));
    }

    @Test
    void stoppingKeepsThePhysicalTime() {
        Handle clock = clock();
        runUntilTimePasses(clock);
        pin.to(KSSTATE.STOP);
        long stopped = physicalTime(clock);
        assertTrue(stopped > 0);
        assertEquals(stopped, physicalTime(clock));
    }

    @Test
    void theTimesThatBelongTogetherAreOfOneMoment() {
        Handle clock = clock();
        runUntilTimePasses(clock);
        long before = time(clock);
        assertTrue(number(clock, KSPROPERTY_CLOCK.CORRELATEDTIME, 16, 0) >= before);
    }

    @Test
    void theSystemTimeNeverRunsBackwards() {
        Handle clock = clock();
        long before = number(clock, KSPROPERTY_CLOCK.CORRELATEDTIME, 16, 8);
        assertTrue(number(clock, KSPROPERTY_CLOCK.CORRELATEDPHYSICALTIME, 16, 8) >= before);
    }

    @Test
    void aClockTellsItsResolution() {
        // A granularity of 100 ns, an error of a millisecond.
        get(clock(), KSPROPERTY_CLOCK.RESOLUTION, 16).succeedsWith(ints(1, 0, 10_000, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 8", "2, 16", "3, 16", "4, 16", "5, 4", "6, 32"})
    void aTimeThatDoesNotFitIsRefused(int id, int size) {
        byte[] request = head(KSPROPERTY_CLOCK.SET.guid(), id, KSPROPERTY_TYPE.GET);
        Requests clock = new Requests(clock());
        clock.property(request, 0).needs(size);
        clock.property(request, size - 1).failsWith(NtStatus.BUFFER_TOO_SMALL);
    }

    @Test
    void theFunctionsOfAClockAreForTheKernel() {
        new Requests(clock())
                .property(head(KSPROPERTY_CLOCK.SET.guid(), 6, KSPROPERTY_TYPE.GET), 32)
                .failsWith(NtStatus.INVALID_DEVICE_REQUEST);
    }

    @Test
    void aTimeCannotBeSet() {
        new Requests(clock())
                .property(
                        head(KSPROPERTY_CLOCK.SET.guid(), KSPROPERTY_CLOCK.TIME.id(), KSPROPERTY_TYPE.SET), new byte[8])
                .failsWith(NtStatus.NOT_FOUND);
    }

    @Test
    void aClockListsItsSet() {
        byte[] set = Arrays.copyOf(head(KSPROPERTY_CLOCK.SET.guid(), 0, 0), Guid.SIZE);
        new Requests(clock())
                .property(head(Guid.NULL, 0, KSPROPERTY_TYPE.SETSUPPORT), Guid.SIZE)
                .succeedsWith(set);
    }

    @Test
    void flagsAreRefused() {
        assertEquals(NtStatus.INVALID_PARAMETER, refusal(pin.handle(), ints(1)));
    }

    @Test
    void thereIsNoClockBelowAFilter() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refusal(handle(), ints(0)));
    }

    @Test
    void thereIsNoClockBelowAClock() {
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, refusal(clock(), ints(0)));
    }

    @Test
    void aClockDoesNotOutliveItsDevice() {
        Handle clock = clock();
        filter().property(head(StubFilter.PROPERTIES, StubFilter.REMOVE, KSPROPERTY_TYPE.SET), ints(0));
        get(clock, KSPROPERTY_CLOCK.STATE, 4).failsWith(NtStatus.DEVICE_REMOVED);
    }
}

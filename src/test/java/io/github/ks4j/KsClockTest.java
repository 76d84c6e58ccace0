package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSCORRELATED_TIME;
import io.github.ks4j.struct.KSRESOLUTION;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentCaptor;

/** What clocks and the pins that follow them are asked. */
@Timeout(30)
class KsClockTest {
    private static final String TIME_OF_CLOCK = "c0a412df17accf11a5d628db04c10000" + "00000000" + "01000000";
    private static final String SET_MASTERCLOCK = "60baaa65ae98cf11a10d0020afd156e4" + "03000000" + "02000000";
    private static final String POSITION_MARK = "208e4d36c762cf11a5d628db04c10000" + "01000000" + "01000000";
    private static final String INTERVAL_MARK = "208e4d36c762cf11a5d628db04c10000" + "00000000" + "01000000";

    /** A script for the handle of filter, pin and clock: they differ only in how they are made. */
    private final Seam seam = new Seam();

    private final Handle clockHandle = mock(Handle.class);
    private final KsPin pin = pin(seam, clockHandle);

    private static KsPin pin(Seam seam, Handle clockHandle) {
        Handle pinHandle = mock(Handle.class);
        answer(seam, pinHandle);
        answer(seam, clockHandle);
        when(seam.handle.create(eq(KsObjectType.PIN), any(), anyInt())).thenReturn(pinHandle);
        when(pinHandle.create(eq(KsObjectType.CLOCK), any(), anyInt())).thenReturn(clockHandle);
        when(clockHandle.value()).thenReturn(0x1122334455667788L);
        when(clockHandle.hold()).thenReturn(true);
        DataFormat format = DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));
        return seam.filter().pinFactory(0).open(KsPinConnection.of(format).withAccess(Driver.GENERIC_WRITE));
    }

    private static void answer(Seam seam, Handle handle) {
        when(handle.control(anyInt(), any(), anyInt(), any(), anyInt()))
                .thenAnswer(call -> seam.control(
                        call.getArgument(0),
                        call.getArgument(1),
                        call.getArgument(2),
                        call.getArgument(3),
                        call.getArgument(4)));
    }

    @Test
    void aClockIsCreatedBelowItsPinToRead() {
        pin.createClock();
        ArgumentCaptor<ByteBuffer> parameters = ArgumentCaptor.forClass(ByteBuffer.class);
        verify(pin.handle).create(eq(KsObjectType.CLOCK), parameters.capture(), eq(Driver.GENERIC_READ));
        assertEquals(4, parameters.getValue().remaining());
        assertEquals(0, parameters.getValue().getInt(0));
    }

    @Test
    void aPinThatCreatesNoClockHasNone() {
        when(pin.handle.create(eq(KsObjectType.CLOCK), any(), anyInt()))
                .thenThrow(KsException.of("create clock", NtStatus.OBJECT_NAME_NOT_FOUND));
        KsException e = assertThrows(KsNotSupportedException.class, pin::createClock);
        assertTrue(e.getMessage().startsWith("create the clock of pin 0 of " + Seam.PATH), e.getMessage());
    }

    @Test
    void aPinThatHasGoneIsSaidToHaveGone() {
        when(pin.handle.create(eq(KsObjectType.CLOCK), any(), anyInt()))
                .thenThrow(KsException.of("create clock", NtStatus.DEVICE_REMOVED));
        assertThrows(KsDisconnectedException.class, pin::createClock);
    }

    @Test
    void timesAreAskedOfTheClock() {
        KsClock clock = pin.createClock();
        seam.replyInts(0x55667788, 0x11223344).replyInts(2, 0);
        assertEquals(0x1122334455667788L, clock.time());
        assertEquals(2, clock.physicalTime());
        assertEquals(new Seam.Asked(IOCTL_KS.PROPERTY, TIME_OF_CLOCK, 8, "0000000000000000"), seam.asked.get(0));
        verify(clockHandle, times(2)).control(eq(IOCTL_KS.PROPERTY), any(), eq(24), any(), eq(8));
    }

    @Test
    void aCorrelatedTimeHasBothTimes() {
        KsClock clock = pin.createClock();
        seam.replyInts(1, 0, 2, 0).replyInts(3, 0, 4, 0);
        assertEquals(2, clock.correlatedTime().get(KSCORRELATED_TIME.SystemTime));
        assertEquals(3, clock.correlatedPhysicalTime().get(KSCORRELATED_TIME.Time));
    }

    @Test
    void aClockSaysHowFineItIsAndWhetherItRuns() {
        KsClock clock = pin.createClock();
        seam.replyInts(1, 0, 2, 0).replyInts(3);
        assertEquals(2, clock.resolution().get(KSRESOLUTION.Error));
        assertEquals(KSSTATE.RUN, clock.state());
    }

    @Test
    void aMarkIsWhereKSEVENT_TIME_MARKHasIt() {
        KsClock clock = pin.createClock();
        seam.reply();
        clock.markAt(0x1122334455667788L);
        assertEquals(POSITION_MARK, seam.asked.get(0).request());
        assertEquals("8877665544332211", seam.asked.get(0).data().substring(2 * 32));
    }

    @Test
    void anIntervalIsWhereKSEVENT_TIME_INTERVALHasIt() {
        KsClock clock = pin.createClock();
        seam.reply();
        clock.markEvery(1, 2);
        assertEquals(INTERVAL_MARK, seam.asked.get(0).request());
        assertEquals(
                "0100000000000000" + "0200000000000000",
                seam.asked.get(0).data().substring(2 * 32));
    }

    @Test
    void inA32BitProcessAMarkLiesBehindTheNarrowEventData() {
        Seam narrow = new Seam(Abi.X86);
        KsClock clock = pin(narrow, mock(Handle.class)).createClock();
        narrow.reply();
        clock.markAt(1);
        assertEquals("0100000000000000", narrow.asked.get(0).data().substring(2 * 16));
    }

    @Test
    void aPinIsToldItsMasterClockByItsHandle() {
        seam.reply();
        pin.masterClock(pin.createClock());
        assertEquals(new Seam.Asked(IOCTL_KS.PROPERTY, SET_MASTERCLOCK, 8, "8877665544332211"), seam.asked.get(0));
    }

    @Test
    void aPinIsToldThatItHasNoMasterClock() {
        seam.reply();
        pin.masterClock(null);
        assertEquals("0000000000000000", seam.asked.get(0).data());
    }

    @Test
    void inA32BitProcessAHandleIsNarrow() {
        Seam narrow = new Seam(Abi.X86);
        KsPin narrowPin = pin(narrow, mock(Handle.class));
        narrow.reply();
        narrowPin.masterClock(narrowPin.createClock());
        assertEquals("88776655", narrow.asked.get(0).data());
    }

    @Test
    void aClosedClockIsNoMasterClock() {
        KsClock clock = pin.createClock();
        clock.close();
        when(clockHandle.hold()).thenReturn(false);
        assertThrows(KsClosedException.class, () -> pin.masterClock(clock));
        assertEquals(0, seam.asked.size());
    }

    @Test
    void closingThePinClosesMarkThenClockThenPin() {
        seam.reply().reply();
        pin.createClock().markAt(0);
        pin.close();
        var order = inOrder(clockHandle, pin.handle);
        order.verify(clockHandle).control(eq(IOCTL_KS.DISABLE_EVENT), any(), anyInt(), any(), anyInt());
        order.verify(clockHandle).close();
        order.verify(pin.handle).close();
    }

    @Test
    void aClockThatIsCreatedTooLateIsClosedAgain() {
        pin.close();
        assertThrows(KsClosedException.class, pin::createClock);
        verify(clockHandle).close();
    }

    @Test
    void aClockStaysOpenWhileAPinIsToldOfIt() {
        seam.reply();
        pin.masterClock(pin.createClock());
        var order = inOrder(clockHandle, pin.handle);
        order.verify(clockHandle).hold();
        order.verify(pin.handle).control(anyInt(), any(), anyInt(), any(), anyInt());
        order.verify(clockHandle).letGo();
    }
}

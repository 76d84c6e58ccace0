package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSPROPERTY_PIN;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentCaptor;

/** Who opens and closes what, and whose memory requests are made in. */
class OwnershipTest {
    private static final DataFormat FORMAT =
            DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));
    private static final String STANDARD_INTERFACE = "a066871ace62cf11a5d628db04c10000";
    private static final String STANDARD_MEDIUM = "20b34747ce62cf11a5d628db04c10000";

    private final Seam seam = new Seam();
    private final Ks ks = Ks.over(seam.driver);
    private final KsFilter filter = ks.filter(Seam.PATH);
    private final Handle pinHandle = mock(Handle.class);

    private KsPin open(KsPinConnection connection) {
        when(seam.handle.create(any(), any(), anyInt())).thenReturn(pinHandle);
        return filter.pinFactory(5).open(connection);
    }

    private String parameters(int access) {
        ArgumentCaptor<ByteBuffer> parameters = ArgumentCaptor.forClass(ByteBuffer.class);
        verify(seam.handle).create(eq(KsObjectType.PIN), parameters.capture(), eq(access));
        byte[] bytes = new byte[parameters.getValue().remaining()];
        parameters.getValue().get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hex(DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aPinThatTakesDataIsOpenedToWrite() {
        seam.replyInts(1);
        open(KsPinConnection.of(FORMAT));

        assertEquals(
                STANDARD_INTERFACE + "0000000000000000" + STANDARD_MEDIUM + "0000000000000000" + "05000000" + "00000000"
                        + "0000000000000000" + "00000040" + "01000000" + hex(FORMAT),
                parameters(Driver.GENERIC_WRITE));
    }

    @Test
    void aPinThatGivesDataIsOpenedToRead() {
        seam.replyInts(2);
        open(KsPinConnection.of(FORMAT));

        parameters(Driver.GENERIC_READ);
    }

    @Test
    void aConnectionSaysInterfacePriorityAccessAndSink() {
        Handle sink = mock(Handle.class);
        when(sink.value()).thenReturn(0x1122334455667788L);
        when(sink.hold()).thenReturn(true);
        when(seam.handle.create(any(), any(), anyInt())).thenReturn(sink);
        KsPin sinkPin = filter.pinFactory(1).open(KsPinConnection.of(FORMAT).withAccess(Driver.GENERIC_WRITE));
        open(KsPinConnection.of(FORMAT)
                .withInterface(KSINTERFACESETID.Standard, 1)
                .withPriority(1, 2)
                .withAccess(Driver.GENERIC_READ)
                .to(sinkPin));

        assertEquals(
                STANDARD_INTERFACE + "0100000000000000" + STANDARD_MEDIUM + "0000000000000000" + "05000000" + "00000000"
                        + "8877665544332211" + "01000000" + "02000000" + hex(FORMAT),
                parameters(Driver.GENERIC_READ));
    }

    @Test
    void inA32BitProcessTheHandleIsNarrow() {
        ByteBuffer bytes = KsPinConnection.of(FORMAT).encode(Abi.X86, 5, 0);

        assertEquals(64 + FORMAT.size(), bytes.capacity());
        assertEquals(0x40000000, bytes.getInt(56));
    }

    @Test
    void aRefusedPinIsNamedWithItsFormat() {
        when(seam.handle.create(any(), any(), anyInt()))
                .thenThrow(KsException.of("create PIN", NtStatus.INVALID_DEVICE_STATE));

        KsException e = assertThrows(
                KsBusyException.class,
                () -> filter.pinFactory(5).open(KsPinConnection.of(FORMAT).withAccess(Driver.GENERIC_READ)));
        assertTrue(e.getMessage().startsWith("open pin factory 5 of " + Seam.PATH + " with " + FORMAT), e.getMessage());
    }

    @Test
    void closingClosesPinThenFilterThenDriver() {
        seam.replyInts(1);
        open(KsPinConnection.of(FORMAT));
        ks.close();

        var order = inOrder(pinHandle, seam.handle, seam.driver);
        order.verify(pinHandle).close();
        order.verify(seam.handle).close();
        order.verify(seam.driver).close();
    }

    @Test
    void closingTwiceClosesOnce() {
        filter.close();
        ks.close();
        ks.close();

        verify(seam.handle, times(1)).close();
        verify(seam.driver, times(1)).close();
    }

    @Test
    void aFailureToCloseDoesNotKeepTheRestOpen() {
        IllegalStateException failure = new IllegalStateException();
        doThrow(failure).when(seam.handle).close();

        assertSame(failure, assertThrows(IllegalStateException.class, ks::close));
        verify(seam.driver).close();
    }

    @Test
    void anErrorWhenClosingDoesNotKeepTheRestOpenEither() {
        StackOverflowError failure = new StackOverflowError();
        doThrow(failure).when(seam.handle).close();

        assertSame(failure, assertThrows(StackOverflowError.class, ks::close));
        verify(seam.driver).close();
    }

    @Test
    void aFilterThatIsOpenedTooLateIsClosedAgain() {
        ks.close();
        KsClosedException e = assertThrows(KsClosedException.class, () -> ks.filter(Seam.PATH));

        assertTrue(e.getMessage().contains("closed"), e.getMessage());
        verify(seam.handle, times(2)).close();
    }

    @Test
    void aPathIsOpenedToReadAndWriteUnlessToldOtherwise() {
        ks.filter(Seam.PATH, 0);

        verify(seam.driver).open(Seam.PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
        verify(seam.driver).open(Seam.PATH, 0);
    }

    @Test
    void aThreadUsesItsMemoryAgain() {
        for (int i = 0; i < 10; i++) {
            seam.replyInts(1);
            filter.get(KSPROPERTY_PIN.CTYPES);
        }

        assertEquals(2, seam.allocated.size());
    }

    @Test
    void aCallWithinACallHasMemoryOfItsOwn() {
        seam.reply((reply, length) -> {
            seam.replyInts(7);
            assertEquals(7, filter.get(KSPROPERTY_PIN.NECESSARYINSTANCES));
            reply.putInt(0, 3);
            return Integer.BYTES;
        });

        assertEquals(3, filter.get(KSPROPERTY_PIN.CTYPES));
        assertEquals(4, seam.allocated.size());
    }

    @Test
    void memoryThatADriverMayStillHoldIsNotUsedAgain() {
        seam.reply((reply, length) -> {
            throw new KsTimeoutException("late", NtStatus.IO_TIMEOUT);
        });
        assertThrows(KsTimeoutException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
        seam.replyInts(1);
        filter.get(KSPROPERTY_PIN.CTYPES);

        assertEquals(4, seam.allocated.size());
        assertEquals(0, seam.freed.size());
    }

    @Test
    void memoryOfARequestThatWasNotSentIsUsedAgain() {
        seam.reply((reply, length) -> {
            throw new KsBusyException("too many", NtStatus.DEVICE_BUSY);
        });
        assertThrows(KsBusyException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
        seam.replyInts(1);
        filter.get(KSPROPERTY_PIN.CTYPES);

        assertEquals(2, seam.allocated.size());
    }

    @Test
    void closingGivesTheMemoryOfAllThreadsBack() throws InterruptedException {
        seam.replyInts(1).replyInts(1);
        filter.get(KSPROPERTY_PIN.CTYPES);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            filter.get(KSPROPERTY_PIN.CTYPES);
            done.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        done.await();
        ks.close();
        other.interrupt();

        assertEquals(4, seam.freed.size());
    }

    @Test
    void memoryInUseIsGivenBackWhenTheCallEnds() {
        seam.reply((reply, length) -> {
            ks.close();
            assertEquals(0, seam.freed.size());
            reply.putInt(0, 3);
            return Integer.BYTES;
        });

        assertEquals(3, filter.get(KSPROPERTY_PIN.CTYPES));
        assertEquals(2, seam.freed.size());
    }

    @Test
    void aClosedLibraryTakesNoRequests() {
        ks.close();

        assertThrows(KsClosedException.class, () -> filter.get(KSPROPERTY_PIN.CTYPES));
        assertEquals(0, seam.asked.size());
    }

    @Test
    void largeMemoryIsNotKept() {
        seam.reply(NtStatus.SUCCESS, 0);
        filter.setRaw(KSPROPERTY_PIN.SET.guid(), 1, new byte[1 << 20]);

        assertEquals(1, seam.freed.size());
    }

    @Test
    @Timeout(30)
    void aThreadThatEndedLeavesNoMemoryBehind() throws InterruptedException {
        seam.replyInts(1);
        Thread other = new Thread(() -> filter.get(KSPROPERTY_PIN.CTYPES));
        other.start();
        other.join();
        while (seam.freed.size() < 2) {
            System.gc();
            Thread.sleep(10);
        }

        assertEquals(Set.copyOf(seam.allocated), Set.copyOf(seam.freed));
    }

    @Test
    void theMemoryOfALongRequestIsNotKept() {
        seam.replyInts(2);
        filter.instance(new byte[1 << 20]).get(KSPROPERTY_PIN.CTYPES);

        assertEquals(1, seam.freed.size());
    }

    @Test
    void aPinIsNotOpenedForNothing() {
        KsPinConnection connection = KsPinConnection.of(FORMAT);

        assertThrows(IllegalArgumentException.class, () -> connection.withAccess(0));
    }
}

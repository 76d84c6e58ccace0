package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that complete at once. */
@StubLibrary
class ControlTest {
    private Win32Driver driver;
    private Handle filter;
    private KsBuffer reply;

    @BeforeEach
    void open() {
        driver = Stub.driver();
        filter = Stub.filter(driver);
        reply = driver.allocate(64);
    }

    @AfterEach
    void close() {
        reply.close();
        driver.close();
    }

    private long get(int id, int length) {
        try (KsBuffer request = Stub.get(driver, id)) {
            return filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, length);
        }
    }

    @Test
    void aValueIsRead() {
        assertOutcome(NtStatus.SUCCESS, 4, get(Stub.ANSWER, 4));
        assertEquals(42, reply.bytes().getInt(0));
    }

    @Test
    void aBufferThatIsClosedIsRefused() {
        KsBuffer request = Stub.get(driver, Stub.ANSWER);
        request.close();
        assertThrows(
                IllegalArgumentException.class, () -> filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        assertThrows(
                IllegalArgumentException.class,
                () -> filter.submit(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4, block -> {}));
    }

    @Test
    void aValueThatWasSetIsReadBack() {
        assertOutcome(NtStatus.SUCCESS, 0, Stub.set(filter, Stub.PROPERTIES, Stub.LEVEL, -30));
        get(Stub.LEVEL, 4);
        assertEquals(-30, reply.bytes().getInt(0));
    }

    @Test
    void aSizeQueryIsAWarningWithTheSize() {
        assertOutcome(NtStatus.BUFFER_OVERFLOW, 20, get(Stub.NAME, 0));
    }

    @Test
    void aRefusalIsTheStatusWithoutACount() {
        get(Stub.ANSWER, 4);
        assertOutcome(NtStatus.BUFFER_TOO_SMALL, 0, get(Stub.ANSWER, 3));
        assertOutcome(NtStatus.NOT_FOUND, 0, get(4711, 4));
    }

    @Test
    void anUnknownSetIsNotFound() {
        try (KsBuffer request = Stub.request(driver, new Guid(1, 2), 0, Stub.GET)) {
            assertOutcome(NtStatus.PROPSET_NOT_FOUND, 0, filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        }
    }

    @Test
    void aLargeValueTravels() {
        try (KsBuffer request = Stub.request(driver, Stub.PROPERTIES, Stub.BLOB, Stub.SET);
                KsBuffer blob = driver.allocate(65536)) {
            for (int i = 0; i < blob.size(); i++) {
                blob.bytes().put(i, (byte) 3);
            }
            assertOutcome(NtStatus.SUCCESS, 0, filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, blob, blob.size()));
        }
        get(Stub.BLOBSUM, 4);
        assertEquals(3 * 65536, reply.bytes().getInt(0));
    }

    @Test
    void aLengthBeyondItsBufferIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> get(Stub.ANSWER, 65));
        assertThrows(IndexOutOfBoundsException.class, () -> get(Stub.ANSWER, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> filter.control(Stub.IOCTL_KS_PROPERTY, null, 24, reply, 4));
    }

    @Test
    void aHeapBufferIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> filter.control(Stub.IOCTL_KS_PROPERTY, KsBuffer.heap(24), 24, reply, 4));
    }

    @Test
    void aSliceIsItsPartOfTheBuffer() {
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER)) {
            filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply.slice(8, 4), 4);
        }
        assertEquals(0, reply.bytes().getInt(0));
        assertEquals(42, reply.bytes().getInt(8));
    }

    @Test
    void aCountBeyondTheBufferIsABadReply() {
        Handle boastful = driver.open(Stub.BOASTFUL, 0);
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER)) {
            KsBadReplyException e = assertThrows(
                    KsBadReplyException.class, () -> boastful.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
            assertTrue(e.getMessage().contains("1004 bytes to a buffer of 4"), e.getMessage());
        }
    }

    @Test
    void aSubmittedRequestIsToldNoMoreBytesThanThereIsRoomFor() throws Exception {
        Handle boastful = driver.open(Stub.BOASTFUL, 0);
        Outcomes outcomes = new Outcomes();
        boastful.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, Stub.ANSWER), 24, reply, 4, outcomes);
        assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
    }

    @Test
    void aSizeNeededIsPassedOnAsItIs() {
        Handle boastful = driver.open(Stub.BOASTFUL, 0);
        try (KsBuffer request = Stub.get(driver, Stub.NAME)) {
            assertOutcome(
                    NtStatus.BUFFER_OVERFLOW, 1020, boastful.control(Stub.IOCTL_KS_PROPERTY, request, 24, null, 0));
        }
    }

    @Test
    void aCountBeyondTheBufferIsNotBelieved() {
        assertTrue(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.SUCCESS, 5), Stub.IOCTL_KS_PROPERTY, 4));
        assertTrue(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.SUCCESS, -1), Stub.IOCTL_KS_PROPERTY, 4));
        assertFalse(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.SUCCESS, 4), Stub.IOCTL_KS_PROPERTY, 4));
    }

    @Test
    void aCountWithSuccessToARequestWithoutRoomIsASize() {
        assertFalse(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.SUCCESS, 24), Stub.IOCTL_KS_PROPERTY, 0));
    }

    @Test
    void aCountBeyondTheBufferIsBelievedWhereItIsASizeNeededOrCountsFrames() {
        assertFalse(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.BUFFER_OVERFLOW, 5), Stub.IOCTL_KS_PROPERTY, 4));
        assertFalse(Win32Handle.isBeyond(IoStatusBlock.of(NtStatus.SUCCESS, 4096), Stub.IOCTL_KS_WRITE_STREAM, 56));
    }

    @Test
    void aCallThatCompletesAtOnceAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER)) {
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < 5; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                for (int i = 0; i < 10_000; i++) {
                    filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4);
                }
                allocated = Math.min(allocated, threads.getThreadAllocatedBytes(thread) - before);
            }
            assertEquals(0, allocated / 10_000, "bytes a call, of " + allocated);
        }
    }
}

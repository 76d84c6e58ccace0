package io.github.ks4j.win32;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What one request needs beside its buffers: an OVERLAPPED, the event that it sets and a byte count, in one block of
 * memory that nobody frees while the request is under way.
 *
 * <p>Windows writes the status block of a request that is refused at once only if the status is no error, so
 * {@code Internal} is set to STATUS_PENDING before each call, and whether it still is tells if the block was written.
 *
 * <p>Source: the page "OVERLAPPED structure" (minwinbase.h).
 */
final class Slot {
    private static final Log LOG = Log.of(Slot.class);

    private static final int INTERNAL = 0;
    private static final int INTERNAL_HIGH = 8;
    private static final int EVENT = 24;
    private static final int COUNT = 32;
    private static final int SIZE = 64;
    private static final long PENDING = 0x103;
    /** What no request returns. */
    private static final long NO_COUNT = -1;

    private final ByteBuffer memory = NativeMemory.direct(SIZE);
    private final long overlapped = NativeMemory.address(memory);
    private final long event = Kernel32.CreateEventW(0, 1, 0, 0);

    /** Null while it serves a call, or nobody. */
    private volatile Submission submission;

    // The buffers of a request that is waited for, or was and has not come back; null else.
    private KsBuffer request;
    private KsBuffer reply;

    // Both belong to the monitor of whoever keeps the slots.
    Slot nextSpare;
    Slot nextInBucket;

    Slot() {
        if (event == 0) {
            throw LastError.failure("create an event for a request");
        }
    }

    long overlapped() {
        return overlapped;
    }

    /** Whose end the completion port tells. */
    Submission submission() {
        return submission;
    }

    void serve(Submission served) {
        submission = served;
    }

    /** Where the byte count goes. */
    long count() {
        return overlapped + COUNT;
    }

    /**
     * Prepares for a request that is waited for. The event's low bit keeps it off the completion port. The buffers are kept
     * until the slot is given back, whatever becomes of the call.
     */
    void armToWait(KsBuffer usedRequest, KsBuffer usedReply) {
        arm(event | 1);
        request = usedRequest;
        reply = usedReply;
    }

    /** Keeps no buffers any more: no request is under way. */
    void rest() {
        request = null;
        reply = null;
    }

    /** Whether the request that is under way may write to some memory. */
    boolean touches(long address, int size) {
        Submission served = submission;
        return served != null
                ? served.touches(address, size)
                : NativeMemory.overlaps(request, address, size) || NativeMemory.overlaps(reply, address, size);
    }

    /** Prepares for a request whose end the completion port tells. */
    void armToQueue() {
        arm(0);
    }

    private void arm(long hEvent) {
        memory.putLong(INTERNAL, PENDING);
        memory.putLong(INTERNAL_HIGH, NO_COUNT);
        memory.putLong(EVENT, hEvent);
    }

    /** Waits for the end; the thread's interruption does not end the wait. True if the request has ended. */
    boolean awaitEnd(int milliseconds) {
        int result = Kernel32.WaitForSingleObject(event, milliseconds);
        if (result == Kernel32.WAIT_FAILED) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
            return isWritten();
        }
        return result == Kernel32.WAIT_OBJECT_0;
    }

    /** Whether the status block has been written, with what can be an outcome. */
    boolean isWritten() {
        return memory.getLong(INTERNAL) != PENDING;
    }

    /** Whether the status block has been written, be it with STATUS_PENDING; of use only where nothing is under way. */
    boolean isTouched() {
        return isWritten() || memory.getLong(INTERNAL_HIGH) != NO_COUNT;
    }

    /**
     * The outcome of a request that has ended, or succeeded at once. An error has no byte count; and who ended it with
     * STATUS_PENDING has told nothing of how it ended.
     */
    long outcome() {
        int status = (int) memory.getLong(INTERNAL);
        if (status == PENDING) {
            LOG.log(Level.WARNING, "a driver ended a request with STATUS_PENDING, which is taken for a failure");
            return IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0);
        }
        return IoStatusBlock.of(status, status >>> 30 == 3 ? 0 : information());
    }

    /** A count of more than 32 bits, which no request can have, is the largest of 32. */
    private int information() {
        long count = memory.getLong(INTERNAL_HIGH);
        return count >>> Integer.SIZE == 0 ? (int) count : -1;
    }

    /** The outcome of a request that was refused at once. */
    long refusal(int win32Error) {
        return isWritten() ? outcome() : IoStatusBlock.of(LastError.status(win32Error), 0);
    }

    /** Gives the event back; no request may be under way. */
    void close() {
        Kernel32.CloseHandle(event);
    }
}

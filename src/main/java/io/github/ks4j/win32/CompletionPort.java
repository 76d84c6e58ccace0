package io.github.ks4j.win32;

import io.github.ks4j.io.Gate;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The completion port of a driver and the thread that waits on it. Every submission is inside the gate until its slot is
 * free again, so that port and thread end when the last one has come back, however long after closing that is.
 *
 * <p>Source: the page "I/O Completion Ports".
 */
final class CompletionPort {
    private static final Log LOG = Log.of(CompletionPort.class);
    private static final long REQUEST = 1;
    private static final long END = 2;
    private static final long FENCE = 3;
    private static final int BYTES = 0;
    private static final int KEY = 8;
    private static final int OVERLAPPED = 16;
    private static final int SIZE = 24;

    /** Ports that ended before all requests came back: kept for ever, since Windows may still write to their slots. */
    private static final Set<CompletionPort> BROKEN = ConcurrentHashMap.newKeySet();

    private final SlotPool slots;
    private final long port;
    private final ByteBuffer packet = NativeMemory.direct(SIZE);
    private final long packetAddress = NativeMemory.address(packet);
    private final Gate gate = new Gate(this::end);
    /** Requests are told to have failed, though they have not ended. */
    private volatile boolean broken;

    CompletionPort(SlotPool slots) {
        this(slots, Thread::new);
    }

    /**
     * A port.
     *
     * @param threads makes the thread that waits
     */
    CompletionPort(SlotPool slots, ThreadFactory threads) {
        this.slots = slots;
        port = Kernel32.CreateIoCompletionPort(Kernel32.INVALID_HANDLE_VALUE, 0, 0, 1);
        if (port == 0) {
            throw LastError.failure("create a completion port");
        }
        try {
            Thread thread = threads.newThread(this::run);
            thread.setName("ks4j-completions");
            thread.setDaemon(true);
            thread.start();
        } catch (OutOfMemoryError e) {
            Kernel32.CloseHandle(port);
            throw new KsException(
                    "start the thread that waits on a completion port: " + e.getMessage(),
                    NtStatus.INSUFFICIENT_RESOURCES,
                    e);
        }
    }

    /** Has the port told of all requests to a handle that do not say otherwise. */
    void associate(long handle, String name) {
        if (Kernel32.CreateIoCompletionPort(handle, port, REQUEST, 0) == 0) {
            throw LastError.failure("have a completion port told of the requests to " + name);
        }
    }

    /** The handle of the port. */
    long value() {
        return port;
    }

    /**
     * Takes a slot for a request that is going to be made.
     *
     * @return false if the port fails at this moment, of which the submission is told
     */
    boolean expect(Submission submission) {
        if (!gate.enter()) {
            throw refusal();
        }
        boolean begun = false;
        try {
            submission.begin(this, slots.take());
            begun = true;
        } finally {
            if (!begun) {
                gate.exit();
            }
        }
        if (!broken) {
            return true;
        }
        // Either it was seen when all were told, or it is not told at all.
        if (submission.claim()) {
            throw refusal();
        }
        return false;
    }

    private KsException refusal() {
        return broken
                ? new KsException(
                        "the completion port has failed; requests that are waited for still work, others do not",
                        NtStatus.UNSUCCESSFUL,
                        null)
                : new KsClosedException("the driver's completion port");
    }

    /** Nobody holds the slot any more. */
    void over(Slot slot) {
        slot.serve(null);
        slots.give(slot);
        gate.exit();
    }

    /** Posts a packet behind those that Windows may have sent of a request that has ended. */
    void fence(Slot slot) {
        Kernel32.PostQueuedCompletionStatus(port, 0, FENCE, slot.overlapped());
    }

    /** The requests that have not ended; of a port that has failed nobody knows which have. */
    private List<Submission> outstanding() {
        List<Submission> submissions = slots.submissions();
        if (!broken) {
            submissions.removeIf(submission -> !submission.isAwaited());
        }
        return submissions;
    }

    /** Whether the port has failed: nobody knows then which requests have ended, nor what they point to. */
    boolean isBroken() {
        return broken;
    }

    /** Requests that were cancelled, be it with their handle, and have not come back yet. */
    int orphans() {
        return (int) outstanding().stream()
                .filter(submission ->
                        submission.isCancelled() || submission.handle().isClosed())
                .count();
    }

    /** Closes the port as soon as all requests have come back; waits for that, but not for long, nor within a completion. */
    void close(long timeoutMillis) {
        gate.close();
        if (!broken && !Submission.isTelling() && !gate.awaitReleased(timeoutMillis, TimeUnit.MILLISECONDS)) {
            LOG.log(
                    Level.WARNING,
                    "not given back after they were cancelled: {0}; their memory is kept until they are",
                    outstanding());
        }
    }

    private void end() {
        Kernel32.PostQueuedCompletionStatus(port, 0, END, 0);
    }

    private void run() {
        try {
            while (take()) {
                // What a completion has interrupted is not the next one.
                Thread.interrupted();
            }
            Kernel32.CloseHandle(port);
        } catch (RuntimeException | Error e) {
            fail();
            LOG.log(Level.ERROR, "the completion port cannot be waited on; all that was pending has failed", e);
        }
    }

    /** Deals with one packet; false for the last. */
    private boolean take() {
        packet.putLong(OVERLAPPED, 0);
        int success = Kernel32.GetQueuedCompletionStatus(
                port, packetAddress + BYTES, packetAddress + KEY, packetAddress + OVERLAPPED, Kernel32.INFINITE);
        long overlapped = packet.getLong(OVERLAPPED);
        if (overlapped == 0) {
            if (success == 0) {
                throw LastError.failure("wait on a completion port");
            }
            return packet.getLong(KEY) != END;
        }
        Slot slot = slots.find(overlapped);
        Submission submission = slot == null ? null : slot.submission();
        if (submission == null) {
            LOG.log(Level.WARNING, "a completion packet of no request: OVERLAPPED 0x{0}", Long.toHexString(overlapped));
        } else if (packet.getLong(KEY) == FENCE) {
            submission.fenced();
        } else {
            submission.arrived();
        }
        return true;
    }

    private void fail() {
        broken = true;
        BROKEN.add(this);
        gate.close();
        for (Submission submission : outstanding()) {
            submission.abandon(IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0));
        }
    }
}

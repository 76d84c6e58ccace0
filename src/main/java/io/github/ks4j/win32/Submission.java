package io.github.ks4j.win32;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request whose end the completion port tells. Its slot is held by whoever submits, by the packet that will come, and
 * by a cancellation under way; it goes back to the pool when the last of them lets go, so that no call ever names an
 * OVERLAPPED which has become another request's.
 */
final class Submission implements Handle.PendingRequest {
    private static final Logger LOG = System.getLogger(Submission.class.getName());

    private final Win32Handle handle;
    private final CompletionPort port;
    private final Slot slot;
    private final int controlCode;
    private final KsBuffer request;
    private final KsBuffer reply;
    private final int replyLength;
    private final AtomicReference<Handle.Completion> completion;
    /** Who submits, and the packet. */
    private final AtomicInteger holders = new AtomicInteger(2);

    private volatile boolean done;

    Submission(
            Win32Handle handle,
            CompletionPort port,
            Slot slot,
            int controlCode,
            KsBuffer request,
            KsBuffer reply,
            int replyLength,
            Handle.Completion completion) {
        this.handle = handle;
        this.port = port;
        this.slot = slot;
        this.controlCode = controlCode;
        this.request = request;
        this.reply = reply;
        this.replyLength = replyLength;
        this.completion = new AtomicReference<>(completion);
    }

    Slot slot() {
        return slot;
    }

    Win32Handle handle() {
        return handle;
    }

    /** Whether the end is still to be told. */
    boolean isAwaited() {
        return completion.get() != null;
    }

    boolean touches(long address, int size) {
        return ParkedRequests.overlaps(request, address, size) || ParkedRequests.overlaps(reply, address, size);
    }

    /** Tells the outcome, unless that has been done. */
    void tell(long ioStatusBlock) {
        Handle.Completion told = completion.getAndSet(null);
        if (told == null) {
            return;
        }
        try {
            told.completed(ioStatusBlock);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, this + ": its completion failed", e);
        } finally {
            done = true;
        }
    }

    /** Tells the outcome with no more bytes than there is room for. */
    void ended(long outcome) {
        if (!Win32Handle.isBeyond(outcome, controlCode, replyLength)) {
            tell(outcome);
            return;
        }
        LOG.log(Level.WARNING, "{0}: the driver says that it returned more than {1} bytes", this, replyLength);
        tell(IoStatusBlock.of(IoStatusBlock.statusCode(outcome), replyLength));
    }

    /** The packet has come, and the status block with it. */
    void arrived() {
        ended(slot.outcome());
        letGo();
    }

    /** Lets go of the slot; the last one gives it back. */
    void letGo() {
        if (holders.decrementAndGet() == 0) {
            port.over(this);
        }
    }

    @Override
    public void cancel() {
        int count = holders.get();
        while (count > 0 && !done) {
            if (holders.compareAndSet(count, count + 1)) {
                try {
                    handle.cancel(slot);
                } finally {
                    letGo();
                }
                return;
            }
            count = holders.get();
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public String toString() {
        return handle.describe(controlCode, null, 0);
    }
}

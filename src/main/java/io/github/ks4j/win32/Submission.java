package io.github.ks4j.win32;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request whose end the completion port tells. It is held by whoever sends it, by the packet that will come, by whoever
 * tells the outcome, and by a cancellation under way; its slot goes back to the pool when the last of them lets go, so
 * that no call ever names an OVERLAPPED which has become another request's.
 */
final class Submission implements Handle.PendingRequest {
    private static final Log LOG = Log.of(Submission.class);

    /** Who sends it, the packet, and who tells the outcome. */
    private static final int HOLDERS = 3;

    // What there is to be waited for of the port.
    private static final int NOTHING = 0;
    private static final int PACKET = 1;
    /** Packets up to one of our own: whether Windows has sent any before that, it does not say. */
    private static final int FENCE = 2;

    private final Win32Handle handle;
    private final int controlCode;
    private final KsBuffer request;
    private final int requestLength;
    private final KsBuffer reply;
    private final int replyLength;
    private final Handle.Completion completion;
    /** Whose submission this is, again and again; null if it is made for one time. */
    private final RepeatedSubmission owner;

    private final AtomicInteger holders = new AtomicInteger(HOLDERS);
    private final AtomicInteger due = new AtomicInteger(PACKET);
    /** The outcome has not been taken by anybody, to be told. */
    private final AtomicBoolean awaited = new AtomicBoolean(true);

    /** Null until there is a slot. */
    private CompletionPort port;
    /** Null unless somebody holds this, and not before it is sent. */
    private volatile Slot slot;

    private volatile boolean cancelled;
    private volatile boolean done;
    private long outcome;

    /** Belongs to the monitor of the owner. */
    Submission nextSpare;

    Submission(
            Win32Handle handle,
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Handle.Completion completion,
            RepeatedSubmission owner) {
        this.handle = handle;
        this.controlCode = controlCode;
        this.request = request;
        this.requestLength = requestLength;
        this.reply = reply;
        this.replyLength = replyLength;
        this.completion = completion;
        this.owner = owner;
    }

    /** Prepares for another time; nobody may hold this. */
    void renew() {
        cancelled = false;
        done = false;
        due.set(PACKET);
        awaited.set(true);
        holders.set(HOLDERS);
    }

    int controlCode() {
        return controlCode;
    }

    KsBuffer request() {
        return request;
    }

    int requestLength() {
        return requestLength;
    }

    KsBuffer reply() {
        return reply;
    }

    int replyLength() {
        return replyLength;
    }

    Win32Handle handle() {
        return handle;
    }

    Slot slot() {
        return slot;
    }

    /** Takes the slot that the request will use. */
    void begin(CompletionPort told, Slot taken) {
        // First, so that what its last request has left is not taken for the outcome of this one.
        taken.armToQueue();
        port = told;
        slot = taken;
        taken.serve(this);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the outcome is still to be told. */
    boolean isAwaited() {
        return awaited.get();
    }

    /** Whether it has not ended, as far as is known, and may write to some memory. */
    boolean touches(long address, int size) {
        if (!isAwaited()) {
            return false;
        }
        return NativeMemory.overlaps(request, address, size) || NativeMemory.overlaps(reply, address, size);
    }

    /** A packet has come, of this request or of a former one with the same slot. */
    void arrived() {
        Slot used = slot;
        if (used != null && used.isTouched() && due.compareAndSet(PACKET, NOTHING)) {
            ended(used.outcome());
            letGo();
        }
    }

    /** Our own packet has come. */
    void fenced() {
        if (due.compareAndSet(FENCE, NOTHING)) {
            letGo();
        }
    }

    /** The request succeeded at once, of which a packet comes, or not. */
    void succeededAtOnce(long block, boolean packetComes) {
        if (!packetComes) {
            expectNothing();
        }
        ended(block);
    }

    /** The request did not succeed, and nothing is pending. If its status block was written, a packet may come. */
    void refusedAtOnce(long block, boolean written) {
        if (!written) {
            expectNothing();
        } else if (due.compareAndSet(PACKET, FENCE)) {
            port.fence(slot);
        }
        ended(block);
    }

    private void expectNothing() {
        if (due.compareAndSet(PACKET, NOTHING)) {
            letGo();
        }
    }

    /** Has the outcome told, with no more bytes than there is room for, unless that has been done. */
    void ended(long block) {
        if (claim()) {
            tell(limited(block));
        }
    }

    /** True for the one who is to tell the outcome. */
    boolean claim() {
        return awaited.compareAndSet(true, false);
    }

    void tell(long block) {
        outcome = block;
        Telling.ofThread().tell(this);
    }

    private long limited(long block) {
        if (!Win32Handle.isBeyond(block, controlCode, replyLength)) {
            return block;
        }
        LOG.log(Level.WARNING, "{0}: the driver says that it returned more than {1} bytes", this, replyLength);
        return IoStatusBlock.of(IoStatusBlock.statusCode(block), replyLength);
    }

    private void tell() {
        try {
            completion.completed(outcome);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, this + ": its completion failed", e);
        } finally {
            done = true;
            letGo();
        }
    }

    /** Lets go for all: nothing was sent, and nothing will be told. */
    void discard() {
        awaited.set(false);
        for (int i = 0; i < HOLDERS; i++) {
            letGo();
        }
    }

    /** Lets go for who sends it and the packet: nothing was sent, but the end is being told. */
    void notSent() {
        expectNothing();
        letGo();
    }

    /** The last one to let go gives the slot back. */
    void letGo() {
        if (holders.decrementAndGet() > 0) {
            return;
        }
        Slot free = slot;
        if (free != null) {
            slot = null;
            port.over(free);
        }
        if (owner != null) {
            owner.give(this);
        }
    }

    /** False if nobody holds this any more: it is over, or waits to be sent again. */
    private boolean hold() {
        int count = holders.get();
        while (count > 0) {
            if (holders.compareAndSet(count, count + 1)) {
                return true;
            }
            count = holders.get();
        }
        return false;
    }

    @Override
    public void cancel() {
        if (hold()) {
            try {
                cancelHeld();
            } finally {
                letGo();
            }
        }
    }

    private void cancelHeld() {
        // Whoever sends the request looks at this when it is pending.
        cancelled = true;
        Slot used = slot;
        if (used != null && awaited.get()) {
            handle.cancel(used);
        }
    }

    /** Cancels the request and has an outcome told without waiting for its end; unless it is not, or not yet, under way. */
    void abandon(long block) {
        if (hold()) {
            try {
                if (slot != null) {
                    cancelHeld();
                    ended(block);
                }
            } finally {
                letGo();
            }
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    /** Whether this thread is just telling of a request. */
    static boolean isTelling() {
        return Telling.ofThread().telling;
    }

    @Override
    public String toString() {
        return handle.describe(controlCode, null, 0);
    }

    /**
     * Tells of the requests that end in a thread, one after the other: a completion may send another request, which ends
     * at once, and so on for ever.
     */
    private static final class Telling {
        private static final ThreadLocal<Telling> OF_THREAD = ThreadLocal.withInitial(Telling::new);

        private final ArrayDeque<Submission> ended = new ArrayDeque<>();
        private boolean telling;

        static Telling ofThread() {
            return OF_THREAD.get();
        }

        void tell(Submission first) {
            if (telling) {
                ended.add(first);
                return;
            }
            telling = true;
            try {
                for (Submission submission = first; submission != null; submission = ended.poll()) {
                    submission.tell();
                }
            } finally {
                telling = false;
            }
        }
    }
}

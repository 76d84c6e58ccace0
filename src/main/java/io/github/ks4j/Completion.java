package io.github.ks4j;

import io.github.ks4j.io.Handle;
import java.util.concurrent.TimeUnit;

/** The outcome of a request that was submitted, and a place to wait for it. For one request after the other. */
final class Completion implements Handle.Completion {
    /** How long a thread waits before it looks whether the handle has been closed. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long a request has to come back once its handle is closed. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private final Runnable before;
    private final Runnable after;
    private boolean pending;
    private boolean cancelled;
    private int sequence;
    private long block;
    private Handle.PendingRequest request;

    /**
     * A completion.
     *
     * @param before run when a request is over, before those who wait hear of it
     * @param after run after that, when the next request may have begun
     */
    Completion(Runnable before, Runnable after) {
        this.before = before;
        this.after = after;
    }

    /** Claims the completion for a request about to be submitted; nothing may be pending. */
    synchronized int begin() {
        pending = true;
        cancelled = false;
        request = null;
        return ++sequence;
    }

    /** Takes the request that was submitted. It may be over already, and the next one begun. */
    void submitted(int begun, Handle.PendingRequest submitted) {
        boolean cancel;
        synchronized (this) {
            if (begun != sequence) {
                return;
            }
            request = submitted;
            cancel = cancelled;
        }
        if (cancel) {
            submitted.cancel();
        }
    }

    /** Takes {@link #begin} back: the request was not submitted. */
    synchronized void refused() {
        pending = false;
        notifyAll();
    }

    @Override
    public void completed(long ioStatusBlock) {
        synchronized (this) {
            block = ioStatusBlock;
        }
        try {
            before.run();
        } finally {
            refused();
            after.run();
        }
    }

    synchronized boolean isPending() {
        return pending;
    }

    synchronized long block() {
        return block;
    }

    /** Asks for the request to end, be it submitted already or only begun. */
    void cancel() {
        Handle.PendingRequest submitted;
        synchronized (this) {
            if (!pending) {
                return;
            }
            cancelled = true;
            submitted = request;
        }
        if (submitted != null) {
            submitted.cancel();
        }
    }

    /**
     * Waits until nothing is pending; false if that takes too long, or if the handle is closed and the driver keeps the
     * request all the same.
     */
    boolean await(Handle handle, long nanos) throws InterruptedException {
        long begin = System.nanoTime();
        long left = nanos;
        boolean closed = false;
        while (!await(Math.min(left, closed ? GRACE : LOOK))) {
            left = Math.max(0, nanos) - (System.nanoTime() - begin);
            if (closed || left <= 0) {
                return false;
            }
            closed = handle.isClosed();
        }
        return true;
    }

    /** Waits until nothing is pending; false if that takes too long. */
    synchronized boolean await(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while (pending && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return !pending;
    }

    /** Waits, whatever interrupts; an interrupt stays set. */
    boolean awaitUninterruptibly(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return await(deadline - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A request on its way: its IRP, who waits for it, and the buffers, which stay reachable as long as the kernel has them.
 */
final class IoRequest implements Handle.PendingRequest, Irp.Completion {
    private static final Logger LOGGER = System.getLogger(IoRequest.class.getPackageName());
    private static final ThreadLocal<Pool> POOL = ThreadLocal.withInitial(Pool::new);

    private static final int UNDER_WAY = 0;
    private static final int DONE = 1;
    /** Nobody waits any more. */
    private static final int ABANDONED = 2;

    private final Irp irp;
    private final boolean reused;
    private final AtomicInteger state = new AtomicInteger();
    private EmulatedHandle handle;
    private KsBuffer request;
    private KsBuffer reply;
    private Handle.Completion completion;
    private Thread waiter;
    /** Null if nobody stands between the handle and the device. */
    private Interception interception;

    private long block;
    private volatile boolean told;

    // All three belong to the monitor of the list.
    boolean listed;
    IoRequest next;
    IoRequest previous;

    IoRequest() {
        this(new Irp(), false);
    }

    private IoRequest(Irp irp, boolean reused) {
        this.irp = irp;
        this.reused = reused;
    }

    /** A request that is started again when it is over, or being told that. */
    static IoRequest forReuse() {
        return new IoRequest(new Irp().forReuse(), true);
    }

    /** Makes the IRP carry a request. The completion is null if the calling thread will wait. */
    void start(
            EmulatedHandle sentTo,
            int controlCode,
            KsBuffer requestBuffer,
            int requestLength,
            KsBuffer replyBuffer,
            int replyLength,
            Handle.Completion toTell) {
        handle = sentTo;
        request = requestBuffer;
        reply = replyBuffer;
        completion = toTell;
        waiter = toTell == null ? Thread.currentThread() : null;
        interception = null;
        state.setRelease(UNDER_WAY);
        irp.initialize(
                sentTo.fileObject(),
                sentTo.memory(),
                controlCode,
                requestBuffer == null ? 0 : requestBuffer.address(),
                requestLength,
                replyBuffer == null ? 0 : replyBuffer.address(),
                replyLength,
                toTell == null,
                this);
    }

    Irp irp() {
        return irp;
    }

    EmulatedHandle handle() {
        return handle;
    }

    /** Has somebody stand between the handle and the device, before the request is sent. */
    void intercept(Interception by) {
        interception = by;
    }

    /** Sends the request to the device, or refuses to. */
    void send(boolean permitted) {
        if (permitted) {
            handle.fileObject().driver().call(irp);
        } else {
            fail(NtStatus.ACCESS_DENIED);
        }
    }

    @Override
    public void completed(Irp completed, long ioStatusBlock) {
        if (interception == null) {
            tell(ioStatusBlock);
        } else {
            interception.completed(ioStatusBlock);
        }
    }

    /** The request is over for whoever made it. */
    void tell(long ioStatusBlock) {
        block = ioStatusBlock;
        if (!reused) {
            request = null;
            reply = null;
        }
        // Whoever waits may use this again as soon as it is done.
        Handle.Completion toTell = completion;
        boolean waitedFor = state.compareAndSet(UNDER_WAY, DONE) && toTell == null;
        if (waitedFor) {
            // The waiter removes the request, and leaves the handle. As a rule it is this thread, which need not be
            // woken.
            if (waiter != Thread.currentThread()) {
                LockSupport.unpark(waiter);
            }
            return;
        }
        handle.forget(this);
        Telling.ofThread().tell(this);
    }

    private void tell() {
        try {
            if (completion != null) {
                completion.completed(block);
            }
        } catch (RuntimeException | Error e) {
            // The thread may have others to tell, and locks to give back.
            LOGGER.log(Level.WARNING, "the completion of a request to " + handle.name() + " threw", e);
        } finally {
            told = true;
            handle.leave();
        }
    }

    /** Ends a request that has not been dispatched. */
    void fail(NtStatus status) {
        irp.complete(status);
    }

    /** Whether the kernel has given the request back. */
    boolean isBack() {
        return state.get() == DONE;
    }

    @Override
    public boolean isDone() {
        return told;
    }

    @Override
    public void cancel() {
        if (isBack()) {
            return;
        }
        if (interception == null) {
            irp.cancel();
        } else {
            interception.cancel();
        }
    }

    /** Waits, unless the thread is interrupted or the handle closed. */
    boolean awaitWhileOpen(long nanos) throws InterruptedException {
        Patience.awaitInterruptibly(() -> isBack() || handle.isClosed(), nanos);
        return isBack();
    }

    /** The handle has been closed: the request is to end, and whoever waits for it not to wait for a device that keeps it. */
    void handleClosed() {
        cancel();
        Thread waiting = waiter;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** Waits. An interrupt does not end the wait and stays set. */
    boolean await(long nanos) {
        return Patience.await(this::isBack, nanos);
    }

    /** Stops waiting: the completion will leave the handle. False if the request is done after all. */
    boolean abandon() {
        return state.compareAndSet(UNDER_WAY, ABANDONED);
    }

    boolean isAbandoned() {
        return state.get() == ABANDONED;
    }

    /** The outcome of a request that is done: status and byte count, as {@link IoStatusBlock} packs them. */
    long block() {
        return block;
    }

    /**
     * Tells of the requests that end in a thread, one after the other: a completion may send another request, which ends
     * at once, and so on for ever.
     */
    private static final class Telling {
        private static final ThreadLocal<Telling> OF_THREAD = ThreadLocal.withInitial(Telling::new);

        private final ArrayDeque<IoRequest> ended = new ArrayDeque<>();
        private boolean telling;

        static Telling ofThread() {
            return OF_THREAD.get();
        }

        void tell(IoRequest first) {
            if (telling) {
                ended.add(first);
                return;
            }
            telling = true;
            try {
                for (IoRequest io = first; io != null; io = ended.poll()) {
                    io.tell();
                }
            } finally {
                telling = false;
            }
        }
    }

    /**
     * The thread's requests that are in no use. A thread needs as many as its handlers call other handles deep; those
     * that anybody else may have seen are not given back, so that nobody cancels a request that has become another.
     */
    static final class Pool {
        private static final int KEPT = 8;

        private final IoRequest[] spare = new IoRequest[KEPT];
        private int count;

        static Pool ofThread() {
            return POOL.get();
        }

        IoRequest take() {
            return count == 0 ? new IoRequest() : spare[--count];
        }

        void give(IoRequest io) {
            if (count < KEPT && io.interception == null) {
                io.handle = null;
                spare[count++] = io;
            }
        }
    }
}

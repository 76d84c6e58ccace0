package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue of pending requests that can be cancelled at any time: a list, and the lock that guards it.
 *
 * <p>What keeps a request from being ended twice is its cancel routine, which only one can take out: a canceller, who
 * then ends the request, or the driver with {@link #remove}, who is then sure that nobody cancels it. A request that the
 * driver has acquired but left in the queue is armed again by {@link #release}.
 *
 * <p>Thread-safe; each method takes the lock, which may be held already, and allocates nothing. The lock is kept in
 * {@link Irp#driverContext} 1 of the requests, as long as they are queued. A request is in one queue at most, and its
 * cancel routine is run without the lock, unless whoever called this or {@link Irp#cancel()} holds it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksaddirptocancelablequeue">KsAddIrpToCancelableQueue
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscancelroutine">KsCancelRoutine
 *     function</a>
 */
public final class KsCancelableQueue {
    private static final Logger LOGGER = System.getLogger(KsCancelableQueue.class.getPackageName());

    /** The system's cancel lock: who holds the locks of two queues took it before, so that no two wait for each other. */
    private static final ReentrantLock CANCEL_LOCK = new ReentrantLock();

    private static final int QUEUE_LOCK = 1;

    private static final Irp.CancelRoutine KS_CANCEL_ROUTINE = KsCancelableQueue::cancel;

    /** {@code PFNKSIRPLISTCALLBACK}: says which requests {@link #move} moves. */
    @FunctionalInterface
    public interface IrpListCallback {
        /**
         * Looks at a request. Runs under the locks of the queues, so it neither blocks nor completes anything.
         *
         * @param irp a request; null when there are no more
         * @return {@link NtStatus#SUCCESS} to move it, {@link NtStatus#NO_MATCH} to leave it; any other warning or error
         *     ends the enumeration
         */
        NtStatus look(Irp irp);
    }

    private final Lock lock;
    private Irp head;
    private Irp tail;

    /** A queue with a lock of its own. */
    public KsCancelableQueue() {
        this(new ReentrantLock());
    }

    /**
     * A queue with the lock that guards whatever belongs to it, other queues perhaps.
     *
     * @param lock a lock that a thread can take more than once
     */
    public KsCancelableQueue(Lock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /**
     * The oldest request, or whichever was put in front of it. It may be about to be cancelled.
     *
     * @return the request at the head; null if the queue is empty. Means something to a caller that holds the lock
     */
    public Irp head() {
        return head;
    }

    /**
     * The request behind another.
     *
     * @param irp a request in this queue
     * @return the next request towards the tail; null behind the last. Means something to a caller that holds the lock
     */
    public Irp behind(Irp irp) {
        return irp.next;
    }

    /**
     * {@code KsAddIrpToCancelableQueue}: marks a request pending, queues it and arms it. If it has been cancelled already,
     * its cancel routine runs before this returns. From now on the request is nobody's; it may be over.
     *
     * @param irp a request that is in no queue
     * @param location where to add it
     * @param routine takes the request out with {@link #removeSpecific} and completes it; null to have it completed with
     *     {@link NtStatus#CANCELLED}
     */
    public void add(Irp irp, KSLIST_ENTRY_LOCATION location, Irp.CancelRoutine routine) {
        Irp.CancelRoutine taken;
        lock.lock();
        try {
            if (irp.queue != null) {
                throw new IllegalStateException("the IRP is in a queue already");
            }
            link(irp, location);
            irp.markPending();
            irp.setCancelRoutine(routine == null ? KS_CANCEL_ROUTINE : routine);
            taken = irp.takeIfCancelled();
        } finally {
            lock.unlock();
        }
        irp.runCancelRoutine(taken);
    }

    /**
     * {@code KsRemoveIrpFromCancelableQueue}: acquires the next request that is not being cancelled and that nobody else
     * has acquired.
     *
     * @param location from which end to look
     * @param operation whether the request leaves the queue, and whether any but the first will do
     * @return a request that is the caller's, to be completed, or given back with {@link #release}; null if there is none
     */
    public Irp remove(KSLIST_ENTRY_LOCATION location, KSIRP_REMOVAL_OPERATION operation) {
        lock.lock();
        try {
            Irp irp = end(location);
            while (irp != null && !irp.disarm()) {
                irp = operation.looksAtOne ? null : beyond(irp, location);
            }
            if (irp != null && operation.removes) {
                unlink(irp);
            }
            return irp;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code KsReleaseIrpOnCancelableQueue}: arms a request again that has been acquired and is still queued. If it has
     * been cancelled meanwhile, its cancel routine runs before this returns.
     *
     * @param irp a request that the caller has acquired; it is the caller's no more
     * @param routine as for {@link #add}
     */
    public static void release(Irp irp, Irp.CancelRoutine routine) {
        Irp.CancelRoutine taken;
        KsCancelableQueue queue = lockQueueOf(irp);
        try {
            irp.setCancelRoutine(routine == null ? KS_CANCEL_ROUTINE : routine);
            taken = irp.takeIfCancelled();
        } finally {
            if (queue != null) {
                queue.lock.unlock();
            }
        }
        irp.runCancelRoutine(taken);
    }

    /**
     * {@code KsRemoveSpecificIrpFromCancelableQueue}: takes a request out of the queue that it is in. Its cancel routine
     * stays as it is: this is for cancel routines, and for those who have acquired the request.
     *
     * @param irp a request; nothing happens if it is in no queue
     */
    public static void removeSpecific(Irp irp) {
        KsCancelableQueue queue = lockQueueOf(irp);
        if (queue != null) {
            try {
                queue.unlink(irp);
            } finally {
                queue.lock.unlock();
            }
        }
    }

    /**
     * {@code KsMoveIrpsOnCancelableQueue}: moves requests to another queue, or to other places of the same. The callback
     * sees each request, armed or not, and then null, unless it stopped before. What is moved is cancelled there as it
     * would have been here.
     *
     * <p>Holds this queue's lock and then the other's; if they differ, the system's cancel lock before both:
     * then the caller holds neither.
     *
     * @param destination takes the requests, each at the end opposite to {@code location}: an order is kept
     * @param location from which end to look
     * @param callback says which requests to move
     * @return {@link NtStatus#SUCCESS}, or the warning or error with which the callback stopped
     */
    public NtStatus move(KsCancelableQueue destination, KSLIST_ENTRY_LOCATION location, IrpListCallback callback) {
        boolean twoLocks = destination.lock != lock;
        if (twoLocks) {
            CANCEL_LOCK.lock();
        }
        lock.lock();
        if (twoLocks) {
            destination.lock.lock();
        }
        try {
            return moveLocked(destination, location, callback);
        } finally {
            if (twoLocks) {
                destination.lock.unlock();
            }
            lock.unlock();
            if (twoLocks) {
                CANCEL_LOCK.unlock();
            }
        }
    }

    private NtStatus moveLocked(
            KsCancelableQueue destination, KSLIST_ENTRY_LOCATION location, IrpListCallback callback) {
        Irp last = end(location.opposite());
        Irp irp = end(location);
        while (irp != null) {
            Irp following = irp == last ? null : beyond(irp, location);
            NtStatus status = look(callback, irp);
            if (status.isSuccess()) {
                cut(irp);
                destination.link(irp, location.opposite());
            } else if (!status.equals(NtStatus.NO_MATCH)) {
                return status;
            }
            irp = following;
        }
        NtStatus status = look(callback, null);
        return status.isSuccess() || status.equals(NtStatus.NO_MATCH) ? NtStatus.SUCCESS : status;
    }

    private static NtStatus look(IrpListCallback callback, Irp irp) {
        try {
            return Objects.requireNonNull(callback.look(irp), "status");
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "a callback for the requests of a queue threw", e);
            return NtStatus.UNSUCCESSFUL;
        }
    }

    /**
     * {@code KsCancelIo}: cancels all requests. Those that somebody has acquired are only marked, and cancelled when they
     * are released. What leaves the queue is the work of the cancel routines.
     */
    public void cancelIo() {
        Irp.CancelRoutine taken;
        do {
            Irp irp;
            taken = null;
            lock.lock();
            try {
                for (irp = head; irp != null; irp = irp.next) {
                    taken = irp.takeToCancel();
                    if (taken != null) {
                        break;
                    }
                }
            } finally {
                lock.unlock();
            }
            // Without the lock, so the list may be another one afterwards.
            if (taken != null) {
                irp.runCancelRoutine(taken);
            }
        } while (taken != null);
    }

    /** {@code KsCancelRoutine}. */
    private static void cancel(Irp irp) {
        removeSpecific(irp);
        irp.information(0);
        irp.complete(NtStatus.CANCELLED);
    }

    /** Takes the lock of the queue that a request is in, however often it is moved; null if it is in none. */
    private static KsCancelableQueue lockQueueOf(Irp irp) {
        for (KsCancelableQueue queue = irp.queue; queue != null; queue = irp.queue) {
            queue.lock.lock();
            if (irp.queue == queue) {
                return queue;
            }
            queue.lock.unlock();
        }
        return null;
    }

    private Irp end(KSLIST_ENTRY_LOCATION location) {
        return location == KSLIST_ENTRY_LOCATION.KsListEntryHead ? head : tail;
    }

    /** The request behind another, seen from an end. */
    private static Irp beyond(Irp irp, KSLIST_ENTRY_LOCATION from) {
        return from == KSLIST_ENTRY_LOCATION.KsListEntryHead ? irp.next : irp.previous;
    }

    private void link(Irp irp, KSLIST_ENTRY_LOCATION location) {
        boolean atHead = location == KSLIST_ENTRY_LOCATION.KsListEntryHead;
        irp.next = atHead ? head : null;
        irp.previous = atHead ? null : tail;
        join(irp.previous, irp);
        join(irp, irp.next);
        irp.driverContext(QUEUE_LOCK, lock);
        irp.queue = this;
    }

    /** Takes a request out of the list, but not out of the queue: it is somewhere all the time for those who cancel it. */
    private void cut(Irp irp) {
        join(irp.previous, irp.next);
    }

    private void unlink(Irp irp) {
        cut(irp);
        irp.next = null;
        irp.previous = null;
        irp.driverContext(QUEUE_LOCK, null);
        irp.queue = null;
    }

    private void join(Irp before, Irp after) {
        if (before != null) {
            before.next = after;
        } else {
            head = after;
        }
        if (after != null) {
            after.previous = before;
        } else {
            tail = before;
        }
    }
}

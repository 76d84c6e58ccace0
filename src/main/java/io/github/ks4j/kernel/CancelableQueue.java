package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp.CancelRoutine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Requests that wait, and can be cancelled while they do: a list with the lock that guards it, and the routines for
 * cancelable queues of ks.sys. Requests are pending as long as they are here.
 *
 * <p>A request whose cancel routine has been taken out belongs to whoever took it: to the one who
 * {@linkplain #remove removed} it, who completes it or {@linkplain #release gives it back}, or to the cancel routine,
 * which unlinks and completes it. So no request is completed twice, whatever cancels it when.
 *
 * <p>Thread-safe. Cancel routines run without the lock.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksaddirptocancelablequeue">KsAddIrpToCancelableQueue
 *     function</a>
 */
public final class CancelableQueue {
    /** The slot of the driver context that holds the queue while a request is in it. */
    private static final int KSQUEUE_SPINLOCK = 1;

    /** Which end of a queue: {@code KSLIST_ENTRY_LOCATION}. */
    public enum Location {
        /** {@code KsListEntryTail}: the newest requests. */
        TAIL,
        /** {@code KsListEntryHead}: the oldest requests. */
        HEAD
    }

    /** What becomes of a request that is acquired: {@code KSIRP_REMOVAL_OPERATION}. */
    public enum Removal {
        /** {@code KsAcquireOnly}: it stays in the queue, and those behind it can be acquired. */
        ACQUIRE_ONLY,
        /** {@code KsAcquireAndRemove}: it leaves the queue. */
        ACQUIRE_AND_REMOVE,
        /** {@code KsAcquireOnlySingleItem}: it stays; nothing is acquired unless the first request can be. */
        ACQUIRE_ONLY_SINGLE_ITEM,
        /** {@code KsAcquireAndRemoveOnlySingleItem}: it leaves; nothing is acquired unless the first request can be. */
        ACQUIRE_AND_REMOVE_ONLY_SINGLE_ITEM;

        private boolean removes() {
            return this == ACQUIRE_AND_REMOVE || this == ACQUIRE_AND_REMOVE_ONLY_SINGLE_ITEM;
        }

        private boolean isSingle() {
            return this == ACQUIRE_ONLY_SINGLE_ITEM || this == ACQUIRE_AND_REMOVE_ONLY_SINGLE_ITEM;
        }
    }

    private final Lock lock;
    private final ArrayDeque<Irp> irps = new ArrayDeque<>();

    /** A queue with a lock of its own. */
    public CancelableQueue() {
        this(new ReentrantLock());
    }

    /**
     * A queue.
     *
     * @param lock guards the queue; the same thread may take it more than once
     */
    public CancelableQueue(Lock lock) {
        this.lock = lock;
    }

    /**
     * {@code KsAddIrpToCancelableQueue} with the default cancel routine, {@code KsCancelRoutine}, which unlinks the
     * request and completes it with {@link NtStatus#CANCELLED}.
     *
     * @param irp the request; it is marked pending
     * @param location at which end
     */
    public void add(Irp irp, Location location) {
        add(irp, location, CancelableQueue::ksCancelRoutine);
    }

    /**
     * {@code KsAddIrpToCancelableQueue}: marks a request pending and queues it. If it has been cancelled already, the
     * cancel routine runs at once.
     *
     * @param irp the request
     * @param location at which end
     * @param routine {@linkplain #unlink unlinks} the request and completes it with {@link NtStatus#CANCELLED}
     */
    public void add(Irp irp, Location location, CancelRoutine routine) {
        irp.markPending();
        boolean cancelled;
        lock.lock();
        try {
            insert(irp, location);
            cancelled = arm(irp, routine);
        } finally {
            lock.unlock();
        }
        if (cancelled) {
            irp.cancel(routine);
        }
    }

    private void insert(Irp irp, Location location) {
        irp.driverContext(KSQUEUE_SPINLOCK, this);
        if (location == Location.HEAD) {
            irps.addFirst(irp);
        } else {
            irps.addLast(irp);
        }
    }

    /** Arms a request; true if it has been cancelled before, and this is whose it is now. */
    private static boolean arm(Irp irp, CancelRoutine routine) {
        irp.setCancelRoutine(routine);
        return irp.isCancelled() && irp.setCancelRoutine(null);
    }

    /**
     * {@code KsRemoveIrpFromCancelableQueue}: acquires the next request that nobody has acquired and that is not being
     * cancelled. It cannot be cancelled until it is {@linkplain #release released}.
     *
     * @param location from which end
     * @param removal what becomes of it
     * @return the request; null if there is none
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksremoveirpfromcancelablequeue">KsRemoveIrpFromCancelableQueue
     *     function</a>
     */
    public Irp remove(Location location, Removal removal) {
        lock.lock();
        try {
            Iterator<Irp> each = from(location);
            while (each.hasNext()) {
                Irp irp = each.next();
                if (irp.setCancelRoutine(null)) {
                    if (removal.removes()) {
                        each.remove();
                        irp.driverContext(KSQUEUE_SPINLOCK, null);
                    }
                    return irp;
                }
                if (removal.isSingle()) {
                    return null;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Iterator<Irp> from(Location location) {
        return location == Location.HEAD ? irps.iterator() : irps.descendingIterator();
    }

    /**
     * {@code KsReleaseIrpOnCancelableQueue}: gives a request back that was acquired and has stayed in the queue. If it has
     * been cancelled meanwhile, its cancel routine runs at once.
     *
     * @param irp the request
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksreleaseirponcancelablequeue">KsReleaseIrpOnCancelableQueue
     *     function</a>
     */
    public void release(Irp irp) {
        release(irp, CancelableQueue::ksCancelRoutine);
    }

    /**
     * {@code KsReleaseIrpOnCancelableQueue} with a cancel routine of the driver's.
     *
     * @param irp the request
     * @param routine as for {@link #add(Irp, Location, CancelRoutine)}
     */
    public void release(Irp irp, CancelRoutine routine) {
        boolean cancelled;
        lock.lock();
        try {
            cancelled = arm(irp, routine);
        } finally {
            lock.unlock();
        }
        if (cancelled) {
            irp.cancel(routine);
        }
    }

    /**
     * {@code KsRemoveSpecificIrpFromCancelableQueue}: takes a request out that the caller has acquired, or whose cancel
     * routine is running.
     *
     * @param irp the request
     * @return whether it was here
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksremovespecificirpfromcancelablequeue">KsRemoveSpecificIrpFromCancelableQueue
     *     function</a>
     */
    public boolean unlink(Irp irp) {
        lock.lock();
        try {
            boolean removed = irps.remove(irp);
            if (removed) {
                irp.driverContext(KSQUEUE_SPINLOCK, null);
            }
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** {@code KsCancelRoutine}. The queue of a request that nobody has acquired stays the same. */
    private static void ksCancelRoutine(Irp irp) {
        ((CancelableQueue) irp.driverContext(KSQUEUE_SPINLOCK)).unlink(irp);
        irp.information(0);
        irp.complete(NtStatus.CANCELLED);
    }

    /**
     * {@code KsMoveIrpsOnCancelableQueue}: moves requests to the opposite end of another queue. Requests that are
     * acquired or being cancelled stay where they are. The locks are taken in this order: this queue's, the other's.
     *
     * @param destination the other queue
     * @param location from which end the requests are looked at
     * @param callback says of each request what becomes of it: {@link NtStatus#SUCCESS} moves it,
     *     {@link NtStatus#NO_MATCH} leaves it, any other warning or error leaves it and ends the move. Called with null
     *     when all have been looked at. Runs under the locks
     * @return {@link NtStatus#SUCCESS}, or the warning or error that the callback ended the move with
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksmoveirpsoncancelablequeue">KsMoveIrpsOnCancelableQueue
     *     function</a>
     */
    public NtStatus moveTo(CancelableQueue destination, Location location, Function<Irp, NtStatus> callback) {
        List<Runnable> cancels = new ArrayList<>();
        lock.lock();
        destination.lock.lock();
        try {
            for (Irp irp : location == Location.HEAD ? List.copyOf(irps) : newestFirst()) {
                CancelRoutine routine = irp.takeCancelRoutine();
                if (routine == null) {
                    continue;
                }
                NtStatus status = NtStatus.NO_MATCH;
                try {
                    status = callback.apply(irp);
                    if (status.isSuccess()) {
                        irps.remove(irp);
                        destination.insert(irp, location == Location.HEAD ? Location.TAIL : Location.HEAD);
                    }
                } finally {
                    if (arm(irp, routine)) {
                        cancels.add(() -> irp.cancel(routine));
                    }
                }
                if (!status.isSuccess() && !status.equals(NtStatus.NO_MATCH)) {
                    return status;
                }
            }
            NtStatus last = callback.apply(null);
            return last.isSuccess() || last.equals(NtStatus.NO_MATCH) ? NtStatus.SUCCESS : last;
        } finally {
            destination.lock.unlock();
            lock.unlock();
            cancels.forEach(Runnable::run);
        }
    }

    private List<Irp> newestFirst() {
        List<Irp> copy = new ArrayList<>();
        irps.descendingIterator().forEachRemaining(copy::add);
        return copy;
    }

    /**
     * {@code KsCancelIo}: cancels all requests. Those that are acquired get the mark only, which {@link #release} sees.
     *
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscancelio">KsCancelIo function</a>
     */
    public void cancelIo() {
        List<Runnable> cancels = new ArrayList<>();
        lock.lock();
        try {
            for (Irp irp : irps) {
                irp.markCancelled();
                CancelRoutine routine = irp.takeCancelRoutine();
                if (routine != null) {
                    cancels.add(() -> irp.cancel(routine));
                }
            }
        } finally {
            lock.unlock();
        }
        cancels.forEach(Runnable::run);
    }

    /**
     * Whether no request is here.
     *
     * @return true if the queue is empty
     */
    public boolean isEmpty() {
        lock.lock();
        try {
            return irps.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The requests, oldest first. */
    List<Irp> irps() {
        lock.lock();
        try {
            return List.copyOf(irps);
        } finally {
            lock.unlock();
        }
    }
}

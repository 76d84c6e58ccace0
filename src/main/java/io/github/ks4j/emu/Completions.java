package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The lock of a device, and the stream requests that have ended but have not been completed yet.
 *
 * <p>Completing calls the client, which may do anything, so it happens outside the lock; it happens in one thread at a
 * time, so that completions come in the order in which the requests ended. A client that sends another request from its
 * completion has that one completed when it returns, rather than one level deeper in the stack; only a request that it
 * waits for is completed at once.
 */
final class Completions {
    private static final int SPARE = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<StreamRequest> ended = new ArrayDeque<>();
    /** What is to be done without the lock. */
    private final ArrayDeque<Runnable> afterwards = new ArrayDeque<>();
    /** Requests to be used again. */
    private final ArrayDeque<StreamRequest> spare = new ArrayDeque<>();
    /** The thread that completes requests now. */
    private Thread completing;
    /** Written under the lock; for others a hint. */
    private volatile int impulses;

    /** The lock, for the queues that it guards. */
    Lock lock() {
        return lock;
    }

    /** Runs code under the lock, and completes what it ends. */
    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            unlock(false);
        }
    }

    /** Runs code under the lock, and completes what it ends. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            unlock(false);
        }
    }

    /**
     * Gives the lock back, and completes what has ended under it.
     *
     * @param waiting whether this thread is about to wait for a request that has been queued, so that it cannot leave
     *     completing it to a caller of its own further up the stack
     */
    void unlock(boolean waiting) {
        lock.unlock();
        deliver(waiting);
    }

    StreamRequest newRequest() {
        StreamRequest request = spare.poll();
        return request != null ? request : new StreamRequest();
    }

    /** A request has not come about. */
    void giveBack(StreamRequest request) {
        request.clear();
        if (spare.size() < SPARE) {
            spare.push(request);
        }
    }

    /** A request has left its queue, and is nobody else's to complete. */
    void add(StreamRequest request, NtStatus status, int information) {
        request.end(status, information);
        ended.add(request);
    }

    /**
     * Has something done when the lock is free, after the requests have been completed that have ended until then. Like
     * completing, it happens in one thread at a time.
     */
    void afterwards(Runnable action) {
        afterwards.add(action);
    }

    /**
     * How often the lock has been given back by others than the thread that completes requests. As long as this stays the
     * same, all that happens is what completing leads to.
     */
    int impulses() {
        return impulses;
    }

    private void deliver(boolean waiting) {
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        Thread self = Thread.currentThread();
        lock.lock();
        try {
            if (completing != self) {
                impulses++;
            }
            if (completing != null && (completing != self || !waiting)) {
                return;
            }
            Thread before = completing;
            completing = self;
            try {
                while (deliverOne()) {
                    // Delivering may end others.
                }
            } finally {
                completing = before;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean deliverOne() {
        StreamRequest request = ended.poll();
        if (request != null) {
            complete(request);
            return true;
        }
        Runnable action = afterwards.poll();
        if (action != null) {
            run(action);
        }
        return action != null;
    }

    private void run(Runnable action) {
        lock.unlock();
        try {
            action.run();
        } finally {
            lock.lock();
        }
    }

    private void complete(StreamRequest request) {
        lock.unlock();
        try {
            request.complete();
        } finally {
            lock.lock();
            giveBack(request);
        }
    }
}

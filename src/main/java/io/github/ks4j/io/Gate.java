package io.github.ks4j.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps calls and the release of what they use apart, without a lock and without a hole between the check and the use.
 *
 * <p>A call enters before it touches the resource and exits after. Closing bars further entries; the release action
 * runs exactly once, when the gate is closed and the last call has left: in the closing thread if nobody is inside, else
 * in the thread that leaves last. So closing from within a call cannot deadlock, and nothing is released while in use.
 *
 * <pre>{@code
 * if (!gate.enter()) {
 *     throw new KsClosedException(name);
 * }
 * try {
 *     // use the resource
 * } finally {
 *     gate.exit();
 * }
 * }</pre>
 */
public final class Gate {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final Runnable release;
    private final CountDownLatch released = new CountDownLatch(1);
    /** The closed bit, and the number of calls inside. */
    private final AtomicInteger state = new AtomicInteger();

    /**
     * An open gate.
     *
     * @param release run once, when the gate is closed and nobody is inside
     */
    public Gate(Runnable release) {
        this.release = release;
    }

    /**
     * Enters, if the gate is open. A call that entered must {@link #exit()}.
     *
     * @return false if the gate is closed
     */
    public boolean enter() {
        int inside = state.get();
        while (inside >= 0) {
            if (state.compareAndSet(inside, inside + 1)) {
                return true;
            }
            inside = state.get();
        }
        return false;
    }

    /**
     * Leaves. The last one out of a closed gate runs the release action.
     *
     * @throws IllegalStateException if nobody is inside
     */
    public void exit() {
        int before;
        do {
            before = state.get();
            if ((before & ~CLOSED) == 0) {
                throw new IllegalStateException("nobody is inside");
            }
        } while (!state.compareAndSet(before, before - 1));
        if (before == CLOSED + 1) {
            release();
        }
    }

    /**
     * Bars further entries. The release action runs now if nobody is inside, else when the last one leaves.
     *
     * @return true for the one call that closed the gate
     */
    public boolean close() {
        int before = state.getAndUpdate(now -> now | CLOSED);
        if (before < 0) {
            return false;
        }
        if (before == 0) {
            release();
        }
        return true;
    }

    /**
     * Whether the gate is closed.
     *
     * @return true once {@link #close()} was called
     */
    public boolean isClosed() {
        return state.get() < 0;
    }

    /**
     * Waits until the release action has run. Of no use from inside, where it can only time out. An interrupt ends the
     * wait and stays set.
     *
     * @param timeout how long to wait at most
     * @param unit the unit of the timeout
     * @return true if the resource has been released
     */
    public boolean awaitReleased(long timeout, TimeUnit unit) {
        try {
            return released.await(timeout, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return released.getCount() == 0;
        }
    }

    private void release() {
        try {
            release.run();
        } finally {
            released.countDown();
        }
    }
}

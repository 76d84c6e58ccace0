package io.github.ks4j;

import io.github.ks4j.io.KsClosedException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What an object has opened and will close, the last one first. Each says itself when it has been closed before. */
final class Owned {
    private final Deque<AutoCloseable> children = new ArrayDeque<>();
    private boolean closed;

    /** Takes an object over; closes it if its owner is closed already. */
    <T extends AutoCloseable> T add(T child, Object owner) {
        synchronized (this) {
            if (!closed) {
                children.push(child);
                return child;
            }
        }
        KsClosedException failure = new KsClosedException(owner.toString());
        close(child, failure);
        throw failure;
    }

    synchronized void remove(AutoCloseable child) {
        children.remove(child);
    }

    /** Closes everything, once. All are closed, then the first failure is thrown. */
    void close(Runnable last) {
        Deque<AutoCloseable> remaining;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            remaining = new ArrayDeque<>(children);
            children.clear();
        }
        Throwable failure = null;
        for (AutoCloseable child : remaining) {
            failure = close(child, failure);
        }
        failure = close(last::run, failure);
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private static Throwable close(AutoCloseable child, Throwable before) {
        try {
            child.close();
            return before;
        } catch (Throwable e) {
            if (before == null) {
                return e;
            }
            before.addSuppressed(e);
            return before;
        }
    }
}

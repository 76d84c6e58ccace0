package io.github.ks4j.io;

import java.time.Duration;

/**
 * An event object of the driver's system: what {@code KSEVENTDATA.EventHandle.Event} names, and a client waits for. Made
 * by {@link Driver#createEvent}.
 *
 * <p>Thread-safe. Closing it while a KS event refers to it does no harm: the event keeps the object, as a handle's
 * closing does not end what it led to.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/sync/event-objects">Event Objects</a>
 */
public interface KsSignal extends AutoCloseable {
    /**
     * The handle, for structures that hold one.
     *
     * @return the handle value
     */
    long value();

    /**
     * Waits until the object is signalled. That takes an auto-reset event's signal back: of several threads that wait, one
     * goes on.
     *
     * @param timeout how long to wait at most, in real time
     * @return false if the time is over, or the object was closed
     * @throws InterruptedException if the thread is interrupted
     * @throws KsException if the system cannot wait for it
     */
    boolean await(Duration timeout) throws InterruptedException;

    /** {@code SetEvent}: signals the object. Nothing happens once it is closed. */
    void set();

    /** {@code ResetEvent}: takes the signal back. Nothing happens once it is closed. */
    void reset();

    /** Closes the handle, and ends all waits. The second and later calls do nothing. */
    @Override
    void close();
}

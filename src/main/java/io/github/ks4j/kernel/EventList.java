package io.github.ks4j.kernel;

import io.github.ks4j.struct.Guid;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The enabled events of an object, oldest first, with the lock that guards them. An object that lets clients go calls
 * {@link #free} when a file object is closed.
 *
 * <p>The lock stands for all kinds of {@code KSEVENTS_LOCKTYPE}: handlers and callbacks that run under it must not
 * block, as at DISPATCH_LEVEL.
 */
public final class EventList {
    private final Lock lock;
    private EventEntry first;
    private EventEntry last;

    /** A list with a lock of its own. */
    public EventList() {
        this(new ReentrantLock());
    }

    /**
     * A list.
     *
     * @param lock guards the list; the same thread may take it more than once
     */
    public EventList(Lock lock) {
        this.lock = lock;
    }

    /**
     * What guards the list: to be held by whoever generates the event of a single entry.
     *
     * @return the lock
     */
    public Lock lock() {
        return lock;
    }

    /** The oldest entry; null if there is none. Under the lock. */
    EventEntry first() {
        return first;
    }

    /** The entry behind one that may have been taken out meanwhile. Under the lock. */
    EventEntry next(EventEntry entry) {
        EventEntry next = entry.next;
        while (next != null && next.list != this) {
            next = next.next;
        }
        return next;
    }

    /**
     * {@code KsAddEvent}: appends an event.
     *
     * @param entry an event that is in no list
     * @throws IllegalStateException if it is in a list
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksaddevent">KsAddEvent
     *     function</a>
     */
    public void add(EventEntry entry) {
        lock.lock();
        try {
            if (entry.list != null) {
                throw new IllegalStateException(entry + " is in a list already");
            }
            entry.list = this;
            entry.previous = last;
            entry.next = null;
            if (last == null) {
                first = entry;
            } else {
                last.next = entry;
            }
            last = entry;
        } finally {
            lock.unlock();
        }
    }

    /** Takes an entry out. It keeps its link forward, for those who walk the list. Under the lock. */
    void unlink(EventEntry entry) {
        if (entry.previous == null) {
            first = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next == null) {
            last = entry.previous;
        } else {
            entry.next.previous = entry.previous;
        }
        entry.list = null;
    }

    /**
     * {@code KsGenerateEventList}: notifies the clients of an event.
     *
     * @param set the event set; null for any
     * @param id the event
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgenerateeventlist">KsGenerateEventList
     *     function</a>
     */
    public void generate(Guid set, int id) {
        generate(set, id, null, null);
    }

    /**
     * {@code KsGenerateEvents}: notifies the clients of an event, or gives them data if they have asked for that.
     *
     * @param set the event set; null for any
     * @param id the event
     * @param data what buffered events keep; null for nothing: then they notify as others do
     * @param callback says of each whether it is to be notified; null for all. Runs under the lock
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksgenerateevents">KsGenerateEvents
     *     function</a>
     */
    public void generate(Guid set, int id, byte[] data, Predicate<EventEntry> callback) {
        lock.lock();
        try {
            EventEntry entry = first;
            while (entry != null) {
                EventEntry current = entry;
                if (current.matches(set, id) && (callback == null || callback.test(current))) {
                    if (data == null) {
                        current.generate();
                    } else {
                        current.generate(data);
                    }
                }
                entry = next(current);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code KsFreeEventList}: removes all events that a client has enabled. Events that it enables meanwhile may stay.
     *
     * @param file the client
     * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksfreeeventlist">KsFreeEventList
     *     function</a>
     */
    public void free(FileObject file) {
        free(entry -> entry.belongsTo(file));
    }

    /**
     * Removes all events of all clients, as when the device goes that would generate them. Events that are enabled
     * meanwhile may stay.
     */
    public void freeAll() {
        free(entry -> !entry.isDeleted());
    }

    private void free(Predicate<EventEntry> wanted) {
        for (EventEntry removed = removeFirst(wanted); removed != null; removed = removeFirst(wanted)) {
            removed.discard();
        }
    }

    /** Removes the oldest entry of some kind, which is left to be discarded; null if there is none. */
    EventEntry removeFirst(Predicate<EventEntry> wanted) {
        lock.lock();
        try {
            EventEntry entry = find(wanted);
            if (entry != null) {
                entry.remove();
            }
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest entry of some kind; null if there is none. Under the lock. */
    EventEntry find(Predicate<EventEntry> wanted) {
        EventEntry entry = first;
        while (entry != null && !wanted.test(entry)) {
            entry = entry.next;
        }
        return entry;
    }
}

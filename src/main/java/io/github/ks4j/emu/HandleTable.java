package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The handles of the emulated process: files, events and semaphores. */
final class HandleTable {
    /** Handle values are multiples of 4, as in Windows. */
    private static final long STEP = 4;

    private final Map<Long, Object> objects = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(STEP);

    /** A value that no other object gets. */
    long newValue() {
        return next.getAndAdd(STEP);
    }

    /**
     * Lets an object be found by its value, until it is {@link #remove removed}. Whoever closes the driver may find and
     * close it at once, so it must be complete and know its value.
     */
    void add(long value, Object object) {
        objects.put(value, object);
    }

    void remove(long value) {
        objects.remove(value);
    }

    /**
     * The object of a value.
     *
     * @throws KsException with {@link NtStatus#INVALID_HANDLE} if there is none, with
     *     {@link NtStatus#OBJECT_TYPE_MISMATCH} if it is of another type
     */
    <T> T get(long value, Class<T> type) {
        Object object = objects.get(value);
        if (!type.isInstance(object)) {
            throw KsException.of(
                    "reference handle 0x" + Long.toHexString(value),
                    object == null ? NtStatus.INVALID_HANDLE : NtStatus.OBJECT_TYPE_MISMATCH);
        }
        return type.cast(object);
    }

    /** All objects there are now. */
    Collection<Object> objects() {
        return objects.values();
    }
}

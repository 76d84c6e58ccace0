package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A set in an object's automation table. Immutable.
 *
 * @param <T> its items
 */
public abstract sealed class AutomationSet<T> permits PropertySet, MethodSet, EventSet {
    private final KsSet set;
    private final ItemTable<T> items;

    /** Refuses two items of one number. */
    AutomationSet(KsSet set, List<T> items, ToIntFunction<T> id) {
        this.set = Objects.requireNonNull(set, "set");
        Set<Integer> ids = new HashSet<>();
        for (T item : items) {
            if (!ids.add(id.applyAsInt(item))) {
                throw new IllegalArgumentException(set.name() + " has two items of Id " + id.applyAsInt(item));
            }
        }
        this.items = new ItemTable<>(items, id);
    }

    /**
     * The set.
     *
     * @return its GUID
     */
    public final Guid guid() {
        return set.guid();
    }

    /**
     * The items in table order.
     *
     * @return an immutable list
     */
    public final List<T> items() {
        return items.items();
    }

    /** The item of a number; null if there is none. */
    final T find(int id) {
        return items.find(id);
    }

    @Override
    public final String toString() {
        return set.name();
    }
}

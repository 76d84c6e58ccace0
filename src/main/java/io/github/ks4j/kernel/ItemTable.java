package io.github.ks4j.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** The items of a set, found by number. */
final class ItemTable<T> {
    /** Up to here the items are found by index, above by search. */
    private static final int DENSE = 1024;

    private final List<T> items;
    private final int[] ids;
    private final boolean dense;
    private final Object[] table;

    ItemTable(List<T> items, ToIntFunction<T> id) {
        this.items = List.copyOf(items);
        this.ids = items.stream().mapToInt(id).sorted().toArray();
        this.dense = ids.length > 0 && ids[0] >= 0 && ids[ids.length - 1] < DENSE;
        this.table = new Object[dense ? ids[ids.length - 1] + 1 : ids.length];
        for (T item : items) {
            table[index(id.applyAsInt(item))] = item;
        }
    }

    List<T> items() {
        return items;
    }

    @SuppressWarnings("unchecked")
    T find(int id) {
        int index = index(id);
        return index >= 0 && index < table.length ? (T) table[index] : null;
    }

    private int index(int id) {
        return dense ? id : Arrays.binarySearch(ids, id);
    }
}

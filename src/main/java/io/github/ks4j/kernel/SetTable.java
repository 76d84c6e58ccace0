package io.github.ks4j.kernel;

import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The sets of an object in the order of registration, found by GUID in one step however many there are. Several entries
 * may have one GUID; they are searched in turn. Immutable.
 *
 * @param <S> {@link PropertySet}, {@link MethodSet} or {@link EventSet}
 */
public final class SetTable<S extends AutomationSet<?>> {
    private final List<S> sets;
    /** Open addressing: an entry is the index of the first set of a GUID plus one, or 0. */
    private final int[] first;
    /** The next set with the same GUID plus one, or 0. */
    private final int[] next;
    /** The halves of each set's GUID, close together for the search. */
    private final long[] guids;

    private SetTable(List<S> sets) {
        this.sets = List.copyOf(sets);
        this.first = new int[Integer.highestOneBit(Math.max(1, this.sets.size()) * 2) * 2];
        this.next = new int[this.sets.size()];
        this.guids = new long[2 * this.sets.size()];
        for (int i = this.sets.size() - 1; i >= 0; i--) {
            Guid guid = this.sets.get(i).guid();
            int slot = slot(guid.low(), guid.high());
            while (first[slot] != 0 && !this.sets.get(first[slot] - 1).guid().equals(guid)) {
                slot = slot + 1 & first.length - 1;
            }
            guids[2 * i] = guid.low();
            guids[2 * i + 1] = guid.high();
            next[i] = first[slot];
            first[slot] = i + 1;
        }
    }

    /**
     * A table.
     *
     * @param sets the sets in order
     * @param <S> the kind of set
     * @return the table
     * @throws IllegalArgumentException if a property is related to an item that its set, which is here, does not have. A
     *     set that is not here may be another object's
     */
    public static <S extends AutomationSet<?>> SetTable<S> of(List<S> sets) {
        SetTable<S> table = new SetTable<>(Objects.requireNonNull(sets, "sets"));
        for (S set : sets) {
            if (set instanceof PropertySet properties) {
                properties.items().forEach(item -> item.relations.forEach(related -> table.check(properties, related)));
            }
        }
        return table;
    }

    private void check(PropertySet from, KsItem related) {
        List<PropertySet> owners = sets.stream()
                .filter(PropertySet.class::isInstance)
                .map(PropertySet.class::cast)
                .filter(set -> set.guid().equals(related.set().guid()))
                .toList();
        if (!owners.isEmpty() && owners.stream().allMatch(set -> set.find(related.id()) == null)) {
            throw new IllegalArgumentException(
                    from + " relates a property to item " + related.id() + " of " + owners.get(0) + ", which has none");
        }
    }

    /**
     * A table.
     *
     * @param sets the sets in order
     * @param <S> the kind of set
     * @return the table
     * @throws IllegalArgumentException as {@link #of(List)}
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S extends AutomationSet<?>> SetTable<S> of(S... sets) {
        return of(List.of(sets));
    }

    /**
     * The sets in the order of registration.
     *
     * @return an immutable list
     */
    public List<S> sets() {
        return sets;
    }

    /** The index of the first set with the GUID that lies in a buffer, or -1. */
    int find(ByteBuffer bytes, int offset) {
        long low = bytes.getLong(offset);
        long high = bytes.getLong(offset + 8);
        int slot = slot(low, high);
        for (int entry = first[slot]; entry != 0; entry = first[slot]) {
            int index = entry - 1;
            if (guids[2 * index] == low && guids[2 * index + 1] == high) {
                return index;
            }
            slot = slot + 1 & first.length - 1;
        }
        return -1;
    }

    /** The index of the next set with the same GUID, or -1. */
    int next(int index) {
        return next[index] - 1;
    }

    private int slot(long low, long high) {
        long mixed = (low ^ high) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & first.length - 1;
    }
}

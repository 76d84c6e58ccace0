package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSMETHOD;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A method set with its handlers: {@code KSMETHOD_SET}. Immutable.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksmethod_set">KSMETHOD_SET
 *     structure</a>
 */
public final class MethodSet implements AutomationSet {
    private final KsSet set;
    private final ItemTable<MethodItem> items;

    private MethodSet(KsSet set, List<MethodItem> items) {
        this.set = set;
        this.items = new ItemTable<>(items, MethodItem::id);
    }

    /**
     * A set.
     *
     * @param set its GUID and name
     * @param items its items in table order
     * @return the set
     * @throws IllegalArgumentException if two items have one number, or a least length cannot be
     */
    public static MethodSet of(KsSet set, MethodItem... items) {
        Set<Integer> ids = new HashSet<>();
        for (MethodItem item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException(set.name() + " has two items of Id " + item.id());
            }
            if (item.minMethod() < KSMETHOD.LAYOUT.size()) {
                throw new IllegalArgumentException(
                        set.name() + " item " + item.id() + ": MinMethod is less than a KSMETHOD of 24 bytes");
            }
            if (item.minData() < 0) {
                throw new IllegalArgumentException(set.name() + " item " + item.id() + ": MinData is negative");
            }
        }
        return new MethodSet(set, List.of(items));
    }

    @Override
    public Guid guid() {
        return set.guid();
    }

    /**
     * The items in table order.
     *
     * @return an immutable list
     */
    public List<MethodItem> items() {
        return items.items();
    }

    MethodItem find(int id) {
        return items.find(id);
    }

    @Override
    public String toString() {
        return set.name();
    }
}

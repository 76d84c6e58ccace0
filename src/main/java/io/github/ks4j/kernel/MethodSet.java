package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.KSMETHOD;
import java.util.List;

/**
 * A method set with its handlers: {@code KSMETHOD_SET}. Immutable.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksmethod_set">KSMETHOD_SET
 *     structure</a>
 */
public final class MethodSet extends AutomationSet<MethodItem> {
    private MethodSet(KsSet set, List<MethodItem> items) {
        super(set, items, MethodItem::id);
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
        for (MethodItem item : items) {
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
}

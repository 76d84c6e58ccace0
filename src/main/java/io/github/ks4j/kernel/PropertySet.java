package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A property set with its handlers: {@code KSPROPERTY_SET}, the automation table of a driver. Immutable.
 *
 * <pre>{@code
 * PropertySet.of(KSPROPERTY_AUDIO.SET)
 *         .item(KSPROPERTY_AUDIO.VOLUMELEVEL.id())
 *         .get(this::getVolume)
 *         .set(this::setVolume)
 *         .minProperty(40)
 *         .minData(4)
 *         .values(PropertyValues.stepped(-96 * 65536, 0, 65536))
 *         .build();
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_set">KSPROPERTY_SET
 *     structure</a>
 */
public final class PropertySet implements AutomationSet {
    private final KsSet set;
    private final ItemTable<PropertyItem> items;

    private PropertySet(KsSet set, List<PropertyItem> items) {
        this.set = set;
        this.items = new ItemTable<>(items, PropertyItem::id);
    }

    /**
     * Starts a set.
     *
     * @param set its GUID and name
     * @return a builder
     */
    public static Builder of(KsSet set) {
        return new Builder(set);
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
    public List<PropertyItem> items() {
        return items.items();
    }

    PropertyItem find(int id) {
        return items.find(id);
    }

    @Override
    public String toString() {
        return set.name();
    }

    /** Builds a {@link PropertySet}. */
    public static final class Builder {
        private final KsSet set;
        private final List<PropertyItem.Builder> items = new ArrayList<>();

        private Builder(KsSet set) {
            this.set = Objects.requireNonNull(set, "set");
        }

        /**
         * Starts an item.
         *
         * @param id its number
         * @return the item's builder, which leads to the next item and to the end
         */
        public PropertyItem.Builder item(int id) {
            PropertyItem.Builder item = new PropertyItem.Builder(this, id);
            items.add(item);
            return item;
        }

        /**
         * Ends the set.
         *
         * @return the set
         * @throws IllegalArgumentException if two items have one number
         */
        public PropertySet build() {
            List<PropertyItem> built =
                    items.stream().map(PropertyItem.Builder::toItem).toList();
            Set<Integer> ids = new HashSet<>();
            for (PropertyItem item : built) {
                if (!ids.add(item.id())) {
                    throw new IllegalArgumentException(set.name() + " has two items of Id " + item.id());
                }
            }
            return new PropertySet(set, built);
        }
    }
}

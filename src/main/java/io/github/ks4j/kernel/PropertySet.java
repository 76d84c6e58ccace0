package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
public final class PropertySet extends AutomationSet<PropertyItem> {
    private PropertySet(KsSet set, List<PropertyItem> items) {
        super(set, items, PropertyItem::id);
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
            return new PropertySet(
                    set, items.stream().map(PropertyItem.Builder::toItem).toList());
        }
    }
}

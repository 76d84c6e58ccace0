package io.github.ks4j.kernel;

import io.github.ks4j.set.KsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An event set with its handlers: {@code KSEVENT_SET}. Immutable.
 *
 * <pre>{@code
 * EventSet.of(KSEVENT_AUDIO_CONTROL_CHANGE.SET)
 *         .item(KSEVENT_AUDIO_CONTROL_CHANGE.CONTROL_CHANGE.id())
 *         .build();
 * }</pre>
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksevent_set">KSEVENT_SET structure</a>
 */
public final class EventSet extends AutomationSet<EventItem> {
    private EventSet(KsSet set, List<EventItem> items) {
        super(set, items, EventItem::id);
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

    /** Builds an {@link EventSet}. */
    public static final class Builder {
        private final KsSet set;
        private final List<EventItem.Builder> items = new ArrayList<>();

        private Builder(KsSet set) {
            this.set = Objects.requireNonNull(set, "set");
        }

        /**
         * Starts an item.
         *
         * @param id its number
         * @return the item's builder, which leads to the next item and to the end
         */
        public EventItem.Builder item(int id) {
            EventItem.Builder item = new EventItem.Builder(this, id);
            items.add(item);
            return item;
        }

        /**
         * Ends the set.
         *
         * @return the set
         * @throws IllegalArgumentException if two items have one number
         */
        public EventSet build() {
            return new EventSet(
                    set, items.stream().map(EventItem.Builder::toItem).toList());
        }
    }
}

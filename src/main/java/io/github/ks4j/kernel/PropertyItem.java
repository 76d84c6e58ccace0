package io.github.ks4j.kernel;

import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.KSPROPERTY;
import java.util.ArrayList;
import java.util.List;

/**
 * An item of a property set: {@code KSPROPERTY_ITEM}. Made by {@link PropertySet.Builder}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksproperty_item">KSPROPERTY_ITEM
 *     structure</a>
 */
public final class PropertyItem {
    final int id;
    final KsHandler get;
    final KsHandler set;
    final KsHandler support;
    final KsFastHandler fastGet;
    final KsFastHandler fastSet;
    final int minProperty;
    final int minData;
    final List<KsItem> relations;
    final int serializedSize;
    /** What BASICSUPPORT answers. */
    final byte[] description;
    /** The same without default values. */
    final byte[] ranges;
    /** What DEFAULTVALUES answers. */
    final byte[] defaults;

    private PropertyItem(Builder builder) {
        id = builder.id;
        get = builder.get;
        set = builder.set;
        support = builder.support;
        fastGet = builder.fastGet;
        fastSet = builder.fastSet;
        minProperty = builder.minProperty;
        minData = builder.minData;
        relations = List.copyOf(builder.relations);
        serializedSize = builder.serializedSize;
        int access = (get != null ? KSPROPERTY_TYPE.GET : 0) | (set != null ? KSPROPERTY_TYPE.SET : 0);
        description = PropertyValues.describe(access, builder.values, list -> true);
        ranges = PropertyValues.describe(access, builder.values, list -> !list.isDefault());
        defaults = PropertyValues.describe(access, builder.values, PropertyValues.Members::isDefault);
    }

    /**
     * The number of the item in its set.
     *
     * @return the Id of a request
     */
    public int id() {
        return id;
    }

    /** Builds one item of a {@link PropertySet}. */
    public static final class Builder {
        private final PropertySet.Builder owner;
        private final int id;
        private KsHandler get;
        private KsHandler set;
        private KsHandler support;
        private KsFastHandler fastGet;
        private KsFastHandler fastSet;
        private int minProperty = KSPROPERTY.LAYOUT.size();
        private int minData;
        private PropertyValues values;
        private final List<KsItem> relations = new ArrayList<>();
        private int serializedSize;

        Builder(PropertySet.Builder owner, int id) {
            this.owner = owner;
            this.id = id;
        }

        /**
         * Handles GET.
         *
         * @param handler fills the data and sets Information
         * @return this
         */
        public Builder get(KsHandler handler) {
            get = handler;
            return this;
        }

        /**
         * Handles SET.
         *
         * @param handler reads the data
         * @return this
         */
        public Builder set(KsHandler handler) {
            set = handler;
            return this;
        }

        /**
         * Handles BASICSUPPORT, DEFAULTVALUES, RELATIONS and the serializing operations; what it leaves to the default
         * it answers with {@link io.github.ks4j.io.NtStatus#SOME_NOT_MAPPED}.
         *
         * @param handler the handler
         * @return this
         */
        public Builder support(KsHandler handler) {
            support = handler;
            return this;
        }

        /**
         * Handles GET without an IRP ({@link KsFastPropertyHandler}).
         *
         * @param handler writes to the caller's memory
         * @return this
         */
        public Builder fastGet(KsFastHandler handler) {
            fastGet = handler;
            return this;
        }

        /**
         * Handles SET without an IRP ({@link KsFastPropertyHandler}).
         *
         * @param handler reads the caller's memory
         * @return this
         */
        public Builder fastSet(KsFastHandler handler) {
            fastSet = handler;
            return this;
        }

        /**
         * {@code MinProperty}: the least length of the request; 24 if it is not set.
         *
         * @param bytes at least 24
         * @return this
         */
        public Builder minProperty(int bytes) {
            if (bytes < KSPROPERTY.LAYOUT.size()) {
                throw new IllegalArgumentException("MinProperty " + bytes + " is less than a KSPROPERTY of 24 bytes");
            }
            minProperty = bytes;
            return this;
        }

        /**
         * {@code MinData}: the least length of the data; 0, if it is not set, leaves size queries to the handler.
         *
         * @param bytes the size of a fixed value
         * @return this
         */
        public Builder minData(int bytes) {
            minData = notNegative("MinData", bytes);
            return this;
        }

        /**
         * The type and the values of the property.
         *
         * @param propertyValues the values
         * @return this
         */
        public Builder values(PropertyValues propertyValues) {
            values = propertyValues;
            return this;
        }

        /**
         * Properties that change with this one.
         *
         * @param items the related properties
         * @return this
         */
        public Builder relations(KsItem... items) {
            relations.addAll(List.of(items));
            return this;
        }

        /**
         * {@code SerializedSize}: the size of the value in a serialized set; 0 leaves it out, 1 has the value asked for
         * its size by a GET without a data buffer.
         *
         * @param bytes the size
         * @return this
         */
        public Builder serializedSize(int bytes) {
            serializedSize = notNegative("SerializedSize", bytes);
            return this;
        }

        private static int notNegative(String member, int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException(member + " " + bytes + " is negative");
            }
            return bytes;
        }

        /**
         * Goes on with the next item.
         *
         * @param nextId its number
         * @return the next item's builder
         */
        public Builder item(int nextId) {
            return owner.item(nextId);
        }

        /**
         * Ends the set.
         *
         * @return the set
         */
        public PropertySet build() {
            return owner.build();
        }

        PropertyItem toItem() {
            return new PropertyItem(this);
        }
    }
}

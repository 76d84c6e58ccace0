package io.github.ks4j.set;

/** A property whose value is one {@code LONGLONG} or {@code ULONGLONG}: 8 bytes. */
public final class KsLongProperty extends KsProperty<Long> {
    /**
     * A property of the user's own set.
     *
     * @param set the set
     * @param id the item
     * @param name the name for messages
     * @param page the page that documents it; may be empty
     */
    public KsLongProperty(KsSet set, int id, String name, String page) {
        super(set, id, name, Codec.INT64, page);
    }
}

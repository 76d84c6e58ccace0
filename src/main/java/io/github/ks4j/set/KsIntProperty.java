package io.github.ks4j.set;

/** A property whose value is one {@code ULONG}, {@code LONG} or {@code BOOL}: 4 bytes. */
public final class KsIntProperty extends KsProperty<Integer> {
    /**
     * A property of the user's own set.
     *
     * @param set the set
     * @param id the item
     * @param name the name for messages
     * @param page the page that documents it; may be empty
     */
    public KsIntProperty(KsSet set, int id, String name, String page) {
        super(set, id, name, Codec.INT32, page);
    }
}

package io.github.ks4j.set;

/**
 * An event: an item that notifies.
 *
 * @param set the set
 * @param id the item
 * @param name the item's name in the header
 * @param page the page that documents it; may be empty
 */
public record KsEvent(KsSet set, int id, String name, String page) implements KsItem {
    @Override
    public String toString() {
        return name;
    }
}

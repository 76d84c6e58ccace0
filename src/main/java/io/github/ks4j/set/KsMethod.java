package io.github.ks4j.set;

/**
 * A method: an item that is called.
 *
 * @param set the set
 * @param id the item
 * @param name the item's name in the header
 * @param direction where the data goes, from the driver's point of view
 * @param page the page that documents it; may be empty
 */
public record KsMethod(KsSet set, int id, String name, Direction direction, String page) implements KsItem {
    @Override
    public String toString() {
        return name;
    }

    /** Where a method's data goes: the {@code KSMETHOD_TYPE_} of its item. */
    public enum Direction {
        /** The data area is the method's scratch: nothing is copied either way. */
        NONE(0),
        /** The method reads the caller's data. */
        READ(1),
        /** The method writes the caller's data. */
        WRITE(2),
        /** The method reads the caller's data and writes it back. */
        MODIFY(3);

        private final int type;

        Direction(int type) {
            this.type = type;
        }

        /**
         * The {@code KSMETHOD_TYPE_} value.
         *
         * @return 0 to 3
         */
        public int type() {
            return type;
        }
    }
}

package io.github.ks4j.set;

/** An item of a set: what properties, methods and events have in common. */
public sealed interface KsItem permits KsProperty, KsMethod, KsEvent {
    /**
     * The set that the item belongs to.
     *
     * @return the set
     */
    KsSet set();

    /**
     * The number of the item in its set.
     *
     * @return the Id of a request
     */
    int id();

    /**
     * The item's name in the header.
     *
     * @return for example {@code KSPROPERTY_PIN_CTYPES}
     */
    String name();

    /**
     * The page of Microsoft's documentation.
     *
     * @return its name, for example {@code ksproperty-pin-ctypes}
     */
    String page();
}

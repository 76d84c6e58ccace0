package io.github.ks4j.set;

import java.util.Objects;

/**
 * A property: an item with a value that can be read, written or both.
 *
 * <p>Values of one {@code ULONG}, {@code LONG} or {@code BOOL} are {@link KsIntProperty}, those of one 64-bit integer
 * {@link KsLongProperty}: these are read without boxing.
 *
 * @param <T> the Java form of the value
 */
public sealed class KsProperty<T> implements KsItem permits KsIntProperty, KsLongProperty {
    private final KsSet set;
    private final int id;
    private final String name;
    private final Codec<T> codec;
    private final String page;

    /**
     * A property of the user's own set.
     *
     * @param set the set
     * @param id the item
     * @param name the name for messages
     * @param codec how the value lies in bytes
     * @param page the page that documents it; may be empty
     */
    public KsProperty(KsSet set, int id, String name, Codec<T> codec, String page) {
        this.set = Objects.requireNonNull(set, "set");
        this.id = id;
        this.name = Objects.requireNonNull(name, "name");
        this.codec = Objects.requireNonNull(codec, "codec");
        this.page = Objects.requireNonNull(page, "page");
    }

    @Override
    public final KsSet set() {
        return set;
    }

    @Override
    public final int id() {
        return id;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String page() {
        return page;
    }

    /**
     * How the value lies in bytes.
     *
     * @return the codec
     */
    public final Codec<T> codec() {
        return codec;
    }

    @Override
    public final String toString() {
        return name;
    }
}

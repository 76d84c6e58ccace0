package io.github.ks4j.set;

/** A value of a C enumeration. */
public interface KsEnum {
    /**
     * The number in the header.
     *
     * @return the value
     */
    int value();
}

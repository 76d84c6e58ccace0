package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;

/**
 * A property, method or event set: a GUID and its name in the header.
 *
 * @param name for example {@code KSPROPSETID_Pin}
 * @param guid the set
 */
public record KsSet(String name, Guid guid) {
    /**
     * A set from the text of its GUID.
     *
     * @param name the C name
     * @param guid the GUID, as the header prints it
     * @return the set
     */
    public static KsSet of(String name, String guid) {
        return new KsSet(name, Guid.of(guid));
    }

    @Override
    public String toString() {
        return name;
    }
}

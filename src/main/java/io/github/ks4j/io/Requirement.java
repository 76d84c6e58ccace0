package io.github.ks4j.io;

import java.util.Objects;

/**
 * Something that a driver needs of the machine, such as a library or a function in one, and whether it is there. For
 * people who have to find out why a driver does not work where it should.
 *
 * @param name what it is, for example {@code ksuser!KsCreatePin}
 * @param isMet whether it is there
 * @param detail where or which it is, or why it is not there; may be empty
 */
public record Requirement(String name, boolean isMet, String detail) {
    /**
     * A requirement.
     *
     * @param name what it is
     * @param isMet whether it is there
     * @param detail where or which it is, or why it is not there
     */
    public Requirement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(detail, "detail");
    }
}

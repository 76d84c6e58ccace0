package io.github.ks4j;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * A driver that there is, and whether it can work here: what {@link Ks#drivers()} found out by trying.
 *
 * @param name for example {@code win32}; {@code (not loaded)} for one that the Java virtual machine could not load
 * @param isNative whether it is the driver for this operating system
 * @param requirements what it needs of the machine
 * @param failure why it cannot be opened; empty if it can
 */
public record KsDriverReport(
        String name, boolean isNative, List<Requirement> requirements, Optional<KsException> failure) {
    /**
     * A report.
     *
     * @param name the driver's name
     * @param isNative whether it is the driver for this operating system
     * @param requirements what it needs; copied
     * @param failure why it cannot be opened
     */
    public KsDriverReport {
        requirements = List.copyOf(requirements);
    }
}

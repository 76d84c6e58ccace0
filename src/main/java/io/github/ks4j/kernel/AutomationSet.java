package io.github.ks4j.kernel;

import io.github.ks4j.struct.Guid;

/** A set in an object's automation table. */
public sealed interface AutomationSet permits PropertySet, MethodSet, EventSet {
    /**
     * The set.
     *
     * @return its GUID
     */
    Guid guid();
}

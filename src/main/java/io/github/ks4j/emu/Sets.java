package io.github.ks4j.emu;

import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.kernel.PropertySet;
import java.util.List;

/** The sets of an object, as its author or its kind provides them. */
record Sets(List<PropertySet> properties, List<MethodSet> methods, List<EventSet> events) {
    static final Sets NONE = new Sets(List.of(), List.of(), List.of());

    Sets {
        properties = List.copyOf(properties);
        methods = List.copyOf(methods);
        events = List.copyOf(events);
    }
}

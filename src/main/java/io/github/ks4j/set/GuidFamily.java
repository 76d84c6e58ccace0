package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import java.util.LinkedHashMap;
import java.util.Map;

/** GUIDs whose names share a prefix; filled by the class that declares them, and not changed afterwards. */
final class GuidFamily {
    private final String prefix;
    private final Map<Guid, String> names = new LinkedHashMap<>();

    GuidFamily(String prefix) {
        this.prefix = prefix;
    }

    Guid add(String suffix, String text) {
        Guid guid = Guid.of(text);
        // Some GUIDs have two names in the headers; the first stays.
        names.putIfAbsent(guid, prefix + suffix);
        return guid;
    }

    Map<Guid, String> names() {
        return names;
    }
}

package io.github.ks4j.emu;

import java.util.HashMap;
import java.util.Map;

/** What quirks remember of a handle, from the first time that they have to do with it. Thread-safe. */
final class QuirkMemory {
    private final Map<Quirk, Long> counts = new HashMap<>();
    private final Map<Quirk, Long> times = new HashMap<>();

    /** Counts, from 1. */
    synchronized long count(Quirk quirk) {
        return counts.merge(quirk, 1L, Long::sum);
    }

    /** Counts, and says whether it is the first time. */
    boolean isFirst(Quirk quirk) {
        return count(quirk) == 1;
    }

    /** The next of the times that are an interval apart, and none of which has passed. */
    synchronized long next(Quirk quirk, long now, long interval) {
        return times.merge(quirk, now + interval, (last, first) -> Math.max(last + interval, first));
    }

    /** The time when this was first asked. */
    synchronized long firstAt(Quirk quirk, long now) {
        Long first = times.putIfAbsent(quirk, now);
        return first == null ? now : first;
    }
}

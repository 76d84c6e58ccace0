package io.github.ks4j.emu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quirks of an {@link EmulatedDriver} that are on.
 *
 * <p>They can be switched on and off at any time. A request that is under way goes on as it began; but when
 * {@link Quirk#READ_OUTLIVES_CANCEL} goes, the reads end that were cancelled in vain, and when {@link Quirk#CLOSE_LINGERS}
 * or {@link Quirk#FILTER_CLOSE_LINGERS} goes, so do the pins or filters that lingered. What a quirk counts, it counts for
 * each handle from the first time that it has to do with it.
 *
 * <p>Thread-safe.
 */
public final class Quirks {
    private final AtomicReference<List<Entry>> entries = new AtomicReference<>(List.of());
    /** What ends when a quirk is switched off. */
    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    private final Runnable changed;

    /**
     * A quirk that is on.
     *
     * @param quirk the quirk
     * @param name a part of the names of the objects that have it, in lower case; null for all
     */
    record Entry(Quirk quirk, String name) {
        Entry {
            Objects.requireNonNull(quirk, "quirk");
            if (name != null && name.isEmpty()) {
                throw new IllegalArgumentException("every name has an empty part");
            }
            name = name == null ? null : name.toLowerCase(Locale.ROOT);
        }

        private boolean concerns(Attempt attempt) {
            return name == null || attempt.isNamed(name);
        }

        @Override
        public String toString() {
            return "quirk " + quirk + (name == null ? "" : "@'" + name.replace("'", "''") + "'");
        }
    }

    /** Something that a quirk keeps. */
    interface Held {
        /** The quirk. */
        Quirk keeper();

        /** Ends it; nothing if it has ended. */
        void letGo();
    }

    Quirks(Runnable changed) {
        this.changed = changed;
    }

    /**
     * Switches quirks on for all devices.
     *
     * @param quirks the quirks
     */
    public void add(Quirk... quirks) {
        add(Arrays.stream(quirks).map(quirk -> new Entry(quirk, null)).toList());
    }

    /**
     * Switches quirks on for some objects: those whose name, as {@link io.github.ks4j.io.Handle#name} gives it, or whose
     * filter's friendly name has a part. The name of a device instance is in the names of all that belongs to it.
     *
     * @param part the part, in any case; not empty
     * @param quirks the quirks
     * @throws IllegalArgumentException if the part is empty, or there are no quirks: text is for
     *     {@link EmulatedDriver#faults(String)}
     */
    public void add(String part, Quirk... quirks) {
        Objects.requireNonNull(part, "part");
        if (quirks.length == 0) {
            throw new IllegalArgumentException("no quirk for '" + part + "'");
        }
        add(Arrays.stream(quirks).map(quirk -> new Entry(quirk, part)).toList());
    }

    void add(List<Entry> more) {
        change(all -> Stream.concat(all, more.stream()).distinct().sorted(Comparator.comparing(Entry::quirk)));
    }

    /**
     * Switches quirks off, whatever they were on for.
     *
     * @param quirks the quirks
     */
    public void remove(Quirk... quirks) {
        List<Quirk> gone = List.of(quirks);
        change(all -> all.filter(entry -> !gone.contains(entry.quirk)));
    }

    /** Switches all quirks off. */
    public void clear() {
        change(all -> Stream.empty());
    }

    private void change(UnaryOperator<Stream<Entry>> to) {
        entries.updateAndGet(all -> to.apply(all.stream()).toList());
        changed.run();
        held.forEach(this::endUnlessKept);
    }

    /**
     * The quirks that are on, for whatever objects.
     *
     * @return an immutable copy
     */
    public Set<Quirk> on() {
        return entries.get().stream().map(Entry::quirk).collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return entries.get().isEmpty();
    }

    /** The quirks with something to do with an attempt that do it in some way, in their order. */
    <A extends QuirkAction> List<A> of(Attempt attempt, Class<A> way) {
        List<A> found = List.of();
        Quirk last = null;
        for (Entry entry : entries.get()) {
            QuirkAction action = entry.quirk.action();
            if (entry.quirk != last && way.isInstance(action) && entry.concerns(attempt)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(way.cast(action));
                last = entry.quirk;
            }
        }
        return found;
    }

    /** Keeps something until its quirk goes, or it is {@linkplain #forget forgotten}. */
    void hold(Held one) {
        held.add(one);
        endUnlessKept(one);
    }

    void forget(Held one) {
        held.remove(one);
    }

    private void endUnlessKept(Held one) {
        if (!on().contains(one.keeper()) && held.remove(one)) {
            one.letGo();
        }
    }

    /**
     * The quirks in the language of {@link Fault}.
     *
     * @return for example {@code quirk STATE_STEP_BY_STEP@'speaker'; quirk LIST_GROWS}
     */
    @Override
    public String toString() {
        return entries.get().stream().map(Entry::toString).collect(Collectors.joining("; "));
    }
}

package io.github.ks4j.emu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The faults of an {@link EmulatedDriver}: what goes wrong with it on purpose, from now on.
 *
 * <p>Faults can be added and removed at any time. A request that is under way when a fault is added is not struck by it
 * any more; an answer that is being delayed when its fault is removed stays late.
 *
 * <p>Thread-safe.
 */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    /** What is held now, by any fault. */
    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    private final Runnable changed;

    /** Something that a fault keeps. */
    interface Held {
        /** The fault. */
        Fault holder();

        /** Ends it; nothing if it has ended. */
        void giveBack();
    }

    Faults(Runnable changed) {
        this.changed = changed;
    }

    /**
     * Adds a fault, behind those that are here.
     *
     * @param fault the fault
     * @return the same fault, to be asked for its {@linkplain Fault#strikes() strikes} or removed
     */
    public Fault add(Fault fault) {
        faults.add(Objects.requireNonNull(fault, "fault"));
        changed.run();
        return fault;
    }

    /**
     * Adds faults, in the language of {@link Fault}.
     *
     * @param text any number of faults with {@code ;} between them
     * @return the faults, in their order
     * @throws IllegalArgumentException if the text is something else; the message says where, and what was expected;
     *     no fault has been added then
     */
    public List<Fault> add(String text) {
        List<Fault> added = parse(text);
        addAll(added);
        return added;
    }

    void addAll(List<Fault> added) {
        faults.addAll(added);
        changed.run();
    }

    /**
     * Reads faults.
     *
     * @param text any number of faults with {@code ;} between them, in the language of {@link Fault}
     * @return the faults, in their order
     * @throws IllegalArgumentException if the text is something else; the message says where, and what was expected
     */
    public static List<Fault> parse(String text) {
        return List.copyOf(new FaultSyntax(text).all());
    }

    /**
     * Removes a fault. The requests that it {@linkplain FaultMatcher#neverComplete() keeps} come back, with
     * {@link io.github.ks4j.io.NtStatus#CANCELLED}.
     *
     * @param fault the fault
     * @return whether it was here
     */
    public boolean remove(Fault fault) {
        boolean was = faults.remove(fault);
        changed.run();
        giveBack();
        return was;
    }

    /** Removes all faults, as {@link #remove} does. */
    public void clear() {
        faults.clear();
        changed.run();
        giveBack();
    }

    /**
     * The faults that are here now.
     *
     * @return an immutable copy, in the order in which they strike
     */
    public List<Fault> list() {
        return List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The faults that strike an attempt. */
    List<Fault> striking(Attempt attempt) {
        List<Fault> striking = List.of();
        for (Fault fault : faults) {
            if (fault.strike(attempt)) {
                striking = striking.isEmpty() ? new ArrayList<>() : striking;
                striking.add(fault);
            }
        }
        return striking;
    }

    void hold(Held one) {
        held.add(one);
        if (!faults.contains(one.holder())) {
            one.giveBack();
        }
    }

    void forget(Held one) {
        held.remove(one);
    }

    /** Gives back what faults keep that are not here any more. */
    private void giveBack() {
        for (Held one : held) {
            if (!faults.contains(one.holder())) {
                one.giveBack();
            }
        }
    }

    /**
     * The faults in the language of {@link Fault}.
     *
     * @return for example {@code read@pin:3=remove; write=delay 20ms}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults) {
            text.append(text.isEmpty() ? "" : "; ").append(fault);
        }
        return text.toString();
    }
}

package io.github.ks4j.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the same steps in two hosts of the stub filter, and compares what comes of them. */
final class Differential {
    /** Nobody waits long for what is wrong in any case. */
    private static final int SHRINKING_MILLIS = 200;

    private static final List<Step> LOOK = Aftermath.look();

    private final StubHost reference;
    private final StubHost subject;
    private final Map<String, Outcomes> outcomes = new TreeMap<>();

    /** How often steps of a kind succeeded, and how often not. */
    static final class Outcomes {
        private int successes;
        private int failures;

        int successes() {
            return successes;
        }

        int failures() {
            return failures;
        }

        @Override
        public String toString() {
            return successes + " of " + (successes + failures);
        }
    }

    /**
     * Two hosts that do not agree.
     *
     * @param index the step
     * @param what the step, in words
     * @param expected what the reference answered
     * @param actual what the other answered
     */
    record Difference(int index, String what, Answer expected, Answer actual) {
        @Override
        public String toString() {
            return "step " + index + ": " + what + "\n  expected: " + expected + "\n  but was:  " + actual;
        }
    }

    Differential(StubHost reference, StubHost subject) {
        this.reference = reference;
        this.subject = subject;
    }

    /** The steps that have been taken and compared, by kind. */
    Map<String, Outcomes> outcomes() {
        return outcomes;
    }

    /** Takes steps, then looks at what they have left; the first difference, or null if there is none. */
    Difference run(List<Step> life) {
        reference.begin();
        subject.begin();
        Difference found = null;
        for (int i = 0; i < life.size() && found == null; i++) {
            found = take(i, life.get(i));
        }
        for (int i = 0; i < LOOK.size() && found == null; i++) {
            found = take(life.size(), LOOK.get(i));
        }
        reference.end();
        subject.end();
        if (found != null) {
            return found;
        }
        found = settle(life.size());
        return found != null || Arrays.equals(reference.frames(), subject.frames())
                ? found
                : new Difference(
                        life.size(),
                        "the memory of the frames",
                        Answer.of(0, reference.frames()),
                        Answer.of(0, subject.frames()));
    }

    private Difference take(int index, Step step) {
        Answer expected = reference.perform(step);
        Answer actual = subject.perform(step);
        if (!agree(step, expected, actual)) {
            return new Difference(index, step.toString(), expected, actual);
        }
        return settle(index);
    }

    /** Waits for what is over in the reference; nothing else may be over in the other. */
    private Difference settle(int index) {
        for (int i = 0; i < reference.held().size(); i++) {
            StubHost.Held expected = reference.held().get(i);
            StubHost.Held actual = subject.held().get(i);
            if (expected.isSettled() || !expected.isDone() && !actual.isDone()) {
                continue;
            }
            if (!expected.isDone()) {
                return new Difference(index, expected.call().toString(), Answer.SUBMITTED, actual.settle());
            }
            Answer first = expected.settle();
            Answer second = actual.settle();
            if (!agree(expected.call(), first, second)) {
                return new Difference(index, expected.call().toString(), first, second);
            }
        }
        return null;
    }

    private boolean agree(Step step, Answer expected, Answer actual) {
        if (expected.equals(actual)) {
            count(step, expected);
            return true;
        }
        return KnownDifference.explains(step, expected, actual);
    }

    private void count(Step step, Answer answer) {
        if (answer == Answer.SUBMITTED || answer == Answer.SKIPPED) {
            return;
        }
        String kind =
                step instanceof Step.Call call ? call.kind() : step.getClass().getSimpleName();
        Outcomes counted = outcomes.computeIfAbsent(kind, key -> new Outcomes());
        if (answer.isSuccess()) {
            counted.successes++;
        } else {
            counted.failures++;
        }
    }

    /** The same difference with as few steps as it takes. */
    List<Step> shrink(List<Step> life, Difference found) {
        subject.patience(SHRINKING_MILLIS);
        List<Step> needed = new ArrayList<>(life.subList(0, Math.min(life.size(), found.index + 1)));
        for (int size = Math.max(1, needed.size() / 2); size > 0; size /= 2) {
            for (int from = needed.size() - size; from >= 0; from -= size) {
                List<Step> fewer = new ArrayList<>(needed);
                fewer.subList(from, from + size).clear();
                Difference still = run(fewer);
                if (still != null && still.what.equals(found.what)) {
                    needed = fewer;
                }
            }
        }
        return needed;
    }
}

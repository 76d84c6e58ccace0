package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.ks4j.io.Driver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random requests get the same answers from the emulated stub filter and from another one: the status, the byte count,
 * all bytes, and what they leave behind. Which requests, the system properties {@code ks4j.differential.seed} and
 * {@code ks4j.differential.count} say.
 */
@Timeout(1800)
abstract class DifferentialContract {
    private static final long SEED = Long.getLong("ks4j.differential.seed", 1);

    /** A new driver under which the other stub filter is found; the test closes it. */
    abstract Driver open();

    /** How many requests it takes, unless the system property says it. */
    abstract int count();

    @Test
    void randomRequestsGetTheAnswersOfTheEmulation() {
        int count = Integer.getInteger("ks4j.differential.count", count());
        try (StubHost emulation = new StubHost(EmulatedStubFilter.open());
                StubHost subject = new StubHost(open())) {
            Differential differential = new Differential(emulation, subject);
            long seed = SEED;
            for (int compared = 0; compared < count; compared = compared(differential)) {
                compare(differential, seed++);
            }
            assertVariety(differential);
        }
    }

    private static void compare(Differential differential, long seed) {
        List<Step> life = StepGenerator.life(seed);
        Differential.Difference found = differential.run(life);
        if (found != null) {
            List<Step> shortest = differential.shrink(life, found);
            List<String> lines = new ArrayList<>();
            shortest.forEach(step -> lines.add("  " + step));
            fail("seed " + seed + ", " + found + "\nafter these steps:\n" + String.join("\n", lines));
        }
    }

    private static int compared(Differential differential) {
        return differential.outcomes().values().stream()
                .mapToInt(kind -> kind.successes() + kind.failures())
                .sum();
    }

    /** Hosts that refuse everything agree as well. */
    private static void assertVariety(Differential differential) {
        int successes = differential.outcomes().values().stream()
                .mapToInt(Differential.Outcomes::successes)
                .sum();
        assertTrue(
                100L * successes > 30L * compared(differential),
                () -> "too few requests succeeded: " + differential.outcomes());
        for (String kind : List.of(
                "property",
                "method",
                "enable event",
                "disable event",
                "read stream",
                "write stream",
                "reset state",
                "Create")) {
            Differential.Outcomes outcomes = differential.outcomes().get(kind);
            assertTrue(
                    outcomes != null && outcomes.successes() > 0 && outcomes.failures() > 0,
                    () -> "too little variety: " + differential.outcomes());
        }
    }
}

package io.github.ks4j.contract;

import java.util.List;
import java.util.SplittableRandom;

/** What a random test decides with. The same seed decides the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to below the limit. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    /** A number from the first to the last. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int anyInt() {
        return random.nextInt();
    }

    int oneOf(int... values) {
        return values[below(values.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

package io.github.ks4j.emu;

/** What the heap holds. */
final class MemoryUse {
    private MemoryUse() {}

    /** The bytes in use once the collector has nothing more to take. */
    static long settled() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}

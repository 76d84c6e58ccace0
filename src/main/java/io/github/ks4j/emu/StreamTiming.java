package io.github.ks4j.emu;

import io.github.ks4j.kernel.KsCorrelatedTime;
import io.github.ks4j.kernel.KsTimeSource;
import java.time.Duration;

/**
 * How well a device keeps time: its clock against the machine's, how late its data comes, and how much of it is lost.
 * Immutable; what is random follows from a seed, so that the same run goes the same way every time.
 *
 * <pre>{@code
 * StreamTiming.EXACT
 *         .drift(50)                      // 50 ppm fast: 4.32 s a day
 *         .jitter(Duration.ofMillis(2))   // up to 2 ms late
 *         .dropouts(0.001)                // one in a thousand periods is lost
 *         .seed(42)
 * }</pre>
 *
 * <p>The methods that answer questions are for the authors of devices; they allocate nothing.
 */
public final class StreamTiming {
    /** A device that keeps the machine's time, is never late and loses nothing. */
    public static final StreamTiming EXACT = new StreamTiming(0, 0, 0, 0);

    private static final int NANOS = 100;
    /** Half as fast, or half as fast again. */
    private static final int MOST_DRIFT = 500_000;

    private final int ppm;
    private final KsCorrelatedTime clock;
    private final long jitter;
    private final double dropouts;
    private final long seed;

    private StreamTiming(int ppm, long jitter, double dropouts, long seed) {
        this.ppm = ppm;
        this.clock = KsCorrelatedTime.drifting(ppm);
        this.jitter = jitter;
        this.dropouts = dropouts;
        this.seed = seed;
    }

    /**
     * Lets the device's clock run fast or slow.
     *
     * @param partsPerMillion how much faster than the machine's; negative for slower; between -500000 and 500000
     * @return such a timing
     * @throws IllegalArgumentException if the number is not in range
     */
    public StreamTiming drift(int partsPerMillion) {
        if (partsPerMillion < -MOST_DRIFT || partsPerMillion > MOST_DRIFT) {
            throw new IllegalArgumentException("a drift of " + partsPerMillion + " ppm is out of range");
        }
        return new StreamTiming(partsPerMillion, jitter, dropouts, seed);
    }

    /**
     * Lets data come late.
     *
     * @param most how much later than it should at most; not negative
     * @return such a timing
     * @throws IllegalArgumentException if the duration is negative
     */
    public StreamTiming jitter(Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("data does not come before its time: " + most);
        }
        return new StreamTiming(ppm, most.toNanos() / NANOS, dropouts, seed);
    }

    /**
     * Lets data be lost.
     *
     * @param probability that a period of the stream is lost: 0 to 1
     * @return such a timing
     * @throws IllegalArgumentException if the number is not in range
     */
    public StreamTiming dropouts(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability of " + probability + " is out of range");
        }
        return new StreamTiming(ppm, jitter, probability, seed);
    }

    /**
     * Chooses another course of what is random.
     *
     * @param number any
     * @return such a timing
     */
    public StreamTiming seed(long number) {
        return new StreamTiming(ppm, jitter, dropouts, number);
    }

    /**
     * The device's clock against the machine's.
     *
     * @return for example for a {@link io.github.ks4j.kernel.KsDefaultClock}
     */
    public KsCorrelatedTime clock() {
        return clock;
    }

    /**
     * The time that passes on the device's clock.
     *
     * @param elapsed time of the machine, in units of 100 ns
     * @return time of the device, in units of 100 ns
     */
    public long onDevice(long elapsed) {
        return clock.at(elapsed);
    }

    /**
     * The time that has to pass on the machine's clock until some has passed on the device's.
     *
     * @param elapsed time of the device, in units of 100 ns
     * @return the least time of the machine, in units of 100 ns, whose {@link #onDevice} is no less
     */
    public long onMachine(long elapsed) {
        return clock.when(elapsed, 0);
    }

    /**
     * How late a period of the stream comes.
     *
     * @param period its number
     * @return units of 100 ns, on the machine's clock
     */
    public long lateness(long period) {
        return jitter == 0 ? 0 : (long) (random(period, 1) * (jitter + 1));
    }

    /**
     * Whether a period of the stream is lost.
     *
     * @param period its number
     * @return true if it is
     */
    public boolean isLost(long period) {
        return dropouts != 0 && random(period, 2) < dropouts;
    }

    /** A number from 0 to less than 1, by the seed, the period and what it is for: the finalizer of SplitMix64. */
    private double random(long period, int purpose) {
        long z = seed + (2 * period + purpose) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
    }

    @Override
    public String toString() {
        return "StreamTiming[drift " + ppm + " ppm, jitter " + (double) jitter / KsTimeSource.MILLISECOND
                + " ms, dropouts " + dropouts + ", seed " + seed + "]";
    }
}

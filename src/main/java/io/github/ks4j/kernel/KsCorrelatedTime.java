package io.github.ks4j.kernel;

/**
 * The time of a device's own clock against that of the machine: {@code PFNKSCORRELATEDTIME}, and what stands for
 * {@code PFNKSSETTIMER}. Thread-safe.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnkscorrelatedtime">PFNKSCORRELATEDTIME
 *     callback function</a>
 */
@FunctionalInterface
public interface KsCorrelatedTime {
    /**
     * The device's time at a time of the machine's. It should not go back: whoever uses it holds it still then.
     *
     * @param systemTime a time of the machine's, by {@link KsTimeSource#now()}
     * @return units of 100 ns since any moment
     */
    long at(long systemTime);

    /**
     * When a time of the device's will come, as far as can be told. Whoever asked looks again then. Unless the device
     * knows better, it is thought to run as fast as the machine, and looked at each millisecond at most.
     *
     * @param time the device's time
     * @param now the machine's time
     * @return the machine's time
     */
    default long when(long time, long now) {
        return now + Math.max(time - at(now), KsTimeSource.MILLISECOND);
    }

    /**
     * A device whose oscillator is somewhat off.
     *
     * @param partsPerMillion how much faster than the machine it runs; negative for slower, 0 for in step
     * @return its time, with which {@link #when} is exact
     * @throws IllegalArgumentException if it stood still or ran back
     */
    static KsCorrelatedTime drifting(int partsPerMillion) {
        return new DriftingTime(partsPerMillion);
    }
}

package io.github.ks4j.kernel;

/**
 * A timer with its DPC: {@code KTIMER}. Setting and expiring it again and again allocates nothing. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/kernel/timer-objects-and-dpcs">Timer Objects and
 *     DPCs</a>
 */
public interface KsTimer {
    /**
     * {@code KeSetTimer}: has the timer expire once. A timer that is set already is set anew.
     *
     * @param due when, by {@link KsTimeSource#now()}; a time that has passed is as good as now
     */
    void set(long due);

    /** {@code KeCancelTimer}: the timer does not expire any more, unless it is about to. */
    void cancel();
}

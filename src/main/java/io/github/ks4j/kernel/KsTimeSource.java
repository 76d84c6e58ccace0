package io.github.ks4j.kernel;

/**
 * The time of a machine, and what happens when it has come: one source for the clocks, streams, events and position
 * registers of all its devices. Thread-safe.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-kequeryinterrupttime">KeQueryInterruptTime
 *     function</a>
 */
public interface KsTimeSource {
    /** The units of a second. */
    long SECOND = 10_000_000;

    /** The units of a millisecond. */
    long MILLISECOND = 10_000;

    /**
     * {@code KeQueryInterruptTime}: the time now. Never goes back.
     *
     * @return units of 100 ns since some moment before the first device
     */
    long now();

    /**
     * {@code KeInitializeTimer}: makes a timer, which is not set.
     *
     * @param expired run each time the timer expires, in a thread of the source's; must not block. What it throws is
     *     reported and goes no further
     * @return the timer
     */
    KsTimer timer(Runnable expired);
}

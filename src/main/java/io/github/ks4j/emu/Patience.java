package io.github.ks4j.emu;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting that has an end. */
final class Patience {
    private Patience() {}

    /**
     * Waits for a condition. An interrupt does not end the wait and stays set.
     *
     * @param condition what is waited for; whoever makes it true unparks the thread
     * @param nanos how long
     * @return whether it has become true
     */
    static boolean await(BooleanSupplier condition, long nanos) {
        boolean interrupted = false;
        long start = System.nanoTime();
        long left = nanos;
        while (!condition.getAsBoolean() && left > 0) {
            LockSupport.parkNanos(condition, left);
            interrupted |= Thread.interrupted();
            left = nanos - (System.nanoTime() - start);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }

    /**
     * Waits for a condition, or an interrupt.
     *
     * @param condition what is waited for; whoever makes it true unparks the thread
     * @param nanos how long
     * @return whether it has become true
     * @throws InterruptedException if it has not, and the thread is interrupted
     */
    static boolean awaitInterruptibly(BooleanSupplier condition, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        long left = nanos;
        while (!condition.getAsBoolean() && left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(condition, left);
            left = nanos - (System.nanoTime() - start);
        }
        return condition.getAsBoolean();
    }
}

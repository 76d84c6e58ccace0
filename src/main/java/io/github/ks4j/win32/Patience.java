package io.github.ks4j.win32;

import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.Win32Error;
import java.util.function.IntSupplier;

/**
 * How long to wait for a device that is not ready yet, as some are after they were plugged in or woken.
 *
 * @param millis the time over which a few more tries are spread; none if it is 0
 */
record Patience(long millis) {
    private static final int MORE_TRIES = 4;

    /**
     * Tries, and tries again while the device is not ready.
     *
     * @param what what is tried, for people
     * @param attempt returns an error of Windows, or 0
     * @return what the last attempt returned
     * @throws KsCancelledException if the thread is interrupted between two tries
     */
    int outlast(String what, IntSupplier attempt) {
        int error = attempt.getAsInt();
        for (int i = 0; i < MORE_TRIES && millis > 0 && error == Win32Error.NOT_READY.code(); i++) {
            try {
                Thread.sleep(millis / MORE_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KsCancelledException(
                        what + ": the thread was interrupted while the device was not ready", NtStatus.CANCELLED);
            }
            error = attempt.getAsInt();
        }
        return error;
    }
}

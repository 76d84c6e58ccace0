package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Win32Error;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trying again while a device is not ready. */
@Timeout(30)
class PatienceTest {
    private static final int NOT_READY = Win32Error.NOT_READY.code();

    private final AtomicInteger attempts = new AtomicInteger();

    /** Fails so many times before it succeeds. */
    private int attempt(int error, int failures) {
        return attempts.incrementAndGet() <= failures ? error : 0;
    }

    @Test
    void whatSucceedsIsDoneOnce() {
        assertEquals(0, new Patience(4).outlast("test", () -> attempt(NOT_READY, 0)));
        assertEquals(1, attempts.get());
    }

    @Test
    void whatIsNotReadyIsTriedUntilItIs() {
        assertEquals(0, new Patience(4).outlast("test", () -> attempt(NOT_READY, 3)));
        assertEquals(4, attempts.get());
    }

    @Test
    void whatDoesNotBecomeReadyIsGivenUp() {
        assertEquals(NOT_READY, new Patience(4).outlast("test", () -> attempt(NOT_READY, 1000)));
        assertEquals(5, attempts.get());
    }

    @Test
    void anotherErrorIsNoReasonToTryAgain() {
        int denied = Win32Error.ACCESS_DENIED.code();
        assertEquals(denied, new Patience(4).outlast("test", () -> attempt(denied, 1000)));
        assertEquals(1, attempts.get());
    }

    @Test
    void whoeverHasNoTimeTriesOnce() {
        assertEquals(NOT_READY, new Patience(0).outlast("test", () -> attempt(NOT_READY, 1000)));
        assertEquals(1, attempts.get());
    }
}

package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Event objects: who wakes up, and how waits end. */
@StubLibrary
@Timeout(30)
class Win32EventTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int IOCTL_KS_ENABLE_EVENT = 0x2F0007;
    private static final int ENABLE = 1;

    private final Win32Driver driver = Stub.driver();
    private final KsSignal automatic = driver.createEvent(false);

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aWaitThatIsOverBeforeItBeginsLooksOnce() throws Exception {
        assertFalse(automatic.await(Duration.ofSeconds(Long.MIN_VALUE)));
        automatic.set();
        assertTrue(automatic.await(Duration.ofSeconds(Long.MIN_VALUE)));
    }

    @Test
    void anEventIsNotSignalledAtFirst() throws InterruptedException {
        assertFalse(automatic.await(Duration.ZERO));
    }

    @Test
    void whatCannotBeWaitedForIsAnErrorAndNoEndlessLook() {
        Kernel32.CloseHandle(automatic.value());
        assertSame(
                NtStatus.INVALID_HANDLE,
                assertThrows(KsException.class, () -> automatic.await(LONG)).status());
        assertThrows(KsException.class, automatic::set);
        assertThrows(KsException.class, automatic::reset);
    }

    @Test
    void aSignalThatCameBeforeTheWaitIsTakenOnce() throws InterruptedException {
        automatic.set();
        automatic.set();
        assertTrue(automatic.await(LONG));
        assertFalse(automatic.await(Duration.ZERO));
    }

    @Test
    void aSignalEndsAWaitThatIsUnderWay() {
        CompletableFuture<Boolean> outcome = waiting(automatic);
        automatic.set();
        assertTrue(outcome.join());
    }

    @Test
    void aManualResetEventStaysSignalledUntilItIsReset() throws InterruptedException {
        KsSignal manual = driver.createEvent(true);
        manual.set();
        assertTrue(manual.await(Duration.ZERO));
        assertTrue(manual.await(Duration.ZERO));
        manual.reset();
        assertFalse(manual.await(Duration.ZERO));
    }

    @Test
    void aWaitThatIsOverIsNoSignal() throws InterruptedException {
        assertFalse(automatic.await(Duration.ofMillis(1)));
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> automatic.await(LONG));
    }

    @Test
    void closingEndsTheWait() {
        CompletableFuture<Boolean> outcome = waiting(automatic);
        automatic.close();
        assertFalse(outcome.join());
    }

    @Test
    void closingTheDriverEndsTheWait() {
        CompletableFuture<Boolean> outcome = waiting(automatic);
        driver.close();
        assertFalse(outcome.join());
    }

    @Test
    void aClosedEventIsQuiet() throws InterruptedException {
        automatic.close();
        automatic.close();
        automatic.set();
        automatic.reset();
        assertFalse(automatic.await(LONG));
    }

    @Test
    void anEventThatIsClosedDoesNotTouchOneThatHasItsHandleNow() throws InterruptedException {
        automatic.close();
        KsSignal next = driver.createEvent(false);
        automatic.set();
        assertFalse(next.await(Duration.ZERO));
    }

    @Test
    void eachEventHasAHandleOfItsOwn() {
        assertNotEquals(automatic.value(), driver.createEvent(false).value());
    }

    @Test
    void aClosedDriverMakesNoEvents() {
        driver.close();
        assertThrows(KsClosedException.class, () -> driver.createEvent(false));
    }

    @Test
    void anEventThatAFilterDoesNotHaveIsRefused() {
        Handle filter = Stub.filter(driver);
        try (KsBuffer request = Stub.request(driver, Stub.PROPERTIES, 1, ENABLE);
                KsBuffer data = driver.allocate(32)) {
            data.bytes().putInt(0, 1).putLong(8, automatic.value());
            long outcome = filter.control(IOCTL_KS_ENABLE_EVENT, request, 24, data, 32);
            assertEquals(NtStatus.PROPSET_NOT_FOUND, IoStatusBlock.status(outcome));
        }
    }

    private static CompletableFuture<Boolean> waiting(KsSignal signal) {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        outcome.complete(signal.await(LONG));
                    } catch (InterruptedException e) {
                        outcome.completeExceptionally(e);
                    }
                })
                .start();
        return outcome;
    }
}

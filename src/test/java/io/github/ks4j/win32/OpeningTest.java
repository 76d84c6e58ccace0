package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAccessException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotFoundException;
import io.github.ks4j.io.NtStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening filters, and why one is not opened. */
@StubLibrary
@Timeout(30)
class OpeningTest {
    private Win32Driver driver = Stub.driver();

    @AfterEach
    void close() {
        driver.close();
    }

    /** Has devices that are not ready tried for another time than usual. */
    private void wait(Duration time) {
        driver.close();
        System.setProperty(Win32Driver.READY, Long.toString(time.toMillis()));
        try {
            driver = Stub.driver();
        } finally {
            System.clearProperty(Win32Driver.READY);
        }
    }

    private void assertSays(String cause, KsException e) {
        assertTrue(e.getMessage().contains(cause), e.getMessage());
    }

    @Test
    void anUnknownPathIsNotFound() {
        KsException e = assertThrows(KsNotFoundException.class, () -> driver.open("\\\\?\\nothing", 0));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, e.status());
        assertSays("open \\\\?\\nothing: ERROR_FILE_NOT_FOUND", e);
        assertSays("the path is wrong", e);
    }

    @Test
    void thePathOfADeviceThatWasUnpluggedIsNotFound() {
        assertThrows(KsNotFoundException.class, () -> driver.open(StubDevices.SECOND_PATH, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\?\\ks4j#unplugged", "\\\\?\\ks4j#failed"})
    void aDeviceThatIsThereNoMoreIsGone(String path) {
        KsException e = assertThrows(KsDisconnectedException.class, () -> driver.open(path, 0));
        assertFalse(e instanceof KsNotFoundException, e.toString());
        assertSays("plug it in again", e);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\?\\ks4j#shared", "\\\\?\\ks4j#busy", "\\\\?\\ks4j#exhausted"})
    void aDeviceThatAnotherProgramHasIsBusy(String path) {
        KsException e = assertThrows(KsBusyException.class, () -> driver.open(path, 0));
        assertSays("close that program", e);
    }

    @Test
    void aDeviceThatOneMayNotOpenIsDenied() {
        KsException e = assertThrows(KsAccessException.class, () -> driver.open("\\\\?\\ks4j#denied", 0));
        assertSays("privacy settings", e);
    }

    @Test
    void aDeviceThatBecomesReadyIsOpened() {
        wait(Duration.ofMillis(4));
        driver.open("\\\\?\\ks4j#waking", 0).close();
    }

    @Test
    void aDeviceThatDoesNotBecomeReadyIsBusy() {
        wait(Duration.ofMillis(4));
        KsException e = assertThrows(KsBusyException.class, () -> driver.open("\\\\?\\ks4j#asleep", 0));
        assertSays("was not ready for 4 ms", e);
        assertSays("-Dks4j.win32.ready", e);
    }

    @Test
    void aDeviceIsTriedOnceIfThatIsWanted() {
        wait(Duration.ZERO);
        String path = "\\\\?\\ks4j#waking";
        assertThrows(KsBusyException.class, () -> driver.open(path, 0));
        assertThrows(KsBusyException.class, () -> driver.open(path, 0));
        driver.open(path, 0).close();
    }

    @Test
    void anInterruptEndsTheWaitForADeviceAndIsKept() {
        wait(Duration.ofHours(1));
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> driver.open("\\\\?\\ks4j#asleep", 0));
        assertTrue(Thread.interrupted());
    }

    @Test
    void noAccessIsEnoughForProperties() {
        Handle filter = driver.open(Stub.PATH, 0);
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER);
                KsBuffer reply = driver.allocate(4)) {
            assertEquals(
                    IoStatusBlock.of(NtStatus.SUCCESS, 4),
                    filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        }
    }

    @Test
    void noAccessIsNotEnoughForStreams() {
        Handle filter = driver.open(Stub.PATH, 0);
        try (KsBuffer frame = Stub.frame(driver, 0)) {
            assertEquals(
                    IoStatusBlock.of(NtStatus.ACCESS_DENIED, 0),
                    filter.control(Stub.IOCTL_KS_WRITE_STREAM, null, 0, frame, 56));
        }
    }

    @Test
    void aFilterIsSharedWithWhoeverOpensItToo() {
        Handle first = driver.open(Stub.PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
        Handle second = driver.open(Stub.PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
        assertFalse(first.value() == second.value());
    }
}

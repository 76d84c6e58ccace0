package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsAccessException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding, opening and closing filters, and their memory. */
@StubLibrary
class Win32DriverTest {
    private static final Guid AUDIO = Guid.of("{6994AD04-93EF-11D0-A3CC-00A0C9223196}");
    private static final Guid RENDER = Guid.of("{65E8773E-8F56-11D0-A3B9-00A0C9223196}");

    private Win32Driver driver;

    @BeforeEach
    void open() {
        driver = Stub.driver();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theProviderIsFoundByName() {
        assertEquals(
                1,
                ServiceLoader.load(Driver.Provider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.name().equals("win32"))
                        .count());
    }

    @Test
    void aFilterIsFoundUnderItsCategoryWithTheNameInItsKey() {
        assertEquals(List.of(new FilterInterface(Stub.PATH, AUDIO, "ks4j stub filter")), driver.enumerate(AUDIO));
    }

    @Test
    void aFilterWithoutANameInItsKeyHasThatOfItsDevice() {
        String path = "\\\\?\\ks4j#stub#0000#{65e8773e-8f56-11d0-a3b9-00a0c9223196}\\filter";
        assertEquals(List.of(new FilterInterface(path, RENDER, "ks4j stub filter")), driver.enumerate(RENDER));
    }

    @Test
    void nothingIsFoundUnderAnotherCategory() {
        assertEquals(List.of(), driver.enumerate(Guid.of("{65E8773D-8F56-11D0-A3B9-00A0C9223196}")));
    }

    @Test
    void whatIsFoundCanBeOpened() {
        for (FilterInterface found : driver.enumerate(RENDER)) {
            try (Handle filter = driver.open(found.path(), 0)) {
                assertEquals(found.path(), filter.name());
            }
        }
    }

    @Test
    void openingAnUnknownPathSaysThatItIsGone() {
        KsException e = assertThrows(KsDisconnectedException.class, () -> driver.open("\\\\?\\nothing", 0));
        assertEquals(NtStatus.OBJECT_NAME_NOT_FOUND, e.status());
        assertTrue(e.getMessage().contains("\\\\?\\nothing"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\?\\ks4j#shared", "\\\\?\\ks4j#busy"})
    void openingWhatAnotherProgramHoldsSaysThatItIsBusy(String path) {
        assertThrows(KsBusyException.class, () -> driver.open(path, 0));
    }

    @Test
    void openingWithoutTheRightSaysSo() {
        assertThrows(KsAccessException.class, () -> driver.open("\\\\?\\ks4j#denied", 0));
    }

    @Test
    void aPathIsNotCutAtANul() {
        assertThrows(IllegalArgumentException.class, () -> driver.open(Stub.PATH + "\0x", 0));
    }

    @Test
    void aClosedDriverRefuses() {
        driver.close();
        assertThrows(KsClosedException.class, () -> driver.open(Stub.PATH, 0));
    }

    @Test
    void closingTheDriverClosesItsHandles() {
        Handle filter = Stub.filter(driver);
        KsBuffer none = KsBuffer.heap(0);
        driver.close();
        assertThrows(KsClosedException.class, () -> filter.control(Stub.IOCTL_KS_PROPERTY, none, 0, none, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 64, 65, 4096, 65536, 65537, 1_000_000})
    void memoryIsZeroedAlignedAndOfTheSize(int size) {
        for (int round = 0; round < 3; round++) {
            try (KsBuffer buffer = driver.allocate(size)) {
                assertEquals(size, buffer.size());
                assertEquals(0, buffer.address() & 15, "alignment");
                assertNotEquals(0, buffer.address());
                for (int i = 0; i < size; i++) {
                    assertEquals(0, buffer.bytes().get(i));
                    buffer.bytes().put(i, (byte) 0xAB);
                }
            }
        }
    }

    @Test
    void closedMemoryIsUsedAgain() {
        KsBuffer buffer = driver.allocate(100);
        long address = buffer.address();
        buffer.close();
        buffer.close();
        try (KsBuffer next = driver.allocate(100);
                KsBuffer other = driver.allocate(100)) {
            assertEquals(address, next.address());
            assertNotEquals(address, other.address(), "closed twice, so given out twice");
        }
    }

    @Test
    void memoryBeyondReachIsAnExceptionOfOurs() {
        KsException e = assertThrows(KsException.class, () -> driver.allocate(Integer.MAX_VALUE));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    @Test
    void aViewIsTheMemoryAtItsAddress() {
        try (KsBuffer buffer = driver.allocate(100)) {
            KsBuffer view = driver.view(buffer.address() + 40, 60);
            view.bytes().putInt(8, 42);
            assertEquals(42, buffer.bytes().getInt(48));
            assertEquals(buffer.address() + 40, view.address());
            assertEquals(60, view.size());
        }
    }

    @Test
    void aViewOfNothingIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> driver.view(0, 100));
        assertThrows(IllegalArgumentException.class, () -> driver.view(4096, 0));
    }
}

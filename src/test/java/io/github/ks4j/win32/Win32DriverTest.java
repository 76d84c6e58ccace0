package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.nio.ReadOnlyBufferException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding, opening and closing filters, and their memory. */
@StubLibrary
class Win32DriverTest {
    private static final Guid RENDER = Guid.of("{65E8773E-8F56-11D0-A3B9-00A0C9223196}");

    private Win32Driver driver;

    @BeforeEach
    void open() {
        driver = Stub.driver();
    }

    @AfterEach
    void close() {
        driver.close();
        StubDevices.unplug(StubDevices.SECOND);
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
    void whatIsFoundCanBeOpened() {
        for (FilterInterface found : driver.enumerate(RENDER)) {
            try (Handle filter = driver.open(found.path(), 0)) {
                assertEquals(found.path(), filter.name());
            }
        }
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

    @Test
    void aHandleThatIsHeldIsClosedWhenItIsLetGo() {
        StubDevices.plug(StubDevices.SECOND);
        Handle filter = driver.open(StubDevices.SECOND_PATH, 0);
        assertTrue(filter.hold());
        filter.close();
        assertEquals(1, StubDevices.openFiles(StubDevices.SECOND));
        assertFalse(filter.hold());
        filter.letGo();
        assertEquals(0, StubDevices.openFiles(StubDevices.SECOND));
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

    @ParameterizedTest(name = "0x{0}")
    @ValueSource(longs = {1, 4096, 0x7FFF_FFFF_FFFF_F000L, -4096, -8, -1})
    void whatIsNotMappedIsNotTouched(long address) {
        KsException e = assertThrows(KsException.class, () -> driver.view(address, 8));
        assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
    }

    @Test
    void whatIsOnlyPartlyMappedIsNotTouched() {
        try (KsBuffer buffer = driver.allocate(64)) {
            KsException e = assertThrows(KsException.class, () -> driver.view(buffer.address(), Integer.MAX_VALUE));
            assertEquals(NtStatus.ACCESS_VIOLATION, e.status());
        }
    }

    @Test
    void whatCanOnlyBeReadCannotBeWritten() {
        long code = Pointer.nativeValue(
                NativeLibrary.getInstance(System.getProperty(Dll.STAND_IN)).getFunction("ks4j_stub_objects"));
        KsBuffer view = driver.view(code, 8);
        assertNotEquals(0, view.bytes().getLong(0));
        assertThrows(ReadOnlyBufferException.class, () -> view.bytes().putLong(0, 0));
    }
}

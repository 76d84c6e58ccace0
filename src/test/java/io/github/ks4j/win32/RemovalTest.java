package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is open when Windows asks to remove a device, which it does not if anybody has it open then. */
@StubLibrary
@Timeout(30)
class RemovalTest {
    private Win32Driver driver;
    private Handle filter;

    @BeforeEach
    void open() {
        StubDevices.plug(StubDevices.SECOND);
        driver = Stub.driver();
        filter = driver.open(StubDevices.SECOND_PATH, Driver.GENERIC_READ | Driver.GENERIC_WRITE);
    }

    @AfterEach
    void close() throws InterruptedException {
        driver.close();
        StubDevices.unplug(StubDevices.SECOND);
        assertTrue(Stub.soon(() -> StubDevices.registrations() == 0));
    }

    private static NtStatus get(Handle handle, int id) {
        Driver driver = handle.driver();
        try (KsBuffer request = Stub.get(driver, id);
                KsBuffer reply = driver.allocate(4)) {
            return IoStatusBlock.status(handle.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        }
    }

    /** Waits for a request that never ends by itself; one that comes too late counts as cancelled. */
    private NtStatus neverEnding() {
        try {
            return get(filter, Stub.NEVER);
        } catch (KsClosedException late) {
            return NtStatus.CANCELLED;
        }
    }

    @Test
    void aFilterIsClosedSoThatItsDeviceCanGo() {
        assertTrue(StubDevices.eject(StubDevices.SECOND));
        KsException e = assertThrows(KsClosedException.class, () -> get(filter, Stub.ANSWER));
        assertTrue(e.getMessage().endsWith("whose device Windows asked to remove, is closed"), e.getMessage());
    }

    @Test
    void aFilterThatIsOpenToLookAtOnlyIsClosedToo() {
        driver.open(StubDevices.SECOND_PATH, 0);
        assertTrue(StubDevices.eject(StubDevices.SECOND));
    }

    @Test
    void thePinsBelowAreClosedToo() {
        Handle pin = Stub.pin(filter);
        assertTrue(StubDevices.eject(StubDevices.SECOND));
        assertThrows(KsClosedException.class, () -> get(pin, Stub.ANSWER));
    }

    @Test
    void aRequestThatWaitsIsCancelled() throws Exception {
        CompletableFuture<NtStatus> request = CompletableFuture.supplyAsync(this::neverEnding);
        assertTrue(StubDevices.eject(StubDevices.SECOND));
        assertEquals(NtStatus.CANCELLED, request.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aFrameThatWaitsIsCancelled() throws Exception {
        Outcomes outcomes = new Outcomes();
        Stub.pin(filter).submit(Stub.IOCTL_KS_WRITE_STREAM, null, 0, Stub.frame(driver, 1000), 56, outcomes);
        assertTrue(StubDevices.eject(StubDevices.SECOND));
        Outcomes.assertOutcome(NtStatus.CANCELLED, 0, outcomes.await());
    }

    @Test
    void aFrameThatWaitsEndsWhenTheDeviceIsPulledOut() throws Exception {
        Outcomes outcomes = new Outcomes();
        Stub.pin(filter).submit(Stub.IOCTL_KS_WRITE_STREAM, null, 0, Stub.frame(driver, 1000), 56, outcomes);
        StubDevices.unplug(StubDevices.SECOND);
        Outcomes.assertOutcome(NtStatus.DEVICE_REMOVED, 0, outcomes.await());
    }

    @Test
    void aFilterStaysOpenWhenItsDeviceIsPulledOut() {
        StubDevices.unplug(StubDevices.SECOND);
        assertEquals(NtStatus.DEVICE_REMOVED, get(filter, Stub.ANSWER));
    }

    @Test
    void filtersOfOtherDevicesStayOpen() {
        Handle other = Stub.filter(driver);
        StubDevices.eject(StubDevices.SECOND);
        assertEquals(NtStatus.SUCCESS, get(other, Stub.ANSWER));
    }

    @Test
    void whoeverDoesNotGiveWayPreventsTheRemoval() {
        filter.close();
        long value = new OpenRequest(StubDevices.SECOND_PATH, 0).send(driver.memory(), driver.patience());
        assertFalse(StubDevices.eject(StubDevices.SECOND));
        Kernel32.CloseHandle(value);
        assertTrue(StubDevices.eject(StubDevices.SECOND));
    }

    @Test
    void aClosedFilterIsNotRegisteredAnyMore() {
        int before = StubDevices.registrations();
        driver.open(StubDevices.SECOND_PATH, 0).close();
        assertEquals(before, StubDevices.registrations());
    }

    @Test
    void aFilterThatGaveWayIsNotRegisteredAnyMore() throws InterruptedException {
        int before = StubDevices.registrations();
        StubDevices.eject(StubDevices.SECOND);
        assertTrue(Stub.soon(() -> StubDevices.registrations() == before - 1));
    }

    @Test
    void aFilterThatGivesWayWhileItsDriverClosesIsNotRegisteredAnyMore() throws InterruptedException {
        Arrivals arrivals = new Arrivals(driver.memory(), driver.graceMillis());
        int before = StubDevices.registrations();
        long value = new OpenRequest(StubDevices.SECOND_PATH, 0).send(driver.memory(), driver.patience());
        Win32Handle other = Win32Handle.of(driver, ConcurrentHashMap.newKeySet(), null, StubDevices.SECOND_PATH, value);
        arrivals.letGiveWay(other);
        assertEquals(before + 1, StubDevices.registrations());
        arrivals.close();
        StubDevices.eject(StubDevices.SECOND);
        assertTrue(Stub.soon(() -> StubDevices.registrations() == before - 1));
    }

    @Test
    void closingTheDriverLeavesNothingRegistered() {
        driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {});
        driver.close();
        assertEquals(0, StubDevices.registrations());
    }
}

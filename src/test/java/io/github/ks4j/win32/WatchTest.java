package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watching by way of Windows: its threads, its registrations, and races with it. */
@StubLibrary
@Timeout(30)
class WatchTest {
    /** Under which the stub has what is odd, such as a device without any name. */
    private static final Guid ODD = Guid.of("{4B53344A-5354-5542-8001-0000000000C0}");

    private static final int CLOSE_RACES = 500;

    private Win32Driver driver;

    @BeforeEach
    void open() {
        driver = Stub.driver();
    }

    @AfterEach
    void close() {
        driver.close();
        StubDevices.unplug(StubDevices.SECOND);
        StubDevices.plug(StubDevices.BARE);
    }

    /** Does something when a filter comes. */
    private static InterfaceListener onArrival(Runnable action) {
        return new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                action.run();
            }
        };
    }

    @Test
    void windowsDoesNotWaitForListeners() throws Exception {
        CountDownLatch plugged = new CountDownLatch(1);
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        driver.watch(KSCATEGORY.AUDIO, onArrival(() -> {
            try {
                told.complete(plugged.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                told.completeExceptionally(e);
            }
        }));
        StubDevices.plug(StubDevices.SECOND);
        plugged.countDown();
        assertTrue(told.get(10, TimeUnit.SECONDS));
    }

    @Test
    void listenersAreToldInAThreadOfTheDrivers() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        driver.watch(KSCATEGORY.AUDIO, onArrival(() -> thread.complete(Thread.currentThread())));
        StubDevices.plug(StubDevices.SECOND);
        assertEquals("ks4j-arrivals", thread.get(10, TimeUnit.SECONDS).getName());
        assertTrue(thread.join().isDaemon());
    }

    @Test
    void whoeverWatchesIsRegisteredUntilHeLeaves() {
        int before = StubDevices.registrations();
        Driver.Registration registration = driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {});
        assertEquals(before + 1, StubDevices.registrations());
        registration.close();
        assertEquals(before, StubDevices.registrations());
    }

    @Test
    void leavingWaitsForTheCallThatIsUnderWay() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        Arrivals patient = new Arrivals(driver.memory(), TimeUnit.SECONDS.toMillis(20));
        Driver.Registration registration = patient.watch(KSCATEGORY.AUDIO, onArrival(() -> {
            told.countDown();
            try {
                over.set(goOn.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        StubDevices.plug(StubDevices.SECOND);
        assertTrue(told.await(10, TimeUnit.SECONDS));
        assertFalse(over.get());
        goOn.countDown();
        registration.close();
        assertTrue(over.get());
    }

    @Test
    void anErrorOfAListenerIsLoggedAndNoMore() throws Exception {
        CountDownLatch told = new CountDownLatch(2);
        driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                told.countDown();
                throw new AssertionError("on purpose");
            }

            @Override
            public void removed(FilterInterface removed) {
                told.countDown();
            }
        });
        CountDownLatch other = new CountDownLatch(1);
        driver.watch(KSCATEGORY.RENDER, onArrival(other::countDown));
        StubDevices.plug(StubDevices.SECOND);
        assertTrue(other.await(10, TimeUnit.SECONDS));
        StubDevices.unplug(StubDevices.SECOND);
        assertTrue(told.await(10, TimeUnit.SECONDS));
    }

    @Test
    void whatHasGoneAgainBeforeItCouldBeToldIsNotTold() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> told = new CopyOnWriteArrayList<>();
        driver.watch(KSCATEGORY.RENDER, onArrival(() -> {
            busy.countDown();
            try {
                goOn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        StubDevices.plug(StubDevices.SECOND);
        assertTrue(busy.await(10, TimeUnit.SECONDS));
        StubDevices.unplug(StubDevices.SECOND);
        driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                told.add("+");
            }

            @Override
            public void removed(FilterInterface removed) {
                told.add("-");
            }
        });
        CountDownLatch last = new CountDownLatch(1);
        driver.watch(ODD, new InterfaceListener() {
            @Override
            public void removed(FilterInterface removed) {
                last.countDown();
            }
        });
        StubDevices.plug(StubDevices.SECOND);
        StubDevices.unplug(StubDevices.SECOND);
        StubDevices.unplug(StubDevices.BARE);
        goOn.countDown();
        assertTrue(last.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), told);
    }

    /** Plugs and pulls the second device, as often as something lasts. */
    private static CompletableFuture<Void> shake(AtomicBoolean goOn) {
        return CompletableFuture.runAsync(() -> {
            while (goOn.get()) {
                StubDevices.plug(StubDevices.SECOND);
                StubDevices.eject(StubDevices.SECOND);
            }
        });
    }

    @Test
    void comingAndGoingWhileDevicesDoLeavesNothingRegistered() throws Exception {
        int before = StubDevices.registrations();
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<Void> shaking = shake(goOn);
        for (int i = 0; i < CLOSE_RACES; i++) {
            driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {}).close();
        }
        goOn.set(false);
        shaking.get(20, TimeUnit.SECONDS);
        assertEquals(before, StubDevices.registrations());
    }

    @Test
    void openingAndClosingWhileTheDeviceIsRemovedLeavesNothingOpenNorRegistered() throws Exception {
        int before = StubDevices.registrations();
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<Void> shaking = shake(goOn);
        for (int i = 0; i < CLOSE_RACES; i++) {
            try (Handle filter = driver.open(StubDevices.SECOND_PATH, 0)) {
                assertNotEquals(0, filter.value());
            } catch (KsException gone) {
                // It is not there half of the time.
            }
        }
        goOn.set(false);
        shaking.get(20, TimeUnit.SECONDS);
        assertEquals(0, StubDevices.openFiles(StubDevices.SECOND));
        assertTrue(Stub.soon(() -> StubDevices.registrations() == before));
    }
}

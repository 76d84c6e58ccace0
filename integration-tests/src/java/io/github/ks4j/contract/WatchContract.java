package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.InterfaceListener;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Being told of filters that come and go. There is the stub filter, and a second device with another such filter that the
 * test plugs in and pulls out.
 */
@Timeout(60)
abstract class WatchContract {
    /** The filter of the second device, under AUDIO. */
    static final String SECOND_PATH = "\\\\?\\ks4j#stub#0001#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";

    private Driver driver;

    /** A new driver under which the stub filter is found and the second device is not plugged in; the test closes it. */
    abstract Driver open();

    /** Plugs the second device in. */
    abstract void plug();

    /** Pulls it out. */
    abstract void unplug();

    @BeforeEach
    void openTheDriver() {
        driver = open();
    }

    @AfterEach
    void closeTheDriver() {
        driver.close();
    }

    /** Keeps what it is told. */
    private static class Told implements InterfaceListener {
        private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        private final BlockingQueue<FilterInterface> interfaces = new LinkedBlockingQueue<>();

        @Override
        public void arrived(FilterInterface arrived) {
            interfaces.add(arrived);
            changes.add("+");
        }

        @Override
        public void removed(FilterInterface removed) {
            interfaces.add(removed);
            changes.add("-");
        }

        /** The next change, which may be told in another thread. */
        String change() throws InterruptedException {
            return changes.poll(30, TimeUnit.SECONDS);
        }

        FilterInterface next() throws InterruptedException {
            return interfaces.poll(30, TimeUnit.SECONDS);
        }
    }

    private Told watch() {
        Told told = new Told();
        driver.watch(KSCATEGORY.AUDIO, told);
        return told;
    }

    private FilterInterface second() {
        return driver.enumerate(KSCATEGORY.AUDIO).get(1);
    }

    /** Plugs in and pulls out, and waits until that has been told: what happened before has been told then too. */
    private void plugAndUnplug() throws InterruptedException {
        Told last = watch();
        plug();
        assertEquals("+", last.change());
        unplug();
        assertEquals("-", last.change());
    }

    @Test
    void aFilterThatComesIsToldAsItIsEnumerated() throws Exception {
        Told told = watch();
        plug();
        assertEquals(second(), told.next());
    }

    @Test
    void aFilterThatGoesIsToldAsItWas() throws Exception {
        plug();
        FilterInterface second = second();
        Told told = watch();
        unplug();
        assertEquals("-", told.change());
        assertEquals(second, told.next());
    }

    @Test
    void changesAreToldInTheirOrder() throws Exception {
        Told told = watch();
        for (int i = 0; i < 3; i++) {
            plug();
            assertEquals("+", told.change());
            unplug();
            assertEquals("-", told.change());
        }
    }

    @Test
    void whatIsThereAlreadyIsNotTold() throws Exception {
        Told told = watch();
        plug();
        assertEquals(SECOND_PATH, told.next().path());
    }

    @Test
    void otherCategoriesAreNotTold() throws Exception {
        Told told = new Told();
        driver.watch(KSCATEGORY.VIDEO, told);
        plugAndUnplug();
        assertTrue(told.interfaces.isEmpty());
    }

    @Test
    void eachCategoryOfAFilterIsToldToWhoWatchesIt() throws Exception {
        Told told = new Told();
        driver.watch(KSCATEGORY.RENDER, told);
        plug();
        assertEquals(KSCATEGORY.RENDER, told.next().category());
    }

    @Test
    void aListenerThatWatchesTwiceIsToldTwice() throws Exception {
        Told told = watch();
        driver.watch(KSCATEGORY.AUDIO, told);
        plug();
        assertEquals(List.of("+", "+"), List.of(told.change(), told.change()));
    }

    @Test
    void aListenerThatHasLeftIsToldNoMore() throws Exception {
        Told told = new Told();
        Driver.Registration registration = driver.watch(KSCATEGORY.AUDIO, told);
        registration.close();
        registration.close();
        plugAndUnplug();
        assertTrue(told.interfaces.isEmpty());
    }

    @Test
    void othersStayWhenOneLeaves() throws Exception {
        Told told = watch();
        driver.watch(KSCATEGORY.AUDIO, told).close();
        plug();
        assertEquals("+", told.change());
        unplug();
        assertEquals("-", told.change());
    }

    @Test
    void aListenerMayLeaveWhileItIsTold() throws Exception {
        CompletableFuture<Driver.Registration> registration = new CompletableFuture<>();
        Told told = new Told() {
            @Override
            public void arrived(FilterInterface arrived) {
                registration.join().close();
                super.arrived(arrived);
            }
        };
        registration.complete(driver.watch(KSCATEGORY.AUDIO, told));
        plug();
        assertEquals("+", told.change());
        unplug();
        plugAndUnplug();
        assertTrue(told.changes.isEmpty());
    }

    @Test
    void aListenerMayCloseTheDriver() throws Exception {
        Told told = new Told() {
            @Override
            public void arrived(FilterInterface arrived) {
                driver.close();
                super.arrived(arrived);
            }
        };
        driver.watch(KSCATEGORY.AUDIO, told);
        plugWithoutError();
        assertEquals("+", told.change());
    }

    /** The driver may be closed meanwhile. */
    private void plugWithoutError() {
        try {
            plug();
        } catch (KsClosedException closed) {
            // That is the listener's doing.
        }
    }

    @Test
    void aListenerMayWatchForMore() throws Exception {
        Told more = new Told();
        Told told = new Told() {
            @Override
            public void arrived(FilterInterface arrived) {
                driver.watch(KSCATEGORY.AUDIO, more);
                super.arrived(arrived);
            }
        };
        driver.watch(KSCATEGORY.AUDIO, told);
        plug();
        assertEquals("+", told.change());
        unplug();
        assertEquals("-", more.change());
    }

    @Test
    void aListenerCanOpenWhatHasCome() throws Exception {
        CompletableFuture<String> opened = new CompletableFuture<>();
        driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                try (Handle filter = driver.open(arrived.path(), 0)) {
                    opened.complete(filter.name());
                } catch (RuntimeException e) {
                    opened.completeExceptionally(e);
                }
            }
        });
        plug();
        assertEquals(SECOND_PATH, opened.get(30, TimeUnit.SECONDS));
    }

    @Test
    void whatAListenerThrowsKeepsNobodyFromBeingTold() throws Exception {
        driver.watch(KSCATEGORY.AUDIO, new InterfaceListener() {
            @Override
            public void arrived(FilterInterface arrived) {
                throw new IllegalStateException("the listener's own fault");
            }
        });
        Told told = watch();
        plug();
        assertEquals("+", told.change());
        unplug();
        assertEquals("-", told.change());
    }

    @Test
    void aClosedDriverIsNotWatched() {
        driver.close();
        assertThrows(KsClosedException.class, () -> driver.watch(KSCATEGORY.AUDIO, new Told()));
    }

    @Test
    void leavingAClosedDriverDoesNothing() {
        Driver.Registration registration = driver.watch(KSCATEGORY.AUDIO, new Told());
        driver.close();
        registration.close();
    }

    @Test
    void whatHasGoneIsNotFoundAnyMore() throws Exception {
        plugAndUnplug();
        assertEquals(
                List.of(StubFilter.PATH),
                driver.enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::path)
                        .toList());
    }

    @Test
    void theInterfacesOfADeviceShareItsInstanceAndContainer() {
        plug();
        FilterInterface audio = second();
        FilterInterface render = driver.enumerate(KSCATEGORY.RENDER).get(1);
        assertEquals("KS4J\\STUB\\0001", audio.instanceId());
        assertEquals(audio.instanceId(), render.instanceId());
        assertEquals(audio.containerId(), render.containerId());
    }

    @Test
    void devicesDifferInTheirContainer() {
        plug();
        FilterInterface stub = driver.enumerate(KSCATEGORY.AUDIO).get(0);
        assertFalse(stub.containerId().equals(second().containerId()));
    }

    @Test
    void theCategoriesOfAFilterAreTold() {
        plug();
        assertTrue(second().categories().containsAll(List.of(KSCATEGORY.AUDIO, KSCATEGORY.RENDER)));
    }

    @Test
    void whatWasOpenedAnswersThatItsDeviceHasGone() {
        plug();
        try (Handle filter = driver.open(SECOND_PATH, 0)) {
            unplug();
            byte[] get = Requests.head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET);
            assertEquals(
                    NtStatus.DEVICE_REMOVED,
                    new Requests(filter).property(get, 4).status());
        }
    }

    @Test
    void whatWasOpenedStaysDeadWhenTheDeviceComesBack() {
        plug();
        try (Handle filter = driver.open(SECOND_PATH, 0)) {
            unplug();
            plug();
            byte[] get = Requests.head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET);
            assertEquals(
                    NtStatus.DEVICE_REMOVED,
                    new Requests(filter).property(get, 4).status());
        }
    }
}

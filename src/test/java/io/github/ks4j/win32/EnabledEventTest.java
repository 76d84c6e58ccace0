package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.Ks;
import io.github.ks4j.KsEnabledEvent;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsSignal;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.KSEVENTDATA;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of a filter, through the library and below it. */
@StubLibrary
@Timeout(30)
class EnabledEventTest {
    private static final KsMethod TRIGGER = new KsMethod(
            KsSet.of("KSMETHODSETID_Stub", Stub.METHODS.toString()),
            Stub.TRIGGER,
            "KSMETHOD_STUB_TRIGGER",
            KsMethod.Direction.READ,
            "");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final int objectsBefore = Stub.objects();
    private final Win32Driver driver = Stub.driver();
    private final Ks ks = Ks.over(driver);
    private final KsFilter filter = ks.filter(Stub.PATH);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        ks.close();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private void trigger(int event) {
        filter.call(TRIGGER, ints(event));
    }

    /** How many objects there are when the thread has what its calls need. */
    private int objects() {
        trigger(Stub.TRIGGERED);
        return Stub.objects();
    }

    private void level(int value) {
        filter.setRaw(Stub.PROPERTIES, Stub.LEVEL, ints(value));
    }

    @Test
    void aNotificationEndsTheWait() {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        assertFalse(event.await(Duration.ZERO));
        trigger(Stub.TRIGGERED);
        assertTrue(event.await(LONG));
        assertFalse(event.await(Duration.ZERO));
    }

    @Test
    void anotherEventsNotificationDoesNot() {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        level(5);
        assertFalse(event.await(Duration.ZERO));
    }

    @Test
    void whatAnEventWantsToKnowBesideDecides() {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.THRESHOLD, ints(10, 0));
        level(9);
        assertFalse(event.await(Duration.ZERO));
        level(10);
        assertTrue(event.await(LONG));
    }

    @Test
    void anEventThatIsEnabledOnceNotifiesOnce() {
        KsEnabledEvent event = filter.enableOnce(Stub.EVENTS, Stub.TRIGGERED);
        trigger(Stub.TRIGGERED);
        assertTrue(event.await(LONG));
        trigger(Stub.TRIGGERED);
        assertFalse(event.await(Duration.ZERO));
        event.close();
    }

    @Test
    void aClosedEventIsDisabled() throws Exception {
        int objects = objects();
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        event.close();
        // What former tests have left to their threads may be made and closed meanwhile.
        assertTrue(Stub.soon(() -> Stub.objects() <= objects), "the driver refers to the event object");
        assertThrows(KsClosedException.class, () -> event.await(Duration.ZERO));
    }

    @Test
    void eventsAreDisabledByTheirOwnAddresses() {
        List<KsEnabledEvent> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(filter.enable(Stub.EVENTS, Stub.TRIGGERED));
        }
        System.gc();
        for (int i = 0; i < 8; i += 2) {
            events.get(i).close();
        }
        trigger(Stub.TRIGGERED);
        for (int i = 1; i < 8; i += 2) {
            assertTrue(events.get(i).await(LONG));
        }
    }

    @Test
    void anEventThatTheFilterDoesNotHaveLeavesNothingBehind() throws Exception {
        int objects = objects();
        assertThrows(KsNotSupportedException.class, () -> filter.enable(Stub.EVENTS, 4711));
        assertTrue(Stub.soon(() -> Stub.objects() <= objects));
    }

    @Test
    void closingTheFilterDisablesItsEventsAndEndsTheWaits() throws Exception {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        Future<?> waiting = threads.submit(() -> assertThrows(KsClosedException.class, () -> event.await(LONG)));
        filter.close();
        waiting.get(10, TimeUnit.SECONDS);
        ks.close();
        assertTrue(Stub.soon(() -> Stub.objects() <= objectsBefore));
    }

    @Test
    void closingADriverUnderAnEventLeavesNothingBehind() throws Exception {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        driver.close();
        event.close();
        assertTrue(Stub.soon(() -> Stub.objects() <= objectsBefore));
    }

    @Test
    void anEventOfADeviceThatHasGoneIsClosedAllTheSame() {
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        filter.setRaw(Stub.PROPERTIES, Stub.REMOVE, ints(0));
        event.close();
        assertThrows(KsDisconnectedException.class, () -> filter.enable(Stub.EVENTS, Stub.TRIGGERED));
    }

    @Test
    void aStormOfNotificationsIsFollowedByAtLeastOneRunAndNoMoreThanThereWere() throws Exception {
        int storm = 100_000;
        AtomicInteger runs = new AtomicInteger();
        KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED);
        Future<?> listening = threads.submit(() -> event.forEach(runs::incrementAndGet));
        for (int i = 0; i < storm; i++) {
            trigger(Stub.TRIGGERED);
        }
        assertTrue(Stub.soon(() -> runs.get() > 0));
        int heard = runs.get();
        trigger(Stub.TRIGGERED);
        assertTrue(Stub.soon(() -> runs.get() > heard), "the last notification is not lost");
        event.close();
        listening.get(10, TimeUnit.SECONDS);
        assertTrue(runs.get() <= storm + 1, runs + " runs");
    }

    @Test
    void enablingClosingAndNotifyingRaceWithoutLeavingAnything() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            running.add(threads.submit(() -> {
                for (int round = 0; round < 2_000; round++) {
                    try (KsEnabledEvent event = filter.enable(Stub.EVENTS, Stub.TRIGGERED)) {
                        event.await(Duration.ZERO);
                    }
                }
            }));
        }
        for (int i = 0; i < 10_000; i++) {
            trigger(Stub.TRIGGERED);
        }
        for (Future<?> each : running) {
            each.get(20, TimeUnit.SECONDS);
        }
        ks.close();
        assertTrue(Stub.soon(() -> Stub.objects() <= objectsBefore), () -> Stub.objects() - objectsBefore + " left");
    }

    @Test
    void disablingWithoutAnAddressDisablesAll() throws Exception {
        Handle handle = driver.open(Stub.PATH, 0);
        KsSignal signal = driver.createEvent(false);
        try (KsBuffer request = Stub.request(driver, Stub.EVENTS, Stub.LEVELCHANGED, KSEVENT_TYPE.ENABLE);
                KsBuffer data = driver.allocate(32)) {
            KSEVENTDATA
                    .LAYOUT
                    .at(driver.abi(), data.bytes(), 0)
                    .set(KSEVENTDATA.NotificationType, KSEVENTF.EVENT_HANDLE)
                    .get(KSEVENTDATA.EventHandle)
                    .set(KSEVENTDATA.EventHandleForm.Event, signal.value());
            handle.control(IOCTL_KS.ENABLE_EVENT, request, 24, data, 32);
            Stub.set(handle, Stub.PROPERTIES, Stub.LEVEL, 1);
            assertTrue(signal.await(LONG));
            assertEquals(
                    NtStatus.SUCCESS, IoStatusBlock.status(handle.control(IOCTL_KS.DISABLE_EVENT, null, 0, null, 0)));
            Stub.set(handle, Stub.PROPERTIES, Stub.LEVEL, 2);
            assertFalse(signal.await(Duration.ZERO));
        }
    }

    @Test
    void moreEventsThanTheDriverHasRoomForAreRefused() {
        KsException e = assertThrows(KsException.class, () -> {
            for (int i = 0; i < 100; i++) {
                filter.enable(Stub.EVENTS, Stub.TRIGGERED);
            }
        });
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }
}

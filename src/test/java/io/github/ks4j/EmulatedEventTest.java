package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedNode;
import io.github.ks4j.emu.EmulatedPin;
import io.github.ks4j.emu.PinDispatch;
import io.github.ks4j.emu.PinInstance;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.kernel.EventList;
import io.github.ks4j.kernel.EventSet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSDATAFORMAT_SPECIFIER;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSDATAFORMAT_TYPE;
import io.github.ks4j.set.KSEVENT_DEVICE;
import io.github.ks4j.set.KSEVENT_VOLUMELIMIT;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.WaveFormat;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events of an emulated device, from the device's code to the client's. */
@Timeout(30)
class EmulatedEventTest {
    private static final DataFormat FORMAT =
            DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0));

    private final EventSet events = EventSet.of(KSEVENT_VOLUMELIMIT.SET)
            .item(KSEVENT_VOLUMELIMIT.CHANGED.id())
            .build();
    private final AtomicReference<PinInstance> opened = new AtomicReference<>();
    private final EmulatedNode node = EmulatedNode.of(KSNODETYPE.VOLUME, "node", List.of(), List.of(), List.of(events));
    private final EmulatedFilter description = EmulatedFilter.named("f")
            .categories(KSCATEGORY.AUDIO)
            .events(events)
            .node(node)
            .pin(EmulatedPin.sink(KSPIN_DATAFLOW.IN)
                    .ranges(DataRange.of(
                            KSDATAFORMAT_TYPE.AUDIO, KSDATAFORMAT_SUBTYPE.PCM, KSDATAFORMAT_SPECIFIER.WAVEFORMATEX))
                    .events(events)
                    .streaming(pin -> {
                        opened.set(pin);
                        return PinDispatch.NONE;
                    })
                    .build())
            .build();
    private final EmulatedDevice device = EmulatedDevice.of("dev", description);
    private final EmulatedDriver driver = EmulatedDriver.of(device);
    private final Ledger ledger = new Ledger(driver);
    private final Ks ks = Ks.over(ledger.driver);
    private final KsFilter filter = ks.filter(ks.filters(KSCATEGORY.AUDIO).get(0));

    @AfterEach
    void close() {
        ks.close();
    }

    private static void notify(EventList list) {
        list.generate(KSEVENT_VOLUMELIMIT.SET.guid(), KSEVENT_VOLUMELIMIT.CHANGED.id());
    }

    @Test
    void anEventOfAFilterIsHeard() {
        KsEnabledEvent event = filter.enable(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(description.events());
        assertTrue(event.await(Duration.ZERO));
    }

    @Test
    void anEventOfANodeIsHeard() {
        KsEnabledEvent event = filter.node(0).enable(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(node.events());
        assertTrue(event.await(Duration.ZERO));
    }

    @Test
    void anEventOfAPinFactoryIsHeard() {
        KsEnabledEvent event = filter.pinFactory(0).enable(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(description.events());
        assertTrue(event.await(Duration.ZERO));
    }

    @Test
    void anEventOfAPinIsHeard() {
        KsEnabledEvent event = filter.pinFactory(0).open(FORMAT).enable(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(opened.get().events());
        assertTrue(event.await(Duration.ZERO));
    }

    @Test
    void anEventIsAskedForBeforeItIsEnabled() {
        assertTrue(filter.supports(KSEVENT_VOLUMELIMIT.CHANGED));
        assertTrue(filter.node(0).supports(KSEVENT_VOLUMELIMIT.CHANGED));
        assertFalse(filter.supports(KSEVENT_DEVICE.LOST));
    }

    @Test
    void anEventThatTheFilterLacksIsNotSupported() {
        assertThrows(KsNotSupportedException.class, () -> filter.enable(KSEVENT_DEVICE.LOST));
    }

    @Test
    void anEventThatIsEnabledOnceIsHeardOnce() {
        KsEnabledEvent event = filter.enableOnce(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(description.events());
        event.await(Duration.ZERO);
        notify(description.events());
        assertFalse(event.await(Duration.ZERO));
        event.close();
    }

    @Test
    void anEventThatWasEnabledOnceAndNotWaitedForCanBeClosed() {
        KsEnabledEvent event = filter.enableOnce(KSEVENT_VOLUMELIMIT.CHANGED);
        notify(description.events());
        event.close();
        assertEquals(Set.of(), ledger.signals);
    }

    @Test
    void anActionRunsInTheThreadThatIsLent() throws InterruptedException {
        KsEnabledEvent event = filter.enable(KSEVENT_VOLUMELIMIT.CHANGED);
        BlockingQueue<Thread> heard = new LinkedBlockingQueue<>();
        Thread lent = new Thread(() -> event.forEach(() -> heard.add(Thread.currentThread())));
        lent.start();
        notify(description.events());
        assertEquals(lent, heard.take());
        ks.close();
        lent.join();
    }

    @Test
    void aClosedFilterEnablesNothing() {
        filter.close();
        assertThrows(KsClosedException.class, () -> filter.enable(KSEVENT_VOLUMELIMIT.CHANGED));
        assertEquals(Set.of(), ledger.signals);
    }

    @Test
    void anEventIsNotEnabledOnADeviceThatHasGone() {
        driver.unplug(device);
        assertThrows(KsDisconnectedException.class, () -> filter.enable(KSEVENT_VOLUMELIMIT.CHANGED));
        ks.close();
        assertEquals(Set.of(), ledger.memory);
    }

    @Test
    void anEventOfADeviceThatHasGoneIsClosedLikeAnyOther() {
        KsEnabledEvent event = filter.enable(KSEVENT_VOLUMELIMIT.CHANGED);
        driver.unplug(device);
        event.close();
        ks.close();
        assertEquals(Set.of(), ledger.memory);
        assertEquals(Set.of(), ledger.signals);
    }

    @Test
    void aDeviceThatDoesNotAnswerKeepsNobodyFromClosing() {
        driver.close();
        EmulatedDriver hanging = EmulatedDriver.builder()
                .timeout(Duration.ofMillis(20))
                .faults("disable = neverComplete")
                .devices(device)
                .build();
        Ledger kept = new Ledger(hanging);
        Ks impatient = Ks.over(kept.driver);
        impatient.filter(filter.path()).enable(KSEVENT_VOLUMELIMIT.CHANGED);
        assertThrows(KsTimeoutException.class, impatient::close);
        assertEquals(Set.of(), kept.signals);
        assertThrows(KsClosedException.class, () -> hanging.allocate(1));
    }

    @Test
    void unpluggingWhileEventsAreEnabledAndClosedLeavesNothingBehind() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread hand = start(failures, () -> {
            while (!over.get()) {
                driver.unplug(device);
                driver.plug(device);
            }
        });
        for (int i = 0; i < 1_000; i++) {
            try (KsFilter other = ks.filter(filter.path())) {
                other.enable(KSEVENT_VOLUMELIMIT.CHANGED).close();
            } catch (KsDisconnectedException e) {
                assertTrue(e.getMessage().contains(filter.path()), e.getMessage());
            }
        }
        over.set(true);
        hand.join();
        ks.close();
        assertEquals(List.of(), failures);
        assertEquals(Set.of(), ledger.memory);
        assertEquals(Set.of(), ledger.signals);
    }

    @Test
    void notifyingWaitingAndClosingAtOnceLeaveNothingBehind() throws InterruptedException {
        race(1_000);
    }

    @Tag("long")
    @Test
    @Timeout(600)
    void notifyingWaitingAndClosingAtOnceLeaveNothingBehindInAHundredThousandTries() throws InterruptedException {
        race(100_000);
    }

    /** Enables events that a thread notifies all the time, and closes them, or their filter, while another thread waits. */
    private void race(int tries) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        BlockingQueue<KsEnabledEvent> enabled = new LinkedBlockingQueue<>();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread device = start(failures, () -> {
            while (!over.get()) {
                notify(description.events());
            }
        });
        Thread client = start(failures, () -> {
            for (int i = 0; i < tries; i++) {
                KsEnabledEvent event = enabled.take();
                event.forEach(event::close);
            }
        });
        Random random = new Random(1);
        for (int i = 0; i < tries; i++) {
            KsFilter other = ks.filter(filter.path());
            KsEnabledEvent event = random.nextBoolean()
                    ? other.enable(KSEVENT_VOLUMELIMIT.CHANGED)
                    : other.enableOnce(KSEVENT_VOLUMELIMIT.CHANGED);
            enabled.add(event);
            if (random.nextBoolean()) {
                event.close();
            }
            other.close();
        }
        client.join();
        over.set(true);
        device.join();
        ks.close();
        assertEquals(List.of(), failures);
        assertEquals(Set.of(), ledger.memory);
        assertEquals(Set.of(), ledger.signals);
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private static Thread start(List<Throwable> failures, Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (InterruptedException | RuntimeException e) {
                failures.add(e);
            }
        });
        thread.start();
        return thread;
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSSTATE;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thread has the source's device fill frames, another the sink's take them, and a third disturbs them. */
@Timeout(300)
class PinConnectionRaceTest {
    private static final int TRIES = 10_000;
    private static final int FRAMES = 3;
    private static final int WORDS = 16;
    private static final int ALL = FRAMES * WORDS * Integer.BYTES;

    private final Pair pair = new Pair(
            Pair.giving().framing(Pair.framing(FRAMES, WORDS * Integer.BYTES)),
            Pair.taking().allocator());

    /** Used again for each try. */
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        pair.close();
        threads.shutdown();
    }

    private CompletableFuture<Void> inThread(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    /** Which of the pins is disturbed. */
    private enum Victim {
        SOURCE,
        SINK;

        Handle of(Pair pair) {
            return this == SOURCE ? pair.source : pair.sink;
        }
    }

    /** Disturbs a connection again and again, while both devices are at work. */
    private void disturb(IntConsumer disturbance) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> giving = inThread(() -> {
            while (!over.get()) {
                pair.numbers.give(WORDS);
                Thread.yield();
            }
        });
        CompletableFuture<Void> taking = inThread(() -> {
            while (!over.get()) {
                pair.check.take();
                Thread.yield();
            }
        });
        try {
            for (int i = 0; i < TRIES; i++) {
                disturbance.accept(i);
            }
        } finally {
            over.set(true);
            join(giving, taking);
        }
    }

    private static void join(CompletableFuture<?>... all) {
        CompletableFuture.allOf(all).orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void assertOrdered() {
        assertEquals(0, pair.check.disordered);
    }

    @Test
    void everyByteArrivesOnceAndInOrder() {
        pair.check.waits = true;
        pair.running();
        int words = 2_000_000;
        CompletableFuture<Void> giving = inThread(() -> {
            for (int given = 0; given < words; given += WORDS) {
                pair.numbers.give(WORDS);
            }
        });
        CompletableFuture<Void> taking = inThread(() -> {
            while (pair.check.next < words) {
                pair.check.take();
            }
        });
        join(giving, taking);
        assertEquals(words, pair.check.next);
        assertEquals(0, pair.check.lost);
        assertOrdered();
    }

    @Test
    void pausingLosesNothing() {
        pair.check.waits = true;
        pair.running();
        disturb(i -> {
            Client.state(i % 2 == 0 ? pair.source : pair.sink, KSSTATE.PAUSE);
            pair.states(KSSTATE.RUN, KSSTATE.RUN);
        });
        assertEquals(0, pair.check.lost);
        assertOrdered();
    }

    @Test
    void stoppingTheSourceLosesNothing() {
        pair.check.waits = true;
        pair.running();
        disturb(i -> {
            Client.state(pair.source, KSSTATE.STOP);
            Client.run(pair.source);
        });
        assertEquals(0, pair.check.lost);
        assertOrdered();
        assertFramesCirculate();
    }

    @Test
    void stoppingTheSinkLosesWholeFramesOnly() {
        pair.check.waits = true;
        pair.running();
        disturb(i -> {
            Client.state(pair.sink, KSSTATE.STOP);
            Client.run(pair.sink);
        });
        assertOrdered();
        assertEquals(0, pair.check.lost % WORDS);
        assertFramesCirculate();
    }

    /** After all that, no frame has gone astray. */
    private void assertFramesCirculate() {
        pair.check.waits = false;
        pair.check.take();
        while (pair.time.advanceToNextTimer()) {
            // What was given while nobody took may be more than goes round without a rest.
        }
        assertEquals(ALL, pair.numbers.queued() + pair.check.queued());
        int before = pair.check.next;
        pair.numbers.give(10 * WORDS);
        assertTrue(pair.check.next > before);
        pair.states(KSSTATE.STOP, KSSTATE.STOP);
        assertEquals(0, pair.numbers.queued() + pair.check.queued());
    }

    @ParameterizedTest
    @EnumSource
    void closingEitherPinEndsTheConnection(Victim victim) {
        pair.check.waits = true;
        for (int i = 0; i < TRIES; i++) {
            pair.running();
            race(() -> victim.of(pair).close());
            assertEquals(0, pair.numbers.queued() + pair.check.queued());
            pair.source.close();
            pair.sink.close();
        }
        assertEquals(TRIES, pair.numbers.closed);
        assertEquals(TRIES, pair.check.closed);
        assertOrdered();
    }

    @ParameterizedTest
    @EnumSource
    void removingEitherDeviceEndsTheConnection(Victim victim) {
        pair.check.waits = true;
        EmulatedDevice device = victim == Victim.SOURCE ? pair.giving : pair.taking;
        for (int i = 0; i < TRIES; i++) {
            pair.reopen().running();
            race(() -> pair.driver.unplug(device));
            assertEquals(0, pair.numbers.queued() + pair.check.queued());
            pair.givingFilter.close();
            pair.takingFilter.close();
            pair.driver.plug(device);
        }
        assertEquals(TRIES, pair.numbers.closed);
        assertEquals(TRIES, pair.check.closed);
        assertOrdered();
    }

    @Test
    void closingBothPinsAtOnceEndsTheConnection() {
        pair.check.waits = true;
        for (int i = 0; i < TRIES; i++) {
            pair.running();
            CompletableFuture<Void> other = inThread(pair.source::close);
            pair.numbers.give(WORDS);
            pair.sink.close();
            join(other);
            assertEquals(0, pair.numbers.queued() + pair.check.queued());
        }
        assertEquals(TRIES, pair.numbers.closed);
        assertEquals(TRIES, pair.check.closed);
    }

    @Test
    void connectingToASinkThatIsBeingClosedSucceedsOrFailsWhole() {
        for (int i = 0; i < TRIES; i++) {
            Handle sink = Client.pin(pair.takingFilter, 0, Pair.FORMAT);
            CompletableFuture<Void> other = inThread(sink::close);
            try (Handle source = pair.source(sink)) {
                Client.run(source);
            } catch (KsException e) {
                assertEquals(NtStatus.INVALID_HANDLE, e.status());
            }
            join(other);
            assertFalse(pair.check.pin.isConnected());
        }
    }

    /** Disturbs a connection while data flows. */
    private void race(Runnable disturbance) {
        CompletableFuture<Void> taking = inThread(() -> {
            for (int i = 0; i < 20; i++) {
                pair.check.take();
            }
        });
        CompletableFuture<Void> disturbing = inThread(disturbance);
        for (int i = 0; i < 20; i++) {
            pair.numbers.give(WORDS);
        }
        join(taking, disturbing);
    }

    @Test
    void theAllocatorHasAllItsFramesBackWhenTheSourceIsClosed() {
        pair.check.waits = true;
        pair.sink = Client.pin(pair.takingFilter, 0, Pair.FORMAT);
        Handle allocator = pair.sink.create(
                KsObjectType.ALLOCATOR,
                Pair.framing(FRAMES, WORDS * Integer.BYTES).buffer(),
                Client.READ_WRITE);
        assertEquals(NtStatus.SUCCESS, Pair.assign(pair.sink, allocator));
        Client.run(pair.sink);
        for (int i = 0; i < TRIES; i++) {
            pair.source = pair.source(pair.sink);
            Client.run(pair.source);
            race(pair.source::close);
            assertEquals(0, Pair.allocated(allocator));
        }
        assertOrdered();
    }

    @Test
    void nothingIsLeftOfConnectionsThatAreOver() {
        connectAndClose(1000);
        long before = MemoryUse.settled();
        connectAndClose(TRIES);
        long bytes = MemoryUse.settled() - before;
        assertTrue(bytes < TRIES * 1000, bytes + " bytes");
    }

    private void connectAndClose(int times) {
        for (int i = 0; i < times; i++) {
            pair.running().numbers.give(10 * WORDS);
            (i % 2 == 0 ? pair.source : pair.sink).close();
            (i % 2 == 0 ? pair.sink : pair.source).close();
        }
    }
}

package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls, submissions, cancellations, interrupts and closes at once, many times. */
@StubLibrary
class RaceTest {
    private static final int THREADS = 4;

    private final AtomicLong submitted = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    @Test
    void nothingHangsOrLeaks() throws Exception {
        race(5_000);
    }

    @Tag("long")
    @Test
    void nothingHangsOrLeaksInAMillionTries() throws Exception {
        race(1_000_000);
    }

    private void race(int tries) throws Exception {
        int objects = Stub.objects();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Win32Driver driver = Stub.driver(Duration.ofSeconds(30));
        try (driver) {
            AtomicReference<Handle> shared = new AtomicReference<>(driver.open(Stub.PATH, 0));
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                running.add(threads.submit(() -> {
                    for (int done = 0; done < tries / THREADS; done++) {
                        step(driver, shared, random);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(30, TimeUnit.MINUTES);
            }
            shared.get().close();
            assertTrue(Stub.soon(() -> told.get() == submitted.get()), told + " told of " + submitted);
            assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "left behind");
        } finally {
            threads.shutdownNow();
        }
        assertTrue(
                Stub.soon(() -> driver.slots().count() == 0),
                () -> driver.slots().count() + " slots are left");
        // What former tests have left to their threads may be closed meanwhile.
        assertTrue(Stub.soon(() -> Stub.objects() <= objects), () -> Stub.objects() - objects + " objects are left");
        assertTrue(refused.get() < tries / 2, refused + " refusals");
    }

    /** One random act, upon a handle that another thread may be closing. */
    private void step(Win32Driver driver, AtomicReference<Handle> shared, Random random) {
        Handle handle = shared.get();
        try (KsBuffer never = Stub.get(driver, Stub.NEVER);
                KsBuffer answer = Stub.get(driver, Stub.ANSWER)) {
            KsBuffer reply = driver.allocate(4);
            switch (random.nextInt(10)) {
                case 0 -> {
                    Handle next = driver.open(Stub.PATH, 0);
                    if (shared.compareAndSet(handle, next)) {
                        handle.close();
                    } else {
                        next.close();
                    }
                }
                case 1 -> submit(handle, Stub.get(driver, Stub.NEVER), reply);
                case 2 -> submit(handle, Stub.get(driver, Stub.NEVER), reply).cancel();
                case 3 -> submit(handle, Stub.get(driver, Stub.ANSWER), reply).cancel();
                case 4 -> {
                    // With the flag set, a pending call is cancelled at the first look.
                    Thread.currentThread().interrupt();
                    handle.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4);
                }
                case 5 -> {
                    Handle.RepeatedRequest again = handle.repeatedRequest(
                            Stub.IOCTL_KS_PROPERTY,
                            Stub.get(driver, Stub.NEVER),
                            24,
                            reply,
                            4,
                            outcome -> told.incrementAndGet());
                    for (int i = 0; i < 3; i++) {
                        submit(again);
                    }
                }
                case 6 -> driver.createEvent(false).close();
                default -> {
                    handle.control(Stub.IOCTL_KS_PROPERTY, answer, 24, reply, 4);
                    assertEquals(42, reply.bytes().getInt(0));
                    reply.close();
                }
            }
        } catch (KsClosedException | KsCancelledException e) {
            refused.incrementAndGet();
        } finally {
            Thread.interrupted();
        }
    }

    /** Sends and ends a request whose handle may be closing. */
    private void submit(Handle.RepeatedRequest request) {
        request.submit();
        submitted.incrementAndGet();
        while (!request.isDone()) {
            request.cancel();
            Thread.onSpinWait();
        }
    }

    private Handle.PendingRequest submit(Handle handle, KsBuffer request, KsBuffer reply) {
        Handle.PendingRequest pending = handle.submit(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4, outcome -> {
            reply.close();
            request.close();
            told.incrementAndGet();
        });
        submitted.incrementAndGet();
        return pending;
    }
}

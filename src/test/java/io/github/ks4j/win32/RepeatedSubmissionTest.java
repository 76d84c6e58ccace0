package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.WaveFormat;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same request to Windows, again and again. */
@StubLibrary
@Timeout(120)
class RepeatedSubmissionTest {
    private static final int AGAIN = 100_000;

    private final Win32Driver driver = Stub.driver();
    private final Handle filter = Stub.filter(driver);
    private final Handle pin = Stub.pin(filter);
    private final KsBuffer frame = Stub.frame(driver, 1000);
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    private final Handle.RepeatedRequest request = repeated(told::add);

    private Handle.RepeatedRequest repeated(Handle.Completion completion) {
        return pin.repeatedRequest(Stub.IOCTL_KS_WRITE_STREAM, null, 0, frame, 56, completion);
    }

    private void state(int state) {
        Stub.set(pin, Stub.CONNECTION, Stub.CONNECTION_STATE, state);
    }

    private long next() throws InterruptedException {
        Long outcome = told.poll(20, TimeUnit.SECONDS);
        assertTrue(outcome != null, "told within twenty seconds");
        return outcome;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void itIsDoneAsOftenAsItIsSent() throws Exception {
        for (int i = 0; i < 3; i++) {
            state(Stub.STOP);
            request.submit();
            assertFalse(request.isDone());
            state(Stub.RUN);
            assertOutcome(NtStatus.SUCCESS, 1000, next());
            assertTrue(request.isDone());
        }
    }

    @Test
    void itIsNotSentWhileItIsUnderWay() throws Exception {
        request.submit();
        assertThrows(IllegalStateException.class, request::submit);
        state(Stub.RUN);
        next();
        assertEquals(0, told.size());
    }

    @Test
    void itIsCancelledAndSentAgain() throws Exception {
        request.submit();
        request.cancel();
        assertOutcome(NtStatus.CANCELLED, 0, next());
        request.submit();
        state(Stub.RUN);
        assertOutcome(NtStatus.SUCCESS, 1000, next());
    }

    @Test
    void cancellingWhatIsNotUnderWayDoesNothing() throws Exception {
        request.cancel();
        request.submit();
        state(Stub.RUN);
        assertOutcome(NtStatus.SUCCESS, 1000, next());
        request.cancel();
        request.submit();
        assertOutcome(NtStatus.SUCCESS, 1000, next());
    }

    @Test
    void itsCompletionMaySendItAgainHoweverOftenItEndsAtOnce() throws Exception {
        state(Stub.RUN);
        AtomicInteger left = new AtomicInteger(AGAIN);
        Handle.RepeatedRequest[] again = new Handle.RepeatedRequest[1];
        again[0] = repeated(block -> {
            if (left.decrementAndGet() > 0) {
                again[0].submit();
            }
        });
        again[0].submit();
        assertEquals(0, left.get());
        assertTrue(again[0].isDone());
        assertTrue(driver.slots().count() < 5, driver.slots().count() + " slots");
    }

    @Test
    void itUsesTheSameSlotsHoweverOftenItIsSent() throws Exception {
        for (int i = 0; i < 100; i++) {
            request.submit();
            request.cancel();
            next();
        }
        assertTrue(driver.slots().count() < 5, driver.slots().count() + " slots");
    }

    @Test
    void closingTheHandleCancelsItAndGivesItsSlotsBack() throws Exception {
        request.submit();
        pin.close();
        assertOutcome(NtStatus.CANCELLED, 0, next());
        assertThrows(KsClosedException.class, request::submit);
        assertTrue(request.isDone());
        assertTrue(Stub.soon(() -> driver.slots().submissions().isEmpty()));
    }

    @Test
    void itNeedsTheRightAccess() throws Exception {
        pin.close();
        Handle readable = filter.create(KsObjectType.PIN, Stub.sink(), Driver.GENERIC_READ);
        readable.repeatedRequest(Stub.IOCTL_KS_WRITE_STREAM, null, 0, frame, 56, told::add)
                .submit();
        assertOutcome(NtStatus.ACCESS_DENIED, 0, next());
    }

    @Test
    void lengthsAndBuffersAreLookedAtAtOnce() {
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> pin.repeatedRequest(Stub.IOCTL_KS_WRITE_STREAM, null, 0, frame, 57, told::add));
        assertThrows(
                IllegalArgumentException.class,
                () -> pin.repeatedRequest(Stub.IOCTL_KS_WRITE_STREAM, null, 0, KsBuffer.heap(56), 56, told::add));
    }

    @Test
    void framesThatAreTakenAtOnceMakeNoGarbage() {
        state(Stub.RUN);
        Handle.RepeatedRequest quiet = repeated(block -> {});
        assertEquals(0, allocatedPerFrame(quiet::submit));
    }

    @Test
    void framesOfTheLibraryMakeNoGarbage() {
        try (Ks ks = Ks.over(Stub.driver())) {
            KsPin sink = ks.filter(Stub.PATH).pinFactory(0).open(DataFormat.of(WaveFormat.pcm(48_000, 16, 2)));
            sink.state(KSSTATE.RUN);
            KsFrame one = sink.frame(64);
            assertEquals(0, allocatedPerFrame(() -> {
                sink.write(one);
                one.await();
            }));
        }
    }

    @Test
    void framesThatWaitMakeNoGarbageInAnyThread() {
        Thread main = Thread.currentThread();
        Handle.RepeatedRequest quiet = repeated(block -> LockSupport.unpark(main));
        assertEquals(0, allocatedPerFrame(() -> {
            quiet.submit();
            quiet.cancel();
            while (!quiet.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
        }));
    }

    /** In this thread and in the one that tells. */
    private static long allocatedPerFrame(Runnable once) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        once.run();
        long[] involved = Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread == Thread.currentThread() || thread.getName().equals("ks4j-completions"))
                .mapToLong(Thread::getId)
                .toArray();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long[] before = threads.getThreadAllocatedBytes(involved);
            for (int i = 0; i < 10_000; i++) {
                once.run();
            }
            allocated = Math.min(allocated, grown(before, threads.getThreadAllocatedBytes(involved)));
        }
        return allocated / 10_000;
    }

    /** By how much values have grown; those of a thread that has ended meanwhile, as one of a former test may, have not. */
    private static long grown(long[] before, long[] after) {
        long grown = 0;
        for (int i = 0; i < before.length; i++) {
            grown += Math.max(0, after[i] - before[i]);
        }
        return grown;
    }

    @Test
    void cancellingAndStoppingRaceWithSendingWithoutLosingOrDoublingAny() throws Exception {
        int count = 20_000;
        AtomicInteger ended = new AtomicInteger();
        Map<NtStatus, AtomicInteger> statuses =
                Map.of(NtStatus.SUCCESS, new AtomicInteger(), NtStatus.CANCELLED, new AtomicInteger());
        Handle.RepeatedRequest one = repeated(block -> {
            statuses.get(IoStatusBlock.status(block)).incrementAndGet();
            ended.incrementAndGet();
        });
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                one.submit();
                while (!one.isDone()) {
                    one.cancel();
                }
            }
        });
        CompletableFuture<Void> states = CompletableFuture.runAsync(() -> {
            while (!sender.isDone()) {
                state(Stub.RUN);
                state(Stub.STOP);
            }
        });
        CompletableFuture.allOf(sender, states).get(25, TimeUnit.SECONDS);
        pin.close();
        assertTrue(Stub.soon(() -> ended.get() == count), ended + " of " + count);
        assertTrue(Stub.soon(() -> driver.slots().submissions().isEmpty()));
    }

    @Test
    void closingRacesWithSendingWithoutLosingOrDoublingAny() throws Exception {
        for (int round = 0; round < 300; round++) {
            Handle contested = driver.open(Stub.PATH, 0);
            AtomicInteger ended = new AtomicInteger();
            AtomicInteger sent = new AtomicInteger();
            Handle.RepeatedRequest never = contested.repeatedRequest(
                    Stub.IOCTL_KS_PROPERTY,
                    Stub.get(driver, Stub.NEVER),
                    24,
                    driver.allocate(4),
                    4,
                    block -> ended.incrementAndGet());
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                try {
                    while (true) {
                        never.submit();
                        sent.incrementAndGet();
                        never.cancel();
                        while (!never.isDone()) {
                            Thread.onSpinWait();
                        }
                    }
                } catch (KsClosedException e) {
                    assertTrue(never.isDone());
                }
            });
            contested.close();
            sender.get(20, TimeUnit.SECONDS);
            // It can be sent again a moment before its end is told.
            assertTrue(Stub.soon(() -> ended.get() == sent.get()), ended + " of " + sent);
        }
    }
}

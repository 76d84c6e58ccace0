package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are not waited for: who is told what, where, and what becomes of their slots. */
@StubLibrary
@Timeout(30)
class SubmissionTest {
    private static final int AGAIN = 100_000;
    private static final int MANY = 100;

    private final Win32Driver driver = Stub.driver();
    private final Handle filter = Stub.filter(driver);
    private final KsBuffer reply = driver.allocate(64);

    @AfterEach
    void close() {
        driver.close();
    }

    private Handle.PendingRequest submit(int id, int length, Handle.Completion completion) {
        return filter.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, id), 24, reply, length, completion);
    }

    private boolean slotsAreBack() throws InterruptedException {
        return Stub.soon(() -> driver.slots().submissions().isEmpty());
    }

    @Test
    void whatSucceedsAtOnceIsToldBeforeSubmitReturns() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            Outcomes outcomes = new Outcomes();
            assertTrue(submit(Stub.ANSWER, 4, outcomes).isDone());
            assertEquals(Thread.currentThread(), outcomes.thread());
        }
        assertTrue(slotsAreBack());
    }

    @Test
    void whatIsRefusedAtOnceGivesItsSlotBack() throws Exception {
        for (int i = 0; i < 100; i++) {
            Outcomes outcomes = new Outcomes();
            submit(4711, 4, outcomes);
            assertOutcome(NtStatus.NOT_FOUND, 0, outcomes.await());
        }
        assertTrue(slotsAreBack());
    }

    @Test
    void aWarningAtOnceIsToldWithItsSizeAndGivesItsSlotBack() throws Exception {
        for (int i = 0; i < 100; i++) {
            Outcomes outcomes = new Outcomes();
            submit(Stub.NAME, 0, outcomes);
            assertOutcome(NtStatus.BUFFER_OVERFLOW, 20, outcomes.await());
        }
        assertTrue(slotsAreBack());
    }

    @Test
    void aPacketOfNoRequestIsPassedOver() throws Exception {
        Outcomes outcomes = new Outcomes();
        submit(Stub.NEVER, 4, outcomes);
        long overlapped = driver.slots().submissions().get(0).slot().overlapped();
        Kernel32.PostQueuedCompletionStatus(driver.port().value(), 4, 1, overlapped);
        Kernel32.PostQueuedCompletionStatus(driver.port().value(), 4, 1, 4711);
        Outcomes later = new Outcomes();
        submit(Stub.SLOW, 4, later);
        assertOutcome(NtStatus.SUCCESS, 4, later.await());
        assertEquals(0, outcomes.count());
    }

    @Test
    void aPacketThatComesBeforeTheRequestIsSentIsPassedOver() {
        Outcomes outcomes = new Outcomes();
        Submission submission = submission(outcomes);
        driver.port().expect(submission);
        submission.arrived();
        submission.discard();
        assertEquals(0, outcomes.count());
    }

    private Submission submission(Handle.Completion completion) {
        return new Submission(
                (Win32Handle) filter,
                Stub.IOCTL_KS_PROPERTY,
                Stub.get(driver, Stub.ANSWER),
                24,
                reply,
                4,
                completion,
                null);
    }

    @Test
    void completionsThatSubmitAgainKeepTheStackFlat() throws Exception {
        AtomicInteger left = new AtomicInteger(AGAIN);
        int[] depths = new int[2];
        KsBuffer request = Stub.get(driver, Stub.ANSWER);
        Handle.Completion again = new Handle.Completion() {
            @Override
            public void completed(long ioStatusBlock) {
                int now = left.decrementAndGet();
                if (now == AGAIN - 10) {
                    depths[0] = Thread.currentThread().getStackTrace().length;
                } else if (now == 0) {
                    depths[1] = Thread.currentThread().getStackTrace().length;
                    return;
                }
                filter.submit(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4, this);
            }
        };
        filter.submit(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4, again);
        assertEquals(0, left.get());
        assertEquals(depths[0], depths[1], "frames on the stack");
        assertTrue(slotsAreBack());
        assertTrue(driver.slots().count() < 5, driver.slots().count() + " slots");
    }

    @Test
    void aRequestOfACompletionThatEndsAtOnceIsToldAfterIt() {
        StringBuilder order = new StringBuilder();
        submit(Stub.ANSWER, 4, outcome -> {
            order.append("begin ");
            submit(Stub.ANSWER, 4, inner -> order.append("inner "));
            order.append("end ");
        });
        assertEquals("begin end inner ", order.toString());
    }

    @Test
    void aCompletionInTheCallingThreadMayCloseTheDriver() {
        Thread caller = Thread.currentThread();
        List<String> complaints = new ArrayList<>();
        Logger logger = Logger.getLogger(CompletionPort.class.getName());
        Handler listening = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                if (Thread.currentThread() == caller) {
                    complaints.add(entry.getMessage());
                }
            }
        };
        logger.addHandler(listening);
        try {
            submit(Stub.ANSWER, 4, outcome -> driver.close());
        } finally {
            logger.removeHandler(listening);
        }
        assertEquals(List.of(), complaints, "after it has waited for its own end");
    }

    @Test
    void anExecutorTellsInAThreadOfItsOwnWhereverTheRequestEnds() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "the user's"));
        try {
            for (int id : new int[] {Stub.ANSWER, Stub.SLOW}) {
                Outcomes outcomes = new Outcomes();
                submit(id, 4, outcomes.on(executor));
                assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
                assertEquals("the user's", outcomes.thread().getName());
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aBlockedExecutorDoesNotKeepOthersFromBeingTold() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CountDownLatch blocked = new CountDownLatch(1);
        try {
            Handle.Completion blocking = outcome -> {
                try {
                    blocked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            submit(Stub.SLOW, 4, blocking.on(executor));
            Outcomes outcomes = new Outcomes();
            submit(Stub.SLOW, 4, outcomes);
            assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
        } finally {
            blocked.countDown();
            executor.shutdown();
        }
    }

    @Test
    void whatACompletionInterruptsIsNotTheNextOne() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        submit(Stub.SLOW, 4, outcome -> Thread.currentThread().interrupt());
        submit(Stub.SLOW, 4, outcome -> interrupted.complete(Thread.interrupted()));
        assertFalse(interrupted.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aCompletionWhoseFaultCannotBeReportedDoesNotKeepOthersFromBeingTold() throws Exception {
        Logger logger = Logger.getLogger(Submission.class.getName());
        Handler full = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                throw new IllegalStateException("no room for the log");
            }
        };
        logger.addHandler(full);
        try {
            submit(Stub.SLOW, 4, outcome -> {
                throw new IllegalStateException("the completion's own fault");
            });
            Outcomes outcomes = new Outcomes();
            submit(Stub.SLOW, 4, outcomes);
            assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
        } finally {
            logger.removeHandler(full);
        }
    }

    @Test
    void aPortWhoseThreadCannotBeStartedLeavesNothing() throws Exception {
        int before = Stub.objects();
        ThreadFactory exhausted = work -> new Thread(work) {
            @Override
            public void start() {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        for (int i = 0; i < MANY; i++) {
            KsException e = assertThrows(KsException.class, () -> new CompletionPort(driver.slots(), exhausted));
            assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
        }
        // What former tests have left to their threads may be made and closed meanwhile.
        assertTrue(Stub.soon(() -> Stub.objects() <= before));
    }

    @Test
    void whatIsPendingFailsWithTheThreadThatTells() throws Exception {
        Outcomes first = new Outcomes();
        Outcomes second = new Outcomes();
        submit(Stub.NEVER, 4, first);
        submit(Stub.NEVER, 4, second);
        Kernel32.CloseHandle(driver.port().value());
        assertOutcome(NtStatus.UNSUCCESSFUL, 0, first.await());
        assertOutcome(NtStatus.UNSUCCESSFUL, 0, second.await());
    }

    @Test
    void withoutTheThreadThatTellsSubmissionsAreRefusedAndCallsStillWork() throws Exception {
        Outcomes outcomes = new Outcomes();
        submit(Stub.NEVER, 4, outcomes);
        Kernel32.CloseHandle(driver.port().value());
        outcomes.await();
        AtomicInteger told = new AtomicInteger();
        KsException e =
                assertThrows(KsException.class, () -> submit(Stub.ANSWER, 4, outcome -> told.incrementAndGet()));
        assertTrue(e.getMessage().contains("completion port has failed"), e.getMessage());
        assertEquals(0, told.get());
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER);
                KsBuffer own = driver.allocate(4)) {
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, own, 4));
        }
    }

    @Test
    void memoryOfWhatFailedWithTheThreadIsNotUsedAgain() throws Exception {
        Outcomes outcomes = new Outcomes();
        KsBuffer own = driver.allocate(4);
        filter.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, Stub.NEVER), 24, own, 4, outcomes);
        Kernel32.CloseHandle(driver.port().value());
        outcomes.await();
        own.close();
        assertFalse(own.address() == driver.allocate(4).address());
    }

    @Test
    void memoryThatAFrameWhichFailedWithTheThreadPointsToIsNotUsedAgain() throws Exception {
        KsBuffer header = driver.allocate(56);
        KsBuffer data = driver.allocate(4096);
        try (KsBuffer whole = Stub.frame(driver, 1000)) {
            header.bytes().put(0, whole.bytes(), 0, 56);
        }
        KSSTREAM_HEADER.Data.write(driver.abi(), header.bytes(), 0, data.address());
        Outcomes outcomes = new Outcomes();
        Stub.pin(filter).submit(Stub.IOCTL_KS_WRITE_STREAM, null, 0, header, 56, outcomes);
        Kernel32.CloseHandle(driver.port().value());
        outcomes.await();
        data.close();
        assertNotEquals(data.address(), driver.allocate(4096).address());
    }

    /** As one that is sent again and again is, between two times. */
    @Test
    void aSubmissionThatIsNotUnderWayDoesNotFailWithTheThread() {
        Outcomes outcomes = new Outcomes();
        Submission submission = submission(outcomes);
        submission.abandon(IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0));
        assertEquals(0, outcomes.count());
        ((Win32Handle) filter).send(submission);
        assertEquals(1, outcomes.count());
    }

    @Test
    void submissionsRaceWithTheFailureOfTheThreadWithoutLosingAny() throws Exception {
        AtomicInteger told = new AtomicInteger();
        int sent = 0;
        CountDownLatch begun = new CountDownLatch(1);
        Thread breaking = new Thread(() -> {
            try {
                begun.await();
                Kernel32.CloseHandle(driver.port().value());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        breaking.start();
        try {
            for (int i = 0; i < 100_000; i++) {
                submit(Stub.NEVER, 4, outcome -> {
                    assertEquals(NtStatus.UNSUCCESSFUL, IoStatusBlock.status(outcome));
                    told.incrementAndGet();
                });
                sent++;
                begun.countDown();
            }
        } catch (KsException e) {
            assertEquals(NtStatus.UNSUCCESSFUL, e.status());
        }
        breaking.join(TimeUnit.SECONDS.toMillis(10));
        int expected = sent;
        assertTrue(Stub.soon(() -> told.get() == expected), told + " told of " + sent);
    }
}

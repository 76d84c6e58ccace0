package io.github.ks4j.kernel;

import static io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION.KsListEntryHead;
import static io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION.KsListEntryTail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are cancelled while the driver does something with them: each ends once. */
@Timeout(60)
class CancelRaceTest {
    private final Logger logger = Logger.getLogger(Irp.class.getPackageName());
    private final Level level = logger.getLevel();
    private static final int ROUNDS = 300;
    private static final int REQUESTS = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final KsCancelableQueue one = new KsCancelableQueue();
    private final KsCancelableQueue two = new KsCancelableQueue();
    private final Random seeds = new Random(11);

    @BeforeEach
    void expectDiagnostics() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        logger.setLevel(level);
        threads.shutdownNow();
    }

    /** What a thread of the driver does to a queue, once. */
    private interface Step {
        void run(Random random);
    }

    /** Runs steps beside threads that add all the requests and cancel all the requests. */
    private void race(Step... steps) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            AtomicIntegerArray ends = new AtomicIntegerArray(REQUESTS);
            List<Irp> irps = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                irps.add(irp((irp, block) -> ends.incrementAndGet(number)));
            }
            List<Callable<Void>> tasks = new ArrayList<>();
            tasks.add(() -> {
                irps.forEach(irp -> one.add(irp, KsListEntryTail, null));
                return null;
            });
            tasks.add(() -> {
                irps.forEach(Irp::cancel);
                return null;
            });
            for (Step step : steps) {
                Random random = new Random(seeds.nextLong());
                tasks.add(() -> {
                    for (int i = 0; i < REQUESTS; i++) {
                        step.run(random);
                    }
                    return null;
                });
            }
            runTogether(tasks);
            // Whatever was added or released after its cancel has been cancelled then.
            assertNull(one.head());
            assertNull(two.head());
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(1, ends.get(i), "ends of request " + i);
            }
        }
    }

    private static Irp irp(Irp.Completion told) {
        return new Irp().initialize(new FileObject(null), new TestMemory(), 0x2F8013, 0, 0, 0, 0, false, told);
    }

    private void runTogether(List<Callable<Void>> tasks) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(tasks.size());
        List<Future<?>> running = new ArrayList<>();
        for (Callable<Void> task : tasks) {
            running.add(threads.submit(() -> {
                barrier.await();
                return task.call();
            }));
        }
        for (Future<?> future : running) {
            future.get(30, TimeUnit.SECONDS);
        }
    }

    private static KSLIST_ENTRY_LOCATION end(Random random) {
        return random.nextBoolean() ? KsListEntryHead : KsListEntryTail;
    }

    private static Step removes(KsCancelableQueue queue) {
        return random -> {
            Irp irp = queue.remove(end(random), KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove);
            if (irp != null) {
                irp.complete(NtStatus.SUCCESS);
            }
        };
    }

    private static Step acquiresAndReleases(KsCancelableQueue queue) {
        return random -> {
            Irp irp = queue.remove(end(random), KSIRP_REMOVAL_OPERATION.KsAcquireOnly);
            if (irp != null) {
                KsCancelableQueue.release(irp, null);
            }
        };
    }

    private static Step acquiresAndCompletes(KsCancelableQueue queue) {
        return random -> {
            Irp irp = queue.remove(end(random), KSIRP_REMOVAL_OPERATION.KsAcquireOnly);
            if (irp != null) {
                KsCancelableQueue.removeSpecific(irp);
                irp.complete(NtStatus.SUCCESS);
            }
        };
    }

    private static Step moves(KsCancelableQueue from, KsCancelableQueue to) {
        return random -> {
            int[] left = {random.nextInt(10)};
            from.move(to, end(random), irp -> left[0]-- > 0 ? NtStatus.SUCCESS : NtStatus.NO_MATCH);
        };
    }

    @Test
    void withRemovals() throws Exception {
        race(removes(one), removes(one));
    }

    @Test
    void withReleases() throws Exception {
        race(acquiresAndReleases(one), acquiresAndCompletes(one));
    }

    @Test
    void withMovesBothWays() throws Exception {
        race(moves(one, two), moves(two, one));
    }

    @Test
    void withEverythingAtOnce() throws Exception {
        race(
                moves(one, two),
                moves(two, one),
                acquiresAndReleases(one),
                acquiresAndReleases(two),
                removes(two),
                random -> one.cancelIo());
    }

    /** Starts to cancel a request, and returns when the canceller waits for the lock. */
    private Future<?> cancelUnder(ReentrantLock lock, Irp irp) {
        Future<?> canceller = threads.submit(irp::cancel);
        while (!lock.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        return canceller;
    }

    @Test
    void aRequestWhoseCancellerWaitsForTheLockCannotBeAcquired() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        KsCancelableQueue queue = new KsCancelableQueue(lock);
        List<Long> told = new ArrayList<>();
        Irp irp = irp((over, block) -> told.add(block));
        lock.lock();
        queue.add(irp, KsListEntryTail, null);
        Future<?> canceller = cancelUnder(lock, irp);
        assertNull(queue.remove(KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove));
        lock.unlock();
        canceller.get(30, TimeUnit.SECONDS);
        assertEquals(List.of(IoStatusBlock.of(NtStatus.CANCELLED, 0)), told);
        assertNull(queue.head());
    }

    @Test
    void aRequestThatIsMovedAwayFromItsCancellerIsFoundAgain() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        KsCancelableQueue from = new KsCancelableQueue(lock);
        Irp stays = irp((over, block) -> {});
        Irp moves = irp((over, block) -> {});
        two.add(stays, KsListEntryTail, null);
        from.add(moves, KsListEntryTail, null);
        List<Future<?>> canceller = new ArrayList<>();
        from.move(two, KsListEntryHead, irp -> {
            if (irp != null) {
                canceller.add(cancelUnder(lock, irp));
            }
            return NtStatus.SUCCESS;
        });
        canceller.get(0).get(30, TimeUnit.SECONDS);
        assertNull(from.remove(KsListEntryTail, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove));
        assertSame(stays, two.remove(KsListEntryTail, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove));
        assertNull(two.head());
    }

    @Test
    void aDriverThatCompletesWithoutDisarmingHurtsItselfAlone() throws Exception {
        for (int round = 0; round < 20_000; round++) {
            AtomicIntegerArray ends = new AtomicIntegerArray(1);
            Irp irp = irp((over, block) -> ends.incrementAndGet(0));
            irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
            runTogether(List.of(
                    () -> {
                        irp.cancel();
                        return null;
                    },
                    () -> {
                        try {
                            irp.complete(NtStatus.SUCCESS);
                        } catch (IllegalStateException e) {
                            assertTrue(irp.isCancelled());
                        }
                        return null;
                    }));
            assertEquals(1, ends.get(0));
        }
    }
}

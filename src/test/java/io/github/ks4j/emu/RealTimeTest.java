package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.kernel.KsTimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RealTimeTest {
    private final KsTimeSource time = new RealTime();

    private Thread threadOfATimer() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        time.timer(() -> thread.complete(Thread.currentThread())).set(time.now());
        return thread.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void aTimerDoesNotExpireBeforeItsTime() {
        CompletableFuture<Long> expired = new CompletableFuture<>();
        long due = time.now() + 2 * KsTimeSource.MILLISECOND;
        time.timer(() -> expired.complete(time.now())).set(due);
        assertTrue(expired.orTimeout(10, TimeUnit.SECONDS).join() >= due);
    }

    @Test
    void oneThreadServesAllTimers() {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();
        // Which keeps the thread, however late the second one is set.
        time.timer(() -> {}).set(time.now() + 20 * KsTimeSource.SECOND);
        long due = time.now() + 10 * KsTimeSource.MILLISECOND;
        time.timer(() -> first.complete(Thread.currentThread())).set(due);
        time.timer(() -> second.complete(Thread.currentThread())).set(due);
        assertSame(
                first.orTimeout(10, TimeUnit.SECONDS).join(),
                second.orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    void theThreadDoesNotKeepTheProcessAlive() {
        assertTrue(threadOfATimer().isDaemon());
    }

    @Test
    void theThreadEndsWhenNothingIsToBeDone() throws InterruptedException {
        Thread thread = threadOfATimer();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertEquals(Thread.State.TERMINATED, thread.getState());
    }

    @Test
    void anEarlierTimerDoesNotWaitForALaterOne() throws InterruptedException {
        CountDownLatch early = new CountDownLatch(1);
        var late = time.timer(() -> {});
        late.set(time.now() + 3600 * KsTimeSource.SECOND);
        time.timer(early::countDown).set(time.now());
        assertTrue(early.await(10, TimeUnit.SECONDS));
        late.cancel();
    }

    @Test
    void aTimerThatFailsDoesNotStopTheOthers() {
        time.timer(() -> {
                    throw new AssertionError("on purpose");
                })
                .set(time.now());
        assertTrue(threadOfATimer().isDaemon());
    }

    @Test
    void aTimerOfTheFarFutureIsWaitedForAsLongAsCanBe() {
        assertEquals(Long.MAX_VALUE / 100 * 100, RealTime.nanosUntil(Long.MAX_VALUE - 1, 0));
    }
}

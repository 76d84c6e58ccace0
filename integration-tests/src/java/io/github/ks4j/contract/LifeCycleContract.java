package io.github.ks4j.contract;

import static io.github.ks4j.contract.Requests.head;
import static io.github.ks4j.contract.Requests.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Finding, opening, waiting, cancelling and closing. */
abstract class LifeCycleContract extends DriverContract {
    @Test
    void aFilterIsFoundUnderItsCategory() {
        assertEquals(
                List.of(StubFilter.PATH),
                driver().enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::path)
                        .toList());
    }

    @Test
    void nothingIsFoundUnderAnotherCategory() {
        assertEquals(List.of(), driver().enumerate(new Guid(1, 2)));
    }

    @Test
    void aPathThatIsNotThereIsADeviceThatIsGone() {
        assertThrows(KsDisconnectedException.class, () -> driver().open("\\\\?\\ks4j#nothing", Driver.GENERIC_READ));
    }

    @Test
    void aPathIsNotCutAtANul() {
        assertThrows(IllegalArgumentException.class, () -> driver().open(StubFilter.PATH + "\0x", 0));
    }

    @Test
    void noCategoryIsNotAnEmptyOne() {
        assertThrows(NullPointerException.class, () -> driver().enumerate(null));
    }

    @Test
    void everyOpenOfAFilterHasAStateOfItsOwn() {
        byte[] set = head(StubFilter.PROPERTIES, StubFilter.LEVEL, KSPROPERTY_TYPE.SET);
        byte[] get = head(StubFilter.PROPERTIES, StubFilter.LEVEL, KSPROPERTY_TYPE.GET);
        filter().property(set, ints(55)).succeeds();
        try (Handle second = driver().open(StubFilter.PATH, Driver.GENERIC_READ)) {
            new Requests(second).property(get, 4).succeedsWith(0);
        }
        filter().property(get, 4).succeedsWith(55);
    }

    @Test
    void aBufferThatIsClosedIsRefused() {
        byte[] head = head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET);
        KsBuffer request = driver().allocate(head.length);
        request.close();
        assertThrows(
                IllegalArgumentException.class,
                () -> handle().control(IOCTL_KS.PROPERTY, request, head.length, null, 0));
    }

    @Test
    void aRequestThatTakesItsTimeIsWaitedFor() {
        filter().property(head(StubFilter.PROPERTIES, StubFilter.SLOW, KSPROPERTY_TYPE.GET), 4)
                .succeedsWith(7);
    }

    @Test
    void aRequestThatIsNotWaitedForTellsItsEnd() throws Exception {
        try (SubmittedGet request = new SubmittedGet(handle(), StubFilter.SLOW)) {
            long block = request.outcome();
            assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 4), block);
            assertEquals(7, request.value());
        }
    }

    @Test
    void aRequestThatIsCancelledTellsSo() throws Exception {
        try (SubmittedGet request = new SubmittedGet(handle(), StubFilter.NEVER)) {
            request.cancel();
            long block = request.outcome();
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(block));
        }
    }

    @Test
    void anInterruptCancelsTheRequestAndStaysSet() {
        Thread.currentThread().interrupt();
        assertThrows(
                KsCancelledException.class,
                () -> filter().property(head(StubFilter.PROPERTIES, StubFilter.NEVER, KSPROPERTY_TYPE.GET), 4));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anInterruptedThreadStillHasWhatIsAnsweredAtOnce() {
        Thread.currentThread().interrupt();
        filter().property(head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 4)
                .succeedsWith(42);
        assertTrue(Thread.interrupted());
    }

    @Test
    void aDeadlineOfItsOwnEndsARequest() {
        byte[] head = head(StubFilter.PROPERTIES, StubFilter.NEVER, KSPROPERTY_TYPE.GET);
        try (KsBuffer request = driver().allocate(head.length);
                KsBuffer reply = driver().allocate(4)) {
            request.bytes().put(0, head);
            assertThrows(
                    KsTimeoutException.class,
                    () -> handle().control(IOCTL_KS.PROPERTY, request, head.length, reply, 4, Duration.ofMillis(20)));
        }
    }

    @Test
    void aRequestThatFailsAtOnceTellsSoToo() throws Exception {
        try (SubmittedGet request = new SubmittedGet(handle(), 4711)) {
            assertEquals(NtStatus.NOT_FOUND, IoStatusBlock.status(request.outcome()));
        }
    }

    @Test
    void closingCancelsWhatIsPending() throws Exception {
        try (SubmittedGet request = new SubmittedGet(handle(), StubFilter.NEVER)) {
            handle().close();
            long block = request.outcome();
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(block));
        }
    }

    @Test
    void aClosedHandleRefusesRequests() {
        handle().close();
        handle().close();
        assertThrows(
                KsClosedException.class,
                () -> filter().property(head(StubFilter.PROPERTIES, StubFilter.ANSWER, KSPROPERTY_TYPE.GET), 4));
    }

    @Test
    void closingTheDriverClosesItsHandles() {
        driver().close();
        assertThrows(KsClosedException.class, () -> handle().control(IOCTL_KS.PROPERTY, null, 0, null, 0));
    }

    @Test
    void closingDuringCallsEndsThemAndHangsNobody() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch started = new CountDownLatch(4);
            List<Future<NtStatus>> calls = List.of(
                    threads.submit(() -> neverEnding(started)),
                    threads.submit(() -> neverEnding(started)),
                    threads.submit(() -> neverEnding(started)),
                    threads.submit(() -> neverEnding(started)));
            assertTrue(started.await(30, TimeUnit.SECONDS));
            handle().close();
            for (Future<NtStatus> call : calls) {
                assertEquals(NtStatus.CANCELLED, call.get(30, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits for a request that never ends by itself; a thread that comes too late counts as cancelled. */
    private NtStatus neverEnding(CountDownLatch started) {
        started.countDown();
        try {
            return filter().property(head(StubFilter.PROPERTIES, StubFilter.NEVER, KSPROPERTY_TYPE.GET), 4)
                    .status();
        } catch (KsClosedException late) {
            return NtStatus.CANCELLED;
        }
    }
}

package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that take their time, or for ever. */
@StubLibrary
@Timeout(30)
class PendingTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Win32Driver driver;
    private Handle filter;
    private KsBuffer never;
    private KsBuffer reply;

    @BeforeEach
    void open() {
        use(Duration.ofMillis(200), Stub.PATH);
    }

    private void use(Duration timeout, String path) {
        driver = Stub.driver(timeout);
        filter = driver.open(path, 0);
        never = Stub.get(driver, Stub.NEVER);
        reply = driver.allocate(4);
    }

    /** With the usual, long deadline. */
    private void usePatiently() {
        driver.close();
        use(Duration.ofSeconds(60), Stub.PATH);
    }

    private void useHung() {
        driver.close();
        use(Duration.ofMillis(50), Stub.HUNG);
    }

    @AfterEach
    void close() throws InterruptedException {
        driver.close();
        threads.shutdownNow();
        Stub.giveBack();
        assertTrue(Stub.soon(() -> driver.slots().count() == 0), "slots are left");
    }

    private long waitForNever() {
        return filter.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4);
    }

    private Handle.PendingRequest submit(int id, Handle.Completion completion) {
        return filter.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, id), 24, reply, 4, completion);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCallWaitsForItsRequest() {
        usePatiently();
        try (KsBuffer slow = Stub.get(driver, Stub.SLOW)) {
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, slow, 24, reply, 4));
        }
        assertEquals(7, reply.bytes().getInt(0));
    }

    @Test
    void aCallGivesUpAtItsDeadline() {
        long begin = System.nanoTime();
        KsTimeoutException e = assertThrows(KsTimeoutException.class, this::waitForNever);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(millis >= 200, millis + " ms");
        assertTrue(e.getMessage().contains("not complete after 200 ms"), e.getMessage());
        assertTrue(e.getMessage().contains("item 6") && e.getMessage().contains(Stub.PATH), e.getMessage());
    }

    @Test
    void aRequestWithoutTimeIsCancelledUnlessItCompletesAtOnce() {
        usePatiently();
        assertThrows(
                KsTimeoutException.class,
                () -> filter.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, Duration.ZERO));
        try (KsBuffer answer = Stub.get(driver, Stub.ANSWER)) {
            assertOutcome(
                    NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, answer, 24, reply, 4, Duration.ZERO));
        }
    }

    @Test
    void aDeadlineBeforeAllTimeHasPassed() {
        usePatiently();
        assertThrows(
                KsTimeoutException.class,
                () -> filter.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, Duration.ofSeconds(Long.MIN_VALUE)));
    }

    @Test
    void aRequestWithoutADeadlineOutlivesTheDrivers() {
        driver.close();
        use(Duration.ofMillis(1), Stub.PATH);
        assertThrows(KsTimeoutException.class, this::waitForNever);
        try (KsBuffer slow = Stub.get(driver, Stub.SLOW)) {
            assertOutcome(
                    NtStatus.SUCCESS,
                    4,
                    filter.control(Stub.IOCTL_KS_PROPERTY, slow, 24, reply, 4, Handle.NO_DEADLINE));
        }
    }

    @Test
    void aDriverMayHaveNoDeadline() {
        driver.close();
        use(Duration.ZERO, Stub.PATH);
        try (KsBuffer slow = Stub.get(driver, Stub.SLOW)) {
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, slow, 24, reply, 4));
        }
    }

    @Test
    void aRequestThatComesBackWhenCancelledIsNotParked() {
        assertThrows(KsTimeoutException.class, this::waitForNever);
        assertEquals(0, driver.parkedRequests());
    }

    @Test
    void aRequestThatDoesNotComeBackIsParkedUntilItDoes() throws Exception {
        useHung();
        assertThrows(KsTimeoutException.class, this::waitForNever);
        assertEquals(1, driver.parkedRequests());
        Stub.giveBack();
        assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "parked for ever");
    }

    @Test
    void memoryOfAParkedRequestIsNotUsedAgain() {
        useHung();
        assertThrows(KsTimeoutException.class, this::waitForNever);
        long address = reply.address();
        reply.close();
        try (KsBuffer other = driver.allocate(4)) {
            assertNotEquals(address, other.address());
        }
    }

    @Test
    void memoryOfACallThatIsUnderWayIsNotUsedAgain() throws Exception {
        usePatiently();
        threads.submit(this::waitForNever);
        assertTrue(Stub.soon(() -> driver.slots().touches(reply.address(), 4)), "never asked");
        long address = reply.address();
        reply.close();
        assertNotEquals(address, driver.allocate(4).address());
    }

    @Test
    void aHandleWithAParkedRequestStillWorks() {
        useHung();
        assertThrows(KsTimeoutException.class, this::waitForNever);
        try (KsBuffer answer = Stub.get(driver, Stub.ANSWER);
                KsBuffer four = driver.allocate(4)) {
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, answer, 24, four, 4));
        }
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws Exception {
        usePatiently();
        CountDownLatch begun = new CountDownLatch(1);
        Thread[] caller = new Thread[1];
        Future<Boolean> interrupted = threads.submit(() -> {
            caller[0] = Thread.currentThread();
            begun.countDown();
            assertThrows(KsCancelledException.class, this::waitForNever);
            return Thread.currentThread().isInterrupted();
        });
        begun.await();
        assertTrue(Stub.soon(() -> driver.slots().touches(reply.address(), 4)), "never asked");
        caller[0].interrupt();
        assertTrue(interrupted.get(20, TimeUnit.SECONDS));
        assertEquals(0, driver.parkedRequests());
    }

    @Test
    void anInterruptedThreadCanStillMakeCallsThatCompleteAtOnce() {
        Thread.currentThread().interrupt();
        try (KsBuffer answer = Stub.get(driver, Stub.ANSWER)) {
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, answer, 24, reply, 4));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void closingEndsTheCallsInsideAndDoesNotWaitForThem() throws Exception {
        usePatiently();
        List<Future<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            KsBuffer own = driver.allocate(4);
            calls.add(threads.submit(() -> filter.control(Stub.IOCTL_KS_PROPERTY, never, 24, own, 4)));
            assertTrue(Stub.soon(() -> driver.slots().touches(own.address(), 4)), "never asked");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), filter::close);
        for (Future<Long> call : calls) {
            assertEquals(NtStatus.CANCELLED, IoStatusBlock.status(call.get(20, TimeUnit.SECONDS)));
        }
    }

    @Test
    void closingRacesWithCallsWithoutHangingOrLeaking() throws Exception {
        usePatiently();
        for (int round = 0; round < 100; round++) {
            Handle contested = driver.open(Stub.PATH, 0);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int id = i % 2 == 0 ? Stub.NEVER : Stub.ANSWER;
                calls.add(threads.submit(() -> {
                    KsBuffer request = Stub.get(driver, id);
                    KsBuffer own = driver.allocate(4);
                    while (true) {
                        contested.control(Stub.IOCTL_KS_PROPERTY, request, 24, own, 4);
                    }
                }));
            }
            contested.close();
            for (Future<?> call : calls) {
                ExecutionException e = assertThrows(ExecutionException.class, () -> call.get(20, TimeUnit.SECONDS));
                assertSame(KsClosedException.class, e.getCause().getClass());
            }
        }
        assertEquals(0, driver.parkedRequests());
    }

    @Test
    void memoryClosedInACompletionIsUsedAgain() throws Exception {
        KsBuffer own = driver.allocate(4);
        long address = own.address();
        CountDownLatch closed = new CountDownLatch(1);
        filter.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, Stub.SLOW), 24, own, 4, outcome -> {
            own.close();
            closed.countDown();
        });
        assertTrue(closed.await(20, TimeUnit.SECONDS));
        assertEquals(address, driver.allocate(4).address());
    }

    @Test
    void memoryClosedTooSoonIsNotUsedAgain() {
        KsBuffer own = driver.allocate(4);
        filter.submit(Stub.IOCTL_KS_PROPERTY, never, 24, own, 4, new Outcomes());
        own.close();
        assertNotEquals(own.address(), driver.allocate(4).address());
    }

    @Test
    void aClosedHandleRefuses() {
        filter.close();
        filter.close();
        assertThrows(KsClosedException.class, this::waitForNever);
        assertThrows(KsClosedException.class, () -> submit(Stub.ANSWER, new Outcomes()));
    }

    @Test
    void aSubmittedRequestIsToldOfInAThreadOfTheDrivers() throws Exception {
        Outcomes outcomes = new Outcomes();
        CountDownLatch looked = new CountDownLatch(1);
        Handle.PendingRequest pending = submit(Stub.SLOW, outcome -> {
            await(looked);
            outcomes.completed(outcome);
        });
        assertFalse(pending.isDone());
        looked.countDown();
        assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
        assertEquals(7, reply.bytes().getInt(0));
        assertEquals("ks4j-completions", outcomes.thread().getName());
        assertTrue(Stub.soon(pending::isDone));
    }

    @Test
    void aSubmittedRequestThatCompletesAtOnceIsToldOfInTheCallingThread() {
        Outcomes outcomes = new Outcomes();
        Handle.PendingRequest pending = submit(Stub.ANSWER, outcomes);
        assertTrue(pending.isDone());
        assertEquals(1, outcomes.count());
    }

    @Test
    void submittedRequestsAreToldOfOnceWhateverTheirEnd() throws Exception {
        List<Outcomes> all = new ArrayList<>();
        int[] ids = {Stub.ANSWER, Stub.NAME, 4711, Stub.SLOW};
        for (int i = 0; i < 400; i++) {
            Outcomes outcomes = new Outcomes();
            int id = ids[i % ids.length];
            filter.submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, id), 24, reply, id == Stub.NAME ? 0 : 4, outcomes);
            all.add(outcomes);
        }
        for (int i = 0; i < all.size(); i++) {
            NtStatus expected = switch (ids[i % ids.length]) {
                case Stub.NAME -> NtStatus.BUFFER_OVERFLOW;
                case 4711 -> NtStatus.NOT_FOUND;
                default -> NtStatus.SUCCESS;
            };
            assertEquals(expected, IoStatusBlock.status(all.get(i).await()));
        }
        driver.close();
        assertTrue(all.stream().allMatch(outcomes -> outcomes.count() == 1));
    }

    @Test
    void aSubmittedRequestCanBeCancelled() throws Exception {
        Outcomes outcomes = new Outcomes();
        Handle.PendingRequest pending = submit(Stub.NEVER, outcomes);
        pending.cancel();
        assertOutcome(NtStatus.CANCELLED, 0, outcomes.await());
        pending.cancel();
        assertEquals(1, outcomes.count());
    }

    @Test
    void closingCancelsWhatIsSubmitted() throws Exception {
        Outcomes outcomes = new Outcomes();
        submit(Stub.NEVER, outcomes);
        filter.close();
        assertOutcome(NtStatus.CANCELLED, 0, outcomes.await());
        assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "parked for ever");
    }

    @Test
    void closingTheDriverLeavesBehindWhatDoesNotComeBack() throws Exception {
        useHung();
        Outcomes outcomes = new Outcomes();
        submit(Stub.NEVER, outcomes);
        assertTimeoutPreemptively(Duration.ofSeconds(20), driver::close);
        assertEquals(1, driver.parkedRequests());
        Stub.giveBack();
        assertOutcome(NtStatus.CANCELLED, 0, outcomes.await());
        assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "parked for ever");
    }

    @Test
    void aCompletionThatThrowsDoesNotStopTheOthers() throws Exception {
        submit(Stub.SLOW, outcome -> {
            throw new IllegalStateException("the completion's own fault");
        });
        Outcomes outcomes = new Outcomes();
        submit(Stub.SLOW, outcomes);
        assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
    }

    @Test
    void aCompletionMayCloseTheDriver() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        submit(Stub.SLOW, outcome -> {
            driver.close();
            closed.countDown();
        });
        assertTrue(closed.await(20, TimeUnit.SECONDS));
    }
}

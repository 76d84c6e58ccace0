package io.github.ks4j.win32;

import static io.github.ks4j.win32.Outcomes.assertOutcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsBusyException;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers that misbehave, and what it costs: never more than the request. */
@StubLibrary
@Timeout(30)
class FaultTest {
    private static final KsIntProperty ANSWER = new KsIntProperty(
            KsSet.of("KSPROPSETID_Stub", Stub.PROPERTIES.toString()), Stub.ANSWER, "KSPROPERTY_STUB_ANSWER", "");
    private static final Duration SOON = Duration.ofMillis(20);

    private final int objectsBefore = Stub.objects();
    private final Win32Driver driver = Stub.driver();
    private KsBuffer never;
    private KsBuffer reply;

    @BeforeEach
    void allocate() {
        never = Stub.get(driver, Stub.NEVER);
        reply = driver.allocate(4);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private long control(Handle handle) {
        return handle.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, SOON);
    }

    private void assertNothingIsLeft() throws InterruptedException {
        driver.close();
        Stub.giveBack();
        // What former tests have left to their threads may be closed meanwhile.
        assertTrue(
                Stub.soon(() -> driver.slots().count() == 0 && Stub.objects() <= objectsBefore),
                () -> driver.slots().count() + " slots, " + (Stub.objects() - objectsBefore) + " objects");
    }

    @ParameterizedTest
    @ValueSource(strings = {Stub.HASTY, Stub.DEAF})
    void whatCompletesWhileItIsCancelledAtItsDeadlineIsComplete(String path) throws Exception {
        assertOutcome(NtStatus.SUCCESS, 4, control(driver.open(path, 0)));
        assertEquals(7, reply.bytes().getInt(0));
        assertEquals(0, driver.parkedRequests());
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {Stub.HASTY, Stub.DEAF})
    void whatCompletesWhileItIsCancelledByAnInterruptIsComplete(String path) throws Exception {
        Handle filter = driver.open(path, 0);
        Thread.currentThread().interrupt();
        try {
            assertOutcome(NtStatus.SUCCESS, 4, control(filter));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {Stub.HASTY, Stub.DEAF})
    void aSubmissionThatCompletesWhileItIsCancelledIsToldOfOnceAsComplete(String path) throws Exception {
        Outcomes outcomes = new Outcomes();
        driver.open(path, 0)
                .submit(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, outcomes)
                .cancel();
        assertOutcome(NtStatus.SUCCESS, 4, outcomes.await());
        assertNothingIsLeft();
        assertEquals(1, outcomes.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {Stub.HASTY, Stub.DEAF, Stub.STUBBORN})
    void aHandleThatIsClosedWithRequestsInFlightLeavesNothing(String path) throws Exception {
        Handle filter = driver.open(path, 0);
        Outcomes outcomes = new Outcomes();
        filter.submit(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, outcomes);
        filter.close();
        outcomes.await();
        assertNothingIsLeft();
    }

    @Test
    void whatIsInterruptedAndDoesNotComeBackIsParkedUntilItDoes() throws Exception {
        Handle filter = driver.open(Stub.HUNG, 0);
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> control(filter));
        assertTrue(Thread.interrupted());
        assertEquals(1, driver.parkedRequests());
        Stub.giveBack();
        assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "parked for ever");
        assertNothingIsLeft();
    }

    /** A handle that is closed has taken no memory over; this one has. */
    @Test
    void whatDoesNotComeBackWhenItsHandleIsClosedIsParkedAndSaysThatItWasCancelled() throws Exception {
        Handle filter = driver.open(Stub.HUNG, 0);
        CompletableFuture<Long> call = CompletableFuture.supplyAsync(
                () -> filter.control(Stub.IOCTL_KS_PROPERTY, never, 24, reply, 4, Handle.NO_DEADLINE));
        assertTrue(Stub.soon(() -> driver.slots().touches(reply.address(), 4)), "never asked");
        filter.close();
        ExecutionException e = assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
        assertSame(KsCancelledException.class, e.getCause().getClass());
        assertTrue(
                e.getCause().getMessage().contains("its memory is kept"),
                e.getCause().getMessage());
        assertEquals(1, driver.parkedRequests());
        assertNothingIsLeft();
    }

    @Test
    void aDeviceThatKeepsTooManyRequestsIsSentNoMoreUntilItGivesThemBack() throws Exception {
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 64; i++) {
                // Each through a handle of its own: opening the device anew is no way round it.
                Handle filter = driver.open(Stub.HUNG, 0);
                calls.add(CompletableFuture.runAsync(
                        () -> assertThrows(KsTimeoutException.class, () -> control(filter)), threads));
            }
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
        } finally {
            threads.shutdown();
        }
        Handle filter = driver.open(Stub.HUNG, 0);
        KsBusyException e = assertThrows(KsBusyException.class, () -> control(filter));
        assertTrue(e.getMessage().contains("64 requests"), e.getMessage());
        try (KsBuffer answer = Stub.get(driver, Stub.ANSWER)) {
            assertOutcome(
                    NtStatus.SUCCESS, 4, Stub.filter(driver).control(Stub.IOCTL_KS_PROPERTY, answer, 24, reply, 4));
            Stub.giveBack();
            assertTrue(Stub.soon(() -> driver.parkedRequests() == 0), "parked for ever");
            assertOutcome(NtStatus.SUCCESS, 4, filter.control(Stub.IOCTL_KS_PROPERTY, answer, 24, reply, 4));
        }
        assertNothingIsLeft();
    }

    @Test
    void aDeviceIsTheSameInWhateverCaseItsPathIsSpelled() {
        assertSame(driver.parked().device("\\\\?\\Device"), driver.parked().device("\\\\?\\DEVICE"));
    }

    @Test
    void aRequestIsParkedThoughTheThreadThatLooksAfterItCannotBeStarted() throws Exception {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        ParkedRequests parked = new ParkedRequests(driver.slots(), work -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(work);
        });
        List<Slot> slots = List.of(driver.slots().take(), driver.slots().take());
        slots.forEach(slot -> slot.armToWait(never, reply));
        parked.park(slots.get(0), parked.device("a device"));
        assertEquals(1, parked.count());
        exhausted.set(false);
        parked.park(slots.get(1), parked.device("a device"));
        assertEquals(2, parked.count());
        for (Slot slot : slots) {
            Kernel32.SetEvent(new Pointer(slot.overlapped()).getLong(24) & ~1L);
        }
        assertTrue(Stub.soon(() -> parked.count() == 0), "parked for ever");
    }

    @Test
    void whatIsParkedIsLookedAfterThoughTheThreadThatLooksHasDied() throws Exception {
        List<Thread> threads = new ArrayList<>();
        ParkedRequests parked = new ParkedRequests(driver.slots(), work -> {
            threads.add(new Thread(() -> assertThrows(NullPointerException.class, work::run)));
            return threads.get(threads.size() - 1);
        });
        Slot none = null;
        parked.park(none, parked.device("a device"));
        threads.get(0).join();
        parked.park(none, parked.device("a device"));
        assertEquals(2, threads.size());
        threads.get(1).join();
    }

    @Test
    void aRequestIsParkedWhateverLimitItsBufferHas() throws Exception {
        Handle filter = driver.open(Stub.HUNG, 0);
        never.bytes().limit(8);
        assertThrows(KsTimeoutException.class, () -> control(filter));
        assertEquals(1, driver.parkedRequests());
        assertNothingIsLeft();
    }

    @Test
    void aHandleThatCannotBeTakenOverIsClosed() throws Exception {
        long value = new OpenRequest(Stub.PATH, 0).send(driver.memory(), driver.patience());
        assertThrows(
                UnsupportedOperationException.class, () -> Win32Handle.of(driver, Set.of(), null, Stub.PATH, value));
        assertTrue(Stub.soon(() -> Stub.objects() <= objectsBefore));
    }

    @Test
    void aDriverThatIsClosedGivesBackWhatItsParkedRequestsHoldWhenTheyComeBack() throws Exception {
        Handle filter = driver.open(Stub.HUNG, 0);
        assertThrows(KsTimeoutException.class, () -> control(filter));
        driver.close();
        assertEquals(1, driver.parkedRequests());
        assertEquals(1, driver.slots().count(), "slots that Windows may write to");
        assertNothingIsLeft();
        assertEquals(0, driver.parkedRequests());
    }

    /** Which is no outcome, though Windows passes it on as one. */
    @ParameterizedTest
    @ValueSource(ints = {Stub.ANSWER, Stub.SLOW})
    void whatEndsAsPendingHasFailed(int id) throws Exception {
        Handle filter = driver.open(Stub.VAGUE, 0);
        try (KsBuffer request = Stub.get(driver, id)) {
            assertOutcome(NtStatus.UNSUCCESSFUL, 0, filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        }
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {Stub.ANSWER, Stub.SLOW})
    void aSubmissionThatEndsAsPendingHasFailed(int id) throws Exception {
        Outcomes outcomes = new Outcomes();
        driver.open(Stub.VAGUE, 0).submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, id), 24, reply, 4, outcomes);
        assertOutcome(NtStatus.UNSUCCESSFUL, 0, outcomes.await());
        assertNothingIsLeft();
        assertEquals(1, outcomes.count());
    }

    /** The warning is told to the sender, and the status block to the port: whoever comes first. */
    @Test
    void aWarningAtOnceThatEndsAsPendingIsToldOnce() throws Exception {
        Outcomes outcomes = new Outcomes();
        driver.open(Stub.VAGUE, 0).submit(Stub.IOCTL_KS_PROPERTY, Stub.get(driver, Stub.NAME), 24, reply, 0, outcomes);
        assertFalse(IoStatusBlock.isSuccess(outcomes.await()));
        assertNothingIsLeft();
        assertEquals(1, outcomes.count());
    }

    @Test
    void aShortCountIsPassedOnAsItIs() {
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER)) {
            assertOutcome(
                    NtStatus.SUCCESS,
                    3,
                    driver.open(Stub.MODEST, 0).control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4));
        }
    }

    @Test
    void aValueThatIsShortOfItsSizeIsABadReply() {
        KsFilter modest = Ks.over(driver).filter(Stub.MODEST);
        KsBadReplyException e = assertThrows(KsBadReplyException.class, () -> modest.get(ANSWER));
        assertTrue(e.getMessage().contains("expected 4 bytes, got 3"), e.getMessage());
    }

    @Test
    void aListThatIsShortOfItsSizeIsABadReply() {
        KsFilter modest = Ks.over(driver).filter(Stub.MODEST);
        assertThrows(KsBadReplyException.class, modest::nodes);
    }

    @Test
    void aValueBeyondItsSizeIsABadReply() {
        KsFilter boastful = Ks.over(driver).filter(Stub.BOASTFUL);
        assertThrows(KsBadReplyException.class, () -> boastful.get(ANSWER));
    }

    @Test
    void aSuccessIsNoFailureWhateverTheLastErrorIs() {
        Handle filter = Stub.filter(driver);
        try (KsBuffer request = Stub.get(driver, Stub.ANSWER)) {
            long outcome = filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, reply, 4);
            assertNotEquals(0, Native.getLastError());
            assertOutcome(NtStatus.SUCCESS, 4, outcome);
        }
    }

    @Test
    void eachCallSeesItsOwnErrorWhateverOthersGet() {
        Handle filter = Stub.filter(driver);
        CompletableFuture<?> missing = CompletableFuture.runAsync(() -> refusals(filter, 4711, 4, NtStatus.NOT_FOUND));
        CompletableFuture<?> small =
                CompletableFuture.runAsync(() -> refusals(filter, Stub.ANSWER, 3, NtStatus.BUFFER_TOO_SMALL));
        CompletableFuture.allOf(missing, small).join();
    }

    private void refusals(Handle filter, int id, int length, NtStatus expected) {
        try (KsBuffer request = Stub.get(driver, id);
                KsBuffer own = driver.allocate(4)) {
            for (int i = 0; i < 10_000; i++) {
                Native.setLastError(i);
                long outcome = filter.control(Stub.IOCTL_KS_PROPERTY, request, 24, own, length);
                assertEquals(expected, IoStatusBlock.status(outcome));
            }
        }
    }
}

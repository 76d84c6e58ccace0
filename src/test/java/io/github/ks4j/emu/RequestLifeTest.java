package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsSet;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that pend, are cancelled, time out, nest, or are closed under. */
@Timeout(120)
class RequestLifeTest {
    private static final KsSet SET = KsSet.of("TEST", "{4B53344A-0000-0000-8001-000000000001}");
    private static final KsIntProperty NEVER = new KsIntProperty(SET, 1, "NEVER", "");
    private static final KsIntProperty STUBBORN = new KsIntProperty(SET, 2, "STUBBORN", "");
    private static final KsIntProperty NESTED = new KsIntProperty(SET, 3, "NESTED", "");
    private static final KsIntProperty ANSWER = new KsIntProperty(SET, 4, "ANSWER", "");
    private static final KsIntProperty THROWS = new KsIntProperty(SET, 5, "THROWS", "");
    private static final KsIntProperty COUNT = new KsIntProperty(SET, 6, "COUNT", "");

    private final AtomicReference<Irp> kept = new AtomicReference<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private volatile boolean completedTwice;
    private EmulatedDriver driver;
    private Handle filter;

    @BeforeEach
    void open() {
        PropertySet set = PropertySet.of(SET)
                .item(NEVER.id())
                .get((irp, request, data) -> {
                    kept.set(irp);
                    NtStatus pending = irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
                    arrived.countDown();
                    return pending;
                })
                .minData(4)
                .item(STUBBORN.id())
                .get((irp, request, data) -> {
                    kept.set(irp);
                    irp.markPending();
                    arrived.countDown();
                    return NtStatus.PENDING;
                })
                .minData(4)
                .item(NESTED.id())
                .get((irp, request, data) -> {
                    int depth = request.getInt(24);
                    int below = depth == 0
                            ? 0
                            : Client.get(filter, NESTED, 4, depth - 1).ulong();
                    return Answers.ulong(irp, data, below + 1);
                })
                .minProperty(28)
                .minData(4)
                .item(ANSWER.id())
                .get((irp, request, data) -> Answers.ulong(irp, data, 42))
                .minData(4)
                .item(THROWS.id())
                .get((irp, request, data) -> {
                    throw new IllegalStateException("expected by the test");
                })
                .minData(4)
                .item(COUNT.id())
                .get((irp, request, data) -> {
                    AtomicInteger count = FilterInstance.of(irp).state();
                    return Answers.ulong(irp, data, count.incrementAndGet());
                })
                .minData(4)
                .build();
        driver = EmulatedDriver.builder()
                .devices(EmulatedDevice.of(
                        "dev",
                        EmulatedFilter.named("f")
                                .categories(KSCATEGORY.AUDIO)
                                .state(AtomicInteger::new)
                                .properties(set)
                                .build()))
                .timeout(Duration.ofMillis(100))
                .build();
        filter = driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
    }

    @AfterEach
    void close() {
        driver.close();
        assertFalse(completedTwice);
    }

    private KsBuffer get(KsIntProperty property) {
        byte[] bytes = Client.request(property, KSPROPERTY_TYPE.GET);
        KsBuffer request = driver.allocate(bytes.length);
        request.bytes().put(0, bytes);
        return request;
    }

    private CompletableFuture<Long> submit(KsIntProperty property, AtomicReference<Handle.PendingRequest> pending) {
        KsBuffer request = get(property);
        KsBuffer reply = driver.allocate(4);
        CompletableFuture<Long> outcome = new CompletableFuture<>();
        pending.set(filter.submit(IOCTL_KS.PROPERTY, request, request.size(), reply, 4, block -> {
            completedTwice |= !outcome.complete(block);
        }));
        return outcome;
    }

    @Test
    void eachOpenOfAFilterHasAStateOfItsOwn() {
        Handle second = driver.open(filter.name(), 0);
        Client.get(filter, COUNT, 4);
        assertEquals(2, Client.get(filter, COUNT, 4).ulong());
        assertEquals(1, Client.get(second, COUNT, 4).ulong());
    }

    @Test
    void aRequestThatPendsPastTheDeadlineIsCancelled() {
        KsTimeoutException e = assertThrows(KsTimeoutException.class, () -> Client.get(filter, NEVER, 4));
        assertEquals(NtStatus.IO_TIMEOUT, e.status());
        assertTrue(e.getMessage().contains("0x2F0003"), e.getMessage());
        assertTrue(kept.get().isCancelled());
        assertEquals(42, Client.get(filter, ANSWER, 4).ulong());
    }

    @Test
    void aRequestThatTheDeviceDoesNotGiveBackIsLeftToIt() {
        KsTimeoutException e = assertThrows(KsTimeoutException.class, () -> Client.get(filter, STUBBORN, 4));
        assertTrue(e.getMessage().contains("not given it back"), e.getMessage());
        filter.close();
        kept.get().complete(NtStatus.SUCCESS);
        assertThrows(IllegalStateException.class, () -> kept.get().complete(NtStatus.SUCCESS));
    }

    /** A filter whose answer takes a moment. */
    private static EmulatedDevice slow() {
        return EmulatedDevice.of(
                "dev",
                EmulatedFilter.named("f")
                        .categories(KSCATEGORY.AUDIO)
                        .properties(PropertySet.of(SET)
                                .item(NEVER.id())
                                .get((irp, request, data) -> {
                                    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Client.THREADS)
                                            .execute(() -> irp.complete(Answers.ulong(irp, data, 7)));
                                    irp.markPending();
                                    return NtStatus.PENDING;
                                })
                                .minData(4)
                                .build())
                        .build());
    }

    private static void assertAnswered(EmulatedDriver patient) {
        Handle handle = patient.open(patient.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
        assertEquals(7, Client.get(handle, NEVER, 4).ulong());
    }

    @Test
    void aRequestThatIsAnsweredInTimeReturnsTheAnswer() {
        try (EmulatedDriver patient = EmulatedDriver.of(slow())) {
            assertAnswered(patient);
        }
    }

    @Test
    void noDeadlineIsADeadlineToo() {
        System.setProperty(EmulatedDriver.TIMEOUT_PROPERTY, "0");
        try (EmulatedDriver patient = EmulatedDriver.of(slow())) {
            assertAnswered(patient);
        } finally {
            System.clearProperty(EmulatedDriver.TIMEOUT_PROPERTY);
        }
    }

    @Test
    void anInterruptCancelsTheRequestAndStaysSet() {
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> Client.get(filter, NEVER, 4));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anInterruptedThreadStillHasWhatIsAnsweredAtOnce() {
        Thread.currentThread().interrupt();
        assertEquals(42, Client.get(filter, ANSWER, 4).ulong());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aSubmittedRequestIsCancelledOnce() {
        AtomicReference<Handle.PendingRequest> pending = new AtomicReference<>();
        CompletableFuture<Long> outcome = submit(NEVER, pending);
        assertFalse(pending.get().isDone());
        pending.get().cancel();
        assertTrue(pending.get().isDone());
        assertSame(NtStatus.CANCELLED, IoStatusBlock.status(outcome.join()));
        pending.get().cancel();
    }

    @Test
    void aSubmittedRequestMayCompleteAtOnce() {
        AtomicReference<Handle.PendingRequest> pending = new AtomicReference<>();
        assertEquals(
                IoStatusBlock.of(NtStatus.SUCCESS, 4), submit(ANSWER, pending).join());
        assertTrue(pending.get().isDone());
        pending.get().cancel();
        assertEquals(42, Client.get(filter, ANSWER, 4).ulong());
    }

    @Test
    void closingTheHandleCancelsWhatIsSubmitted() {
        AtomicReference<Handle.PendingRequest> pending = new AtomicReference<>();
        CompletableFuture<Long> outcome = submit(NEVER, pending);
        filter.close();
        assertSame(NtStatus.CANCELLED, IoStatusBlock.status(outcome.join()));
    }

    /** A driver with a deadline that no test waits for, and a filter that never answers. */
    private EmulatedDriver patient() {
        EmulatedFilter silent = EmulatedFilter.named("f")
                .categories(KSCATEGORY.AUDIO)
                .properties(PropertySet.of(SET)
                        .item(NEVER.id())
                        .get((irp, request, data) -> {
                            arrived.countDown();
                            return irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
                        })
                        .minData(4)
                        .build())
                .build();
        return EmulatedDriver.builder()
                .devices(EmulatedDevice.of("dev", silent))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void closingTheHandleCancelsWhatAnotherThreadWaitsFor() throws Exception {
        EmulatedDriver patient = patient();
        Handle handle = patient.open(patient.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
        CompletableFuture<Client.Reply> waiting =
                CompletableFuture.supplyAsync(() -> Client.get(handle, NEVER, 4), Client.THREADS);
        assertTrue(arrived.await(20, TimeUnit.SECONDS));
        handle.close();
        waiting.get(20, TimeUnit.SECONDS).is(NtStatus.CANCELLED, 0);
        patient.close();
    }

    @Test
    void closingTheHandleEndsTheWaitForWhatTheDeviceKeeps() throws Exception {
        KsBuffer request = get(STUBBORN);
        KsBuffer reply = driver.allocate(4);
        CompletableFuture<Void> waiting = Client.inThread(() -> {
            KsCancelledException e = assertThrows(
                    KsCancelledException.class,
                    () -> filter.control(IOCTL_KS.PROPERTY, request, 24, reply, 4, Handle.NO_DEADLINE));
            assertTrue(e.getMessage().contains("closed meanwhile; the device has not given it back"), e.getMessage());
        });
        assertTrue(arrived.await(20, TimeUnit.SECONDS));
        filter.close();
        waiting.get(20, TimeUnit.SECONDS);
        kept.get().complete(NtStatus.SUCCESS);
    }

    @Test
    void aHandlerMayUseAnotherHandle() {
        assertEquals(13, Client.get(filter, NESTED, 4, 12).ulong());
        assertEquals(42, Client.get(filter, ANSWER, 4).ulong());
    }

    @Test
    void whatAHandlerThrowsIsAStatus() {
        Client.get(filter, THROWS, 4).is(NtStatus.UNSUCCESSFUL, 0);
    }

    @Test
    void whatACompletionThrowsDoesNotReachTheDevice() {
        KsBuffer request = get(ANSWER);
        KsBuffer reply = driver.allocate(4);
        Handle.PendingRequest pending = filter.submit(IOCTL_KS.PROPERTY, request, 24, reply, 4, block -> {
            throw new IllegalStateException("expected by the test");
        });
        assertTrue(pending.isDone());
    }

    @Test
    void theBuffersOfARequestThatPendsStayReachable() throws InterruptedException {
        KsBuffer request = get(NEVER);
        KsBuffer reply = driver.allocate(4);
        WeakReference<KsBuffer> watched = new WeakReference<>(reply);
        Handle.PendingRequest pending = filter.submit(IOCTL_KS.PROPERTY, request, 24, reply, 4, block -> {});
        reply = null;
        System.gc();
        Thread.sleep(10);
        System.gc();
        assertNotNull(watched.get());
        pending.cancel();
    }

    @Test
    void aHandleThatIsClosedWhileRequestsComeRefusesOrAnswersThem() throws Exception {
        for (int round = 0; round < 100; round++) {
            Handle handle = driver.open(filter.name(), 0);
            CompletableFuture<Void> caller = Client.inThread(() -> {
                try {
                    while (true) {
                        assertEquals(42, Client.get(handle, ANSWER, 4).ulong());
                    }
                } catch (KsException e) {
                    assertSame(NtStatus.INVALID_HANDLE, e.status());
                }
            });
            Thread.onSpinWait();
            handle.close();
            caller.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void closeAndPendingRequestsRaceWithoutLosingAny() throws Exception {
        for (int round = 0; round < 100; round++) {
            Handle handle = driver.open(filter.name(), 0);
            KsBuffer request = get(NEVER);
            KsBuffer reply = driver.allocate(4);
            AtomicInteger submitted = new AtomicInteger();
            AtomicInteger completed = new AtomicInteger();
            CompletableFuture<Void> caller = Client.inThread(() -> {
                try {
                    while (true) {
                        handle.submit(IOCTL_KS.PROPERTY, request, 24, reply, 4, block -> completed.incrementAndGet());
                        submitted.incrementAndGet();
                    }
                } catch (KsException e) {
                    assertSame(NtStatus.INVALID_HANDLE, e.status());
                }
            });
            while (submitted.get() < 3) {
                Thread.onSpinWait();
            }
            handle.close();
            caller.get(20, TimeUnit.SECONDS);
            assertEquals(submitted.get(), completed.get());
        }
    }

    @Test
    void whatNeverEndsBehindAQuirkTimesOut() {
        driver.quirks().add(Quirk.LIST_GROWS);
        Client.get(filter, NEVER, 4).is(NtStatus.IO_TIMEOUT, 0);
    }

    @Test
    void anInterruptCancelsWhatPendsBehindAQuirk() {
        EmulatedDriver patient = patient();
        patient.quirks().add(Quirk.LIST_GROWS);
        Handle handle = patient.open(patient.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Thread.currentThread().interrupt();
            Client.Reply reply = Client.get(handle, NEVER, 4);
            assertTrue(Thread.interrupted());
            reply.is(NtStatus.CANCELLED, 0);
        });
        patient.close();
    }
}

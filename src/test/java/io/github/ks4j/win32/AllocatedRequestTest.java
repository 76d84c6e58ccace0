package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.PooledAllocator;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests in memory of the caller's choice: whose it is, and for how long. */
@StubLibrary
@Timeout(30)
class AllocatedRequestTest {
    private static final KsMethod INVERT = new KsMethod(
            KsSet.of("KSMETHODSETID_Stub", Stub.METHODS.toString()),
            4,
            "KSMETHOD_STUB_INVERT",
            KsMethod.Direction.MODIFY,
            "");
    private static final Duration SOON = Duration.ofMillis(20);

    private final Win32Driver driver = Stub.driver();
    private final KsFilter filter = Ks.over(driver).filter(Stub.PATH);
    private final KsBuffer block = driver.allocate(4096);
    private final CountingAllocator allocator = new CountingAllocator(new BlockAllocator(block));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theDriverWorksInTheAllocatorsMemory() {
        assertArrayEquals(new byte[] {-1, -2, -3}, filter.call(INVERT, new byte[] {0, 1, 2}, allocator));
        assertEquals(0xFDFEFF, block.bytes().getInt(0));
        assertEquals(0, allocator.outstanding());
    }

    @Test
    void aMillionBytesTravelWithoutACopyOfTheDrivers() {
        byte[] data = new byte[1 << 20];
        byte[] inverted = new byte[data.length];
        Arrays.fill(inverted, (byte) -1);
        try (PooledAllocator pool = new PooledAllocator(driver)) {
            assertArrayEquals(inverted, filter.call(INVERT, data, pool));
        }
    }

    @Test
    void aRefusalGivesTheMemoryBack() {
        KsException e = assertThrows(KsException.class, () -> filter.getRaw(Stub.PROPERTIES, 4711, 4, allocator));
        assertEquals(NtStatus.NOT_FOUND, e.status());
        assertEquals(0, allocator.outstanding());
    }

    @Test
    void aSizeIsNoValue() {
        assertThrows(KsException.class, () -> filter.getRaw(Stub.PROPERTIES, Stub.SIZED, 0, allocator));
        assertEquals(0, allocator.outstanding());
    }

    @Test
    void aDeadlineGivesTheMemoryBackWhenTheRequestComesBack() {
        assertThrows(
                KsTimeoutException.class, () -> filter.within(SOON).getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertEquals(0, allocator.outstanding());
    }

    @Test
    void anInterruptGivesTheMemoryBackWhenTheRequestComesBack() {
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> filter.getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertTrue(Thread.interrupted());
        assertEquals(0, allocator.outstanding());
    }

    @Test
    void aDeadlineBeforeAllTimeHasPassed() {
        assertThrows(
                KsTimeoutException.class,
                () -> filter.within(Duration.ofSeconds(Long.MIN_VALUE))
                        .getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
    }

    @Test
    void whatIsInterruptedIsCancelledThoughItDoesNotComeBack() throws Exception {
        KsFilter hung = Ks.over(driver).filter(Stub.HUNG);
        Thread.currentThread().interrupt();
        assertThrows(KsCancelledException.class, () -> hung.getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertTrue(Thread.interrupted());
        Stub.giveBack();
        assertTrue(Stub.soon(() -> allocator.outstanding() == 0), "kept for ever");
    }

    @Test
    void memoryOfARequestThatDoesNotComeBackIsKeptUntilItDoes() throws Exception {
        KsFilter hung = Ks.over(driver).filter(Stub.HUNG);
        assertThrows(
                KsTimeoutException.class, () -> hung.within(SOON).getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertEquals(1, allocator.outstanding());
        assertEquals(1, driver.parkedRequests());
        Stub.giveBack();
        assertTrue(Stub.soon(() -> allocator.outstanding() == 0), "kept for ever");
        assertEquals(0, allocator.violations());
    }

    @Test
    void aHandleThatIsClosedEndsTheWaitForARequestThatDoesNotComeBack() throws Exception {
        KsFilter hung = Ks.over(driver).filter(Stub.HUNG);
        CompletableFuture<byte[]> call = CompletableFuture.supplyAsync(
                () -> hung.within(Handle.NO_DEADLINE).getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertTrue(Stub.soon(() -> !driver.slots().submissions().isEmpty()), "never asked");
        hung.close();
        ExecutionException e = assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
        assertSame(KsCancelledException.class, e.getCause().getClass());
        assertEquals(1, allocator.outstanding());
        Stub.giveBack();
        assertTrue(Stub.soon(() -> allocator.outstanding() == 0), "kept for ever");
    }

    @Test
    void anErrorOfTheAllocatorsGoesToTheCallerAtOnce() {
        Error fault = new StackOverflowError("the allocator's own fault");
        KsAllocator faulty = new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
                return driver.allocate(size);
            }

            @Override
            public void completed(KsRequest request, KsBuffer buffer) {
                throw fault;
            }
        };
        assertSame(
                fault,
                assertThrows(StackOverflowError.class, () -> filter.getRaw(Stub.PROPERTIES, Stub.SLOW, 4, faulty)));
    }

    @Test
    void whatARequestGotBeforeItWasGivenUpIsNotSeenByTheNext() throws Exception {
        KsFilter hung = Ks.over(driver).filter(Stub.HUNG);
        assertThrows(
                KsTimeoutException.class, () -> hung.within(SOON).getRaw(Stub.PROPERTIES, Stub.NEVER, 4, allocator));
        assertArrayEquals(new byte[] {-1}, filter.call(INVERT, new byte[1], allocator));
        assertNotEquals(0, allocator.outstanding(), "the other part of the block is still lent");
        Stub.giveBack();
        assertTrue(Stub.soon(() -> allocator.outstanding() == 0));
    }
}

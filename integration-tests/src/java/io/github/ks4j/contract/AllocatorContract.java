package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.Driver;
import io.github.ks4j.io.FailingAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.PooledAllocator;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods whose parameters lie in memory of an allocator: the caller's, or the filter's. */
@Timeout(60)
abstract class AllocatorContract {
    private static final KsSet METHODS = new KsSet("KSMETHODSETID_Ks4jStub", StubFilter.METHODS);
    static final KsMethod INVERT = new KsMethod(METHODS, StubFilter.INVERT, "INVERT", KsMethod.Direction.MODIFY, "");
    private static final KsMethod CONSUME =
            new KsMethod(METHODS, StubFilter.CONSUME, "CONSUME", KsMethod.Direction.READ, "");
    private static final KsMethod NOTHING =
            new KsMethod(METHODS, StubFilter.NOTHING, "NOTHING", KsMethod.Direction.NONE, "");
    private static final KsMethod PRODUCE =
            new KsMethod(METHODS, StubFilter.PRODUCE, "PRODUCE", KsMethod.Direction.WRITE, "");
    private static final KsMethod TOTAL =
            new KsMethod(METHODS, StubFilter.TOTAL, "TOTAL", KsMethod.Direction.WRITE, "");
    private static final KsMethod UNKNOWN = new KsMethod(METHODS, 4711, "UNKNOWN", KsMethod.Direction.MODIFY, "");

    private Driver driver;
    private Ks ks;
    private KsFilter filter;

    abstract Driver open();

    /** Calls a method of the filter; its parameters lie in the allocator's memory. */
    byte[] call(KsMethod method, byte[] data, KsAllocator allocator) {
        return filter.call(method, data, allocator);
    }

    final KsFilter filter() {
        return filter;
    }

    final Driver driver() {
        return driver;
    }

    @BeforeEach
    void openTheFilter() {
        driver = open();
        ks = Ks.over(driver);
        filter = ks.filter(StubFilter.PATH);
    }

    @AfterEach
    void closeEverything() {
        ks.close();
    }

    @Test
    void withoutAnAllocatorTheAnswerIsTheSame() {
        assertArrayEquals(new byte[] {-1, -2, -3}, filter.call(INVERT, new byte[] {0, 1, 2}));
    }

    @Test
    void theDataTravelsInTheAllocatorsMemory() {
        Recorder recorder = new Recorder();
        assertArrayEquals(new byte[] {-1, -2, -3}, call(INVERT, new byte[] {0, 1, 2}, recorder));
        assertEquals(-1, recorder.buffer.bytes().get(0), "the device worked on this memory");
    }

    @Test
    void theAllocatorIsAskedOnceForAllParametersAndToldOnce() {
        Recorder recorder = new Recorder();
        call(INVERT, new byte[] {0, 1, 2}, recorder);
        assertEquals(List.of("allocate 32, input operation true", "completed"), recorder.calls);
    }

    @Test
    void aMethodThatOnlyReadsIsNoInputOperation() {
        Recorder recorder = new Recorder();
        call(CONSUME, new byte[] {1, 2, 3}, recorder);
        assertEquals(List.of("allocate 32, input operation false", "completed"), recorder.calls);
    }

    @Test
    void theAllocatorSeesTheRequest() {
        Recorder recorder = new Recorder();
        call(INVERT, new byte[] {0, 1, 2}, recorder);
        assertEquals(IOCTL_KS.METHOD, recorder.controlCode);
        assertEquals(24, recorder.inputLength);
        assertEquals(3, recorder.outputLength);
    }

    @Test
    void anAllocatorIsToldOfARequestThatFailed() {
        CountingAllocator counting = new CountingAllocator(new Recorder());
        assertThrows(KsNotSupportedException.class, () -> call(UNKNOWN, new byte[] {0}, counting));
        assertBalanced(counting);
    }

    @Test
    void theStatusOfAnAllocatorThatRefusesIsTheRequests() {
        KsAllocator refusing = (request, size, inputOperation) -> {
            throw KsException.of("allocate", NtStatus.INSUFFICIENT_RESOURCES);
        };
        KsException e = assertThrows(KsException.class, () -> call(INVERT, new byte[] {0}, refusing));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    /** The ready-made allocators, over memory of a driver. */
    enum ReadyMade {
        POOL(PooledAllocator::new),
        BLOCK(driver -> new BlockAllocator(driver.allocate(8192))),
        BLOCK_WITH_FALLBACK(driver -> new BlockAllocator(driver.allocate(64), new PooledAllocator(driver))),
        COUNTING_OVER_POOL(driver -> new CountingAllocator(new PooledAllocator(driver))),
        FAILING_BEYOND_A_SIZE(driver -> FailingAllocator.when(
                request -> request.outputLength() > 1000,
                NtStatus.INSUFFICIENT_RESOURCES,
                new PooledAllocator(driver)));

        private final Function<Driver, KsAllocator> maker;

        ReadyMade(Function<Driver, KsAllocator> maker) {
            this.maker = maker;
        }

        CountingAllocator counted(Driver driver) {
            return new CountingAllocator(maker.apply(driver));
        }
    }

    static void assertBalanced(CountingAllocator allocator) {
        assertEquals(0, allocator.outstanding(), "buffers that were not given back");
        assertEquals(0, allocator.violations(), "buffers given back twice");
    }

    @ParameterizedTest
    @EnumSource
    void aReadyMadeAllocatorServesMethodsOfEveryDirection(ReadyMade made) {
        CountingAllocator allocator = made.counted(driver);
        byte[] produced = new byte[300];
        for (int i = 0; i < produced.length; i++) {
            produced[i] = (byte) i;
        }
        assertArrayEquals(new byte[0], call(NOTHING, new byte[0], allocator));
        assertArrayEquals(new byte[0], call(CONSUME, new byte[] {1, 2, (byte) 250}, allocator));
        assertArrayEquals(new byte[] {(byte) 253, 0, 0, 0}, call(TOTAL, new byte[4], allocator));
        assertArrayEquals(produced, call(PRODUCE, new byte[300], allocator));
        assertArrayEquals(new byte[] {-1, -2, 0}, call(INVERT, new byte[] {0, 1, -1}, allocator));
        assertEquals(5, allocator.allocations());
        assertBalanced(allocator);
    }

    @ParameterizedTest
    @EnumSource
    void aReadyMadeAllocatorGetsEverythingBackFromAStreamOfRequests(ReadyMade made) {
        CountingAllocator allocator = made.counted(driver);
        for (int i = 0; i < 500; i++) {
            assertEquals(i, call(INVERT, new byte[i], allocator).length);
        }
        assertBalanced(allocator);
    }

    @ParameterizedTest
    @EnumSource
    void aReadyMadeAllocatorKeepsTheRequestsOfSeveralThreadsApart(ReadyMade made) throws Exception {
        CountingAllocator allocator = made.counted(driver);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Void>> runs = new ArrayList<>();
            for (byte thread = 0; thread < 4; thread++) {
                byte[] data = {thread, thread, thread};
                byte[] inverted = {(byte) ~thread, (byte) ~thread, (byte) ~thread};
                runs.add(threads.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        assertArrayEquals(inverted, call(INVERT, data, allocator));
                    }
                    return null;
                }));
            }
            for (Future<Void> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(800, allocator.allocations());
        assertBalanced(allocator);
    }

    @Test
    void aPoolAsksItsDriverOnceForAStreamOfRequests() {
        AtomicInteger made = new AtomicInteger();
        try (PooledAllocator pool = new PooledAllocator(size -> {
            made.incrementAndGet();
            return driver.allocate(size);
        })) {
            for (int i = 0; i < 100; i++) {
                call(INVERT, new byte[] {0, 1, 2}, pool);
            }
        }
        assertEquals(1, made.get());
    }

    @Test
    void theDeviceWorksOnTheBlockItself() {
        KsBuffer block = driver.allocate(256);
        call(INVERT, new byte[] {0, 1, 2}, new BlockAllocator(block));
        assertEquals(-1, block.bytes().get(0));
    }

    @Test
    void aBlockWithoutRoomFailsTheRequest() {
        BlockAllocator small = new BlockAllocator(driver.allocate(24));
        KsException e = assertThrows(KsException.class, () -> call(INVERT, new byte[3], small));
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, e.status());
    }

    @Test
    void theRequestAfterTheOneThatFailedIsServed() {
        CountingAllocator pool = new CountingAllocator(new PooledAllocator(driver));
        FailingAllocator failing = FailingAllocator.nth(2, NtStatus.DEVICE_NOT_READY, pool);
        call(INVERT, new byte[] {0}, failing);
        KsException e = assertThrows(KsException.class, () -> call(INVERT, new byte[] {0}, failing));
        assertEquals(NtStatus.DEVICE_NOT_READY, e.status());
        assertArrayEquals(new byte[] {-1}, call(INVERT, new byte[] {0}, failing));
        assertEquals(2, pool.completions());
        assertBalanced(pool);
    }

    private final class Recorder implements KsAllocator {
        private final List<String> calls = new ArrayList<>();
        private KsBuffer buffer;
        private int controlCode;
        private int inputLength;
        private int outputLength;

        @Override
        public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
            calls.add("allocate " + size + ", input operation " + inputOperation);
            controlCode = request.controlCode();
            inputLength = request.inputLength();
            outputLength = request.outputLength();
            buffer = driver.allocate(size);
            return buffer;
        }

        @Override
        public void completed(KsRequest request, KsBuffer completed) {
            calls.add("completed");
        }
    }
}

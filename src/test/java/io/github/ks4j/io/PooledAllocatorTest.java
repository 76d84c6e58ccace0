package io.github.ks4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pool keeps, what it gives again, and what it closes. */
class PooledAllocatorTest {
    private static final int KEPT = 8;
    private static final int LARGEST = 2 << 20;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final PooledAllocator pool = new PooledAllocator(this::make);

    private KsBuffer make(int size) {
        made.incrementAndGet();
        return new KsBuffer(ByteBuffer.allocate(size), 0, closed::incrementAndGet);
    }

    private KsBuffer allocate(int size) {
        return pool.allocate(null, size, false);
    }

    private void complete(KsBuffer buffer) {
        pool.completed(null, buffer);
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "64, 64", "65, 128", "1000, 1024", "2097152, 2097152", "2097153, 2097153"})
    void aRequestGetsTheNextSize(int asked, int given) {
        assertEquals(given, allocate(asked).size());
    }

    @Test
    void aBufferThatCameBackServesTheNextRequestOfItsSize() {
        KsBuffer first = allocate(100);
        complete(first);
        assertSame(first, allocate(128));
    }

    @Test
    void aBufferInUseServesNobodyElse() {
        assertNotSame(allocate(100), allocate(100));
    }

    @Test
    void aBufferServesNoRequestOfAnotherSize() {
        KsBuffer large = allocate(1000);
        complete(large);
        assertNotSame(large, allocate(100));
    }

    @Test
    void whatComesBackBeyondTheBoundIsClosed() {
        List<KsBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < KEPT + 3; i++) {
            buffers.add(allocate(100));
        }
        buffers.forEach(this::complete);
        assertEquals(3, closed.get());
    }

    @Test
    void aBufferBeyondTheLargestSizeIsClosedWhenItComesBack() {
        complete(allocate(LARGEST + 1));
        assertEquals(1, closed.get());
    }

    @Test
    void closingClosesWhatIsKept() {
        complete(allocate(100));
        complete(allocate(1000));
        pool.close();
        assertEquals(2, closed.get());
    }

    @Test
    void whatIsInUseWhenThePoolClosesIsClosedWhenItComesBack() {
        KsBuffer buffer = allocate(100);
        pool.close();
        assertEquals(0, closed.get());
        complete(buffer);
        assertEquals(1, closed.get());
    }

    @Test
    void aClosedPoolGivesNothing() {
        pool.close();
        assertThrows(KsClosedException.class, () -> allocate(100));
    }

    @Test
    void aSourceThatHasNoMemoryFailsTheRequestWithItsStatus() {
        KsException none = KsException.of("allocate", NtStatus.INSUFFICIENT_RESOURCES);
        try (PooledAllocator empty = new PooledAllocator(size -> {
            throw none;
        })) {
            assertSame(none, assertThrows(KsException.class, () -> empty.allocate(null, 1, false)));
        }
    }

    @Test
    void aPoolOverADriverLendsTheDriversBuffers() {
        KsBuffer buffer = KsBuffer.heap(64);
        Driver driver = mock(Driver.class);
        when(driver.allocate(64)).thenReturn(buffer);
        try (PooledAllocator drivers = new PooledAllocator(driver)) {
            assertSame(buffer, drivers.allocate(null, 24, false));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 1 << 20})
    void aSteadyStreamOfRequestsMakesNoGarbage(int size) {
        int requests = 100_000;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < requests; i++) {
            complete(allocate(size));
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < requests; i++) {
            complete(allocate(size));
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(bytes < requests, bytes + " bytes for " + requests + " requests");
        assertEquals(1, made.get());
    }

    @Test
    void noBufferServesTwoThreadsAtOnce() throws Exception {
        CountingAllocator counting = new CountingAllocator(pool);
        inThreads(4, () -> {
            for (int i = 0; i < 50_000; i++) {
                KsBuffer one = counting.allocate(null, 64, false);
                KsBuffer other = counting.allocate(null, 64, false);
                counting.completed(null, one);
                counting.completed(null, other);
            }
            return null;
        });
        assertEquals(0, counting.violations());
    }

    @Test
    void closingWhileBuffersComeBackClosesThemAll() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            PooledAllocator racing = new PooledAllocator(this::make);
            List<KsBuffer> buffers = List.of(
                    racing.allocate(null, 64, false),
                    racing.allocate(null, 64, false),
                    racing.allocate(null, 64, false));
            Thread closing = new Thread(racing::close);
            closing.start();
            buffers.forEach(buffer -> racing.completed(null, buffer));
            closing.join();
        }
        assertEquals(made.get(), closed.get());
    }

    private static void inThreads(int count, Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Void>> runs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                runs.add(threads.submit(work));
            }
            for (Future<Void> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

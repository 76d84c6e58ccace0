package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.PooledAllocator;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steady stream of requests makes no garbage. */
class DispatchAllocationTest {
    private static final int REQUESTS = 100_000;

    private final FileObject file = new FileObject(null);
    private final Irp irp = new Irp();
    private final Irp.Completion told = (i, block) -> {};
    private final SetTable<PropertySet> table = SetTable.of(PropertySet.of(TestRequest.SET)
            .item(1)
            .get(DispatchAllocationTest::get)
            .minData(4)
            .build());

    /** Null for the default. */
    private KsAllocator allocator;

    private static NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data) {
        data.putInt(0, 42);
        irp.information(data.limit());
        return NtStatus.SUCCESS;
    }

    private void send(RequestorProcess memory, int length) {
        irp.initialize(file, memory, 0x2F0003, TestRequest.IN, 24, TestRequest.OUT, length, true, told);
        irp.complete(KsPropertyHandler.handle(irp, table, allocator, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 1000})
    void aWarmGetAllocatesNothing(int length) {
        Block memory = new Block(TestRequest.head(1, KSPROPERTY_TYPE.GET), length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < REQUESTS; i++) {
            send(memory, length);
        }
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < REQUESTS; i++) {
            send(memory, length);
        }
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        assertEquals(42, memory.out.getInt(0));
        // Anything that is made for each request takes 16 bytes; the compiler makes a little garbage of its own.
        assertTrue(bytes < 8L * REQUESTS, bytes + " bytes for " + REQUESTS + " requests");
    }

    @Test
    void aWarmGetInPooledMemoryOfTheFiltersAllocatesNothing() {
        allocator = new FilterAllocator(new PooledAllocator(KsBuffer::heap));
        aWarmGetAllocatesNothing(1000);
    }

    @Test
    void aWarmGetInABlockOfTheFiltersAllocatesNothing() {
        allocator = new FilterAllocator(new BlockAllocator(KsBuffer.heap(4096)));
        aWarmGetAllocatesNothing(1000);
    }

    /** The caller's memory: one request, one data buffer. */
    private record Block(byte[] in, ByteBuffer out) implements RequestorProcess {
        Block(byte[] in, int length) {
            this(in, ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN));
        }

        @Override
        public NtStatus probe(long address, int length, boolean writable) {
            int size = address == TestRequest.IN ? in.length : address == TestRequest.OUT ? out.capacity() : -1;
            return length <= size ? NtStatus.SUCCESS : NtStatus.ACCESS_VIOLATION;
        }

        @Override
        public NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
            target.put(targetOffset, in, 0, length);
            return NtStatus.SUCCESS;
        }

        @Override
        public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
            out.put(0, source, sourceOffset, length);
            return NtStatus.SUCCESS;
        }

        @Override
        public ByteBuffer lock(long address, int length, boolean writable) {
            return null;
        }
    }
}

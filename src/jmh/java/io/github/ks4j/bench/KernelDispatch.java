package io.github.ks4j.bench;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.FileObject;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsPropertyHandler;
import io.github.ks4j.kernel.PropertyItem;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.kernel.RequestorProcess;
import io.github.ks4j.kernel.SetTable;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * KsPropertyHandler alone: a GET of 4 bytes by a table of one set with one item, or of 64 sets with 64 items each, of
 * which every call asks for another.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelDispatch {
    private static final int REQUESTS = 1024;
    private static final int SIZE = 24;
    private static final int DATA = 8;

    /** An object of its own for each thread. */
    @State(Scope.Thread)
    public static class Target {
        /** How many sets there are, and how many items each has. */
        @Param({"1", "64"})
        public int sets;

        private final FileObject file = new FileObject(null);
        private final Memory memory = new Memory();
        private final Irp[] captured = new Irp[REQUESTS];
        private final Irp irp = new Irp();
        private final Irp.Completion told = (over, block) -> {};
        private SetTable<PropertySet> table;
        private int next;

        @Setup
        public void build() {
            Random random = new Random(1);
            List<PropertySet> all = new ArrayList<>();
            for (int s = 0; s < sets; s++) {
                PropertySet.Builder set =
                        PropertySet.of(new KsSet("set " + s, Guid.of(new UUID(random.nextLong(), random.nextLong()))));
                PropertyItem.Builder item = null;
                for (int i = 0; i < sets; i++) {
                    item = set.item(i).get(KernelDispatch::get).minData(4);
                }
                all.add(item.build());
            }
            table = SetTable.of(all);
            for (int i = 0; i < REQUESTS; i++) {
                memory.requests.put(i * SIZE, request(random));
                captured[i] = new Irp();
                initialize(captured[i], i);
                KsBuffer buffer = KsBuffer.heap(DATA + SIZE);
                buffer.bytes().put(DATA, memory.requests, i * SIZE, SIZE);
                captured[i].systemBuffer(buffer);
            }
        }

        private byte[] request(Random random) {
            ByteBuffer request = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
            table.sets().get(random.nextInt(sets)).guid().write(request, 0);
            request.putInt(16, random.nextInt(sets)).putInt(20, KSPROPERTY_TYPE.GET);
            return request.array();
        }

        private void initialize(Irp target, int request) {
            target.initialize(file, memory, IOCTL_KS.PROPERTY, (long) request * SIZE, SIZE, Memory.OUT, 4, true, told);
        }

        private int next() {
            next = next + 1 & REQUESTS - 1;
            return next;
        }
    }

    private static NtStatus get(Irp irp, ByteBuffer request, ByteBuffer data) {
        data.putInt(0, 42);
        irp.information(4);
        return NtStatus.SUCCESS;
    }

    /** The handler alone: the parameters lie in the system buffer. */
    @Benchmark
    public NtStatus captured(Target target) {
        return KsPropertyHandler.handle(target.captured[target.next()], target.table);
    }

    /** The whole way: a new request, its capture into the default allocator's memory, and its completion. */
    @Benchmark
    public NtStatus pooled(Target target) {
        target.initialize(target.irp, target.next());
        NtStatus status = KsPropertyHandler.handle(target.irp, target.table);
        target.irp.complete(status);
        return status;
    }

    /** {@link #pooled} by two threads to two objects. */
    @Benchmark
    @Threads(2)
    public NtStatus pooledByTwo(Target target) {
        return pooled(target);
    }

    /** The sender's memory: requests from address 0 on, and one buffer for data. */
    private static final class Memory implements RequestorProcess {
        private static final long OUT = 1 << 20;

        private final ByteBuffer requests = ByteBuffer.allocate(REQUESTS * SIZE).order(ByteOrder.LITTLE_ENDIAN);
        private final ByteBuffer out = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);

        @Override
        public NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
            target.put(targetOffset, requests, (int) address, length);
            return NtStatus.SUCCESS;
        }

        @Override
        public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
            out.put((int) (address - OUT), source, sourceOffset, length);
            return NtStatus.SUCCESS;
        }

        @Override
        public NtStatus probe(long address, int length, boolean writable) {
            long end = address >= OUT ? OUT + out.capacity() : requests.capacity();
            return address >= 0 && address + length <= end ? NtStatus.SUCCESS : NtStatus.ACCESS_VIOLATION;
        }

        @Override
        public ByteBuffer lock(long address, int length, boolean writable) {
            return null;
        }
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSALLOCATOR_OPTIONF;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSEVENT_TYPE;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KsDefaultAllocatorTest {
    private static final long REQUEST = 0x1_0000;
    private static final long DATA = 0x2_0000;
    private static final long FRAMES = 0x10_0008;
    private static final int FRAME_SIZE = 100;
    private static final int FUNCTIONTABLE = 0;
    private static final FileObject FILE = new FileObject(null);

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger notified = new AtomicInteger();
    /** The frames that requests have got and that were not freed since. */
    private final Set<Long> out = ConcurrentHashMap.newKeySet();
    /** How often a request got a frame that was out. */
    private final AtomicInteger twice = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static KSALLOCATOR_FRAMING framing(int frames, int size, int alignment) {
        return KSALLOCATOR_FRAMING
                .LAYOUT
                .allocate()
                .set(KSALLOCATOR_FRAMING.OptionsFlags, KSALLOCATOR_OPTIONF.SYSTEM_MEMORY)
                .set(KSALLOCATOR_FRAMING.PoolType, 1)
                .set(KSALLOCATOR_FRAMING.Frames, frames)
                .set(KSALLOCATOR_FRAMING.FrameSize, size)
                .set(KSALLOCATOR_FRAMING.FileAlignment, alignment);
    }

    /** Memory at addresses far from each other, counted. */
    private KsBuffer make(int size) {
        long address = FRAMES + 0x1_0000L * made.getAndIncrement();
        return new KsBuffer(ByteBuffer.allocate(size), address, closed::incrementAndGet);
    }

    private KsDefaultAllocator allocator(int frames) {
        return new KsDefaultAllocator(framing(frames, FRAME_SIZE, 0), this::make);
    }

    /** A request with its own memory. */
    private final class Request extends TestMemory {
        private final Irp irp = new Irp();
        private final ByteBuffer data;
        private final List<Long> told = new ArrayList<>();

        Request(int code, KsSet set, int id, int flags, ByteBuffer data, int length) {
            ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            set.guid().write(head, 0);
            head.putInt(16, id).putInt(20, flags);
            this.data = data.order(ByteOrder.LITTLE_ENDIAN);
            map(REQUEST, head.array()).map(DATA, data.array());
            boolean allocs = code == IOCTL_KS.METHOD && id == KSMETHOD_STREAMALLOCATOR.ALLOC.id();
            irp.initialize(FILE, this, code, REQUEST, 24, DATA, length, false, (over, block) -> {
                if (allocs && IoStatusBlock.statusCode(block) == 0 && !out.add(this.data.getLong(0))) {
                    twice.incrementAndGet();
                }
                synchronized (told) {
                    told.add(block);
                }
            });
        }

        @Override
        public <T extends KernelObject> T reference(long handle, Class<T> type) {
            return type.cast(new KernelObject.Event() {
                @Override
                public void set(int increment) {
                    notified.incrementAndGet();
                }

                @Override
                public void dereference() {
                    // Nothing is kept.
                }
            });
        }

        Request sendTo(KsDefaultAllocator allocator) {
            NtStatus status = switch (irp.controlCode()) {
                case IOCTL_KS.METHOD -> KsMethodHandler.handle(irp, SetTable.of(List.of(allocator.methodSet())));
                case IOCTL_KS.PROPERTY -> KsPropertyHandler.handle(irp, SetTable.of(List.of(allocator.propertySet())));
                default -> KsEnableEvent.handle(irp, SetTable.of(List.of(allocator.eventSet())), allocator.eventList());
            };
            if (!status.equals(NtStatus.PENDING)) {
                irp.complete(status);
            }
            return this;
        }

        boolean isBack() {
            synchronized (told) {
                return !told.isEmpty();
            }
        }

        NtStatus status() {
            synchronized (told) {
                assertEquals(1, told.size(), "completions");
                return NtStatus.of(IoStatusBlock.statusCode(told.get(0)));
            }
        }

        long address() {
            assertEquals(NtStatus.SUCCESS, status());
            return data.getLong(0);
        }
    }

    private Request alloc(KsDefaultAllocator allocator) {
        return new Request(
                        IOCTL_KS.METHOD,
                        KSMETHOD_STREAMALLOCATOR.SET,
                        KSMETHOD_STREAMALLOCATOR.ALLOC.id(),
                        KSMETHOD_TYPE.SEND,
                        ByteBuffer.allocate(8),
                        8)
                .sendTo(allocator);
    }

    private NtStatus free(KsDefaultAllocator allocator, long address) {
        out.remove(address);
        ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, address);
        return new Request(
                        IOCTL_KS.METHOD,
                        KSMETHOD_STREAMALLOCATOR.SET,
                        KSMETHOD_STREAMALLOCATOR.FREE.id(),
                        KSMETHOD_TYPE.SEND,
                        data,
                        8)
                .sendTo(allocator)
                .status();
    }

    private Request get(KsDefaultAllocator allocator, int id, int length) {
        return new Request(
                        IOCTL_KS.PROPERTY,
                        KSPROPERTY_STREAMALLOCATOR.SET,
                        id,
                        KSPROPERTY_TYPE.GET,
                        ByteBuffer.allocate(length),
                        length)
                .sendTo(allocator);
    }

    private int allocatedFrames(KsDefaultAllocator allocator) {
        return get(allocator, KSPROPERTY_STREAMALLOCATOR.STATUS.id(), 32).data.getInt(24);
    }

    private NtStatus enable(KsDefaultAllocator allocator, int id) {
        ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, KSEVENTF.EVENT_HANDLE);
        return new Request(IOCTL_KS.ENABLE_EVENT, KSEVENT_STREAMALLOCATOR.SET, id, KSEVENT_TYPE.ENABLE, data, 32)
                .sendTo(allocator)
                .status();
    }

    @Test
    void allocTellsTheAddressOfAFrame() {
        assertEquals(FRAMES, alloc(allocator(1)).address());
    }

    @Test
    void framesThatAreOutAreDifferent() {
        KsDefaultAllocator allocator = allocator(3);
        Set<Long> addresses = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            addresses.add(alloc(allocator).address());
        }
        assertEquals(3, addresses.size());
    }

    @Test
    void aFreedFrameIsUsedAgain() {
        KsDefaultAllocator allocator = allocator(5);
        long address = alloc(allocator).address();
        assertEquals(NtStatus.SUCCESS, free(allocator, address));
        assertEquals(address, alloc(allocator).address());
        assertEquals(1, made.get());
    }

    @Test
    void anAllocAtTheLimitPendsUntilAFrameIsFreed() {
        KsDefaultAllocator allocator = allocator(1);
        long address = alloc(allocator).address();
        Request waiting = alloc(allocator);
        assertFalse(waiting.isBack());
        free(allocator, address);
        assertEquals(address, waiting.address());
        assertEquals(1, allocatedFrames(allocator));
    }

    @Test
    void theOldestAllocIsServedFirst() {
        KsDefaultAllocator allocator = allocator(1);
        long address = alloc(allocator).address();
        Request first = alloc(allocator);
        Request second = alloc(allocator);
        free(allocator, address);
        assertTrue(first.isBack());
        assertFalse(second.isBack());
        free(allocator, address);
        assertEquals(address, second.address());
    }

    @Test
    void aCancelledAllocLeavesTheFrameToTheNext() {
        KsDefaultAllocator allocator = allocator(1);
        long address = alloc(allocator).address();
        Request first = alloc(allocator);
        Request second = alloc(allocator);
        first.irp.cancel();
        assertEquals(NtStatus.CANCELLED, first.status());
        free(allocator, address);
        assertEquals(address, second.address());
    }

    @Test
    void noFramesMeansNoLimit() {
        KsDefaultAllocator allocator = allocator(0);
        for (int i = 0; i < 1000; i++) {
            alloc(allocator).address();
        }
        assertEquals(1000, allocatedFrames(allocator));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, FRAMES + 1, FRAMES + 0x1_0000, -1})
    void freeingWhatIsNoFrameIsAnInvalidParameter(long address) {
        KsDefaultAllocator allocator = allocator(2);
        alloc(allocator);
        assertEquals(NtStatus.INVALID_PARAMETER, free(allocator, address));
    }

    @Test
    void freeingAFrameTwiceIsAnInvalidParameter() {
        KsDefaultAllocator allocator = allocator(2);
        long address = alloc(allocator).address();
        free(allocator, address);
        assertEquals(NtStatus.INVALID_PARAMETER, free(allocator, address));
    }

    @Test
    void theMethodsNeedRoomForAnAddress() {
        KsDefaultAllocator allocator = allocator(1);
        for (int id = 0; id <= 1; id++) {
            Request request = new Request(
                    IOCTL_KS.METHOD, KSMETHOD_STREAMALLOCATOR.SET, id, KSMETHOD_TYPE.SEND, ByteBuffer.allocate(7), 7);
            assertEquals(NtStatus.BUFFER_TOO_SMALL, request.sendTo(allocator).status());
        }
        assertEquals(0, allocatedFrames(allocator));
    }

    @Test
    void aQueryForTheSizeTakesNoFrameEvenIfItReachesTheHandler() {
        KsDefaultAllocator allocator = allocator(1);
        KsPolicies calls = KsPolicies.RECOMMENDED.with(KsPolicy.ZeroOutput.CALLS_HANDLER);
        for (int id = 0; id <= 1; id++) {
            Irp irp = new Request(
                            IOCTL_KS.METHOD,
                            KSMETHOD_STREAMALLOCATOR.SET,
                            id,
                            KSMETHOD_TYPE.SEND,
                            ByteBuffer.allocate(0),
                            0)
                    .irp;
            NtStatus status = KsMethodHandler.handle(irp, SetTable.of(List.of(allocator.methodSet())), null, 0, calls);
            assertEquals(NtStatus.BUFFER_OVERFLOW, status);
            assertEquals(8, irp.information());
        }
        assertEquals(0, allocatedFrames(allocator));
    }

    @Test
    void theStatusTellsTheFramingAndTheFramesThatAreOut() {
        KsDefaultAllocator allocator = new KsDefaultAllocator(framing(9, 512, 0xFF), this::make);
        alloc(allocator);
        free(allocator, alloc(allocator).address());
        ByteBuffer expected = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        expected.put(0, framing(9, 512, 0xFF).buffer(), 0, 24).putInt(24, 1);
        assertEquals(expected, get(allocator, KSPROPERTY_STREAMALLOCATOR.STATUS.id(), 32).data);
    }

    @Test
    void theFunctionTableIsRefused() {
        assertEquals(
                NtStatus.INVALID_DEVICE_REQUEST,
                get(allocator(1), FUNCTIONTABLE, 16).status());
    }

    @Test
    void aFreedFrameNotifies() {
        KsDefaultAllocator allocator = allocator(1);
        assertEquals(NtStatus.SUCCESS, enable(allocator, KSEVENT_STREAMALLOCATOR.FREEFRAME.id()));
        long address = alloc(allocator).address();
        assertEquals(0, notified.get());
        free(allocator, address);
        assertEquals(1, notified.get());
    }

    @Test
    void theInternalEventIsNotForClients() {
        assertEquals(NtStatus.NOT_FOUND, enable(allocator(1), KSEVENT_STREAMALLOCATOR.INTERNAL_FREEFRAME.id()));
    }

    @Test
    void aDirectCallGetsNoFrameAtTheLimit() {
        KsDefaultAllocator allocator = allocator(1);
        KsBuffer frame = allocator.allocate();
        assertEquals(FRAME_SIZE, frame.size());
        assertNull(allocator.allocate());
        assertEquals(NtStatus.SUCCESS, allocator.free(frame.address()));
        assertNotNull(allocator.allocate());
    }

    @Test
    void closingAFrameDoesNotTakeItsMemory() {
        allocator(1).allocate().close();
        assertEquals(0, closed.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 0x1FF, 0xFFF})
    void framesAreAligned(int alignment) {
        KsDefaultAllocator allocator = new KsDefaultAllocator(framing(0, FRAME_SIZE, alignment), this::make);
        KsBuffer frame = allocator.allocate();
        assertEquals(0, frame.address() & alignment);
        assertEquals(FRAME_SIZE, frame.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 0x1FE, 0x1000, 0x1FFF, -1, Integer.MIN_VALUE})
    void anAlignmentThatIsNoneIsAnInvalidParameter(int alignment) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing(1, 8, alignment)));
    }

    @Test
    void framesWithoutASizeAreAnInvalidParameter() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing(1, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 28) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void framesLargerThanThePoolAreRefused(int size) {
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, refused(framing(1, size, 0)));
    }

    private NtStatus refused(KSALLOCATOR_FRAMING framing) {
        return assertThrows(KsException.class, () -> new KsDefaultAllocator(framing, this::make))
                .status();
    }

    @Test
    void framesEndWithThePool() {
        KsDefaultAllocator allocator = allocator(0);
        for (int i = 0; i < 1 << 16; i++) {
            assertNotNull(allocator.allocate());
        }
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, alloc(allocator).status());
    }

    @Test
    void memoryThatThereIsNotFailsTheAlloc() {
        KsDefaultAllocator allocator = new KsDefaultAllocator(framing(1, 8, 0), size -> {
            throw KsException.of("x", NtStatus.INSUFFICIENT_RESOURCES);
        });
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, alloc(allocator).status());
        assertEquals(0, allocatedFrames(allocator));
    }

    @Test
    void closingCancelsThoseWhoWaitAndFreesAllFrames() {
        KsDefaultAllocator allocator = allocator(2);
        free(allocator, alloc(allocator).address());
        alloc(allocator);
        alloc(allocator);
        Request waiting = alloc(allocator);
        allocator.close();
        allocator.close();
        assertEquals(NtStatus.CANCELLED, waiting.status());
        assertEquals(2, made.get());
        assertEquals(2, closed.get());
    }

    @Test
    void afterTheEndNothingIsGivenOut() {
        KsDefaultAllocator allocator = allocator(0);
        allocator.close();
        assertNull(allocator.allocate());
        assertEquals(NtStatus.CANCELLED, alloc(allocator).status());
        assertEquals(0, made.get());
    }

    /** Runs tasks together and waits for all. */
    private void race(List<Callable<Void>> tasks) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(tasks.size());
        List<Future<?>> running = new ArrayList<>();
        for (Callable<Void> task : tasks) {
            running.add(threads.submit(() -> {
                barrier.await();
                return task.call();
            }));
        }
        for (Future<?> future : running) {
            future.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void allocsFreesAndCancelsRaceWithoutLossAndWithoutAFrameGivenTwice() throws Exception {
        for (int round = 0; round < 200; round++) {
            KsDefaultAllocator allocator = allocator(3);
            ConcurrentLinkedQueue<Request> sent = new ConcurrentLinkedQueue<>();
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                Random random = new Random(round * 3L + t);
                tasks.add(() -> {
                    for (int i = 0; i < 60; i++) {
                        Request request = alloc(allocator);
                        sent.add(request);
                        if (random.nextInt(3) == 0) {
                            request.irp.cancel();
                        }
                        freeWhatIsBack(allocator, sent);
                    }
                    return null;
                });
            }
            race(tasks);
            while (!sent.isEmpty()) {
                freeWhatIsBack(allocator, sent);
            }
            assertEquals(0, twice.get());
            assertEquals(0, allocatedFrames(allocator));
            allocator.close();
        }
        assertEquals(made.get(), closed.get());
    }

    /** Looks at the oldest request: frees its frame, or puts it back. */
    private void freeWhatIsBack(KsDefaultAllocator allocator, ConcurrentLinkedQueue<Request> sent) {
        Request request = sent.poll();
        if (request == null) {
            return;
        }
        if (!request.isBack()) {
            sent.add(request);
            return;
        }
        if (request.status().isSuccess()) {
            long address = request.address();
            out.remove(address);
            assertEquals(NtStatus.SUCCESS, allocator.free(address));
        } else {
            assertEquals(NtStatus.CANCELLED, request.status());
        }
    }

    @Test
    void theEndRacesAllocsAndFreesWithoutLossOrLeak() throws Exception {
        for (int round = 0; round < 1000; round++) {
            KsDefaultAllocator allocator = allocator(2);
            ConcurrentLinkedQueue<Request> sent = new ConcurrentLinkedQueue<>();
            race(List.of(
                    () -> {
                        for (int i = 0; i < 8; i++) {
                            sent.add(alloc(allocator));
                        }
                        return null;
                    },
                    () -> {
                        for (int i = 0; i < 8; i++) {
                            KsBuffer frame = allocator.allocate();
                            if (frame != null) {
                                allocator.free(frame.address());
                            }
                        }
                        return null;
                    },
                    () -> {
                        allocator.close();
                        return null;
                    }));
            for (Request request : sent) {
                assertNotEquals(NtStatus.PENDING, request.status());
            }
            assertEquals(made.get(), closed.get());
        }
    }
}

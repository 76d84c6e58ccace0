package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.BlockAllocator;
import io.github.ks4j.io.CountingAllocator;
import io.github.ks4j.io.FailingAllocator;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.io.PooledAllocator;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter's duties around its own memory: what the handler sees of it, what travels back, and that it is freed once. */
class FilterAllocatorTest {
    private static final KsAllocator HEAP = (request, size, in) -> KsBuffer.heap(size);
    private static final byte STALE = (byte) 0xEE;

    private final Irp irp = new Irp();
    private final byte[] out = new byte[12];
    private final TestMemory caller = new TestMemory();
    private byte[] seen;
    private int answers = 12;
    private NtStatus answer = NtStatus.SUCCESS;

    /** Memory that is full of an earlier request's bytes. */
    private static KsBuffer stale(int size) {
        KsBuffer buffer = KsBuffer.heap(size);
        Arrays.fill(buffer.bytes().array(), STALE);
        return buffer;
    }

    private NtStatus look(Irp request, ByteBuffer head, ByteBuffer data) {
        if (data != null) {
            seen = new byte[data.limit()];
            data.get(0, seen);
        }
        request.information(answers);
        return answer;
    }

    private Irp send(int code, int flags, int length, boolean synchronous) {
        caller.map(TestRequest.IN, TestRequest.head(1, flags)).map(TestRequest.OUT, out);
        return irp.initialize(
                new FileObject(null),
                caller,
                code,
                TestRequest.IN,
                24,
                TestRequest.OUT,
                length,
                synchronous,
                (i, block) -> {});
    }

    private NtStatus property(int operation, int length, boolean synchronous, KsAllocator allocator) {
        SetTable<PropertySet> table = SetTable.of(PropertySet.of(TestRequest.SET)
                .item(1)
                .get(this::look)
                .set(this::look)
                .build());
        return KsPropertyHandler.handle(send(IOCTL_KS.PROPERTY, operation, length, synchronous), table, allocator, 0);
    }

    private NtStatus get(KsAllocator allocator) {
        return property(KSPROPERTY_TYPE.GET, out.length, true, allocator);
    }

    private NtStatus method(int direction, boolean synchronous, KsAllocator allocator) {
        SetTable<MethodSet> table =
                SetTable.of(MethodSet.of(TestRequest.SET, MethodItem.of(1, direction, 0, this::look)));
        return KsMethodHandler.handle(
                send(IOCTL_KS.METHOD, KSMETHOD_TYPE.SEND, out.length, synchronous), table, allocator, 0);
    }

    @Test
    void aGetSeesNothingOfEarlierRequests() {
        get(new FilterAllocator((request, size, in) -> stale(size)));
        assertArrayEquals(new byte[12], seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {KSMETHOD_TYPE.NONE, KSMETHOD_TYPE.WRITE})
    void aMethodWithoutTheCallersDataSeesNothingOfEarlierRequests(int direction) {
        Arrays.fill(out, (byte) 3);
        method(direction, true, new FilterAllocator((request, size, in) -> stale(size)));
        assertArrayEquals(new byte[12], seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {KSMETHOD_TYPE.READ, KSMETHOD_TYPE.MODIFY})
    void aMethodThatReadsSeesTheCallersData(int direction) {
        Arrays.fill(out, (byte) 3);
        method(direction, true, new FilterAllocator((request, size, in) -> stale(size)));
        assertArrayEquals(out, seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.READ, KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.WRITE})
    void aMethodOnTheCallersMemorySeesTheCallersData(int direction) {
        Arrays.fill(out, (byte) 3);
        method(direction, true, new FilterAllocator((request, size, in) -> stale(size)));
        assertArrayEquals(out, seen);
    }

    @Test
    void aSetSeesTheCallersData() {
        Arrays.fill(out, (byte) 3);
        property(KSPROPERTY_TYPE.SET, out.length, true, new FilterAllocator((request, size, in) -> stale(size)));
        assertArrayEquals(out, seen);
    }

    @Test
    void aSetIsNotCopiedBack() {
        CountingAllocator memory = new CountingAllocator(HEAP);
        NtStatus status = property(KSPROPERTY_TYPE.SET, out.length, true, new FilterAllocator(memory));
        irp.systemBuffer().bytes().put(0, STALE);
        irp.complete(status);
        assertEquals(0, out[0]);
    }

    @Test
    void aWarningTakesItsBytesBack() {
        answer = NtStatus.BUFFER_OVERFLOW;
        answers = 1;
        NtStatus status = get(new FilterAllocator(HEAP));
        irp.systemBuffer().bytes().put(0, (byte) 1).put(1, (byte) 1);
        irp.complete(status);
        assertEquals(1, out[0]);
        assertEquals(0, out[1]);
    }

    @Test
    void theFlagsThatWouldLetTheIoManagerCopyAndFreeStayClear() {
        get(new FilterAllocator(HEAP));
        assertEquals(0, irp.flags() & (Irp.BUFFERED_IO | Irp.DEALLOCATE_BUFFER | Irp.INPUT_OPERATION));
    }

    @Test
    void anInputOperationThatNobodyWaitsForHasItsDestinationLockedWhenTheMemoryIsAllocated() {
        Mdl[] atAllocation = new Mdl[1];
        KsAllocator watching = (request, size, in) -> {
            atAllocation[0] = irp.mdlAddress();
            return KsBuffer.heap(size);
        };
        property(KSPROPERTY_TYPE.GET, out.length, false, new FilterAllocator(watching));
        assertNotNull(atAllocation[0]);
        assertEquals(12, atAllocation[0].byteCount());
        assertTrue(atAllocation[0].access().writes());
    }

    @Test
    void whatIsLockedIsReachedThoughItsProcessHasGoneWhenTheRequestCompletes() {
        property(KSPROPERTY_TYPE.GET, out.length, false, new FilterAllocator(HEAP));
        irp.systemBuffer().bytes().put(0, (byte) 1);
        caller.map(TestRequest.OUT, new byte[0]);
        irp.complete(NtStatus.SUCCESS);
        assertEquals(1, out[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {KSPROPERTY_TYPE.GET, KSPROPERTY_TYPE.SET})
    void nothingIsLockedForARequestThatItsCallerWaitsFor(int operation) {
        property(operation, out.length, true, new FilterAllocator(HEAP));
        assertNull(irp.mdlAddress());
    }

    @Test
    void nothingIsLockedForASizeQuery() {
        property(KSPROPERTY_TYPE.GET, 0, false, new FilterAllocator(HEAP));
        assertNull(irp.mdlAddress());
    }

    @Test
    void noMemoryIsTakenIfTheDestinationCannotBeLocked() {
        CountingAllocator memory = new CountingAllocator(HEAP);
        FilterAllocator filter = new FilterAllocator(memory);
        // The destination goes away between the probe and the lock.
        KsAllocator late = (request, size, in) -> {
            caller.map(TestRequest.OUT, new byte[0]);
            return filter.allocate(request, size, in);
        };
        assertEquals(NtStatus.ACCESS_VIOLATION, property(KSPROPERTY_TYPE.GET, out.length, false, late));
        assertEquals(0, memory.lastSize());
    }

    /** A request through memory that is counted, from its dispatch to its end. */
    private CountingAllocator spend(CountingAllocator memory, NtStatus expected) {
        NtStatus status = get(new FilterAllocator(memory));
        assertEquals(expected, status);
        irp.complete(status);
        assertEquals(0, memory.outstanding(), "outstanding");
        assertEquals(0, memory.violations(), "violations");
        return memory;
    }

    static Stream<NtStatus> outcomes() {
        return Stream.of(
                NtStatus.SUCCESS,
                NtStatus.BUFFER_OVERFLOW,
                NtStatus.NO_MORE_ENTRIES,
                NtStatus.VERIFY_REQUIRED,
                NtStatus.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void memoryIsFreedOnceWhateverTheOutcome(NtStatus outcome) {
        answer = outcome;
        assertEquals(1, spend(new CountingAllocator(HEAP), outcome).completions());
    }

    @Test
    void memoryOfARequestThatPendedIsFreedWhenItCompletesAndNotBefore() {
        CountingAllocator memory = new CountingAllocator(HEAP);
        answer = NtStatus.PENDING;
        property(KSPROPERTY_TYPE.GET, out.length, false, new FilterAllocator(memory));
        assertEquals(1, memory.outstanding());
        irp.complete(NtStatus.CANCELLED);
        assertEquals(0, memory.outstanding());
    }

    @Test
    void memoryIsFreedThoughTheRequestGoesAwayAfterItIsAllocated() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> {
            caller.map(TestRequest.IN, new byte[0]);
            return KsBuffer.heap(size);
        });
        assertEquals(1, spend(memory, NtStatus.ACCESS_VIOLATION).completions());
    }

    @Test
    void memoryIsFreedThoughTheCallersBufferIsGoneWhenBytesGoBack() {
        CountingAllocator memory = new CountingAllocator(HEAP);
        NtStatus status = get(new FilterAllocator(memory));
        caller.map(TestRequest.OUT, new byte[0]);
        irp.complete(status);
        assertEquals(1, memory.completions());
    }

    @Test
    void memoryThatCannotBeWrittenIsGivenBack() {
        CountingAllocator memory = new CountingAllocator(
                (request, size, in) -> new KsBuffer(ByteBuffer.allocate(size).asReadOnlyBuffer(), 0, () -> {}));
        assertEquals(1, spend(memory, NtStatus.INSUFFICIENT_RESOURCES).completions());
    }

    @Test
    void memoryThatIsTooSmallIsGivenBackOnce() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> KsBuffer.heap(size - 1));
        assertEquals(1, spend(memory, NtStatus.INSUFFICIENT_RESOURCES).completions());
    }

    @Test
    void memoryThatIsTooSmallDoesNotStayWithTheRequest() {
        get(new FilterAllocator((request, size, in) -> KsBuffer.heap(size - 1)));
        assertNull(irp.systemBuffer());
    }

    @Test
    void anAllocatorThatGivesNothingIsToldNothing() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> null);
        assertEquals(0, spend(memory, NtStatus.INSUFFICIENT_RESOURCES).completions());
    }

    @Test
    void anAllocatorThatRefusesIsToldNothing() {
        CountingAllocator memory = new CountingAllocator(FailingAllocator.nth(1, NtStatus.DEVICE_NOT_READY, HEAP));
        assertEquals(0, spend(memory, NtStatus.DEVICE_NOT_READY).completions());
    }

    @Test
    void anAllocatorThatThrowsIsToldNothing() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> {
            throw new IllegalStateException("defect");
        });
        assertEquals(0, spend(memory, NtStatus.INSUFFICIENT_RESOURCES).completions());
    }

    @Test
    void aJavaHeapThatIsFullIsInsufficientResources() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> {
            throw new OutOfMemoryError("as if");
        });
        assertEquals(0, spend(memory, NtStatus.INSUFFICIENT_RESOURCES).completions());
    }

    @Test
    void anAllocatorThatIsAskedAgainKeepsWhatItGaveUntilTheRequestIsComplete() {
        CountingAllocator memory = new CountingAllocator((request, size, in) -> stale(size));
        FilterAllocator filter = new FilterAllocator(memory);
        NtStatus status = get(filter);
        KsBuffer second = filter.allocate(irp, 100, false);
        assertEquals(2, memory.outstanding());
        assertEquals(0, second.bytes().get(99), "the second buffer shows nothing of earlier requests");
        irp.complete(status);
        assertEquals(2, memory.completions());
        assertEquals(0, memory.violations());
    }

    @Test
    void everyBufferIsFreedThoughTheMemoryThrowsWhenToldOfOne() {
        CountingAllocator memory = new CountingAllocator(new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
                return KsBuffer.heap(size);
            }

            @Override
            public void completed(KsRequest request, KsBuffer buffer) {
                throw new IllegalStateException("defect");
            }
        });
        FilterAllocator filter = new FilterAllocator(memory);
        NtStatus status = get(filter);
        filter.allocate(irp, 100, false);
        irp.complete(status);
        assertEquals(2, memory.completions());
    }

    /** Each ready-made allocator as a filter's memory. */
    static Stream<Arguments> readyMade() {
        return Stream.of(
                Arguments.of(Named.of("pool", new PooledAllocator(KsBuffer::heap))),
                Arguments.of(Named.of("block", new BlockAllocator(KsBuffer.heap(4096)))),
                Arguments.of(Named.of("the kernel's pool", PoolAllocator.INSTANCE)));
    }

    @ParameterizedTest
    @MethodSource("readyMade")
    void whatOneRequestLeftInReadyMadeMemoryIsNotSeenByTheNext(KsAllocator memory) {
        FilterAllocator filter = new FilterAllocator(memory);
        Arrays.fill(out, STALE);
        irp.complete(property(KSPROPERTY_TYPE.SET, out.length, true, filter));
        irp.complete(get(filter));
        assertArrayEquals(new byte[12], out);
    }
}

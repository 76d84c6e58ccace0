package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IrpTest {
    private static final KsSet SET = KsSet.of("SET", "{A0A0A0A0-0001-4001-8001-000000000001}");
    private static final long IN = 0x1000;
    private static final long OUT = 0x2000;

    private final List<Long> told = new ArrayList<>();
    private final byte[] out = new byte[8];
    private final Irp irp = new Irp();

    private Irp request(int flags, boolean synchronous) {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        SET.guid().write(head, 0);
        head.putInt(16, 1).putInt(20, flags);
        TestMemory memory = new TestMemory().map(IN, head.array()).map(OUT, out);
        return irp.initialize(
                new FileObject(null),
                memory,
                0x2F0003,
                IN,
                24,
                OUT,
                out.length,
                synchronous,
                (i, block) -> told.add(block));
    }

    private static SetTable<PropertySet> getter(KsHandler handler) {
        return SetTable.of(PropertySet.of(SET).item(1).get(handler).build());
    }

    private static SetTable<MethodSet> method(int flags, KsHandler handler) {
        return SetTable.of(MethodSet.of(SET, MethodItem.of(1, flags, 0, handler)));
    }

    private static NtStatus fill(Irp irp, ByteBuffer request, ByteBuffer data) {
        for (int i = 0; i < data.limit(); i++) {
            data.put(i, (byte) (i + 1));
        }
        irp.information(data.limit());
        return NtStatus.SUCCESS;
    }

    @Test
    void aPendedRequestIsCompletedLaterWithItsBytes() {
        KsHandler pends = (i, request, data) -> {
            fill(i, request, data);
            i.markPending();
            return NtStatus.PENDING;
        };
        assertEquals(NtStatus.PENDING, KsPropertyHandler.handle(request(KSPROPERTY_TYPE.GET, false), getter(pends)));
        assertEquals(List.of(), told);
        irp.complete(NtStatus.SUCCESS);
        assertEquals(List.of(IoStatusBlock.of(NtStatus.SUCCESS, 8)), told);
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, out);
    }

    @Test
    void completingTwiceIsADefectThatShows() {
        request(KSPROPERTY_TYPE.GET, true).complete(NtStatus.SUCCESS);
        assertThrows(IllegalStateException.class, () -> irp.complete(NtStatus.SUCCESS));
        assertEquals(1, told.size());
    }

    @Test
    void aRequestThatIsUnderWayCannotBeReplaced() {
        request(KSPROPERTY_TYPE.GET, true);
        assertThrows(IllegalStateException.class, () -> request(KSPROPERTY_TYPE.GET, true));
    }

    @Test
    void nothingIsCopiedBackOnAnError() {
        KsHandler fails = (i, request, data) -> {
            fill(i, request, data);
            return NtStatus.DEVICE_NOT_READY;
        };
        irp.complete(KsPropertyHandler.handle(request(KSPROPERTY_TYPE.GET, true), getter(fails)));
        assertArrayEquals(new byte[8], out);
    }

    @Test
    void whatAHandlerThrowsIsAStatus() {
        KsHandler throwing = (i, request, data) -> {
            i.information(8);
            throw new IllegalStateException("defect");
        };
        NtStatus status = KsPropertyHandler.handle(request(KSPROPERTY_TYPE.GET, true), getter(throwing));
        assertEquals(NtStatus.UNSUCCESSFUL, status);
        assertEquals(0, irp.information());
    }

    @Test
    void cancellingRunsTheRoutineThatIsArmed() {
        request(KSPROPERTY_TYPE.GET, false).pend(cancelled -> irp.complete(NtStatus.CANCELLED));
        irp.cancel();
        assertEquals(List.of(IoStatusBlock.of(NtStatus.CANCELLED, 0)), told);
    }

    @Test
    void aCancelThatCameBeforePendingIsNotLost() {
        request(KSPROPERTY_TYPE.GET, false).cancel();
        irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
        assertEquals(List.of(IoStatusBlock.of(NtStatus.CANCELLED, 0)), told);
    }

    @Test
    void cancellingAfterCompletionDoesNothing() {
        request(KSPROPERTY_TYPE.GET, false).pend(cancelled -> irp.complete(NtStatus.CANCELLED));
        assertTrue(irp.setCancelRoutine(null), "still armed");
        irp.complete(NtStatus.SUCCESS);
        irp.cancel();
        assertEquals(List.of(IoStatusBlock.of(NtStatus.SUCCESS, 0)), told);
    }

    @Test
    @Timeout(60)
    void completionAndCancelRacingEndARequestExactlyOnce() throws InterruptedException {
        for (int round = 0; round < 2_000; round++) {
            AtomicInteger ends = new AtomicInteger();
            Irp raced = new Irp();
            raced.initialize(new FileObject(null), new TestMemory(), 0x2F0003, IN, 24, OUT, 0, false, (i, block) -> {
                ends.incrementAndGet();
            });
            raced.pend(cancelled -> raced.complete(NtStatus.CANCELLED));
            CountDownLatch start = new CountDownLatch(1);
            Thread canceller = new Thread(() -> {
                await(start);
                raced.cancel();
            });
            canceller.start();
            start.countDown();
            if (raced.setCancelRoutine(null)) {
                raced.complete(NtStatus.SUCCESS);
            }
            canceller.join();
            assertEquals(1, ends.get());
        }
    }

    @Test
    void anAllocatorIsAskedOnceAndToldOnce() {
        Recorder recorder = new Recorder();
        NtStatus status = KsMethodHandler.handle(
                request(KSMETHOD_TYPE.SEND, true),
                method(KSMETHOD_TYPE.WRITE, IrpTest::fill),
                new FilterAllocator(recorder),
                0);
        irp.complete(status);
        assertEquals(List.of("allocate 32 true", "completed"), recorder.calls);
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, out, "the filter copies back");
    }

    @Test
    void anAllocatorIsToldOfARequestThatFailed() {
        Recorder recorder = new Recorder();
        irp.complete(KsMethodHandler.handle(
                request(KSMETHOD_TYPE.SEND, true),
                method(KSMETHOD_TYPE.WRITE, (i, r, d) -> NtStatus.IO_TIMEOUT),
                new FilterAllocator(recorder),
                0));
        assertEquals(List.of("allocate 32 true", "completed"), recorder.calls);
        assertArrayEquals(new byte[8], out);
    }

    @Test
    void anAsynchronousInputOperationLocksTheCallersBuffer() {
        KsHandler pends = (i, request, data) -> {
            assertEquals(LOCK_OPERATION.IoWriteAccess, i.mdlAddress().access());
            fill(i, request, data);
            return i.pend(cancelled -> {});
        };
        KsMethodHandler.handle(
                request(KSMETHOD_TYPE.SEND, false),
                method(KSMETHOD_TYPE.MODIFY, pends),
                new FilterAllocator(new Recorder()),
                0);
        irp.complete(NtStatus.SUCCESS);
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, out);
    }

    @Test
    void aSecondDispatchFindsTheCapturedParameters() {
        SetTable<PropertySet> table = getter(IrpTest::fill);
        KsPropertyHandler.handle(request(KSPROPERTY_TYPE.GET, true), table);
        KsBuffer captured = irp.systemBuffer();
        assertEquals(NtStatus.SUCCESS, KsPropertyHandler.handle(irp, table));
        assertTrue(captured == irp.systemBuffer());
    }

    @Test
    void twoItemsOfOneNumberAreRefusedWhenTheSetIsBuilt() {
        PropertySet.Builder set = PropertySet.of(SET);
        set.item(1);
        set.item(1);
        assertThrows(IllegalArgumentException.class, set::build);
    }

    @Test
    void setsAreFoundWhateverTheirNumber() {
        List<PropertySet> sets = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sets.add(PropertySet.of(new KsSet("S" + i, new Guid(i, ~i))).item(i).build());
        }
        SetTable<PropertySet> table = SetTable.of(sets);
        ByteBuffer guid = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 64; i++) {
            new Guid(i, ~i).write(guid, 0);
            assertEquals(i, table.find(guid, 0));
        }
        new Guid(64, 64).write(guid, 0);
        assertEquals(-1, table.find(guid, 0));
        assertFalse(table.next(0) >= 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Recorder implements KsAllocator {
        private final List<String> calls = new ArrayList<>();

        @Override
        public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
            calls.add("allocate " + size + " " + inputOperation);
            return KsBuffer.heap(size);
        }

        @Override
        public void completed(KsRequest request, KsBuffer buffer) {
            calls.add("completed");
        }
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pointers, lengths, allocators and handlers that are wrong: each is a status, and nothing else happens. */
class RequestFaultTest {
    private final TestRequest request = new TestRequest();
    private boolean called;

    private final SetTable<PropertySet> properties = SetTable.of(PropertySet.of(TestRequest.SET)
            .item(1)
            .get(this::answer)
            .set(this::answer)
            .build());

    private NtStatus answer(Irp irp, ByteBuffer head, ByteBuffer data) {
        called = true;
        return NtStatus.SUCCESS;
    }

    private NtStatus get(KsHandler handler) {
        SetTable<PropertySet> table =
                SetTable.of(PropertySet.of(TestRequest.SET).item(1).get(handler).build());
        return KsPropertyHandler.handle(request.to(1, KSPROPERTY_TYPE.GET, new byte[4]), table);
    }

    private NtStatus allocateBy(KsAllocator allocator) {
        return KsPropertyHandler.handle(request.to(1, KSPROPERTY_TYPE.GET, new byte[4]), properties, allocator, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {KSPROPERTY_TYPE.GET, KSPROPERTY_TYPE.SET, KSPROPERTY_TYPE.BASICSUPPORT})
    void aDataPointerThatFaultsIsAnAccessViolationBeforeTheHandlerRuns(int operation) {
        TestMemory memory = new TestMemory().map(TestRequest.IN, TestRequest.head(1, operation));
        assertEquals(NtStatus.ACCESS_VIOLATION, KsPropertyHandler.handle(request.send(memory, 24, 4), properties));
        assertFalse(called);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                KSMETHOD_TYPE.READ,
                KSMETHOD_TYPE.WRITE,
                KSMETHOD_TYPE.MODIFY,
                KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.READ,
                KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.WRITE
            })
    void aMethodsDataPointerThatFaultsIsAnAccessViolationBeforeTheHandlerRuns(int direction) {
        TestMemory memory = new TestMemory().map(TestRequest.IN, TestRequest.head(1, KSMETHOD_TYPE.SEND));
        SetTable<MethodSet> methods =
                SetTable.of(MethodSet.of(TestRequest.SET, MethodItem.of(1, direction, 0, this::answer)));
        assertEquals(NtStatus.ACCESS_VIOLATION, KsMethodHandler.handle(request.send(memory, 24, 4), methods));
        assertFalse(called);
    }

    @Test
    void aMethodOfNoDirectionDoesNotTouchTheCallersData() {
        TestMemory memory = new TestMemory().map(TestRequest.IN, TestRequest.head(1, KSMETHOD_TYPE.SEND));
        SetTable<MethodSet> methods =
                SetTable.of(MethodSet.of(TestRequest.SET, MethodItem.of(1, KSMETHOD_TYPE.NONE, 0, this::answer)));
        assertEquals(NtStatus.SUCCESS, KsMethodHandler.handle(request.send(memory, 24, 4), methods));
    }

    @Test
    void aRequestThatEndsOutsideItsMemoryIsAnAccessViolation() {
        TestMemory memory = new TestMemory().map(TestRequest.IN, TestRequest.head(1, KSPROPERTY_TYPE.GET));
        assertEquals(NtStatus.ACCESS_VIOLATION, KsPropertyHandler.handle(request.send(memory, 32, 0), properties));
    }

    @Test
    void parametersThatNoArrayCanHoldAreInsufficientResources() {
        byte[] head = TestRequest.head(1, KSPROPERTY_TYPE.GET);
        RequestorProcess boundless = new RequestorProcess() {
            @Override
            public NtStatus probe(long address, int length, boolean writable) {
                return NtStatus.SUCCESS;
            }

            @Override
            public NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
                target.put(targetOffset, head, 0, Math.min(length, head.length));
                return NtStatus.SUCCESS;
            }

            @Override
            public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
                return NtStatus.SUCCESS;
            }

            @Override
            public ByteBuffer lock(long address, int length, boolean writable) {
                return null;
            }
        };
        assertEquals(
                NtStatus.INSUFFICIENT_RESOURCES,
                KsPropertyHandler.handle(request.send(boundless, 31, 0x7FFF_FFE0), properties));
    }

    @Test
    void theStatusOfAnAllocatorThatRefusesIsTheRequests() {
        KsAllocator refusing = (r, size, in) -> {
            throw KsException.of("allocate", NtStatus.DEVICE_NOT_READY);
        };
        assertEquals(NtStatus.DEVICE_NOT_READY, allocateBy(refusing));
        assertFalse(called);
    }

    @Test
    void anAllocatorThatThrowsAnythingElseIsInsufficientResources() {
        KsAllocator defective = (r, size, in) -> {
            throw new IllegalStateException("defect");
        };
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, allocateBy(defective));
    }

    @Test
    void anAllocatorThatGivesNothingIsInsufficientResources() {
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, allocateBy((r, size, in) -> null));
    }

    @Test
    void anAllocatorThatGivesTooLittleIsInsufficientResources() {
        assertEquals(NtStatus.INSUFFICIENT_RESOURCES, allocateBy((r, size, in) -> KsBuffer.heap(size - 1)));
        assertFalse(called);
    }

    @Test
    void aHandlerThatThrowsAStatusFailsWithIt() {
        KsHandler throwing = (irp, head, data) -> {
            irp.information(4);
            throw KsException.of("read the device", NtStatus.IO_TIMEOUT);
        };
        assertEquals(NtStatus.IO_TIMEOUT, get(throwing));
        assertEquals(0, request.irp.information());
    }

    @Test
    void aHandlerThatThrowsAStatusOfSuccessFailsAllTheSame() {
        KsHandler throwing = (irp, head, data) -> {
            throw new KsBadReplyException("the lower device's reply is malformed");
        };
        assertEquals(NtStatus.UNSUCCESSFUL, get(throwing));
    }

    @Test
    void aHandlerThatReturnsNothingFails() {
        assertEquals(NtStatus.UNSUCCESSFUL, get((irp, head, data) -> null));
    }

    private static void defect(boolean error) {
        if (error) {
            throw new AssertionError("defect");
        }
        throw new IllegalStateException("defect");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSenderIsToldThoughTheCompletionRoutineThrows(boolean error) {
        request.to(1, KSPROPERTY_TYPE.GET);
        request.irp.setCompletionRoutine((irp, block) -> defect(error));
        request.irp.complete(NtStatus.SUCCESS);
        assertEquals(List.of(IoStatusBlock.of(NtStatus.SUCCESS, 0)), request.told);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCancellerGoesOnThoughTheCancelRoutineThrows(boolean error) {
        request.to(1, KSPROPERTY_TYPE.GET);
        request.irp.pend(irp -> {
            irp.complete(NtStatus.CANCELLED);
            defect(error);
        });
        request.irp.cancel();
        assertEquals(List.of(IoStatusBlock.of(NtStatus.CANCELLED, 0)), request.told);
    }

    @Test
    void anAllocatorsMemoryIsFreedThoughTheRequestFaults() {
        boolean[] freed = {false};
        KsAllocator memory = new KsAllocator() {
            @Override
            public KsBuffer allocate(KsRequest r, int size, boolean inputOperation) {
                return KsBuffer.heap(size);
            }

            @Override
            public void completed(KsRequest r, KsBuffer buffer) {
                freed[0] = true;
            }
        };
        KsHandler failing = (irp, head, data) -> NtStatus.INVALID_PARAMETER;
        SetTable<PropertySet> table =
                SetTable.of(PropertySet.of(TestRequest.SET).item(1).get(failing).build());
        Irp irp = request.to(1, KSPROPERTY_TYPE.GET, new byte[4]);
        irp.complete(KsPropertyHandler.handle(irp, table, new FilterAllocator(memory), 0));
        assertTrue(freed[0]);
    }

    @Test
    void informationBeyondTheBufferIsCutAndShows() {
        KsHandler boasting = (irp, head, data) -> {
            data.putInt(0, 42);
            irp.information(Integer.MIN_VALUE);
            return NtStatus.SUCCESS;
        };
        request.irp.complete(get(boasting));
        assertTrue(request.irp.informationExceededOutput());
        assertEquals(42, request.out[0]);
    }
}

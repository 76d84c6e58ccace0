package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSRESET;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How requests find the routine of their object. */
class DispatchTableTest {
    private static final long IN = 0x1_0000;
    private static final long OUT = 0x2_0000;

    private final List<String> called = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private final byte[] in = new byte[64];
    private final byte[] out = new byte[64];
    private final TestMemory memory = new TestMemory().map(IN, in).map(OUT, out);

    /** Takes everything, and says so. */
    private final class Everything implements KsDispatchTable {
        private NtStatus taken(String name, Irp irp) {
            called.add(name);
            irp.complete(NtStatus.SUCCESS);
            return NtStatus.SUCCESS;
        }

        @Override
        public NtStatus deviceIoControl(Irp irp) {
            return taken("DEVICE_CONTROL", irp);
        }

        @Override
        public NtStatus read(Irp irp) {
            return taken("READ", irp);
        }

        @Override
        public NtStatus write(Irp irp) {
            return taken("WRITE", irp);
        }

        @Override
        public NtStatus flush(Irp irp) {
            return taken("FLUSH_BUFFERS", irp);
        }

        @Override
        public NtStatus close(Irp irp) {
            return taken("CLOSE", irp);
        }

        @Override
        public NtStatus querySecurity(Irp irp) {
            return taken("QUERY_SECURITY", irp);
        }

        @Override
        public NtStatus setSecurity(Irp irp) {
            return taken("SET_SECURITY", irp);
        }
    }

    private final FileObject file = new FileObject(DriverObject.ofObjects(), new Everything(), null);

    private Irp irp(FileObject target, int inputLength, int outputLength) {
        return new Irp()
                .initialize(
                        target,
                        memory,
                        IOCTL_KS.PROPERTY,
                        IN,
                        inputLength,
                        OUT,
                        outputLength,
                        true,
                        (over, block) -> told.add(block));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DEVICE_CONTROL", "READ", "WRITE", "FLUSH_BUFFERS", "CLOSE", "QUERY_SECURITY", "SET_SECURITY"})
    void aRequestReachesTheRoutineOfItsObject(MajorFunction major) {
        assertEquals(NtStatus.SUCCESS, file.driver().call(irp(file, 0, 0).withMajorFunction(major)));
        assertEquals(List.of(major.name()), called);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CREATE", "PNP", "POWER", "CLEANUP"})
    void whatNoTableHasARoutineForIsRefusedAndCompleted(MajorFunction major) {
        NtStatus status = file.driver().call(irp(file, 0, 0).withMajorFunction(major));
        assertEquals(NtStatus.INVALID_DEVICE_REQUEST, status);
        assertEquals(List.of(IoStatusBlock.of(status, 0)), told);
    }

    @Test
    void aRoutineOfTheDriversComesBeforeTheObjects() {
        DriverObject driver = DriverObject.ofObjects();
        driver.setRoutine(MajorFunction.DEVICE_CONTROL, irp -> {
            called.add("driver");
            irp.complete(NtStatus.SUCCESS);
            return NtStatus.SUCCESS;
        });
        driver.call(irp(new FileObject(driver, new Everything(), null), 0, 0));
        assertEquals(List.of("driver"), called);
    }

    @ParameterizedTest
    @EnumSource(MajorFunction.class)
    void onlyDeviceControlReadAndWriteHaveAFastForm(MajorFunction major) {
        boolean fast = List.of(MajorFunction.DEVICE_CONTROL, MajorFunction.READ, MajorFunction.WRITE)
                .contains(major);
        assertEquals(fast ? NtStatus.SUCCESS : NtStatus.INVALID_PARAMETER, new DriverObject().setFastIoHandler(major));
    }

    @Test
    void aForwardedRequestIsForTheOtherObject() {
        FileObject other = new FileObject(DriverObject.ofObjects(), new Everything(), null);
        Irp irp = irp(new FileObject(null), 0, 0).withStackLocations(2);
        assertEquals(NtStatus.SUCCESS, KsForwardIrp.forward(irp, other, false));
        assertEquals(List.of("DEVICE_CONTROL"), called);
    }

    @Test
    void aRequestCanBeForwardedInItsLastStackLocation() {
        assertEquals(NtStatus.SUCCESS, KsForwardIrp.forward(irp(new FileObject(null), 0, 0), file, true));
    }

    @ParameterizedTest
    @CsvSource({"0, STATUS_BUFFER_OVERFLOW, 20", "19, STATUS_BUFFER_TOO_SMALL, 0", "20, STATUS_SUCCESS, 20"})
    void aSecurityDescriptorIsAnsweredByItsSize(int room, String status, int information) {
        FileObject guarded = new FileObject(null);
        guarded.securityDescriptor(new byte[20]);
        KsDispatchSecurity.query(irp(guarded, 0, room));
        assertEquals(List.of(IoStatusBlock.of(Vector.status(status), information)), told);
    }

    @Test
    void aSecurityDescriptorThatIsSetIsAnswered() {
        FileObject guarded = new FileObject(null);
        in[3] = 7;
        assertEquals(NtStatus.SUCCESS, KsDispatchSecurity.set(irp(guarded, 24, 0)));
        KsDispatchSecurity.query(irp(guarded, 0, 24));
        assertArrayEquals(in, out);
    }

    @ParameterizedTest
    @CsvSource({"0", "19", "-1"})
    void whatCannotBeASecurityDescriptorIsRefused(int length) {
        assertEquals(NtStatus.INVALID_PARAMETER, KsDispatchSecurity.set(irp(new FileObject(null), length, 0)));
    }

    @Test
    void aSecurityDescriptorForABadPointerIsAStatus() {
        FileObject guarded = new FileObject(null);
        guarded.securityDescriptor(new byte[100]);
        assertEquals(NtStatus.ACCESS_VIOLATION, KsDispatchSecurity.query(irp(guarded, 0, 100)));
    }

    @ParameterizedTest
    @CsvSource({"31, 32", "32, 31", "40, 40"})
    void aHandshakeHasItsExactSize(int input, int output) {
        Irp irp = irp(file, input, output).fromKernelMode();
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, KsHandshake.handle(irp, (a, b) -> NtStatus.SUCCESS));
    }

    @Test
    void aHandshakeOfTheKernelIsAnsweredByTheProtocol() {
        in[0] = 5;
        Irp irp = irp(file, 32, 32).fromKernelMode();
        KsHandshake.handle(irp, (request, reply) -> {
            reply.put(0, request.get(0));
            return NtStatus.SUCCESS;
        });
        assertEquals(32, irp.information());
        assertEquals(5, out[0]);
    }

    @Test
    void aHandshakeThatTheProtocolRefusesWritesNothing() {
        Irp irp = irp(file, 32, 32).fromKernelMode();
        assertEquals(NtStatus.NOT_FOUND, KsHandshake.handle(irp, (request, reply) -> NtStatus.NOT_FOUND));
        assertEquals(0, irp.information());
    }

    @Test
    void aResetValueIsRead() {
        ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).putInt(0, KSRESET.END.value());
        assertEquals(KSRESET.END, KsAcquireResetValue.of(irp(file, 4, 0)));
    }

    @Test
    void aResetValueThatIsNoneIsInvalid() {
        in[0] = 2;
        Irp irp = irp(file, 4, 0);
        KsException refused = assertThrows(KsException.class, () -> KsAcquireResetValue.of(irp));
        assertEquals(NtStatus.INVALID_PARAMETER, refused.status());
    }

    @Test
    void aShortResetValueIsInvalid() {
        Irp irp = irp(file, 3, 0);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, () -> KsAcquireResetValue.of(irp))
                        .status());
    }

    @Test
    void anObjectMayTakeARequestAsAFastCall() {
        KsDispatchTable quick = new KsDispatchTable() {
            @Override
            public long fastDeviceIoControl(FastIoRequest io) {
                return IoStatusBlock.of(NtStatus.SUCCESS, 3);
            }
        };
        FileObject target = new FileObject(DriverObject.ofObjects(), quick, null);
        long block = KsSynchronousIoControlDevice.send(
                new FastIoRequest(target, memory, true, IOCTL_KS.PROPERTY, IN, 24, OUT, 4));
        assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 3), block);
    }

    @Test
    void anotherHandlerSeesTheParametersThatWereCaptured() {
        TestRequest request = new TestRequest();
        Irp irp = request.to(1, 2, new byte[] {9});
        PropertySet set = PropertySet.of(TestRequest.SET)
                .item(1)
                .set((sent, head, data) -> KsDispatchSpecific.property(sent, (again, sameHead, sameData) -> {
                    assertEquals(head, sameHead);
                    assertEquals(9, sameData.get(0));
                    return NtStatus.DEVICE_BUSY;
                }))
                .build();
        assertEquals(NtStatus.DEVICE_BUSY, KsPropertyHandler.handle(irp, SetTable.of(set)));
    }

    @Test
    void nothingCapturedCannotBeDispatchedFurther() {
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                KsDispatchSpecific.property(irp(file, 24, 0), (sent, head, data) -> NtStatus.SUCCESS));
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                KsDispatchSpecific.method(irp(file, 24, 0), (sent, head, data) -> NtStatus.SUCCESS));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "6", "7"})
    void anotherHandlerOfAMethodSeesTheDataItsWay(int flags) {
        TestRequest request = new TestRequest();
        ByteBuffer[] seen = new ByteBuffer[2];
        MethodSet set = MethodSet.of(TestRequest.SET, MethodItem.of(1, flags, 4, (sent, head, data) -> {
            seen[0] = data;
            return KsDispatchSpecific.method(sent, (again, sameHead, sameData) -> {
                seen[1] = sameData;
                return NtStatus.SUCCESS;
            });
        }));
        assertEquals(
                NtStatus.SUCCESS, KsMethodHandler.handle(request.to(1, 1, new byte[] {1, 2, 3, 4}), SetTable.of(set)));
        assertEquals(seen[0], seen[1]);
    }
}

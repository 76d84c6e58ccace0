package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastHandlerTest {
    private static final SetTable<PropertySet> PROPERTIES = SetTable.of(PropertySet.of(TestRequest.SET)
            .item(1)
            .fastGet((io, request) -> block("get"))
            .fastSet((io, request) -> block("set"))
            .item(2)
            .get((irp, request, data) -> NtStatus.SUCCESS)
            .item(3)
            .fastGet((io, request) -> {
                throw KsException.of("get", NtStatus.DEVICE_BUSY);
            })
            .item(4)
            .fastGet((io, request) -> {
                throw new IllegalStateException("expected by the test");
            })
            .item(5)
            .fastGet(FastHandlerTest::copy)
            .item(6)
            .fastGet((io, request) -> {
                throw new AssertionError("expected by the test");
            })
            .build());

    private final byte[] out = new byte[4];

    private static long block(String name) {
        return IoStatusBlock.of(NtStatus.SUCCESS, name.equals("get") ? 1 : 2);
    }

    private static long copy(FastIoRequest io, ByteBuffer request) {
        ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        NtStatus status = io.readData(value, 4);
        value.putInt(0, value.getInt(0) + 1);
        return IoStatusBlock.of(status.isSuccess() ? io.writeData(value, 4) : status, 4);
    }

    private FastIoRequest request(byte[] head, int outputLength) {
        TestMemory memory = new TestMemory().map(TestRequest.IN, head).map(TestRequest.OUT, out);
        return new FastIoRequest(
                new FileObject(null),
                memory,
                true,
                IOCTL_KS.PROPERTY,
                TestRequest.IN,
                head.length,
                TestRequest.OUT,
                outputLength);
    }

    private long property(int id, int flags) {
        return KsFastPropertyHandler.handle(request(TestRequest.head(id, flags), 4), PROPERTIES);
    }

    @Test
    void setComesBeforeGetWhenBothAreAskedFor() {
        assertEquals(block("set"), property(1, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET));
    }

    @ParameterizedTest
    @ValueSource(ints = {KSPROPERTY_TYPE.SETSUPPORT, KSPROPERTY_TYPE.BASICSUPPORT, 0})
    void otherOperationsNeedAnIrp(int flags) {
        assertEquals(FastIoRequest.NOT_HANDLED, property(1, flags));
    }

    @Test
    void anItemWithoutAFastHandlerNeedsAnIrp() {
        assertEquals(FastIoRequest.NOT_HANDLED, property(2, KSPROPERTY_TYPE.GET));
    }

    @Test
    void anItemThatIsNotThereNeedsAnIrp() {
        assertEquals(FastIoRequest.NOT_HANDLED, property(9, KSPROPERTY_TYPE.GET));
    }

    @Test
    void whatAHandlerThrowsIsTheStatus() {
        assertEquals(IoStatusBlock.of(NtStatus.DEVICE_BUSY, 0), property(3, KSPROPERTY_TYPE.GET));
        assertEquals(IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0), property(4, KSPROPERTY_TYPE.GET));
        assertEquals(IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0), property(6, KSPROPERTY_TYPE.GET));
    }

    @Test
    void aHandlerWorksOnTheCallersMemory() {
        out[0] = 41;
        assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, 4), property(5, KSPROPERTY_TYPE.GET));
        assertEquals(42, out[0]);
    }

    @Test
    void aHandlerCannotLeaveTheCallersBuffer() {
        FastIoRequest small = request(TestRequest.head(5, KSPROPERTY_TYPE.GET), 3);
        assertEquals(NtStatus.BUFFER_TOO_SMALL, IoStatusBlock.status(KsFastPropertyHandler.handle(small, PROPERTIES)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1 << 20})
    void aRequestOfAnImpossibleLengthNeedsAnIrp(int length) {
        FastIoRequest good = request(TestRequest.head(1, KSPROPERTY_TYPE.GET), 4);
        FastIoRequest bad = new FastIoRequest(
                good.fileObject(),
                good.requestor(),
                true,
                IOCTL_KS.PROPERTY,
                good.input(),
                length,
                good.output(),
                good.outputLength());
        assertEquals(FastIoRequest.NOT_HANDLED, KsFastPropertyHandler.handle(bad, PROPERTIES));
    }

    @Test
    void aFastMethodIsHandledWhateverItsFlagsAre() {
        SetTable<MethodSet> methods = SetTable.of(MethodSet.of(
                TestRequest.SET, new MethodItem(1, KSMETHOD_TYPE.NONE, 24, 0, null, null, (io, head) -> block("get"))));
        assertEquals(block("get"), KsFastMethodHandler.handle(request(TestRequest.head(1, 0x77), 0), methods));
    }

    @Test
    void anIrpNeverReachesAFastHandler() {
        Irp irp = new TestRequest().to(1, KSPROPERTY_TYPE.GET, new byte[4]);
        assertEquals(NtStatus.NOT_FOUND, KsPropertyHandler.handle(irp, PROPERTIES));
    }
}

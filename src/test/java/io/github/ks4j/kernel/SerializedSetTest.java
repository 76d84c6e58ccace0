package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SerializedSetTest {
    private final TestRequest request = new TestRequest();
    private final List<String> calls = new ArrayList<>();
    private byte[] text = {1, 2, 3};
    private int number = 7;
    private NtStatus numberStatus = NtStatus.SUCCESS;

    private final SetTable<PropertySet> table = SetTable.of(PropertySet.of(TestRequest.SET)
            .item(1)
            .get(this::getText)
            .set(this::setText)
            .serializedSize(1)
            .item(2)
            .get((irp, head, data) -> NtStatus.UNSUCCESSFUL)
            .item(3)
            .get(this::getNumber)
            .set(this::setNumber)
            .minData(4)
            .serializedSize(4)
            .values(PropertyValues.of(PropertyValues.VT_UI4))
            .build());

    private NtStatus getText(Irp irp, ByteBuffer head, ByteBuffer data) {
        irp.information(text.length);
        if (data == null) {
            return NtStatus.BUFFER_OVERFLOW;
        }
        data.put(0, text);
        return NtStatus.SUCCESS;
    }

    private NtStatus setText(Irp irp, ByteBuffer head, ByteBuffer data) {
        calls.add("text");
        text = new byte[data.limit()];
        data.get(0, text);
        return NtStatus.SUCCESS;
    }

    private NtStatus getNumber(Irp irp, ByteBuffer head, ByteBuffer data) {
        data.putInt(0, number);
        irp.information(4);
        return numberStatus;
    }

    private NtStatus setNumber(Irp irp, ByteBuffer head, ByteBuffer data) {
        calls.add("number");
        number = data.getInt(0);
        return numberStatus;
    }

    private NtStatus serialize(int room) {
        Irp irp = request.to(0, KSPROPERTY_TYPE.SERIALIZESET, new byte[room]);
        NtStatus status = KsPropertyHandler.handle(irp, table);
        irp.complete(status);
        return status;
    }

    private NtStatus unserialize(byte[] stream) {
        Irp irp = request.to(0, KSPROPERTY_TYPE.UNSERIALIZESET, stream);
        NtStatus status = KsPropertyHandler.handle(irp, table);
        irp.complete(status);
        return status;
    }

    private byte[] stream() {
        assertEquals(NtStatus.SUCCESS, serialize(92));
        return request.out;
    }

    @BeforeEach
    void sendValuesToTheTable() {
        request.toObject(irp -> KsPropertyHandler.handle(irp, table));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aValueOfUnknownSizeIsAskedForIt() {
        assertEquals(NtStatus.BUFFER_OVERFLOW, serialize(0));
        assertEquals(20 + 32 + 3 + 1 + 32 + 4, request.irp.information());
    }

    @Test
    void aValueWithMinDataTellsItsSizeInItsHead() {
        SetTable<PropertySet> headed = SetTable.of(PropertySet.of(TestRequest.SET)
                .item(1)
                .get((irp, head, data) -> {
                    data.putInt(0, 12).putInt(4, 1);
                    irp.information(8);
                    return NtStatus.SUCCESS;
                })
                .minData(8)
                .serializedSize(1)
                .build());
        request.toObject(irp -> KsPropertyHandler.handle(irp, headed));
        Irp irp = request.to(0, KSPROPERTY_TYPE.SERIALIZESET, new byte[0]);
        assertEquals(NtStatus.BUFFER_OVERFLOW, KsPropertyHandler.handle(irp, headed));
        assertEquals(20 + 32 + 12, irp.information());
    }

    @Test
    void tooLittleRoomGetsNothing() {
        assertEquals(NtStatus.BUFFER_TOO_SMALL, serialize(91));
        assertArrayEquals(new byte[91], request.out);
    }

    @Test
    void valuesFollowEachOtherAtMultiplesOfFour() {
        ByteBuffer stream = little(stream());
        assertEquals(2, stream.getInt(16), "Count");
        assertEquals(1, stream.getInt(20 + 24), "Id");
        assertEquals(3, stream.getInt(20 + 28), "PropertyLength");
        assertEquals(3, stream.get(54), "the last byte of the text");
        assertEquals(PropertyValues.VT_UI4, stream.getInt(56 + 16), "PropTypeSet.Id");
        assertEquals(3, stream.getInt(56 + 24), "Id");
        assertEquals(7, stream.getInt(88), "the number");
    }

    @Test
    void aValueThatFailsEndsItWithItsStatus() {
        numberStatus = NtStatus.DEVICE_NOT_READY;
        assertEquals(NtStatus.DEVICE_NOT_READY, serialize(92));
        assertEquals(0, request.irp.information());
    }

    private SetTable<PropertySet> pendingValue(Consumer<Irp> later) {
        return SetTable.of(PropertySet.of(TestRequest.SET)
                .item(1)
                .get((irp, head, data) -> {
                    data.putInt(0, 5);
                    NtStatus status = irp.pend(cancelled -> irp.complete(NtStatus.CANCELLED));
                    later.accept(irp);
                    return status;
                })
                .serializedSize(4)
                .build());
    }

    @Test
    void aValueThatPendsIsWaitedFor() {
        SetTable<PropertySet> pending = pendingValue(value -> new Thread(() -> {
                    value.information(4);
                    value.setCancelRoutine(null);
                    value.complete(NtStatus.SUCCESS);
                })
                .start());
        request.toObject(irp -> KsPropertyHandler.handle(irp, pending));
        Irp irp = request.to(0, KSPROPERTY_TYPE.SERIALIZESET, new byte[56]);
        assertEquals(NtStatus.SUCCESS, KsPropertyHandler.handle(irp, pending));
        irp.complete(NtStatus.SUCCESS);
        assertEquals(5, little(request.out).getInt(52));
    }

    @Test
    void aValueThatNeverComesIsGivenUpWithTheProcess() {
        SetTable<PropertySet> pending = pendingValue(value -> {});
        request.toObject(irp -> KsPropertyHandler.handle(irp, pending));
        TestMemory impatient = new TestMemory() {
            @Override
            public boolean await(BooleanSupplier condition) {
                return condition.getAsBoolean();
            }
        };
        byte[] head = TestRequest.head(0, KSPROPERTY_TYPE.SERIALIZESET);
        impatient.map(TestRequest.IN, head).map(TestRequest.OUT, new byte[56]);
        Irp irp = request.send(impatient, head.length, 56);
        assertEquals(NtStatus.CANCELLED, KsPropertyHandler.handle(irp, pending));
    }

    @Test
    void aDriverMayFilterTheRequestsForTheValues() {
        List<Integer> seen = new ArrayList<>();
        request.toObject(irp -> {
            ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            irp.requestor().read(irp.type3InputBuffer(), head, 0, 24);
            seen.add(head.getInt(16));
            return KsPropertyHandler.handle(irp, table);
        });
        serialize(92);
        assertEquals(List.of(1, 1, 3), seen, "the size of the first, then the values");
    }

    @Test
    void aStreamIsReadBack() {
        byte[] stream = stream();
        text = new byte[] {9};
        number = 9;
        assertEquals(NtStatus.SUCCESS, unserialize(stream));
        assertArrayEquals(new byte[] {1, 2, 3}, text);
        assertEquals(7, number);
    }

    @Test
    void readingAStreamLeavesTheCallersBufferAlone() {
        byte[] stream = stream();
        byte[] before = stream.clone();
        unserialize(stream);
        assertArrayEquals(before, stream);
    }

    @Test
    void aStreamOfAnotherSetIsRefused() {
        byte[] stream = stream();
        stream[0] ^= 1;
        assertEquals(NtStatus.INVALID_PARAMETER, unserialize(stream));
        assertEquals(List.of(), calls);
    }

    @Test
    void aStreamThatCountsMoreThanItHoldsSetsNothing() {
        byte[] stream = stream();
        little(stream).putInt(16, -1);
        assertEquals(NtStatus.INVALID_PARAMETER, unserialize(stream));
        assertEquals(List.of(), calls);
    }

    @Test
    void aValueThatEndsBehindTheStreamSetsNothing() {
        byte[] stream = stream();
        little(stream).putInt(56 + 28, 5);
        assertEquals(NtStatus.INVALID_PARAMETER, unserialize(stream));
        assertEquals(List.of(), calls);
    }

    @Test
    void noStreamIsRefused() {
        assertEquals(NtStatus.INVALID_PARAMETER, unserialize(new byte[0]));
        assertEquals(NtStatus.INVALID_PARAMETER, unserialize(new byte[19]));
    }

    @Test
    void aValueThatIsRefusedEndsReadingWithItsStatus() {
        byte[] stream = stream();
        numberStatus = NtStatus.ACCESS_DENIED;
        assertEquals(NtStatus.ACCESS_DENIED, unserialize(stream));
        assertEquals(List.of("text", "number"), calls);
    }

    @Test
    void anItemThatAnEarlierEntryHidesIsLeftOut() {
        PropertySet first = PropertySet.of(TestRequest.SET)
                .item(3)
                .get(this::getNumber)
                .serializedSize(4)
                .build();
        SetTable<PropertySet> both = SetTable.of(first, table.sets().get(0));
        Irp irp = request.to(0, KSPROPERTY_TYPE.SERIALIZESET);
        assertEquals(NtStatus.BUFFER_OVERFLOW, KsPropertyHandler.handle(irp, both));
        assertEquals(20 + 36 + 32 + 3, irp.information());
    }
}

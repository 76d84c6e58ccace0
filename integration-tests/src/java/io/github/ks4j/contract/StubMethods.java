package io.github.ks4j.contract;

import io.github.ks4j.emu.Answers;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.MethodItem;
import io.github.ks4j.kernel.MethodSet;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;

/** The methods of the emulated stub filter: one for each way that data can go. */
final class StubMethods {
    private StubMethods() {}

    /**
     * The set.
     *
     * @param events what TRIGGER raises
     */
    static MethodSet set(StubEvents events) {
        return MethodSet.of(
                new KsSet("KSMETHODSETID_Ks4jStub", StubFilter.METHODS),
                MethodItem.of(StubFilter.NOTHING, KSMETHOD_TYPE.NONE, 0, (irp, request, data) -> NtStatus.SUCCESS),
                MethodItem.of(StubFilter.CONSUME, KSMETHOD_TYPE.READ, 0, (irp, request, data) -> {
                    StubState.of(irp).total += data == null ? 0 : sum(data);
                    return NtStatus.SUCCESS;
                }),
                MethodItem.of(StubFilter.PRODUCE, KSMETHOD_TYPE.WRITE, 0, (irp, request, data) -> {
                    for (int i = 0; i < irp.outputLength(); i++) {
                        data.put(i, (byte) i);
                    }
                    irp.information(irp.outputLength());
                    return NtStatus.SUCCESS;
                }),
                MethodItem.of(StubFilter.INVERT, KSMETHOD_TYPE.MODIFY, 0, (irp, request, data) -> invert(irp, data)),
                MethodItem.of(
                        StubFilter.TOTAL,
                        KSMETHOD_TYPE.WRITE,
                        4,
                        (irp, request, data) -> Answers.ulong(irp, data, StubState.of(irp).total)),
                MethodItem.of(
                        StubFilter.SOURCED,
                        KSMETHOD_TYPE.SOURCE | KSMETHOD_TYPE.MODIFY,
                        0,
                        (irp, request, data) -> invert(irp, data)),
                MethodItem.of(
                        StubFilter.TRIGGER,
                        KSMETHOD_TYPE.READ,
                        4,
                        (irp, request, data) -> events.raise(irp, data.getInt(0))));
    }

    private static NtStatus invert(Irp irp, ByteBuffer data) {
        for (int i = 0; i < irp.outputLength(); i++) {
            data.put(i, (byte) ~data.get(i));
        }
        irp.information(irp.outputLength());
        return NtStatus.SUCCESS;
    }

    static int sum(ByteBuffer bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            sum += Byte.toUnsignedInt(bytes.get(i));
        }
        return sum;
    }
}

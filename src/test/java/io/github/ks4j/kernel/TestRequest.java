package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Requests to item 1 of one set, with the caller's memory at fixed addresses. */
final class TestRequest {
    static final KsSet SET = KsSet.of("SET", "{A0A0A0A0-0001-4001-8001-000000000001}");
    static final long IN = 0x1000;
    static final long OUT = 0x100_0000;

    final Irp irp = new Irp();
    final List<Long> told = new ArrayList<>();
    byte[] out = {};
    private FileObject file = new FileObject(null);

    /** Requests that a handler sends to the object itself are handled like this. */
    TestRequest toObject(Function<Irp, NtStatus> dispatch) {
        KsDispatchTable table = new KsDispatchTable() {
            @Override
            public NtStatus deviceIoControl(Irp sent) {
                NtStatus status = dispatch.apply(sent);
                if (!status.equals(NtStatus.PENDING)) {
                    sent.complete(status);
                }
                return status;
            }
        };
        file = new FileObject(DriverObject.ofObjects(), table, null);
        return this;
    }

    /** A request whose caller has a data buffer of some bytes. */
    Irp to(int id, int flags, byte... data) {
        out = data;
        byte[] head = head(id, flags);
        return send(new TestMemory().map(IN, head).map(OUT, out), head.length, out.length);
    }

    /** A request over memory that is somehow wrong. */
    Irp send(RequestorProcess memory, int inputLength, int outputLength) {
        return irp.initialize(
                file, memory, 0x2F0003, IN, inputLength, OUT, outputLength, true, (i, block) -> told.add(block));
    }

    static byte[] head(int id, int flags) {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        SET.guid().write(head, 0);
        head.putInt(16, id).putInt(20, flags);
        return head.array();
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.ArrayList;
import java.util.List;

/** A vector of a routine that completes requests. */
final class CompletionVector {
    private CompletionVector() {}

    static void check(Vector vector) {
        JsonObject params = vector.params();
        List<Long> told = new ArrayList<>();
        int code = params.has("ioctl") ? Integer.decode(params.get("ioctl").getAsString()) : 0x2F0003;
        Irp irp = new Irp()
                .initialize(
                        new FileObject(null), new TestMemory(), code, 0, 0, 0, 0, true, (i, block) -> told.add(block));
        irp.information(0x5A5A);
        NtStatus status = switch (vector.handler()) {
            case "KsDefaultDeviceIoCompletion" -> KsDefaultDeviceIoCompletion.complete(irp);
            case "KsDispatchInvalidDeviceRequest" -> KsDispatchInvalidDeviceRequest.complete(irp);
            default -> fail("unknown handler " + vector.handler());
        };
        vector.assertReturns(status);
        boolean completes = vector.expected("helper_completes_irp").getAsBoolean();
        assertEquals(
                completes
                        ? List.of(IoStatusBlock.of(
                                status, vector.expected("information").getAsInt()))
                        : List.of(),
                told,
                "the outcome told");
    }
}

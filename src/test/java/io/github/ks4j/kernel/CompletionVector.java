package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import java.util.ArrayList;
import java.util.List;

/** A vector of a routine that completes requests, or that answers when nobody else does. */
final class CompletionVector {
    private final Vector vector;
    private final JsonObject params;
    private final FileObject file = new FileObject(null);
    private final List<Long> told = new ArrayList<>();
    private final Irp irp = new Irp();

    CompletionVector(Vector vector) {
        this.vector = vector;
        this.params = vector.params();
    }

    void check() {
        switch (vector.handler()) {
            case "KsDispatchFastIoDeviceControlFailure" ->
                assertHandled(file.dispatchTable().fastDeviceIoControl(call()));
            case "KsDispatchFastReadFailure" ->
                assertHandled(file.dispatchTable().fastRead(call()));
            case "KsSetMajorFunctionHandler" -> vector.assertReturns(setMajorFunctionHandler());
            default -> checkRequest();
        }
    }

    private FastIoRequest call() {
        return new FastIoRequest(file, new TestMemory(), vector.userMode(), IOCTL_KS.PROPERTY, 0, 0, 0, 0);
    }

    private void assertHandled(long block) {
        assertEquals(vector.expected("returns").getAsBoolean(), block != FastIoRequest.NOT_HANDLED);
    }

    private NtStatus setMajorFunctionHandler() {
        String name = params.get("major").getAsString();
        boolean fast = name.endsWith("|KSDISPATCH_FASTIO");
        MajorFunction major =
                MajorFunction.valueOf(name.replace("|KSDISPATCH_FASTIO", "").substring("IRP_MJ_".length()));
        DriverObject driver = new DriverObject();
        return fast ? driver.setFastIoHandler(major) : driver.setMajorFunctionHandler(major);
    }

    private int number(String param) {
        return params.has(param) ? params.get(param).getAsInt() : 0;
    }

    private void checkRequest() {
        TestMemory memory = new TestMemory()
                .map(0x10_0000, new byte[Math.max(64, number("in_len"))])
                .map(0x20_0000, new byte[Math.max(64, number("out_len"))]);
        int code = params.has("ioctl") ? Integer.decode(params.get("ioctl").getAsString()) : IOCTL_KS.PROPERTY;
        irp.initialize(
                        file,
                        memory,
                        code,
                        0x10_0000,
                        number("in_len"),
                        0x20_0000,
                        number("out_len"),
                        true,
                        (over, block) -> told.add(block))
                .withStackLocations(params.has("current_location") ? number("current_location") : 1);
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information(0x5A5A);
        NtStatus status = call(vector.handler());
        vector.assertReturns(status);
        vector.assertInformation(irp);
        boolean completes = vector.expected("helper_completes_irp").getAsBoolean();
        assertEquals(
                completes ? List.of(IoStatusBlock.of(status, irp.information())) : List.of(), told, "the outcome told");
    }

    private NtStatus call(String handler) {
        return switch (handler) {
            case "KsDefaultDeviceIoCompletion" -> KsDefaultDeviceIoCompletion.complete(irp);
            case "KsDispatchInvalidDeviceRequest" -> KsDispatchInvalidDeviceRequest.complete(irp);
            case "KsForwardIrp" -> KsForwardIrp.forward(irp, new FileObject(null), false);
            case "KsDispatchQuerySecurity" -> {
                describe(params.get("security_descriptor"));
                yield KsDispatchSecurity.query(irp);
            }
            case "KsDispatchSetSecurity" -> KsDispatchSecurity.set(irp);
            case "IOCTL_KS_HANDSHAKE" -> KsHandshake.handle(irp, (in, out) -> NtStatus.SUCCESS);
            default -> fail("unknown handler " + handler);
        };
    }

    private void describe(JsonElement descriptor) {
        if (!descriptor.isJsonNull()) {
            byte[] bytes = Vector.HEX.parseHex(descriptor.getAsString());
            assertNotEquals(0, bytes.length);
            file.securityDescriptor(bytes);
        }
    }
}

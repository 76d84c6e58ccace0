package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A vector of a routine that completes requests, or that answers when nobody else does. */
final class CompletionVector {
    private static final String FAST = "KSDISPATCH_FASTIO";

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
        vector.assertCallbacks(new JsonArray());
    }

    private FastIoRequest call() {
        return new FastIoRequest(file, new TestMemory(), vector.userMode(), IOCTL_KS.PROPERTY, 0, 0, 0, 0);
    }

    private void assertHandled(long block) {
        assertEquals(vector.expected("returns").getAsBoolean(), block != FastIoRequest.NOT_HANDLED);
        vector.assertCompletesNothing();
    }

    private NtStatus setMajorFunctionHandler() {
        List<String> names = List.of(params.get("major").getAsString().split("\\s*\\|\\s*"));
        boolean fast = names.contains(FAST);
        MajorFunction major = names.stream()
                .filter(name -> !name.equals(FAST))
                .map(name -> MajorFunction.valueOf(name.substring("IRP_MJ_".length())))
                .findFirst()
                .orElseThrow();
        DriverObject driver = new DriverObject();
        vector.assertCompletesNothing();
        return fast ? driver.setFastIoHandler(major) : driver.setMajorFunctionHandler(major);
    }

    private int number(String param) {
        return (int) vector.param(param, 0);
    }

    private void checkRequest() {
        byte[] in = vector.in();
        byte[] out = vector.bytes("out_before");
        int inLength = (int) vector.param("in_len", in.length);
        int outLength = (int) vector.param("out_len", out.length);
        in = Arrays.copyOf(in, inLength);
        out = Arrays.copyOf(out, outLength);
        TestMemory memory = new TestMemory();
        vector.map(memory, 0x10_0000, in, 0x20_0000, out);
        irp.initialize(
                        file,
                        memory,
                        (int) vector.param("ioctl", IOCTL_KS.PROPERTY),
                        0x10_0000,
                        inLength,
                        0x20_0000,
                        outLength,
                        true,
                        (over, block) -> told.add(block))
                .withStackLocations((int) vector.param("current_location", 1));
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information((int) vector.param("preset_information", 0x5A5A));
        NtStatus status = call(vector.handler());
        vector.assertReturns(status);
        vector.assertInformation(irp);
        vector.assertMatches("out_after", new JsonPrimitive(Vector.HEX.formatHex(out)));
        vector.assertUserVisible(status, irp.information());
        for (String field : List.of("helper_completes_irp", "handler_completes_irp")) {
            vector.assertMatches(field, new JsonPrimitive(!told.isEmpty()));
        }
        if (!told.isEmpty()) {
            assertEquals(List.of(IoStatusBlock.of(status, irp.information())), told, "the outcome told");
        }
    }

    private NtStatus call(String handler) {
        return switch (handler) {
            case "KsDefaultDeviceIoCompletion" -> KsDefaultDeviceIoCompletion.complete(irp);
            case "KsDispatchInvalidDeviceRequest" -> KsDispatchInvalidDeviceRequest.complete(irp);
            case "KsForwardIrp" -> KsForwardIrp.forward(irp, target(), false);
            case "KsDispatchQuerySecurity" -> {
                describe(Vector.of(params, "security_descriptor"));
                yield KsDispatchSecurity.query(irp);
            }
            case "KsDispatchSetSecurity" -> KsDispatchSecurity.set(irp);
            case "KsAcquireResetValue", "IOCTL_KS_RESET_STATE" -> reset();
            case "IOCTL_KS_HANDSHAKE" -> KsHandshake.handle(irp, (in, out) -> NtStatus.SUCCESS);
            default -> fail("unknown handler " + handler);
        };
    }

    private NtStatus reset() {
        irp.information(0);
        try {
            KsAcquireResetValue.of(irp);
            return NtStatus.SUCCESS;
        } catch (KsException e) {
            return e.status();
        }
    }

    /** The driver that a request is passed on to, which keeps it. */
    private FileObject target() {
        return new FileObject(
                DriverObject.ofObjects(),
                new KsDispatchTable() {
                    @Override
                    public NtStatus deviceIoControl(Irp passed) {
                        passed.information(0);
                        JsonElement returned = vector.param("driver_returns");
                        return returned.isJsonNull() ? NtStatus.SUCCESS : Vector.status(returned.getAsString());
                    }
                },
                null);
    }

    private void describe(JsonElement descriptor) {
        if (!descriptor.isJsonNull()) {
            byte[] bytes = Vector.HEX.parseHex(descriptor.getAsString());
            assertNotEquals(0, bytes.length);
            file.securityDescriptor(bytes);
        }
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import java.util.function.BooleanSupplier;

/** A vector of KsSynchronousIoControlDevice. */
final class SynchronousIoControlVector implements KsDispatchTable {
    private final Vector vector;
    private final JsonObject params;
    private Irp built;
    private boolean waited;

    SynchronousIoControlVector(Vector vector) {
        this.vector = vector;
        this.params = vector.params();
    }

    private boolean isUserMode() {
        JsonElement mode = vector.param("requestor_mode_arg");
        return mode.isJsonNull() ? vector.userMode() : mode.getAsString().equals("UserMode");
    }

    void check() {
        boolean noFile = params.has("file_object") && params.get("file_object").isJsonNull();
        TestMemory process = new TestMemory() {
            @Override
            public boolean await(BooleanSupplier condition) {
                // An alertable wait would end here.
                Thread.currentThread().interrupt();
                waited = super.await(condition);
                assertTrue(Thread.interrupted(), "the interrupt stays set");
                return waited;
            }
        };
        long block = KsSynchronousIoControlDevice.send(new FastIoRequest(
                noFile ? null : new FileObject(DriverObject.ofObjects(), this, null),
                process,
                isUserMode(),
                (int) vector.param("ioctl", IOCTL_KS.PROPERTY),
                0,
                0,
                0,
                0));
        vector.assertReturns(IoStatusBlock.status(block));
        int information = IoStatusBlock.information(block);
        vector.assertMatches("bytes_returned", new JsonPrimitive(information));
        vector.assertMatches("information", new JsonPrimitive(information));
        vector.assertMatches("irp_built", new JsonPrimitive(built != null));
        vector.assertIs(
                "irp_requestor_mode",
                built == null ? JsonNull.INSTANCE : new JsonPrimitive(built.userMode() ? "UserMode" : "KernelMode"));
        vector.assertUserVisible(IoStatusBlock.status(block), information);
        vector.assertCallbacks(new JsonArray());
        vector.assertCompletesNothing();
        vector.assertIs("wait", waited ? new JsonPrimitive("KernelMode, non-alertable") : JsonNull.INSTANCE);
    }

    @Override
    public long fastDeviceIoControl(FastIoRequest io) {
        JsonElement element = vector.param("fast_device_io_control");
        JsonObject fast = element.isJsonNull() ? new JsonObject() : element.getAsJsonObject();
        if (!fast.has("returns") || !fast.get("returns").getAsBoolean()) {
            return FastIoRequest.NOT_HANDLED;
        }
        String prefix = fast.has("iosb_status") || fast.has("iosb_information") ? "iosb_" : "";
        return IoStatusBlock.of(
                status(fast, prefix + "status", NtStatus.SUCCESS), Vector.number(fast, prefix + "information", 0));
    }

    @Override
    public NtStatus deviceIoControl(Irp irp) {
        built = irp;
        NtStatus returned = status(params, "driver_returns", NtStatus.SUCCESS);
        if (returned.equals(NtStatus.PENDING)) {
            irp.markPending();
            new Thread(this::finish).start();
        } else {
            finish();
        }
        return returned;
    }

    private void finish() {
        built.information((int) vector.param("final_information", 0));
        built.complete(status(params, "final_status", status(params, "driver_returns", NtStatus.SUCCESS)));
    }

    private static NtStatus status(JsonObject object, String field, NtStatus otherwise) {
        JsonElement name = Vector.of(object, field);
        return name.isJsonNull() ? otherwise : Vector.status(name.getAsString());
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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

    void check() {
        boolean noFile = params.has("file_object") && params.get("file_object").isJsonNull();
        boolean userMode = !params.has("requestor_mode_arg")
                || params.get("requestor_mode_arg").getAsString().equals("UserMode");
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
                userMode,
                IOCTL_KS.PROPERTY,
                0,
                0,
                0,
                0));
        vector.assertReturns(IoStatusBlock.status(block));
        if (vector.expects("bytes_returned")) {
            assertEquals(vector.expected("bytes_returned").getAsInt(), IoStatusBlock.information(block));
        }
        if (vector.expects("irp_built")) {
            assertEquals(vector.expected("irp_built").getAsBoolean(), built != null, "irp_built");
        }
        if (vector.expects("irp_requestor_mode")) {
            assertEquals(vector.expected("irp_requestor_mode").getAsString().equals("UserMode"), built.userMode());
        }
        if (vector.expects("wait")) {
            assertEquals("KernelMode, non-alertable", vector.expected("wait").getAsString());
            assertTrue(waited);
        }
    }

    @Override
    public long fastDeviceIoControl(FastIoRequest io) {
        JsonElement element = params.get("fast_device_io_control");
        if (element == null || !element.getAsJsonObject().get("returns").getAsBoolean()) {
            return FastIoRequest.NOT_HANDLED;
        }
        JsonObject fast = element.getAsJsonObject();
        String prefix = fast.has("iosb_status") ? "iosb_" : "";
        return IoStatusBlock.of(
                Vector.status(fast.get(prefix + "status").getAsString()),
                fast.get(prefix + "information").getAsInt());
    }

    @Override
    public NtStatus deviceIoControl(Irp irp) {
        built = irp;
        NtStatus returned = Vector.status(params.get("driver_returns").getAsString());
        if (returned.equals(NtStatus.PENDING)) {
            irp.markPending();
            new Thread(this::finish).start();
        } else {
            finish();
        }
        return returned;
    }

    private void finish() {
        built.information(params.get("final_information").getAsInt());
        built.complete(
                Vector.status((params.has("final_status") ? params.get("final_status") : params.get("driver_returns"))
                        .getAsString()));
    }
}

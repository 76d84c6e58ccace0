package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSSTREAM;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** A vector of KsProbeStreamIrp. */
final class StreamProbeVector {
    private static final long HEADERS = 0x20_0000;
    private static final int LARGEST_FRAME = 1 << 20;
    private static final int READ_STREAM = 0x2F4017;
    private static final int WRITE_STREAM = 0x2F8013;

    private static final Map<String, Integer> FLAGS = Map.of(
            "KSPROBE_STREAMREAD", KSPROBE.STREAMREAD,
            "KSPROBE_STREAMWRITE", KSPROBE.STREAMWRITE,
            "KSPROBE_ALLOCATEMDL", KSPROBE.ALLOCATEMDL,
            "KSPROBE_PROBEANDLOCK", KSPROBE.PROBEANDLOCK,
            "KSPROBE_SYSTEMADDRESS", KSPROBE.SYSTEMADDRESS,
            "KSPROBE_ALLOWFORMATCHANGE", KSPROBE.ALLOWFORMATCHANGE,
            "KSPROBE_MODIFY", KSPROBE.MODIFY,
            "KSSTREAM_NONPAGED_DATA", KSSTREAM.NONPAGED_DATA);

    private static final Map<String, Integer> IRP_FLAGS = Map.of(
            "IRP_BUFFERED_IO", Irp.BUFFERED_IO,
            "IRP_DEALLOCATE_BUFFER", Irp.DEALLOCATE_BUFFER,
            "IRP_INPUT_OPERATION", Irp.INPUT_OPERATION);

    private final Vector vector;
    private final Abi abi;
    private final TestMemory memory = new TestMemory();
    private final byte[] headers;
    private final int flags;
    private final Irp irp = new Irp();

    StreamProbeVector(Vector vector) {
        this.vector = vector;
        abi = vector.abi();
        headers = vector.bytes("headers_hex");
        flags = Stream.of(vector.param("probe_flags").getAsString().split("\\|"))
                .mapToInt(StreamProbeVector::flag)
                .reduce(0, (all, flag) -> all | flag);
    }

    private static int flag(String name) {
        Integer known = FLAGS.get(name.trim());
        return known != null ? known : (int) Vector.number(new JsonPrimitive(name.trim()));
    }

    void check() {
        int length = (int) vector.param("length", headers.length);
        memory.of(abi).map(HEADERS, Arrays.copyOf(headers, Math.max(length, headers.length)));
        mapFrames();
        irp.initialize(
                new FileObject(null),
                memory,
                (flags & KSPROBE.STREAMWRITE) != 0 ? WRITE_STREAM : READ_STREAM,
                0,
                0,
                HEADERS,
                length,
                true,
                (over, block) -> {});
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information((int) vector.param("preset_information", 0));
        NtStatus status = probe();
        vector.assertReturns(status);
        vector.assertInformation(irp);
        if (status.isSuccess()) {
            assertEquals(Vector.HEX.formatHex(headers), captured(), "headers in the system buffer");
            assertEquals(status, probe(), "a second call");
        } else {
            assertNull(irp.mdlAddress(), "MDLs of a request that failed");
        }
        checkFlags("irp_flags_set", true);
        checkFlags("irp_flags_clear", false);
        JsonArray chain = chain();
        boolean none = vector.expected("mdl").isJsonNull() && chain.isEmpty();
        vector.assertIs("mdl", none ? JsonNull.INSTANCE : chain);
        vector.assertUserVisible(status, irp.information());
        vector.assertCallbacks(new JsonArray());
        vector.assertCompletesNothing();
        irp.complete(status);
        assertNull(irp.mdlAddress(), "MDLs of a request that is over");
    }

    private NtStatus probe() {
        return KsProbeStreamIrp.probe(irp, flags, (int) vector.param("header_size", 0));
    }

    /** Memory where headers that make sense say that it is. */
    private void mapFrames() {
        ByteBuffer bytes = ByteBuffer.wrap(headers).order(ByteOrder.LITTLE_ENDIAN);
        int size = KSSTREAM_HEADER.LAYOUT.size(abi);
        for (int at = 0; headers.length - at >= size && bytes.getInt(at) >= size; at += bytes.getInt(at)) {
            int extent = KSSTREAM_HEADER.FrameExtent.read(abi, bytes, at);
            if (extent >= 0 && extent <= LARGEST_FRAME) {
                memory.map(KSSTREAM_HEADER.Data.read(abi, bytes, at), new byte[extent]);
            }
        }
    }

    private String captured() {
        assertNotNull(irp.systemBuffer(), "system buffer");
        byte[] copy = new byte[headers.length];
        irp.systemBuffer().bytes().get(0, copy);
        return Vector.HEX.formatHex(copy);
    }

    private void checkFlags(String field, boolean set) {
        if (vector.expects(field)) {
            vector.expected(field)
                    .getAsJsonArray()
                    .forEach(flag -> assertEquals(
                            set, (irp.flags() & IRP_FLAGS.get(flag.getAsString())) != 0, flag + " in IRP.Flags"));
        }
    }

    private JsonArray chain() {
        JsonArray chain = new JsonArray();
        for (Mdl mdl = irp.mdlAddress(); mdl != null; mdl = mdl.next()) {
            JsonObject described = new JsonObject();
            described.addProperty("bytes", mdl.byteCount());
            if (mdl.access() == null) {
                described.add("access", JsonNull.INSTANCE);
            } else {
                described.addProperty("access", mdl.access().name());
            }
            chain.add(described);
        }
        return chain;
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** A vector of KsProbeStreamIrp. */
final class StreamProbeVector {
    private static final long HEADERS = 0x20_0000;
    private static final int FRAME_EXTENT = 32;
    private static final int DATA = 40;

    private static final Map<String, Integer> FLAGS = Map.of(
            "KSPROBE_STREAMREAD", KSPROBE.STREAMREAD,
            "KSPROBE_STREAMWRITE", KSPROBE.STREAMWRITE,
            "KSPROBE_ALLOCATEMDL", KSPROBE.ALLOCATEMDL,
            "KSPROBE_PROBEANDLOCK", KSPROBE.PROBEANDLOCK,
            "KSPROBE_SYSTEMADDRESS", KSPROBE.SYSTEMADDRESS,
            "KSPROBE_ALLOWFORMATCHANGE", KSPROBE.ALLOWFORMATCHANGE,
            "KSPROBE_MODIFY", KSPROBE.MODIFY);

    private final Vector vector;

    StreamProbeVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        assertEquals("KsProbeStreamIrp", vector.handler());
        JsonObject params = vector.params();
        byte[] headers = Vector.HEX.parseHex(params.get("headers_hex").getAsString());
        int length = params.get("length").getAsInt();
        int flags = 0;
        for (String name : params.get("probe_flags").getAsString().split("\\|")) {
            flags |= FLAGS.get(name);
        }
        boolean write = (flags & KSPROBE.STREAMWRITE) != 0;
        TestMemory memory = new TestMemory().map(HEADERS, headers);
        mapFrames(memory, headers, params.get("header_size").getAsInt());
        Irp irp = new Irp()
                .initialize(
                        new FileObject(null),
                        memory,
                        write ? IOCTL_KS.WRITE_STREAM : IOCTL_KS.READ_STREAM,
                        0,
                        0,
                        HEADERS,
                        length,
                        true,
                        (over, block) -> {});
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        NtStatus status =
                KsProbeStreamIrp.probe(irp, flags, params.get("header_size").getAsInt());
        vector.assertReturns(status);
        if (status.isSuccess()) {
            assertEquals(
                    ByteBuffer.wrap(headers), irp.systemBuffer().bytes().slice(0, length), "headers in SystemBuffer");
            assertEquals(status, KsProbeStreamIrp.probe(irp, flags, 0), "again");
        } else {
            assertNull(irp.systemBuffer());
            assertNull(irp.mdlAddress());
        }
        Mdl mdl = irp.mdlAddress();
        JsonElement expected = vector.expected("mdl");
        for (JsonElement element : expected.isJsonNull() ? new JsonArray() : expected.getAsJsonArray()) {
            JsonObject wanted = element.getAsJsonObject();
            assertNotNull(mdl);
            assertEquals(wanted.get("bytes").getAsInt(), mdl.byteCount());
            assertEquals(wanted.get("access").getAsString(), RequestVector.access(mdl));
            assertEquals((flags & KSPROBE.PROBEANDLOCK) != 0, mdl.systemAddress() != null, "locked");
            mdl = mdl.next();
        }
        if (expected.isJsonArray()) {
            assertNull(mdl, "no more MDLs");
        }
        irp.complete(status);
    }

    /** Every frame that a header points to is there. */
    private static void mapFrames(TestMemory memory, byte[] headers, int headerSize) {
        ByteBuffer bytes = ByteBuffer.wrap(headers).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; headerSize != 0 && at + headerSize <= headers.length; at += headerSize) {
            memory.map(bytes.getLong(at + DATA), new byte[bytes.getInt(at + FRAME_EXTENT)]);
        }
    }
}

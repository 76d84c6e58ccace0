package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A vector of a fast property or method handler. */
final class FastVector {
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;
    private static final String ARGUMENTS = "(FileObject, Request, RequestLength, Data, DataLength, IoStatus)";

    private final Vector vector;
    private final JsonArray callbacks = new JsonArray();
    private final Map<String, JsonObject> tables;
    private byte[] in = {};

    FastVector(Vector vector) {
        this.vector = vector;
        this.tables = vector.tables().stream()
                .collect(Collectors.toMap(table -> table.get("kind").getAsString(), table -> table));
    }

    void check() {
        JsonObject params = vector.params();
        TestMemory memory = new TestMemory();
        in = params.has("in_hex") ? Vector.HEX.parseHex(params.get("in_hex").getAsString()) : in;
        if (params.has("in_len") && in.length == 0) {
            in = new byte[params.get("in_len").getAsInt()];
        }
        if (!params.has("in_pointer")) {
            memory.map(IN, in);
        }
        byte[] out = new byte[params.has("out_len") ? params.get("out_len").getAsInt() : 0];
        memory.map(OUT, out);
        boolean property = vector.handler().equals("KsFastPropertyHandler");
        FastIoRequest io = new FastIoRequest(
                new FileObject("file"),
                memory,
                vector.userMode(),
                property ? IOCTL_KS.PROPERTY : IOCTL_KS.METHOD,
                IN,
                in.length,
                OUT,
                out.length);
        long block = property
                ? KsFastPropertyHandler.handle(io, SetTable.of(propertySet()))
                : vector.handler().equals("KsFastMethodHandler")
                        ? KsFastMethodHandler.handle(io, SetTable.of(methodSet()))
                        : fail("unknown handler " + vector.handler());
        assertEquals(vector.expected("returns").getAsBoolean(), block != FastIoRequest.NOT_HANDLED, "returns");
        if (vector.expects("iosb")) {
            JsonObject iosb = vector.expected("iosb").getAsJsonObject();
            assertEquals(
                    iosb.get("status").getAsString(),
                    IoStatusBlock.status(block).symbol());
            assertEquals(iosb.get("information").getAsInt(), IoStatusBlock.information(block));
        }
        if (vector.expects("out_after")) {
            assertEquals(vector.expected("out_after").getAsString(), Vector.HEX.formatHex(out), "out_after");
        }
        JsonArray expected = vector.expected("callbacks").getAsJsonArray();
        for (int i = 0; i < Math.min(expected.size(), callbacks.size()); i++) {
            if (!expected.get(i).getAsJsonObject().has("args")) {
                callbacks.get(i).getAsJsonObject().remove("args");
            }
        }
        assertEquals(expected, callbacks, "callbacks");
    }

    private PropertySet propertySet() {
        JsonObject table = tables.get("property_set");
        PropertySet.Builder set = PropertySet.of(set(table));
        for (JsonElement element : tables.get("fast_property_table").getAsJsonArray("items")) {
            JsonObject item = element.getAsJsonObject();
            set.item(item.get("id").getAsInt())
                    .fastGet(handler(item.get("get")))
                    .fastSet(handler(item.get("set")));
        }
        return set.build();
    }

    private MethodSet methodSet() {
        List<MethodItem> items = new ArrayList<>();
        for (JsonElement element : tables.get("fast_method_table").getAsJsonArray("items")) {
            JsonObject item = element.getAsJsonObject();
            KsFastHandler fast = item.get("supported").getAsBoolean() ? handler(item.get("handler")) : null;
            items.add(new MethodItem(item.get("id").getAsInt(), 0, 24, 0, null, null, fast));
        }
        return MethodSet.of(set(tables.get("method_set")), items.toArray(MethodItem[]::new));
    }

    private KsSet set(JsonObject table) {
        return new KsSet(
                table.get("name").getAsString(), vector.guid(table.get("guid").getAsString()));
    }

    private KsFastHandler handler(JsonElement name) {
        return name.isJsonNull() ? null : (io, request) -> called(name.getAsString(), io, request);
    }

    private long called(String name, FastIoRequest io, ByteBuffer request) {
        JsonObject call = new JsonObject();
        call.addProperty("callback", name);
        call.addProperty("args", ARGUMENTS);
        callbacks.add(call);
        assertEquals("file", io.fileObject().fsContext());
        assertEquals(Vector.HEX.formatHex(in), Vector.hex(request), "the request's copy");
        JsonObject script = vector.script(name);
        if (script.has("writes")) {
            for (JsonElement element : script.getAsJsonArray("writes")) {
                JsonObject write = element.getAsJsonObject();
                assertEquals(0, write.get("offset").getAsInt());
                byte[] bytes = Vector.HEX.parseHex(write.get("hex").getAsString());
                assertEquals(NtStatus.SUCCESS, io.writeData(ByteBuffer.wrap(bytes), bytes.length));
            }
        }
        return script.get("returns").getAsBoolean()
                ? IoStatusBlock.of(
                        Vector.status(script.get("iosb_status").getAsString()),
                        script.get("iosb_information").getAsInt())
                : FastIoRequest.NOT_HANDLED;
    }
}

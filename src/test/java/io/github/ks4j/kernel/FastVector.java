package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A vector of a fast property or method handler. */
final class FastVector {
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;
    private static final String ARGUMENTS = "(FileObject, Request, RequestLength, Data, DataLength, IoStatus)";

    private final Vector vector;
    private final JsonArray callbacks = new JsonArray();
    private final TestMemory memory = new TestMemory();
    private byte[] in = {};
    private long output;

    FastVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        in = vector.in();
        int length = (int) vector.param("in_len", in.length);
        in = Arrays.copyOf(in, length);
        byte[] out = vector.bytes("out_before");
        out = Arrays.copyOf(out, (int) vector.param("out_len", out.length));
        long input = vector.address("in_pointer", IN);
        output = vector.address("out_pointer", OUT);
        memory.of(vector.abi());
        vector.map(memory, input, in, output, out);
        boolean property = vector.handler().equals("KsFastPropertyHandler");
        FastIoRequest io = new FastIoRequest(
                new FileObject("file"),
                memory,
                vector.userMode(),
                property ? IOCTL_KS.PROPERTY : IOCTL_KS.METHOD,
                input,
                in.length,
                output,
                out.length);
        long block = property
                ? KsFastPropertyHandler.handle(io, SetTable.of(sets("property_set", this::propertySet)))
                : vector.handler().equals("KsFastMethodHandler")
                        ? KsFastMethodHandler.handle(io, SetTable.of(sets("method_set", this::methodSet)))
                        : fail("unknown handler " + vector.handler());
        assertEquals(vector.expected("returns").getAsBoolean(), block != FastIoRequest.NOT_HANDLED, "returns");
        if (block != FastIoRequest.NOT_HANDLED) {
            NtStatus status = IoStatusBlock.status(block);
            JsonObject iosb = new JsonObject();
            iosb.addProperty("status", status.symbol());
            iosb.addProperty("information", IoStatusBlock.information(block));
            vector.assertIs("iosb", iosb);
            vector.assertMatches("information", iosb.get("information"));
            vector.assertUserVisible(status, IoStatusBlock.information(block));
        } else {
            vector.assertIs("iosb", JsonNull.INSTANCE);
            vector.assertMatches("information", new JsonPrimitive(0));
        }
        vector.assertMatches("out_after", new JsonPrimitive(Vector.HEX.formatHex(out)));
        vector.assertCallbacks(callbacks);
        vector.assertCompletesNothing();
    }

    /** The sets of a kind, in the order of the tables. */
    private <S> List<S> sets(String kind, Function<JsonObject, S> made) {
        return vector.tables().stream()
                .filter(table -> table.get("kind").getAsString().equals(kind))
                .map(made)
                .toList();
    }

    /** The items of the fast table that hangs off a set; none if there is no such table. */
    private List<JsonObject> fastItems(JsonObject set) {
        return vector.tables().stream()
                .filter(table -> table.has("of") && table.get("of").equals(set.get("name")))
                .flatMap(table ->
                        StreamSupport.stream(table.getAsJsonArray("items").spliterator(), false))
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private PropertySet propertySet(JsonObject table) {
        PropertySet.Builder set = PropertySet.of(set(table));
        for (JsonObject item : fastItems(table)) {
            set.item(Vector.number(item, "id", 0))
                    .fastGet(handler(Vector.of(item, "get")))
                    .fastSet(handler(Vector.of(item, "set")));
        }
        return set.build();
    }

    private MethodSet methodSet(JsonObject table) {
        List<MethodItem> items = new ArrayList<>();
        for (JsonObject item : fastItems(table)) {
            boolean supported = !item.has("supported") || item.get("supported").getAsBoolean();
            KsFastHandler fast = supported ? handler(Vector.of(item, "handler")) : null;
            items.add(new MethodItem(Vector.number(item, "id", 0), 0, 24, 0, null, null, fast));
        }
        return MethodSet.of(set(table), items.toArray(MethodItem[]::new));
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
        call.addProperty("request_hex", Vector.hex(request));
        callbacks.add(call);
        assertEquals("file", io.fileObject().fsContext());
        assertEquals(Vector.HEX.formatHex(in), Vector.hex(request), "the request's copy");
        JsonObject script = vector.script(name);
        Vector.forEachWrite(
                script,
                (offset, bytes) -> assertEquals(
                        NtStatus.SUCCESS, memory.write(output + offset, ByteBuffer.wrap(bytes), 0, bytes.length)));
        boolean handled = !script.has("returns") || script.get("returns").getAsBoolean();
        JsonElement status = Vector.of(script, "iosb_status");
        return handled
                ? IoStatusBlock.of(
                        status.isJsonNull() ? NtStatus.SUCCESS : Vector.status(status.getAsString()),
                        Vector.number(script, "iosb_information", 0))
                : FastIoRequest.NOT_HANDLED;
    }
}

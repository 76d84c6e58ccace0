package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One test vector. What it expects has to be looked at in full: a field that nobody has asked for fails it.
 */
final class Vector {
    static final HexFormat HEX = HexFormat.of();

    private final JsonObject file;
    private final JsonObject vector;
    private final JsonObject expect;
    private final Set<String> looked = new HashSet<>();
    private final Map<String, Integer> invocations = new HashMap<>();

    Vector(JsonObject file, JsonObject vector) {
        this.file = file;
        this.vector = vector;
        this.expect = vector.getAsJsonObject("expect");
    }

    String id() {
        return vector.get("id").getAsString();
    }

    /** The letters before the number. */
    String kind() {
        return id().substring(0, id().indexOf('-'));
    }

    String title() {
        return vector.get("title").getAsString();
    }

    /** What is given, besides {@code expect}; JSON null if it is not. */
    JsonElement given(String field) {
        return vector.has(field) ? vector.get(field) : JsonNull.INSTANCE;
    }

    String handler() {
        return vector.get("handler").getAsString();
    }

    boolean userMode() {
        return vector.get("requestor_mode").getAsString().equals("UserMode");
    }

    JsonObject params() {
        return vector.getAsJsonObject("params");
    }

    JsonObject request() {
        return vector.getAsJsonObject("request");
    }

    boolean expects(String field) {
        return expect.has(field);
    }

    /** What is expected; the field counts as looked at. JSON null if nothing is. */
    JsonElement expected(String field) {
        looked.add(field);
        return expect.has(field) ? expect.get(field) : JsonNull.INSTANCE;
    }

    void assertAllLookedAt() {
        Set<String> left = new HashSet<>(expect.keySet());
        left.removeAll(looked);
        assertEquals(Set.of(), left, "fields of expect that were not looked at");
    }

    void assertReturns(NtStatus status) {
        String returns = expected("returns").getAsString();
        JsonElement hex = expected("returns_hex");
        if (returns.equals("ANY_ERROR")) {
            assertTrue(status.isError(), status.toString());
            return;
        }
        assertEquals(returns, status.symbol(), "returns");
        if (!hex.isJsonNull()) {
            assertEquals(hex.getAsString(), String.format("0x%08X", status.code()), "returns_hex");
        }
    }

    void assertInformation(Irp irp) {
        if (expects("information")) {
            assertEquals(expected("information").getAsLong(), Integer.toUnsignedLong(irp.information()), "information");
        }
    }

    /** What DeviceIoControl says. */
    void assertUserVisible(NtStatus status, int information) {
        JsonElement element = expected("user_visible");
        if (element.isJsonNull()) {
            return;
        }
        JsonObject visible = element.getAsJsonObject();
        if (status.equals(NtStatus.PENDING)) {
            assertEquals("pending", visible.get("device_io_control").getAsString());
            assertEquals(status.win32().code(), visible.get("last_error").getAsInt());
            return;
        }
        assertEquals(visible.get("device_io_control").getAsBoolean(), status.isSuccess(), "DeviceIoControl");
        assertEquals(visible.get("last_error").getAsInt(), status.win32().code(), "last error");
        if (visible.get("bytes_returned").isJsonNull()) {
            assertTrue(status.isError(), "the byte count is not updated");
        } else {
            long block = IoStatusBlock.of(status, information);
            assertEquals(visible.get("bytes_returned").getAsInt(), IoStatusBlock.information(block), "bytes returned");
        }
    }

    void assertCallbacks(JsonArray callbacks) {
        if (expects("callbacks")) {
            assertEquals(expected("callbacks"), callbacks, "callbacks");
        }
    }

    JsonObject table(String name) {
        JsonObject json = file.getAsJsonObject("tables").getAsJsonObject(name).deepCopy();
        json.addProperty("name", name);
        return json;
    }

    List<JsonObject> tables() {
        JsonArray names = vector.has("tables") ? vector.getAsJsonArray("tables") : params().getAsJsonArray("tables");
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> table(name.getAsString()))
                .toList();
    }

    Guid guid(String name) {
        return Guid.of(
                file.getAsJsonObject("guids").getAsJsonObject(name).get("text").getAsString());
    }

    String nameOf(Guid guid) {
        return file.getAsJsonObject("guids").keySet().stream()
                .filter(name -> guid(name).equals(guid))
                .findFirst()
                .orElseThrow();
    }

    /** The event table of the GUID of a name, if there is one. */
    Optional<JsonObject> eventTable(String guid) {
        return file.getAsJsonObject("tables").keySet().stream()
                .map(this::table)
                .filter(table -> table.get("kind").getAsString().equals("event_set")
                        && table.get("guid").getAsString().equals(guid))
                .findFirst();
    }

    /** The next scripted invocation of a callback, the last of which repeats; empty if there is none. */
    JsonObject script(String callback) {
        JsonObject scripts = vector.has("callback_script")
                ? vector.getAsJsonObject("callback_script")
                : params().getAsJsonObject("callback_script");
        JsonArray script = scripts == null ? null : scripts.getAsJsonArray(callback);
        if (script == null) {
            return new JsonObject();
        }
        int index = invocations.merge(callback, 1, Integer::sum) - 1;
        return script.get(Math.min(index, script.size() - 1)).getAsJsonObject();
    }

    static NtStatus status(String name) {
        return NtStatus.values().stream()
                .filter(status -> status.symbol().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("unknown status " + name));
    }

    static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        return HEX.formatHex(copy);
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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

    /** Whether it is this implementation that is to behave so, and not another one that deviates. */
    boolean isRecommended() {
        JsonElement profile = given("profile");
        return profile.isJsonNull() || profile.getAsString().equals("recommended");
    }

    Abi abi() {
        JsonElement arch = given("arch");
        return !arch.isJsonNull() && arch.getAsString().equals("x86") ? Abi.X86 : Abi.X64;
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
        JsonElement mode = given("requestor_mode");
        return mode.isJsonNull() || mode.getAsString().equals("UserMode");
    }

    /** The arguments of the routine; empty if there are none. */
    JsonObject params() {
        return given("params").isJsonNull() ? new JsonObject() : vector.getAsJsonObject("params");
    }

    /** A member of {@code params}, or else of {@code request}, or else of the vector; JSON null if it is in none. */
    JsonElement param(String field) {
        JsonElement request = given("request");
        for (JsonObject object : request.isJsonNull()
                ? List.of(params(), vector)
                : List.of(params(), request.getAsJsonObject(), vector)) {
            if (object.has(field)) {
                return object.get(field);
            }
        }
        return JsonNull.INSTANCE;
    }

    /** A number, if it is there. */
    long param(String field, long otherwise) {
        JsonElement number = param(field);
        return number.isJsonNull() ? otherwise : number(number);
    }

    /** Bytes, if they are there. */
    byte[] bytes(String field) {
        JsonElement hex = param(field);
        return hex.isJsonNull() ? new byte[0] : HEX.parseHex(hex.getAsString());
    }

    /** The request structure: as bytes, or else by its fields. */
    byte[] in() {
        JsonElement fields = param("in_fields");
        if (!param("in_hex").isJsonNull()
                || fields.isJsonNull()
                || !fields.getAsJsonObject().has("Set")) {
            return bytes("in_hex");
        }
        JsonObject json = fields.getAsJsonObject();
        JsonElement extra = of(json, "Extra");
        byte[] more = extra.isJsonNull() ? new byte[0] : HEX.parseHex(extra.getAsString());
        ByteBuffer bytes = ByteBuffer.allocate(24 + more.length).order(ByteOrder.LITTLE_ENDIAN);
        guid(json.get("Set").getAsString()).write(bytes, 0);
        bytes.putInt(16, number(json, "Id", 0));
        bytes.putInt(20, flags(json.get("Flags").getAsString()));
        return bytes.put(24, more).array();
    }

    private int flags(String names) {
        int flags = 0;
        for (String name : names.split("\\|")) {
            flags |= flag(name.trim());
        }
        return flags;
    }

    private int flag(String name) {
        int end = name.indexOf("_TYPE_");
        if (end < 0) {
            return (int) number(new JsonPrimitive(name));
        }
        String group = name.substring("KS".length(), end).toLowerCase(Locale.ROOT) + "_flags";
        return (int) number(
                file.getAsJsonObject("constants").getAsJsonObject(group).get(name.substring(end + "_TYPE_".length())));
    }

    /** Whether a pointer is one that faults. */
    boolean isInvalid(String pointer) {
        JsonElement element = param(pointer);
        return !element.isJsonNull() && element.getAsString().equals("invalid");
    }

    /** An address, if the vector has an opinion. */
    long address(String pointer, long otherwise) {
        return isInvalid(pointer) ? otherwise : param(pointer, otherwise);
    }

    /** Maps the request and the data of a caller, as far as they do not fault. */
    void map(TestMemory memory, long in, byte[] request, long out, byte[] data) {
        memory.of(abi());
        if (!isInvalid("in_pointer")) {
            memory.map(in, request);
        }
        if (!isInvalid("out_pointer")) {
            memory.map(out, data);
        }
    }

    /** A number, which may be written as text in decimal or hexadecimal. */
    static long number(JsonElement number) {
        String text = number.getAsString();
        return text.startsWith("0x") || text.startsWith("0X")
                ? Long.parseUnsignedLong(text.substring(2), 16)
                : new BigDecimal(text).longValueExact();
    }

    /** A member of an object; JSON null if it is not there. */
    static JsonElement of(JsonObject object, String field) {
        return object.has(field) ? object.get(field) : JsonNull.INSTANCE;
    }

    /** A number of an object, if it is there. */
    static int number(JsonObject object, String field, int otherwise) {
        JsonElement number = of(object, field);
        return number.isJsonNull() ? otherwise : (int) number(number);
    }

    /** Whether a field is expected to be something; it counts as looked at. */
    boolean expects(String field) {
        return !expected(field).isJsonNull();
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
        JsonElement returns = expected("returns");
        JsonElement hex = expected("returns_hex");
        assertTrue(!returns.isJsonNull() || !hex.isJsonNull(), "a status is expected");
        if (!returns.isJsonNull() && returns.getAsString().equals("ANY_ERROR")) {
            assertTrue(status.isError(), status.toString());
            return;
        }
        if (!returns.isJsonNull()) {
            assertEquals(returns.getAsString(), status.symbol(), "returns");
        }
        if (!hex.isJsonNull()) {
            assertEquals(number(hex), Integer.toUnsignedLong(status.code()), "returns_hex");
        }
    }

    /** Of a routine that returns nothing. */
    void assertReturnsNothing() {
        assertTrue(expected("returns").isJsonNull(), "returns");
    }

    /** Of a routine that does not look at IRPs, or that leaves completing them to others. */
    void assertCompletesNothing() {
        for (String field : List.of("handler_completes_irp", "helper_completes_irp")) {
            JsonElement completes = expected(field);
            assertTrue(completes.isJsonNull() || !completes.getAsBoolean(), field);
        }
    }

    void assertInformation(Irp irp) {
        if (expects("information")) {
            assertEquals(number(expected("information")), Integer.toUnsignedLong(irp.information()), "information");
        }
    }

    /** What DeviceIoControl says. */
    void assertUserVisible(NtStatus status, int information) {
        JsonElement element = expected("user_visible");
        if (element.isJsonNull()) {
            return;
        }
        boolean pending = status.equals(NtStatus.PENDING);
        JsonObject actual = new JsonObject();
        if (pending) {
            actual.addProperty("device_io_control", "pending");
        } else {
            actual.addProperty("device_io_control", status.isSuccess());
        }
        actual.addProperty("last_error", status.win32().code());
        actual.addProperty("last_error_name", status.win32().symbol());
        if (pending || status.isError()) {
            actual.add("bytes_returned", JsonNull.INSTANCE);
        } else {
            actual.addProperty(
                    "bytes_returned",
                    Integer.toUnsignedLong(IoStatusBlock.information(IoStatusBlock.of(status, information))));
        }
        assertMatches(element, actual, "user_visible");
    }

    void assertCallbacks(JsonArray callbacks) {
        assertMatches("callbacks", callbacks);
    }

    /** Compares a field of {@code expect}, if it says anything, as far as it does. */
    void assertMatches(String field, JsonElement actual) {
        if (expects(field)) {
            assertMatches(expected(field), actual, field);
        }
    }

    /** Compares a field of {@code expect}, if it is there; null says that there is nothing. */
    void assertIs(String field, JsonElement actual) {
        if (expect.has(field)) {
            assertMatches(expected(field), actual, field);
        }
    }

    static void assertMatches(JsonElement expected, JsonElement actual, String what) {
        assertEquals(expected, likened(expected, actual), what);
    }

    /**
     * What is the same as the expected value but for its notation, in that notation, and without the members that the
     * expected value leaves out.
     */
    private static JsonElement likened(JsonElement expected, JsonElement actual) {
        if (expected.isJsonObject() && actual.isJsonObject()) {
            JsonObject named = new JsonObject();
            for (String field : expected.getAsJsonObject().keySet()) {
                JsonElement value = actual.getAsJsonObject().get(field);
                if (value != null) {
                    named.add(field, likened(expected.getAsJsonObject().get(field), value));
                }
            }
            return named;
        }
        if (expected.isJsonArray() && actual.isJsonArray()) {
            JsonArray same = new JsonArray();
            for (int i = 0; i < actual.getAsJsonArray().size(); i++) {
                JsonElement value = actual.getAsJsonArray().get(i);
                boolean both = i < expected.getAsJsonArray().size();
                same.add(both ? likened(expected.getAsJsonArray().get(i), value) : value);
            }
            return same;
        }
        return isSame(expected, actual) ? expected : actual;
    }

    private static boolean isSame(JsonElement expected, JsonElement actual) {
        if (!expected.isJsonPrimitive() || !actual.isJsonPrimitive()) {
            return false;
        }
        if (actual.getAsJsonPrimitive().isNumber()) {
            try {
                return number(expected) == number(actual);
            } catch (ArithmeticException | NumberFormatException e) {
                return false;
            }
        }
        return actual.getAsJsonPrimitive().isString() && expected.getAsString().equalsIgnoreCase(actual.getAsString());
    }

    JsonObject table(String name) {
        JsonObject json = file.getAsJsonObject("tables").getAsJsonObject(name).deepCopy();
        json.addProperty("name", name);
        return json;
    }

    List<JsonObject> tables() {
        JsonElement names = param("tables");
        return names.isJsonNull()
                ? List.of()
                : StreamSupport.stream(names.getAsJsonArray().spliterator(), false)
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
        JsonElement scripts = param("callback_script");
        JsonArray script =
                scripts.isJsonNull() ? null : scripts.getAsJsonObject().getAsJsonArray(callback);
        if (script == null || script.isEmpty()) {
            return new JsonObject();
        }
        int index = invocations.merge(callback, 1, Integer::sum) - 1;
        return script.get(Math.min(index, script.size() - 1)).getAsJsonObject();
    }

    /** Runs a scripted invocation: what it writes, raises and returns; success if it says nothing. */
    NtStatus run(String callback, Irp irp, ByteBuffer data) {
        JsonObject script = script(callback);
        if (!of(script, "raise").isJsonNull()) {
            throw KsException.of(callback, status(script.get("raise").getAsString()));
        }
        forEachWrite(script, (offset, bytes) -> data.put(offset, bytes));
        JsonElement information = of(script, "information");
        if (!information.isJsonNull()) {
            irp.information((int) number(information));
        }
        NtStatus status = statusOf(script);
        if (status.equals(NtStatus.PENDING)) {
            irp.markPending();
        }
        return status;
    }

    /** Runs a scripted invocation of an allocator. */
    KsBuffer allocate(String callback, int size, boolean inputOperation, JsonArray callbacks) {
        JsonObject call = new JsonObject();
        call.addProperty("callback", callback);
        call.addProperty("buffer_size", size);
        call.addProperty("input_operation", inputOperation);
        callbacks.add(call);
        NtStatus status = statusOf(script(callback));
        if (!status.isSuccess()) {
            throw KsException.of(callback, status);
        }
        return KsBuffer.heap(size);
    }

    /** The allocator that the vector names; null if it names none. */
    KsAllocator allocator(JsonArray callbacks) {
        JsonElement name = param("allocator");
        return name.isJsonNull()
                ? null
                : (request, size, inputOperation) -> allocate(name.getAsString(), size, inputOperation, callbacks);
    }

    static void forEachWrite(JsonObject script, BiConsumer<Integer, byte[]> write) {
        JsonElement writes = of(script, "writes");
        if (!writes.isJsonNull()) {
            for (JsonElement element : writes.getAsJsonArray()) {
                JsonObject one = element.getAsJsonObject();
                write.accept(
                        number(one, "offset", 0), HEX.parseHex(one.get("hex").getAsString()));
            }
        }
    }

    private static NtStatus statusOf(JsonObject script) {
        JsonElement status = of(script, "status");
        return status.isJsonNull() ? NtStatus.SUCCESS : status(status.getAsString());
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

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The test vectors of request dispatch, each a test of its id. {@code -Dks4j.vectors=FILE} takes another file of the same
 * schema. A field of {@code expect} that this harness does not know fails the vector.
 */
class DispatchVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;

    /**
     * Property, method, list query and completion vectors. Not events (E, D, F, G), fast I/O (FP, FM), nested I/O control
     * (Y), stream probing (K) and cancelable queues (Q): the package does not have them.
     */
    private static final Set<String> KINDS = Set.of("P", "M", "S", "C");

    /**
     * Completion helpers without a counterpart: objects have no security descriptor, no driver below them and no table of
     * major functions, there is no fast I/O, and only kernel drivers shake hands.
     */
    private static final Set<String> NOT_SERVED = Set.of(
            "IOCTL_KS_HANDSHAKE",
            "KsDispatchQuerySecurity",
            "KsForwardIrp",
            "KsDispatchFastIoDeviceControlFailure",
            "KsSetMajorFunctionHandler");

    private static final Set<String> KNOWN = Set.of(
            "returns",
            "returns_hex",
            "information",
            "out_after",
            "callbacks",
            "user_visible",
            "driver_context",
            "irp_flags_set",
            "irp_flags_clear",
            "capture_bytes",
            "handler_completes_irp",
            "helper_completes_irp");

    private static final Map<String, Integer> FLAGS = Map.of(
            "IRP_BUFFERED_IO", Irp.BUFFERED_IO,
            "IRP_DEALLOCATE_BUFFER", Irp.DEALLOCATE_BUFFER,
            "IRP_INPUT_OPERATION", Irp.INPUT_OPERATION,
            "IRP_SYNCHRONOUS_API", Irp.SYNCHRONOUS_API);

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        JsonObject file = read();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonElement element : file.getAsJsonArray("vectors")) {
            JsonObject vector = element.getAsJsonObject();
            String id = vector.get("id").getAsString();
            if (KINDS.contains(id.substring(0, id.indexOf('-')))
                    && vector.get("profile").getAsString().equals("recommended")
                    && !NOT_SERVED.contains(vector.get("handler").getAsString())) {
                tests.add(DynamicTest.dynamicTest(
                        id + " " + vector.get("title").getAsString(), () -> new Run(file, vector).check()));
            }
        }
        return tests.stream();
    }

    private static JsonObject read() throws IOException {
        String other = System.getProperty("ks4j.vectors");
        try (Reader reader = other != null
                ? Files.newBufferedReader(Path.of(other))
                : new InputStreamReader(
                        DispatchVectorsTest.class.getResourceAsStream("/vectors/ks-dispatch-vectors.json"),
                        StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }

    /** One vector. */
    private static final class Run {
        private final JsonObject file;
        private final JsonObject vector;
        private final JsonObject expect;
        private final JsonArray callbacks = new JsonArray();
        private final Map<String, Integer> invocations = new HashMap<>();
        private final Map<AutomationSet, String> names = new HashMap<>();
        private final Map<String, String> contexts = new HashMap<>();
        private final Irp irp = new Irp();
        private byte[] out = {};

        Run(JsonObject file, JsonObject vector) {
            this.file = file;
            this.vector = vector;
            this.expect = vector.getAsJsonObject("expect");
        }

        void check() {
            for (String field : expect.keySet()) {
                assertTrue(KNOWN.contains(field), "unknown field of expect: " + field);
            }
            if (vector.get("id").getAsString().startsWith("C")) {
                checkCompletion();
                return;
            }
            NtStatus status = vector.get("id").getAsString().startsWith("S") ? listQuery() : dispatch();
            String returns = expect.get("returns").getAsString();
            if (returns.equals("ANY_ERROR")) {
                assertTrue(status.isError(), status.toString());
            } else {
                assertEquals(returns, status.symbol(), "returns");
                assertEquals(expect.get("returns_hex").getAsString(), String.format("0x%08X", status.code()));
            }
            assertEquals(
                    expect.get("information").getAsLong(), Integer.toUnsignedLong(irp.information()), "information");
            checkFlags(status);
            if (expect.has("capture_bytes")) {
                int captured = Irp.alignUp(irp.outputLength()) + irp.inputLength();
                assertEquals(expect.get("capture_bytes").getAsInt(), captured, "capture_bytes");
                assertNotNull(irp.systemBuffer(), "captured");
            }
            if (!status.equals(NtStatus.PENDING)) {
                irp.complete(status);
            }
            assertEquals(expect.get("out_after").getAsString(), HEX.formatHex(out), "out_after");
            assertEquals(vector.has("expect_fault"), irp.informationExceededOutput(), "Information exceeds the output");
            checkUserVisible(status);
            if (expect.has("callbacks")) {
                assertEquals(expect.getAsJsonArray("callbacks"), callbacks, "callbacks");
            }
            if (expect.has("driver_context")) {
                expect.getAsJsonObject("driver_context")
                        .entrySet()
                        .forEach(slot -> assertEquals(
                                slot.getValue().getAsString(), contexts.get(slot.getKey()), "slot " + slot.getKey()));
            }
        }

        private void checkCompletion() {
            JsonObject params = vector.getAsJsonObject("params");
            List<Long> told = new ArrayList<>();
            int code = params.has("ioctl") ? Integer.decode(params.get("ioctl").getAsString()) : 0x2F0003;
            irp.initialize(
                    new FileObject(null), new TestMemory(), code, 0, 0, 0, 0, true, (i, block) -> told.add(block));
            irp.information(0x5A5A);
            String handler = vector.get("handler").getAsString();
            NtStatus status = switch (handler) {
                case "KsDefaultDeviceIoCompletion" -> KsDefaultDeviceIoCompletion.complete(irp);
                case "KsDispatchInvalidDeviceRequest" -> KsDispatchInvalidDeviceRequest.complete(irp);
                default -> fail("unknown handler " + handler);
            };
            assertEquals(expect.get("returns").getAsString(), status.symbol(), "returns");
            assertEquals(expect.get("returns_hex").getAsString(), String.format("0x%08X", status.code()));
            assertTrue(expect.get("helper_completes_irp").getAsBoolean());
            assertEquals(
                    List.of(IoStatusBlock.of(status, expect.get("information").getAsInt())), told, "the outcome told");
        }

        private NtStatus dispatch() {
            JsonObject request = vector.getAsJsonObject("request");
            TestMemory memory = new TestMemory();
            byte[] in = HEX.parseHex(request.get("in_hex").getAsString());
            assertEquals(request.get("in_len").getAsInt(), in.length);
            out = HEX.parseHex(request.get("out_before").getAsString());
            if (!request.has("in_pointer")) {
                memory.map(IN, in);
            }
            if (out.length > 0) {
                memory.map(OUT, out);
            }
            irp.initialize(
                    new FileObject(null),
                    memory,
                    Integer.decode(request.get("ioctl").getAsString()),
                    IN,
                    in.length,
                    OUT,
                    (int) request.get("out_len").getAsLong(),
                    true,
                    (completed, block) -> {});
            if (vector.get("requestor_mode").getAsString().equals("KernelMode")) {
                irp.fromKernelMode();
            }
            irp.information(vector.get("preset_information").getAsInt());
            JsonObject params = vector.getAsJsonObject("params");
            KsAllocator allocator = params.get("allocator").isJsonNull()
                    ? null
                    : allocator(params.get("allocator").getAsString());
            int itemSize = params.get("item_size").getAsInt();
            List<JsonObject> tables = StreamSupport.stream(
                            vector.getAsJsonArray("tables").spliterator(), false)
                    .map(name -> named(name.getAsString()))
                    .toList();
            String handler = vector.get("handler").getAsString();
            return switch (handler) {
                case "KsPropertyHandler", "KsPropertyHandlerWithAllocator" ->
                    KsPropertyHandler.handle(
                            irp,
                            SetTable.of(tables.stream().map(this::propertySet).toList()),
                            allocator,
                            itemSize);
                case "KsMethodHandler", "KsMethodHandlerWithAllocator" ->
                    KsMethodHandler.handle(
                            irp,
                            SetTable.of(tables.stream().map(this::methodSet).toList()),
                            allocator,
                            itemSize);
                default -> fail("unknown handler " + handler);
            };
        }

        private NtStatus listQuery() {
            JsonObject request = vector.getAsJsonObject("request");
            JsonObject params = vector.getAsJsonObject("params");
            out = HEX.parseHex(request.get("out_before").getAsString());
            byte[] head = new byte[24];
            TestMemory memory = new TestMemory().map(IN, head).map(OUT, out);
            irp.initialize(
                    new FileObject(null), memory, 0x2F0003, IN, head.length, OUT, out.length, true, (i, block) -> {});
            ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(20, 1);
            JsonArray items = params.getAsJsonArray("items");
            KsHandler query = (i, bytes, data) -> KsHandleSizedListQuery.handle(
                    i, data, items.size(), params.get("item_size").getAsInt(), (target, offset, index) -> {
                        target.put(offset, HEX.parseHex(items.get(index).getAsString()));
                    });
            return KsPropertyHandler.handle(
                    irp,
                    SetTable.of(PropertySet.of(new KsSet("none", Guid.NULL))
                            .item(0)
                            .get(query)
                            .build()));
        }

        private JsonObject named(String table) {
            JsonObject json =
                    file.getAsJsonObject("tables").getAsJsonObject(table).deepCopy();
            json.addProperty("name", table);
            return json;
        }

        private Guid guid(String name) {
            return Guid.of(file.getAsJsonObject("guids")
                    .getAsJsonObject(name)
                    .get("text")
                    .getAsString());
        }

        private PropertySet propertySet(JsonObject table) {
            KsSet set = new KsSet(
                    table.get("name").getAsString(), guid(table.get("guid").getAsString()));
            PropertySet.Builder builder = PropertySet.of(set);
            for (JsonElement element : table.getAsJsonArray("items")) {
                JsonObject item = element.getAsJsonObject();
                PropertyItem.Builder built = builder.item(item.get("id").getAsInt())
                        .get(handler(item.get("get")))
                        .set(handler(item.get("set")))
                        .support(handler(item.get("support")))
                        .minProperty(item.get("min_property").getAsInt())
                        .minData(item.get("min_data").getAsInt())
                        .serializedSize(item.get("serialized_size").getAsInt())
                        .values(values(item.get("values")));
                for (JsonElement relation : item.getAsJsonArray("relations")) {
                    JsonArray pair = relation.getAsJsonArray();
                    built.relations(new KsProperty<>(
                            new KsSet("", guid(pair.get(0).getAsString())),
                            pair.get(1).getAsInt(),
                            "",
                            Codec.BYTES,
                            ""));
                }
            }
            PropertySet property = builder.build();
            names.put(property, "KSPROPERTY_SET " + set.name());
            return property;
        }

        private PropertyValues values(JsonElement element) {
            if (element.isJsonNull()) {
                return null;
            }
            JsonObject json = element.getAsJsonObject();
            JsonArray type = json.getAsJsonArray("prop_type_set");
            PropertyValues values = new PropertyValues(
                    guid(type.get(0).getAsString()), type.get(1).getAsInt(), List.of());
            for (JsonElement list : json.getAsJsonArray("members")) {
                JsonObject members = list.getAsJsonObject();
                values = values.with(new PropertyValues.Members(
                        members.get("members_flags").getAsInt(),
                        members.get("members_size").getAsInt(),
                        members.get("members_count").getAsInt(),
                        members.get("flags").getAsInt(),
                        HEX.parseHex(members.get("data").getAsString())));
            }
            return values;
        }

        private MethodSet methodSet(JsonObject table) {
            List<MethodItem> items = new ArrayList<>();
            for (JsonElement element : table.getAsJsonArray("items")) {
                JsonObject item = element.getAsJsonObject();
                items.add(new MethodItem(
                        item.get("id").getAsInt(),
                        item.get("flags").getAsInt(),
                        item.get("min_method").getAsInt(),
                        item.get("min_data").getAsInt(),
                        handler(item.get("handler")),
                        handler(item.get("support"))));
            }
            KsSet set = new KsSet(
                    table.get("name").getAsString(), guid(table.get("guid").getAsString()));
            MethodSet methods = MethodSet.of(set, items.toArray(MethodItem[]::new));
            names.put(methods, "KSMETHOD_SET " + set.name());
            return methods;
        }

        private KsHandler handler(JsonElement name) {
            return name == null || name.isJsonNull()
                    ? null
                    : (i, request, data) -> callback(i, name.getAsString(), request, data);
        }

        private NtStatus callback(Irp sent, String name, ByteBuffer request, ByteBuffer data) {
            JsonObject call = new JsonObject();
            call.addProperty("callback", name);
            call.addProperty("request_hex", hex(request));
            call.addProperty("data_null", data == null);
            call.addProperty("data_hex_at_entry", data == null ? null : hex(data));
            callbacks.add(call);
            context(sent);
            if (vector.has("expect_mdl")) {
                checkMdl(vector.getAsJsonObject("expect_mdl"), data);
            }
            JsonObject script = script(name);
            if (script.has("raise")) {
                throw KsException.of(name, status(script.get("raise").getAsString()));
            }
            if (script.has("writes")) {
                for (JsonElement element : script.getAsJsonArray("writes")) {
                    JsonObject write = element.getAsJsonObject();
                    data.put(
                            write.get("offset").getAsInt(),
                            HEX.parseHex(write.get("hex").getAsString()));
                }
            }
            if (script.has("information") && !script.get("information").isJsonNull()) {
                sent.information(script.get("information").getAsInt());
            }
            NtStatus status = status(script.get("status").getAsString());
            if (status.equals(NtStatus.PENDING)) {
                sent.markPending();
            }
            return status;
        }

        /** The scripted invocation; the last one repeats. */
        private JsonObject script(String name) {
            JsonArray scripts = vector.getAsJsonObject("callback_script").getAsJsonArray(name);
            int index = invocations.merge(name, 1, Integer::sum) - 1;
            return scripts.get(Math.min(index, scripts.size() - 1)).getAsJsonObject();
        }

        private void context(Irp sent) {
            Object set = sent.driverContext(0);
            if (set != null) {
                contexts.put("0", names.get(set));
            }
            if (sent.driverContext(2) != null) {
                contexts.put("2", "KSMETHOD_TYPE " + sent.driverContext(2));
            }
            String table =
                    set == null ? "" : names.get(set).substring(names.get(set).indexOf(' ') + 1);
            if (sent.driverContext(3) instanceof PropertyItem item) {
                contexts.put("3", "KSPROPERTY_ITEM " + table + "/" + item.id());
            } else if (sent.driverContext(3) instanceof MethodItem item) {
                contexts.put("3", "KSMETHOD_ITEM " + table + "/" + item.id());
            }
        }

        private void checkMdl(JsonObject mdl, ByteBuffer data) {
            assertTrue(mdl.get("present").getAsBoolean());
            assertEquals(mdl.get("bytes").getAsInt(), irp.mdlAddress().byteCount());
            assertEquals(
                    !mdl.get("access").getAsString().equals("IoReadAccess"),
                    irp.mdlAddress().writable());
            assertEquals(irp.mdlAddress().systemAddress(), data, "the data is the caller's own memory");
        }

        private KsAllocator allocator(String name) {
            return (request, size, inputOperation) -> {
                JsonObject call = new JsonObject();
                call.addProperty("callback", name);
                call.addProperty("buffer_size", size);
                call.addProperty("input_operation", inputOperation);
                callbacks.add(call);
                JsonArray scripts = vector.getAsJsonObject("callback_script").getAsJsonArray(name);
                if (scripts != null) {
                    NtStatus status = status(script(name).get("status").getAsString());
                    if (!status.isSuccess()) {
                        throw KsException.of(name, status);
                    }
                }
                return KsBuffer.heap(size);
            };
        }

        private NtStatus status(String name) {
            return NtStatus.values().stream()
                    .filter(status -> status.symbol().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("unknown status " + name));
        }

        private void checkFlags(NtStatus status) {
            flags("irp_flags_set").forEach(flag -> assertTrue((irp.flags() & FLAGS.get(flag)) != 0, flag + " is set"));
            flags("irp_flags_clear")
                    .forEach(flag -> assertFalse((irp.flags() & FLAGS.get(flag)) != 0, flag + " is clear"));
            assertEquals(status.equals(NtStatus.PENDING), irp.isPending(), "pending");
        }

        private Stream<String> flags(String field) {
            return expect.has(field)
                    ? StreamSupport.stream(expect.getAsJsonArray(field).spliterator(), false)
                            .map(JsonElement::getAsString)
                    : Stream.empty();
        }

        private void checkUserVisible(NtStatus status) {
            if (!expect.has("user_visible") || expect.get("user_visible").isJsonNull()) {
                return;
            }
            JsonObject visible = expect.getAsJsonObject("user_visible");
            if (status.equals(NtStatus.PENDING)) {
                assertEquals("pending", visible.get("device_io_control").getAsString());
                return;
            }
            assertEquals(visible.get("device_io_control").getAsBoolean(), status.isSuccess(), "DeviceIoControl");
            assertEquals(visible.get("last_error").getAsInt(), status.win32().code(), "last error");
            long block = IoStatusBlock.of(status, irp.information());
            if (visible.get("bytes_returned").isJsonNull()) {
                assertTrue(status.isError(), "the byte count is not updated");
            } else {
                assertEquals(
                        visible.get("bytes_returned").getAsInt(), IoStatusBlock.information(block), "bytes returned");
            }
        }

        private static String hex(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.limit()];
            bytes.get(0, copy);
            return HEX.formatHex(copy);
        }
    }
}

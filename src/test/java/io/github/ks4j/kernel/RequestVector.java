package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.KsSet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vector of a property or method request. */
final class RequestVector {
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;

    private static final Map<String, Integer> FLAGS = Map.of(
            "IRP_BUFFERED_IO", Irp.BUFFERED_IO,
            "IRP_DEALLOCATE_BUFFER", Irp.DEALLOCATE_BUFFER,
            "IRP_INPUT_OPERATION", Irp.INPUT_OPERATION,
            "IRP_SYNCHRONOUS_API", Irp.SYNCHRONOUS_API);

    private final Vector vector;
    private final JsonArray callbacks = new JsonArray();
    private final Map<AutomationSet<?>, String> names = new HashMap<>();
    private final Map<String, String> contexts = new HashMap<>();
    private final Irp irp = new Irp();
    private boolean completed;
    private byte[] out = {};

    RequestVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        initialize();
        NtStatus status = dispatch(irp);
        vector.assertReturns(status);
        vector.assertInformation(irp);
        checkFlags(status);
        if (vector.expects("capture_bytes")) {
            int captured = Irp.alignUp(irp.outputLength()) + irp.inputLength();
            assertEquals(vector.expected("capture_bytes").getAsInt(), captured, "capture_bytes");
            assertNotNull(irp.systemBuffer(), "captured");
        }
        if (vector.expects("handler_completes_irp")) {
            assertEquals(
                    vector.expected("handler_completes_irp").getAsBoolean(), completed, "completed by the handler");
        }
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        assertEquals(vector.expected("out_after").getAsString(), Vector.HEX.formatHex(out), "out_after");
        assertEquals(
                !vector.given("expect_fault").isJsonNull(),
                irp.informationExceededOutput(),
                "Information exceeds the output");
        vector.assertUserVisible(status, irp.information());
        vector.assertCallbacks(callbacks);
        if (vector.expects("driver_context")) {
            vector.expected("driver_context")
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(slot -> assertEquals(
                            slot.getValue().getAsString(), contexts.get(slot.getKey()), "slot " + slot.getKey()));
        }
    }

    private void initialize() {
        JsonObject request = vector.request();
        TestMemory memory = new TestMemory();
        byte[] in = Vector.HEX.parseHex(request.get("in_hex").getAsString());
        assertEquals(request.get("in_len").getAsInt(), in.length);
        out = Vector.HEX.parseHex(request.get("out_before").getAsString());
        if (!request.has("in_pointer")) {
            memory.map(IN, in);
        }
        if (out.length > 0) {
            memory.map(OUT, out);
        }
        irp.initialize(
                new FileObject(
                        DriverObject.ofObjects(),
                        new KsDispatchTable() {
                            @Override
                            public NtStatus deviceIoControl(Irp sent) {
                                NtStatus status = dispatch(sent);
                                if (!status.equals(NtStatus.PENDING)) {
                                    sent.complete(status);
                                }
                                return status;
                            }
                        },
                        null),
                memory,
                Integer.decode(request.get("ioctl").getAsString()),
                IN,
                in.length,
                OUT,
                (int) request.get("out_len").getAsLong(),
                true,
                (over, block) -> completed = true);
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information(vector.given("preset_information").getAsInt());
    }

    private NtStatus dispatch(Irp sent) {
        JsonElement name = vector.params().get("allocator");
        KsAllocator allocator = name.isJsonNull() ? null : allocator(name.getAsString());
        int itemSize = vector.params().get("item_size").getAsInt();
        return switch (vector.handler()) {
            case "KsPropertyHandler", "KsPropertyHandlerWithAllocator" ->
                KsPropertyHandler.handle(
                        sent,
                        SetTable.of(
                                vector.tables().stream().map(this::propertySet).toList()),
                        allocator,
                        itemSize);
            case "KsMethodHandler", "KsMethodHandlerWithAllocator" ->
                KsMethodHandler.handle(
                        sent,
                        SetTable.of(
                                vector.tables().stream().map(this::methodSet).toList()),
                        allocator,
                        itemSize);
            default -> fail("unknown handler " + vector.handler());
        };
    }

    private PropertySet propertySet(JsonObject table) {
        KsSet set = new KsSet(
                table.get("name").getAsString(), vector.guid(table.get("guid").getAsString()));
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
                        new KsSet("", vector.guid(pair.get(0).getAsString())),
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
                vector.guid(type.get(0).getAsString()), type.get(1).getAsInt(), List.of());
        for (JsonElement list : json.getAsJsonArray("members")) {
            JsonObject members = list.getAsJsonObject();
            values = values.with(new PropertyValues.Members(
                    members.get("members_flags").getAsInt(),
                    members.get("members_size").getAsInt(),
                    members.get("members_count").getAsInt(),
                    members.get("flags").getAsInt(),
                    Vector.HEX.parseHex(members.get("data").getAsString())));
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
                table.get("name").getAsString(), vector.guid(table.get("guid").getAsString()));
        MethodSet methods = MethodSet.of(set, items.toArray(MethodItem[]::new));
        names.put(methods, "KSMETHOD_SET " + set.name());
        return methods;
    }

    private KsHandler handler(JsonElement name) {
        return name == null || name.isJsonNull()
                ? null
                : (sent, request, data) -> callback(sent, name.getAsString(), request, data);
    }

    private NtStatus callback(Irp sent, String name, ByteBuffer request, ByteBuffer data) {
        JsonObject call = new JsonObject();
        call.addProperty("callback", name);
        call.addProperty("request_hex", Vector.hex(request));
        call.addProperty("data_null", data == null);
        call.addProperty("data_hex_at_entry", data == null ? null : Vector.hex(data));
        callbacks.add(call);
        context(sent);
        if (!vector.given("expect_mdl").isJsonNull()) {
            checkMdl(vector.given("expect_mdl").getAsJsonObject(), data);
        }
        JsonObject script = vector.script(name);
        if (script.has("raise")) {
            throw KsException.of(name, Vector.status(script.get("raise").getAsString()));
        }
        if (script.has("writes")) {
            for (JsonElement element : script.getAsJsonArray("writes")) {
                JsonObject write = element.getAsJsonObject();
                data.put(
                        write.get("offset").getAsInt(),
                        Vector.HEX.parseHex(write.get("hex").getAsString()));
            }
        }
        if (script.has("information") && !script.get("information").isJsonNull()) {
            sent.information(script.get("information").getAsInt());
        }
        NtStatus status = Vector.status(script.get("status").getAsString());
        if (status.equals(NtStatus.PENDING)) {
            sent.markPending();
        }
        return status;
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
        assertEquals(mdl.get("present").getAsBoolean(), irp.mdlAddress() != null, "there is an MDL");
        if (!mdl.get("present").getAsBoolean()) {
            return;
        }
        assertEquals(mdl.get("bytes").getAsInt(), irp.mdlAddress().byteCount());
        assertEquals(mdl.get("access").getAsString(), irp.mdlAddress().access().name());
        assertEquals(
                mdl.get("probed_and_locked").getAsBoolean(), irp.mdlAddress().systemAddress() != null);
        assertEquals(irp.mdlAddress().systemAddress(), data, "the data is the caller's own memory");
    }

    private KsAllocator allocator(String name) {
        return (request, size, inputOperation) -> {
            JsonObject call = new JsonObject();
            call.addProperty("callback", name);
            call.addProperty("buffer_size", size);
            call.addProperty("input_operation", inputOperation);
            callbacks.add(call);
            JsonObject script = vector.script(name);
            if (script.has("status")) {
                NtStatus status = Vector.status(script.get("status").getAsString());
                if (!status.isSuccess()) {
                    throw KsException.of(name, status);
                }
            }
            return KsBuffer.heap(size);
        };
    }

    private void checkFlags(NtStatus status) {
        if (vector.expects("irp_flags_set")) {
            vector.expected("irp_flags_set")
                    .getAsJsonArray()
                    .forEach(flag -> assertTrue((irp.flags() & FLAGS.get(flag.getAsString())) != 0, flag + " is set"));
        }
        if (vector.expects("irp_flags_clear")) {
            vector.expected("irp_flags_clear")
                    .getAsJsonArray()
                    .forEach(flag ->
                            assertFalse((irp.flags() & FLAGS.get(flag.getAsString())) != 0, flag + " is clear"));
        }
        assertEquals(status.equals(NtStatus.PENDING), irp.isPending(), "pending");
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Codec;
import io.github.ks4j.set.IOCTL_KS;
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

    /** The size of a {@code KSPROPERTY} and of a {@code KSMETHOD}. */
    private static final int HEAD = 24;

    private static final Map<String, Integer> FLAGS = Map.of(
            "IRP_BUFFERED_IO", Irp.BUFFERED_IO,
            "IRP_DEALLOCATE_BUFFER", Irp.DEALLOCATE_BUFFER,
            "IRP_INPUT_OPERATION", Irp.INPUT_OPERATION,
            "IRP_SYNCHRONOUS_API", Irp.SYNCHRONOUS_API);

    private final Vector vector;
    private final JsonArray callbacks = new JsonArray();
    private final Map<AutomationSet<?>, String> names = new HashMap<>();
    private final JsonObject contexts = new JsonObject();
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
            assertEquals(Vector.number(vector.expected("capture_bytes")), captured, "capture_bytes");
            assertNotNull(irp.systemBuffer(), "captured");
        }
        assertFalse(completed, "completed by the handler");
        vector.assertCompletesNothing();
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        vector.assertMatches("out_after", new JsonPrimitive(Vector.HEX.formatHex(out)));
        assertEquals(
                !vector.given("expect_fault").isJsonNull(),
                irp.informationExceededOutput(),
                "Information exceeds the output");
        vector.assertUserVisible(status, irp.information());
        vector.assertCallbacks(callbacks);
        vector.assertMatches("driver_context", contexts);
    }

    private void initialize() {
        byte[] in = vector.in();
        out = vector.bytes("out_before");
        long input = vector.address("in_pointer", IN);
        long output = vector.address("out_pointer", OUT);
        TestMemory memory = new TestMemory();
        vector.map(memory, input, in, output, out);
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
                (int) vector.param("ioctl", vector.kind().equals("P") ? IOCTL_KS.PROPERTY : IOCTL_KS.METHOD),
                input,
                (int) vector.param("in_len", in.length),
                output,
                (int) vector.param("out_len", out.length),
                true,
                (over, block) -> completed = true);
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information((int) vector.param("preset_information", 0));
    }

    private NtStatus dispatch(Irp sent) {
        KsAllocator allocator = vector.allocator(callbacks);
        int itemSize = (int) vector.param("item_size", 0);
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
            PropertyItem.Builder built = builder.item(Vector.number(item, "id", 0))
                    .get(handler(item.get("get")))
                    .set(handler(item.get("set")))
                    .support(handler(item.get("support")))
                    .minProperty(Vector.number(item, "min_property", HEAD))
                    .minData(Vector.number(item, "min_data", 0))
                    .serializedSize(Vector.number(item, "serialized_size", 0))
                    .values(values(Vector.of(item, "values")));
            JsonElement relations = Vector.of(item, "relations");
            for (JsonElement relation : relations.isJsonNull() ? new JsonArray() : relations.getAsJsonArray()) {
                JsonArray pair = relation.getAsJsonArray();
                built.relations(new KsProperty<>(
                        new KsSet("", vector.guid(pair.get(0).getAsString())),
                        (int) Vector.number(pair.get(1)),
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
        PropertyValues values =
                new PropertyValues(vector.guid(type.get(0).getAsString()), (int) Vector.number(type.get(1)), List.of());
        for (JsonElement list : json.getAsJsonArray("members")) {
            JsonObject members = list.getAsJsonObject();
            values = values.with(new PropertyValues.Members(
                    Vector.number(members, "members_flags", 0),
                    Vector.number(members, "members_size", 0),
                    Vector.number(members, "members_count", 0),
                    Vector.number(members, "flags", 0),
                    Vector.HEX.parseHex(members.get("data").getAsString())));
        }
        return values;
    }

    private MethodSet methodSet(JsonObject table) {
        List<MethodItem> items = new ArrayList<>();
        for (JsonElement element : table.getAsJsonArray("items")) {
            JsonObject item = element.getAsJsonObject();
            items.add(new MethodItem(
                    Vector.number(item, "id", 0),
                    Vector.number(item, "flags", 0),
                    Vector.number(item, "min_method", HEAD),
                    Vector.number(item, "min_data", 0),
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
        return vector.run(name, sent, data);
    }

    private void context(Irp sent) {
        Object set = sent.driverContext(0);
        if (set != null) {
            contexts.addProperty("0", names.get(set));
        }
        if (sent.driverContext(2) != null) {
            contexts.addProperty("2", "KSMETHOD_TYPE " + sent.driverContext(2));
        }
        String table =
                set == null ? "" : names.get(set).substring(names.get(set).indexOf(' ') + 1);
        if (sent.driverContext(3) instanceof PropertyItem item) {
            contexts.addProperty("3", "KSPROPERTY_ITEM " + table + "/" + item.id());
        } else if (sent.driverContext(3) instanceof MethodItem item) {
            contexts.addProperty("3", "KSMETHOD_ITEM " + table + "/" + item.id());
        }
    }

    private void checkMdl(JsonObject mdl, ByteBuffer data) {
        boolean present = !mdl.has("present") || mdl.get("present").getAsBoolean();
        assertEquals(present, irp.mdlAddress() != null, "there is an MDL");
        if (!present) {
            return;
        }
        JsonObject actual = new JsonObject();
        actual.addProperty("present", true);
        actual.addProperty("bytes", irp.mdlAddress().byteCount());
        actual.addProperty("access", irp.mdlAddress().access().name());
        actual.addProperty("probed_and_locked", irp.mdlAddress().systemAddress() != null);
        Vector.assertMatches(mdl, actual, "expect_mdl");
        assertEquals(irp.mdlAddress().systemAddress(), data, "the data is the caller's own memory");
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

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry.Notification;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** A vector of enabling, disabling, freeing or generating events. */
final class EventVector {
    private static final long IN = 0x10_0000;
    private static final int EVENT_DATA_SIZE = 32;
    private static final int REFERENCE_COUNT = 16;

    private final Vector vector;
    private final Map<String, FileObject> files = new HashMap<>();
    private final Map<String, EventSet> sets = new HashMap<>();
    private final CountingLock lock = new CountingLock();
    private final EventList list = new EventList(lock);
    private final Set<EventEntry> entries = new LinkedHashSet<>();
    private final JsonArray callbacks = new JsonArray();
    private final JsonArray effects = new JsonArray();
    private final JsonArray signalled = new JsonArray();
    private final Map<String, String> contexts = new HashMap<>();
    private final Client client = new Client();
    private final Irp irp = new Irp();
    private boolean completed;

    EventVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        priorState();
        lock.reset();
        switch (vector.handler()) {
            case "KsEnableEvent", "KsEnableEventWithAllocator" -> enable();
            case "KsDisableEvent" -> disable();
            case "KsFreeEventList" -> {
                list.free(file(vector.params().get("file_object")));
                assertTrue(vector.expected("returns").isJsonNull());
            }
            case "KsGenerateEvent" ->
                vector.assertReturns(entries.iterator().next().generate());
            case "KsGenerateDataEvent" ->
                vector.assertReturns(entries.iterator()
                        .next()
                        .generate(Vector.HEX.parseHex(
                                vector.params().get("data_hex").getAsString())));
            case "KsGenerateEventList" -> {
                list.generate(guid(), vector.params().get("event_id").getAsInt());
                assertTrue(vector.expected("returns").isJsonNull());
            }
            case "KsGenerateEvents" -> generateEvents();
            default -> fail("unknown handler " + vector.handler());
        }
        if (vector.expects("callbacks")) {
            assertMatches(vector.expected("callbacks"), callbacks, "callbacks");
        }
        if (vector.expects("effects")) {
            assertMatches(vector.expected("effects"), effects, "effects");
        }
        if (vector.expects("signalled")) {
            assertEquals(vector.expected("signalled"), signalled, "signalled");
        }
        if (vector.expects("lock_acquired")) {
            assertEquals(vector.expected("lock_acquired").getAsInt(), lock.acquired, "lock_acquired");
            assertEquals(vector.expected("lock_released").getAsInt(), lock.released, "lock_released");
        }
        if (vector.expects("post_state")) {
            checkPostState(vector.expected("post_state").getAsJsonObject());
        }
    }

    private void enable() {
        JsonObject request = vector.request();
        byte[] in = Vector.HEX.parseHex(request.get("in_hex").getAsString());
        byte[] out = Vector.HEX.parseHex(request.get("out_before").getAsString());
        long pointer = Long.decode(request.get("out_pointer").getAsString());
        assertEquals(request.get("in_len").getAsInt(), in.length);
        if (!request.has("in_pointer")) {
            client.map(IN, in);
        }
        if (out.length > 0) {
            client.map(pointer, out);
        }
        irp.initialize(
                file(vector.given("file_object")),
                client,
                Integer.decode(request.get("ioctl").getAsString()),
                IN,
                in.length,
                pointer,
                (int) request.get("out_len").getAsLong(),
                true,
                (over, block) -> completed = true);
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information(vector.given("preset_information").getAsInt());
        JsonElement allocator = vector.params().get("allocator");
        SetTable<EventSet> table = SetTable.of(
                vector.tables().stream().map(json -> set(json, true)).toList());
        NtStatus status = KsEnableEvent.handle(
                irp,
                table,
                vector.params().get("events_list").isJsonNull() ? null : list,
                allocator.isJsonNull() ? null : (sent, size, input) -> allocate(allocator.getAsString(), size, input),
                vector.params().get("item_size").getAsInt());
        vector.assertReturns(status);
        vector.assertInformation(irp);
        assertEquals(vector.expected("handler_completes_irp").getAsBoolean(), completed, "completed by the handler");
        if (irp.driverContext(0) instanceof EventEntry entry) {
            entries.add(entry);
        }
        context();
        if (vector.expects("driver_context")) {
            vector.expected("driver_context")
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(slot -> assertEquals(slot.getValue().getAsString(), contexts.get(slot.getKey())));
        }
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        assertEquals(vector.expected("out_after").getAsString(), Vector.HEX.formatHex(out), "out_after");
        vector.assertUserVisible(status, irp.information());
    }

    private KsBuffer allocate(String name, int size, boolean inputOperation) {
        JsonObject call = new JsonObject();
        call.addProperty("callback", name);
        call.addProperty("buffer_size", size);
        call.addProperty("input_operation", inputOperation);
        callbacks.add(call);
        JsonObject script = vector.script(name);
        NtStatus status =
                script.has("status") ? Vector.status(script.get("status").getAsString()) : NtStatus.SUCCESS;
        if (!status.isSuccess()) {
            throw KsException.of(name, status);
        }
        return KsBuffer.heap(size);
    }

    private void disable() {
        JsonObject params = vector.params();
        JsonElement pointer = params.get("in_pointer_value");
        irp.initialize(
                file(params.get("file_object")),
                client,
                Integer.decode(params.get("ioctl").getAsString()),
                pointer.isJsonNull() ? 0 : Long.decode(pointer.getAsString()),
                params.get("in_len").getAsInt(),
                0,
                params.get("out_len").getAsInt(),
                true,
                (over, block) -> completed = true);
        irp.information(0x5A5A);
        EventList given = params.get("events_list").isJsonNull() ? null : list;
        vector.assertReturns(KsDisableEvent.handle(irp, given));
        vector.assertInformation(irp);
        assertFalse(completed, "completed by the handler");
    }

    private void generateEvents() {
        JsonObject returns = vector.params().getAsJsonObject("callback_returns");
        JsonArray invocations = new JsonArray();
        list.generate(guid(), vector.params().get("event_id").getAsInt(), new byte[0], entry -> {
            // A spin lock that is held is DISPATCH_LEVEL.
            assertEquals("DISPATCH_LEVEL", vector.expected("callback_irql").getAsString());
            assertTrue(lock.isHeldByCurrentThread(), "the callback runs under the lock");
            String name = "0x" + Long.toHexString(entry.eventData());
            invocations.add(name);
            return returns.get(name).getAsBoolean();
        });
        assertTrue(vector.expected("returns").isJsonNull());
        assertEquals(vector.expected("callback_invocations"), invocations, "callback_invocations");
    }

    private Guid guid() {
        JsonElement set = vector.params().get("set");
        return set.isJsonNull() ? null : vector.guid(set.getAsString());
    }

    private FileObject file(JsonElement name) {
        return name.isJsonNull() ? null : files.computeIfAbsent(name.getAsString(), FileObject::new);
    }

    private void priorState() {
        JsonObject params = vector.params();
        JsonElement prior = params.has("prior_state") ? params.get("prior_state") : vector.given("prior_state");
        if (!prior.isJsonNull()) {
            prior.getAsJsonObject().getAsJsonArray("entries").forEach(entry -> add(entry.getAsJsonObject()));
        }
        if (params.has("entry")) {
            add(params.getAsJsonObject("entry"));
        }
    }

    private void add(JsonObject json) {
        int type = json.get("notification_type").getAsInt();
        String identity = json.get("event_data").getAsString();
        EventSet set =
                set(json.get("event_set").getAsString(), json.get("event_id").getAsInt());
        EventEntry entry = new EventEntry(
                file(json.get("file_object")),
                client,
                Long.decode(identity),
                set,
                set.find(json.get("event_id").getAsInt()),
                new Notification(
                        type,
                        target(type, identity, 0),
                        json.has("reserved") ? json.get("reserved").getAsInt() : 0,
                        json.has("semaphore_adjustment")
                                ? json.get("semaphore_adjustment").getAsInt()
                                : 0,
                        null),
                json.get("flags").getAsInt(),
                KsPolicies.RECOMMENDED);
        if (json.has("buffers")) {
            json.getAsJsonArray("buffers").forEach(buffer -> entry.generate(Vector.HEX.parseHex(buffer.getAsString())));
        }
        client.map(Long.decode(identity), new byte[EVENT_DATA_SIZE]);
        list.add(entry);
        entries.add(entry);
    }

    /** The set of a GUID's name; prior events may be of a set or item that no table has. */
    private EventSet set(String guid, int id) {
        EventSet known = sets.computeIfAbsent(
                guid,
                name -> vector.eventTable(name).map(table -> set(table, false)).orElseGet(() -> single(name, id)));
        return known.find(id) != null ? known : single(guid, id);
    }

    private EventSet single(String guid, int id) {
        return EventSet.of(new KsSet(guid, vector.guid(guid))).item(id).build();
    }

    private EventSet set(JsonObject table, boolean kept) {
        EventSet.Builder builder = EventSet.of(new KsSet(
                table.get("name").getAsString(), vector.guid(table.get("guid").getAsString())));
        for (JsonElement element : table.getAsJsonArray("items")) {
            JsonObject json = element.getAsJsonObject();
            EventItem.Builder item = builder.item(json.get("id").getAsInt())
                    .dataInput(json.get("data_input").getAsInt())
                    .extraEntryData(json.get("extra_entry_data").getAsInt());
            if (!json.get("add").isJsonNull()) {
                item.add((sent, data, entry) ->
                        added(json.get("add").getAsString(), data, entry, json.get("extra_entry_data")));
            }
            if (!json.get("remove").isJsonNull()) {
                item.remove((file, entry) -> removed(json.get("remove").getAsString(), file, entry));
            }
            if (!json.get("support").isJsonNull()) {
                item.support((sent, head, data) -> called(json.get("support").getAsString(), data));
            }
        }
        EventSet set = builder.build();
        if (kept) {
            sets.put(table.get("guid").getAsString(), set);
        }
        return set;
    }

    private NtStatus added(String name, ByteBuffer data, EventEntry entry, JsonElement extra) {
        entries.add(entry);
        assertEquals(extra.getAsInt(), entry.extra().capacity(), "ExtraEntryData");
        return called(name, data);
    }

    private NtStatus called(String name, ByteBuffer data) {
        context();
        JsonObject call = new JsonObject();
        call.addProperty("callback", name);
        call.addProperty("request_hex", Vector.hex(irp.requestView()));
        call.addProperty("data_null", data == null);
        call.addProperty("data_hex_at_entry", data == null ? null : Vector.hex(data));
        callbacks.add(call);
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
            irp.information(script.get("information").getAsInt());
        }
        NtStatus status = Vector.status(script.get("status").getAsString());
        if (status.equals(NtStatus.PENDING)) {
            irp.markPending();
        }
        return status;
    }

    private void removed(String name, FileObject file, EventEntry entry) {
        JsonObject call = new JsonObject();
        call.addProperty("callback", name);
        JsonArray args = new JsonArray();
        args.add((String) file.fsContext());
        args.add("entry " + List.copyOf(entries).indexOf(entry));
        call.add("args", args);
        callbacks.add(call);
        assertTrue(lock.isHeldByCurrentThread() || vector.kind().equals("G"), "removed under the lock");
        entry.unlink();
    }

    private void context() {
        if (irp.driverContext(0) instanceof EventSet set) {
            contexts.put("0", "KSEVENT_SET " + set);
        } else if (irp.driverContext(0) instanceof EventEntry) {
            contexts.put("0", "KSEVENT_ENTRY");
        }
        if (irp.driverContext(3) instanceof EventItem item) {
            contexts.put(
                    "3", "KSEVENT_ITEM " + vector.tables().get(0).get("name").getAsString() + "/" + item.id());
        }
    }

    private KernelObject target(int type, String identity, long address) {
        return switch (type) {
            case KSEVENTF.SEMAPHORE_HANDLE, KSEVENTF.SEMAPHORE_OBJECT ->
                new Target.Semaphore(address, (increment, adjustment) -> {
                    signalled.add(identity);
                    JsonObject effect = effect("KeReleaseSemaphore", increment);
                    effect.addProperty("adjustment", adjustment);
                });
            case KSEVENTF.DPC ->
                new Target.Dpc(address, () -> {
                    signalled.add(identity);
                    effect("KeInsertQueueDpc");
                });
            case KSEVENTF.WORKITEM ->
                new Target.WorkItem(address, () -> {
                    signalled.add(identity);
                    effect("ExQueueWorkItem");
                });
            case KSEVENTF.KSWORKITEM ->
                new Target.Worker(address, () -> {
                    signalled.add(identity);
                    effect("KsQueueWorkItem");
                });
            default ->
                new Target.Event(address, increment -> {
                    signalled.add(identity);
                    effect("KeSetEvent", increment);
                });
        };
    }

    private JsonObject effect(String operation) {
        JsonObject effect = new JsonObject();
        effect.addProperty("op", operation);
        effects.add(effect);
        return effect;
    }

    private JsonObject effect(String operation, int increment) {
        JsonObject effect = effect(operation);
        effect.addProperty("increment", increment);
        return effect;
    }

    private void checkPostState(JsonObject state) {
        JsonArray expected = state.getAsJsonArray("entries");
        JsonArray found = new JsonArray();
        for (EventEntry entry = list.first(); entry != null; entry = list.next(entry)) {
            entries.add(entry);
            found.add(describe(entry));
        }
        assertMatches(expected, found, "entries");
        if (state.has("discarded")) {
            assertEquals(
                    state.get("discarded").getAsLong(),
                    entries.stream().filter(EventEntry::isDiscarded).count(),
                    "discarded");
        }
    }

    private JsonObject describe(EventEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("event_set", vector.nameOf(entry.set()));
        json.addProperty("event_id", entry.item().id());
        json.addProperty("notification_type", entry.notificationType());
        json.addProperty("flags", entry.flags());
        json.addProperty("event_data", entry.eventData());
        json.addProperty("file_object", (String) entry.fileObject().fsContext());
        json.addProperty("list", "L0");
        JsonArray buffers = new JsonArray();
        entry.buffers().forEach(buffer -> buffers.add(Vector.HEX.formatHex(buffer)));
        json.add("buffers", buffers);
        Notification notification = entry.notification();
        json.addProperty("object", ((Target) notification.object()).address());
        json.addProperty("reserved", notification.increment());
        json.addProperty("semaphore_adjustment", notification.adjustment());
        return json;
    }

    /** Compares what is named; numbers may be written in hexadecimal. */
    private static void assertMatches(JsonElement expected, JsonArray found, String what) {
        JsonArray named = new JsonArray();
        JsonArray wanted = new JsonArray();
        for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
            JsonObject want = expected.getAsJsonArray().get(i).getAsJsonObject().deepCopy();
            JsonObject have = new JsonObject();
            for (String field : Set.copyOf(want.keySet())) {
                JsonElement value =
                        i < found.size() ? found.get(i).getAsJsonObject().get(field) : null;
                have.add(field, value);
                boolean number = value instanceof JsonPrimitive primitive && primitive.isNumber();
                if (number && want.get(field).getAsJsonPrimitive().isString()) {
                    want.addProperty(
                            field,
                            Long.parseUnsignedLong(want.get(field).getAsString().substring(2), 16));
                }
            }
            wanted.add(want);
            named.add(have);
        }
        assertEquals(wanted, named, what);
        assertEquals(expected.getAsJsonArray().size(), found.size(), what);
    }

    /** The client: its memory, its handles and the kernel objects that it points to. */
    private final class Client extends TestMemory {
        @Override
        public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
            for (EventEntry entry : entries) {
                if (address == entry.eventData() + REFERENCE_COUNT) {
                    ByteBuffer before = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
                    read(address, before, 0, 4);
                    assertEquals(before.getInt(0) + 1, source.getInt(sourceOffset));
                    effect("Dpc.ReferenceCount++");
                }
            }
            return super.write(address, source, sourceOffset, length);
        }

        @Override
        public <T extends KernelObject> T reference(long handle, Class<T> type) {
            JsonElement valid = vector.request().get("handle_valid");
            if (valid != null && !valid.getAsBoolean()) {
                throw KsException.of("reference a handle", NtStatus.INVALID_HANDLE);
            }
            return object(handle, type);
        }

        @Override
        public <T extends KernelObject> T object(long address, Class<T> type) {
            int kind = type == KernelObject.Event.class
                    ? KSEVENTF.EVENT_OBJECT
                    : type == KernelObject.Semaphore.class
                            ? KSEVENTF.SEMAPHORE_OBJECT
                            : type == KernelObject.Dpc.class
                                    ? KSEVENTF.DPC
                                    : type == KernelObject.WorkItem.class ? KSEVENTF.WORKITEM : KSEVENTF.KSWORKITEM;
            return type.cast(target(kind, "0x" + Long.toHexString(address), address));
        }
    }

    /** A kernel object of the test. */
    private sealed interface Target {
        long address();

        record Event(long address, IntConsumer action) implements Target, KernelObject.Event {
            @Override
            public void set(int increment) {
                action.accept(increment);
            }
        }

        record Semaphore(long address, BiConsumer<Integer, Integer> action) implements Target, KernelObject.Semaphore {
            @Override
            public NtStatus release(int increment, int adjustment) {
                action.accept(increment, adjustment);
                return NtStatus.SUCCESS;
            }
        }

        record Dpc(long address, Runnable action) implements Target, KernelObject.Dpc {
            @Override
            public void insertQueue() {
                action.run();
            }
        }

        record WorkItem(long address, Runnable action) implements Target, KernelObject.WorkItem {
            @Override
            public void queue(int queueType) {
                action.run();
            }
        }

        record Worker(long address, Runnable action) implements Target, KernelObject.Worker {
            @Override
            public NtStatus queue(KernelObject.WorkItem item) {
                action.run();
                return NtStatus.SUCCESS;
            }
        }
    }

    /** Counts how often it is taken and given back. */
    private static final class CountingLock extends ReentrantLock {
        private static final long serialVersionUID = 1;

        private int acquired;
        private int released;

        void reset() {
            acquired = 0;
            released = 0;
        }

        @Override
        public void lock() {
            super.lock();
            acquired++;
        }

        @Override
        public void unlock() {
            released++;
            super.unlock();
        }
    }
}

package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.EventEntry.Notification;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSEVENTF;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSEVENTDATA;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A vector of enabling, disabling, freeing or generating events. */
final class EventVector {
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;
    private static final String FIRST_LIST = "L0";

    private final Vector vector;
    private final Map<String, FileObject> files = new HashMap<>();
    private final Map<String, EventSet> sets = new HashMap<>();
    private final CountingLock lock = new CountingLock();
    private final Map<String, EventList> lists = new HashMap<>();
    private final Map<EventItem, String> tables = new HashMap<>();
    private final Set<EventEntry> entries = new LinkedHashSet<>();
    private final JsonArray callbacks = new JsonArray();
    private final JsonArray effects = new JsonArray();
    private final JsonArray signalled = new JsonArray();
    private final JsonObject contexts = new JsonObject();
    private final Client client = new Client();
    private final Irp irp = new Irp();
    private boolean completed;

    EventVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        client.of(vector.abi());
        priorState();
        lock.reset();
        switch (vector.handler()) {
            case "KsEnableEvent", "KsEnableEventWithAllocator" -> enable();
            case "KsDisableEvent" -> disable();
            case "KsFreeEventList" -> {
                list().free(file(vector.param("file_object")));
                vector.assertReturnsNothing();
            }
            case "KsDiscardEvent" -> {
                entries.iterator().next().discard();
                vector.assertReturnsNothing();
            }
            case "KsGenerateEvent" ->
                vector.assertReturns(entries.iterator().next().generate());
            case "KsGenerateDataEvent" ->
                vector.assertReturns(entries.iterator().next().generate(vector.bytes("data_hex")));
            case "KsGenerateEventList" -> {
                list().generate(guid(), (int) vector.param("event_id", 0));
                vector.assertReturnsNothing();
            }
            case "KsGenerateEvents" -> generateEvents();
            default -> fail("unknown handler " + vector.handler());
        }
        vector.assertCallbacks(callbacks);
        vector.assertCompletesNothing();
        vector.assertMatches("effects", effects);
        vector.assertMatches("signalled", signalled);
        JsonElement kind = vector.param("lock");
        boolean none = !kind.isJsonNull() && kind.getAsString().equals("KSEVENTS_NONE");
        vector.assertMatches("lock_acquired", new JsonPrimitive(none ? 0 : lock.acquired));
        vector.assertMatches("lock_released", new JsonPrimitive(none ? 0 : lock.released));
        if (vector.expects("post_state")) {
            checkPostState(vector.expected("post_state").getAsJsonObject());
        }
    }

    /** The list that the routine is given: the first, if the vector is silent; null if it says so. */
    private EventList list() {
        JsonElement name = vector.param("events_list");
        return vector.params().has("events_list") && name.isJsonNull()
                ? null
                : list(name.isJsonNull() ? FIRST_LIST : name.getAsString());
    }

    private EventList list(String name) {
        return lists.computeIfAbsent(name, key -> new EventList(lock));
    }

    private void enable() {
        byte[] in = vector.in();
        byte[] out = vector.bytes("out_before");
        long input = vector.address("in_pointer", IN);
        long output = vector.address("out_pointer", OUT);
        vector.map(client, input, in, output, out);
        irp.initialize(
                file(vector.param("file_object")),
                client,
                (int) vector.param("ioctl", IOCTL_KS.ENABLE_EVENT),
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
        SetTable<EventSet> table = SetTable.of(
                vector.tables().stream().map(json -> set(json, true)).toList());
        NtStatus status = KsEnableEvent.handle(
                irp, table, list(), vector.allocator(callbacks), (int) vector.param("item_size", 0));
        vector.assertReturns(status);
        vector.assertInformation(irp);
        assertFalse(completed, "completed by the handler");
        if (irp.driverContext(0) instanceof EventEntry entry) {
            entries.add(entry);
        }
        context();
        vector.assertMatches("driver_context", contexts);
        if (!status.equals(NtStatus.PENDING)) {
            irp.complete(status);
        }
        vector.assertMatches("out_after", new JsonPrimitive(Vector.HEX.formatHex(out)));
        vector.assertUserVisible(status, irp.information());
    }

    private void disable() {
        irp.initialize(
                file(vector.param("file_object")),
                client,
                (int) vector.param("ioctl", IOCTL_KS.DISABLE_EVENT),
                vector.param("in_pointer_value", 0),
                (int) vector.param("in_len", 0),
                0,
                (int) vector.param("out_len", 0),
                true,
                (over, block) -> completed = true);
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information((int) vector.param("preset_information", 0x5A5A));
        NtStatus status = KsDisableEvent.handle(irp, list());
        vector.assertReturns(status);
        vector.assertInformation(irp);
        vector.assertUserVisible(status, irp.information());
        assertFalse(completed, "completed by the handler");
    }

    private void generateEvents() {
        JsonElement returns = vector.param("callback_returns");
        JsonArray invocations = new JsonArray();
        Predicate<EventEntry> callback = entry -> {
            assertTrue(lock.isHeldByCurrentThread(), "the callback runs under the lock");
            invocations.add(entry.eventData());
            return returns.getAsJsonObject().entrySet().stream()
                    .filter(one -> Vector.number(new JsonPrimitive(one.getKey())) == entry.eventData())
                    .allMatch(one -> one.getValue().getAsBoolean());
        };
        list().generate(
                        guid(),
                        (int) vector.param("event_id", 0),
                        vector.bytes("data_hex"),
                        returns.isJsonNull() ? null : callback);
        vector.assertReturnsNothing();
        vector.assertMatches("callback_invocations", invocations);
        // A spin lock that is held is DISPATCH_LEVEL.
        vector.assertMatches("callback_irql", new JsonPrimitive("DISPATCH_LEVEL"));
    }

    private Guid guid() {
        JsonElement set = vector.param("set");
        return set.isJsonNull() ? null : vector.guid(set.getAsString());
    }

    private FileObject file(JsonElement name) {
        return name.isJsonNull() ? null : files.computeIfAbsent(name.getAsString(), FileObject::new);
    }

    private void priorState() {
        JsonElement prior = vector.param("prior_state");
        if (!prior.isJsonNull()) {
            prior.getAsJsonObject().getAsJsonArray("entries").forEach(entry -> add(entry.getAsJsonObject()));
        }
        if (!vector.param("entry").isJsonNull()) {
            add(vector.param("entry").getAsJsonObject());
        }
    }

    private void add(JsonObject json) {
        int type = Vector.number(json, "notification_type", KSEVENTF.EVENT_HANDLE);
        long identity = Vector.number(json.get("event_data"));
        int id = Vector.number(json, "event_id", 0);
        EventSet set = set(json.get("event_set").getAsString(), id);
        EventEntry entry = new EventEntry(
                file(Vector.of(json, "file_object")),
                client,
                identity,
                set,
                set.find(id),
                new Notification(
                        type,
                        target(type, identity, json.has("object") ? Vector.number(json.get("object")) : 0),
                        Vector.number(json, "reserved", 0),
                        Vector.number(json, "semaphore_adjustment", 0),
                        null),
                Vector.number(json, "flags", 0),
                KsPolicies.RECOMMENDED);
        if (json.has("buffers")) {
            json.getAsJsonArray("buffers").forEach(buffer -> entry.generate(Vector.HEX.parseHex(buffer.getAsString())));
        }
        client.map(identity, new byte[KSEVENTDATA.LAYOUT.size(vector.abi())]);
        JsonElement list = Vector.of(json, "list");
        list(list.isJsonNull() ? FIRST_LIST : list.getAsString()).add(entry);
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
            int extra = Vector.number(json, "extra_entry_data", 0);
            EventItem.Builder item = builder.item(Vector.number(json, "id", 0))
                    .dataInput(Vector.number(json, "data_input", 0))
                    .extraEntryData(extra);
            JsonElement add = Vector.of(json, "add");
            JsonElement remove = Vector.of(json, "remove");
            JsonElement support = Vector.of(json, "support");
            if (!add.isJsonNull()) {
                item.add((sent, data, entry) -> added(add.getAsString(), data, entry, extra));
            }
            if (!remove.isJsonNull()) {
                item.remove((file, entry) -> removed(remove.getAsString(), file, entry));
            }
            if (!support.isJsonNull()) {
                item.support((sent, head, data) -> called(support.getAsString(), data));
            }
        }
        EventSet set = builder.build();
        for (JsonElement element : table.getAsJsonArray("items")) {
            tables.put(
                    set.find(Vector.number(element.getAsJsonObject(), "id", 0)),
                    table.get("name").getAsString());
        }
        if (kept) {
            sets.put(table.get("guid").getAsString(), set);
        }
        return set;
    }

    private NtStatus added(String name, ByteBuffer data, EventEntry entry, int extra) {
        entries.add(entry);
        assertEquals(extra, entry.extra().capacity(), "ExtraEntryData");
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
        return vector.run(name, irp, data);
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
            contexts.addProperty("0", "KSEVENT_SET " + set);
        } else if (irp.driverContext(0) instanceof EventEntry) {
            contexts.addProperty("0", "KSEVENT_ENTRY");
        }
        if (irp.driverContext(3) instanceof EventItem item) {
            contexts.addProperty("3", "KSEVENT_ITEM " + tables.get(item) + "/" + item.id());
        }
    }

    private KernelObject target(int type, long identity, long address) {
        return switch (type) {
            case KSEVENTF.SEMAPHORE_HANDLE, KSEVENTF.SEMAPHORE_OBJECT ->
                new Target.Semaphore(address, (increment, adjustment) -> {
                    signalled.add(identity);
                    JsonObject effect = effect("KeReleaseSemaphore", increment);
                    effect.addProperty("adjustment", adjustment);
                    effect.addProperty("count", adjustment);
                    return answer("KeReleaseSemaphore");
                });
            case KSEVENTF.DPC ->
                new Target.Dpc(address, () -> {
                    signalled.add(identity);
                    effect("KeInsertQueueDpc");
                });
            case KSEVENTF.WORKITEM ->
                new Target.WorkItem(address, queueType -> {
                    signalled.add(identity);
                    effect("ExQueueWorkItem").addProperty("queue_type", queueType);
                });
            case KSEVENTF.KSWORKITEM ->
                new Target.Worker(address, () -> {
                    signalled.add(identity);
                    effect("KsQueueWorkItem");
                    return answer("KsQueueWorkItem");
                });
            default ->
                new Target.Event(address, increment -> {
                    signalled.add(identity);
                    effect("KeSetEvent", increment);
                });
        };
    }

    /** What a kernel object says to being notified: by the script, or by a status among the arguments. */
    private NtStatus answer(String operation) {
        JsonObject script = vector.script(operation);
        return Stream.concat(
                        Stream.of(Vector.of(script, "raise"), Vector.of(script, "status")),
                        vector.params().asMap().values().stream())
                .filter(value -> value.isJsonPrimitive() && value.getAsString().startsWith("STATUS_"))
                .findFirst()
                .map(value -> Vector.status(value.getAsString()))
                .orElse(NtStatus.SUCCESS);
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
        effect.addProperty("wait", false);
        return effect;
    }

    private void checkPostState(JsonObject state) {
        JsonElement expected = Vector.of(state, "entries");
        JsonArray found = new JsonArray();
        for (String name : new TreeSet<>(lists.keySet())) {
            EventList list = list(name);
            for (EventEntry entry = list.first(); entry != null; entry = list.next(entry)) {
                entries.add(entry);
                JsonObject described = describe(entry);
                described.addProperty("list", name);
                found.add(described);
            }
        }
        if (!expected.isJsonNull()) {
            Vector.assertMatches(expected, found, "entries");
        }
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
        JsonArray buffers = new JsonArray();
        entry.buffers().forEach(buffer -> buffers.add(Vector.HEX.formatHex(buffer)));
        json.add("buffers", buffers);
        Notification notification = entry.notification();
        json.addProperty("object", ((Target) notification.object()).address());
        json.addProperty("reserved", notification.increment());
        json.addProperty("semaphore_adjustment", notification.adjustment());
        return json;
    }

    /** The client: its memory, its handles and the kernel objects that it points to. */
    private final class Client extends TestMemory {
        @Override
        public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
            for (EventEntry entry : entries) {
                if (address == entry.eventData() + 2L * vector.abi().pointerSize()) {
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
            JsonElement valid = vector.param("handle_valid");
            if (!valid.isJsonNull() && !valid.getAsBoolean()) {
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
            return type.cast(target(kind, address, address));
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

        record Semaphore(long address, BiFunction<Integer, Integer, NtStatus> action)
                implements Target, KernelObject.Semaphore {
            @Override
            public NtStatus release(int increment, int adjustment) {
                return action.apply(increment, adjustment);
            }
        }

        record Dpc(long address, Runnable action) implements Target, KernelObject.Dpc {
            @Override
            public void insertQueue() {
                action.run();
            }
        }

        record WorkItem(long address, IntConsumer action) implements Target, KernelObject.WorkItem {
            @Override
            public void queue(int queueType) {
                action.accept(queueType);
            }
        }

        record Worker(long address, Supplier<NtStatus> action) implements Target, KernelObject.Worker {
            @Override
            public NtStatus queue(KernelObject.WorkItem item) {
                return action.get();
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

package io.github.ks4j.kernel;

import static io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION.KsListEntryTail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.util.HashMap;
import java.util.Map;

/** A vector of a routine for cancelable queues. Requests are named by letters. */
final class CancelableQueueVector {
    private final Vector vector;
    private final Map<Irp, String> names = new HashMap<>();
    private final KsCancelableQueue source = new KsCancelableQueue();
    private final KsCancelableQueue destination = new KsCancelableQueue();
    private final JsonArray arguments = new JsonArray();
    private final JsonArray completed = new JsonArray();

    CancelableQueueVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        fill(source, "source");
        fill(destination, "destination");
        switch (vector.handler()) {
            case "KsMoveIrpsOnCancelableQueue" ->
                vector.assertReturns(source.move(destination, location(), this::look));
            default -> fail("unknown handler " + vector.handler());
        }
        vector.assertMatches("callback_arguments", arguments);
        vector.assertMatches("source_after", content(source));
        vector.assertMatches("destination_after", content(destination));
        vector.assertCallbacks(new JsonArray());
        vector.assertCompletesNothing();
        assertEquals(new JsonArray(), completed, "completed by the routine");
    }

    private KSLIST_ENTRY_LOCATION location() {
        return KSLIST_ENTRY_LOCATION.valueOf(vector.param("location").getAsString());
    }

    private void fill(KsCancelableQueue queue, String field) {
        if (!vector.param(field).isJsonNull()) {
            for (JsonElement name : vector.param(field).getAsJsonArray()) {
                queue.add(irp(name.getAsString()), KsListEntryTail, null);
            }
        }
    }

    private Irp irp(String name) {
        Irp irp = new Irp();
        names.put(irp, name);
        return irp.initialize(
                new FileObject(null),
                new TestMemory(),
                0x2F8013,
                0,
                0,
                0,
                0,
                false,
                (over, block) -> completed.add(name + " " + IoStatusBlock.status(block)));
    }

    private JsonArray content(KsCancelableQueue queue) {
        JsonArray content = new JsonArray();
        for (Irp irp = queue.head(); irp != null; irp = queue.behind(irp)) {
            content.add(names.get(irp));
        }
        return content;
    }

    private NtStatus look(Irp irp) {
        JsonArray returns = vector.param("callback_returns").getAsJsonArray();
        NtStatus status = Vector.status(
                returns.get(Math.min(arguments.size(), returns.size() - 1)).getAsString());
        arguments.add(irp == null ? JsonNull.INSTANCE : new JsonPrimitive(names.get(irp)));
        return status;
    }
}

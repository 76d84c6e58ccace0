package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.io.NtStatus;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** A vector of KsMoveIrpsOnCancelableQueue. */
final class CancelableQueueVector {
    private final Vector vector;
    private final Map<Irp, String> names = new HashMap<>();
    private final CancelableQueue source = new CancelableQueue();
    private final CancelableQueue destination = new CancelableQueue();
    private final JsonArray arguments = new JsonArray();

    CancelableQueueVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        assertEquals("KsMoveIrpsOnCancelableQueue", vector.handler());
        JsonObject params = vector.params();
        for (JsonElement name : params.getAsJsonArray("source")) {
            Irp irp = new Irp()
                    .initialize(new FileObject(null), new TestMemory(), 0, 0, 0, 0, 0, false, (over, block) -> {});
            names.put(irp, name.getAsString());
            source.add(irp, CancelableQueue.Location.TAIL);
        }
        Iterator<JsonElement> returns =
                params.getAsJsonArray("callback_returns").iterator();
        CancelableQueue.Location location = params.get("location").getAsString().equals("KsListEntryHead")
                ? CancelableQueue.Location.HEAD
                : CancelableQueue.Location.TAIL;
        NtStatus status = source.moveTo(destination, location, irp -> {
            arguments.add(names.get(irp));
            return returns.hasNext() ? Vector.status(returns.next().getAsString()) : NtStatus.SUCCESS;
        });
        vector.assertReturns(status);
        assertEquals(vector.expected("callback_arguments"), arguments, "callback_arguments");
        assertEquals(vector.expected("source_after"), content(source), "source_after");
        assertEquals(vector.expected("destination_after"), content(destination), "destination_after");
    }

    private JsonArray content(CancelableQueue queue) {
        JsonArray content = new JsonArray();
        queue.irps().forEach(irp -> content.add(names.get(irp)));
        return content;
    }
}

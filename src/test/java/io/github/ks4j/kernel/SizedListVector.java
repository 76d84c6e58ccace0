package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsSet;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A vector of KsHandleSizedListQuery, which runs as the get handler of a property. */
final class SizedListVector {
    private static final long IN = 0x10_0000;
    private static final long OUT = 0x20_0000;
    private static final int FLAGS = 20;

    private final Vector vector;

    SizedListVector(Vector vector) {
        this.vector = vector;
    }

    void check() {
        JsonObject request = vector.request();
        byte[] out = Vector.HEX.parseHex(request.get("out_before").getAsString());
        byte[] head = new byte[24];
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(FLAGS, KSPROPERTY_TYPE.GET);
        TestMemory memory = new TestMemory().map(IN, head).map(OUT, out);
        Irp irp = new Irp()
                .initialize(
                        new FileObject(null),
                        memory,
                        0x2F0003,
                        IN,
                        head.length,
                        OUT,
                        request.get("out_len").getAsInt(),
                        true,
                        (over, block) -> {});
        irp.information(vector.given("preset_information").getAsInt());
        JsonArray items = vector.params().getAsJsonArray("items");
        int itemSize = vector.params().get("item_size").getAsInt();
        KsHandler query = (sent, bytes, data) -> KsHandleSizedListQuery.handle(
                sent,
                data,
                items.size(),
                itemSize,
                (target, offset, index) ->
                        target.put(offset, Vector.HEX.parseHex(items.get(index).getAsString())));
        NtStatus status = KsPropertyHandler.handle(
                irp,
                SetTable.of(PropertySet.of(new KsSet("none", Guid.NULL))
                        .item(0)
                        .get(query)
                        .build()));
        vector.assertReturns(status);
        vector.assertInformation(irp);
        irp.complete(status);
        assertEquals(vector.expected("out_after").getAsString(), Vector.HEX.formatHex(out), "out_after");
        vector.assertUserVisible(status, irp.information());
        vector.assertCallbacks(new JsonArray());
    }
}

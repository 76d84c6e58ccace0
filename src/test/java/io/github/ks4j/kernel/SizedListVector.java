package io.github.ks4j.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
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
        byte[] out = vector.bytes("out_before");
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
                        (int) vector.param("out_len", out.length),
                        true,
                        (over, block) -> {});
        if (!vector.userMode()) {
            irp.fromKernelMode();
        }
        irp.information((int) vector.param("preset_information", 0));
        JsonArray items = vector.param("items").getAsJsonArray();
        int itemSize = (int) vector.param("item_size", 0);
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
        vector.assertMatches("out_after", new JsonPrimitive(Vector.HEX.formatHex(out)));
        vector.assertUserVisible(status, irp.information());
        vector.assertCallbacks(new JsonArray());
        vector.assertCompletesNothing();
    }
}

package io.github.ks4j;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * An object together with instance data: bytes that lengthen its request structure. Made by {@link KsObject#instance};
 * closed with the object that it was made of.
 */
public final class KsInstance extends KsObject {
    /** Instance data up to this size is written out in messages. */
    private static final int PRINTED = 16;

    private final KsObject object;
    private final byte[] bytes;

    KsInstance(KsObject object, byte[] bytes) {
        super(object, object.requestLength() + bytes.length, object.requestFlags());
        this.object = object;
        this.bytes = bytes;
    }

    @Override
    void address(ByteBuffer request) {
        object.address(request);
        request.put(object.requestLength(), bytes);
    }

    @Override
    public String toString() {
        String data = bytes.length <= PRINTED ? HexFormat.of().formatHex(bytes) : "of " + bytes.length + " bytes";
        return object + " with instance data " + data;
    }
}

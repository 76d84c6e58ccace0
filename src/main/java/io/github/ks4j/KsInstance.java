package io.github.ks4j;

import io.github.ks4j.set.Codec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;

/**
 * An object together with instance data: bytes that lengthen its request structure. Made by {@link KsObject#instance};
 * closed with the object that it was made of.
 */
final class KsInstance extends KsObject {
    /** Instance data up to this size is written out in messages. */
    private static final int PRINTED = 16;

    private final KsObject object;
    private final byte[] bytes;
    /** Whether the bytes are those of a value, which messages leave out. */
    private final boolean isValue;

    KsInstance(KsObject object, byte[] bytes, boolean isValue) {
        super(object, object.requestLength() + bytes.length, object.requestFlags());
        this.object = object;
        this.bytes = bytes;
        this.isValue = isValue;
    }

    @Override
    <T> Codec<T> form(Codec<T> codec) {
        return object.form(codec);
    }

    /** The caller has said what is behind the head. */
    @Override
    KsObject carrying(byte[] value) {
        return this;
    }

    @Override
    Duration deadline() {
        return object.deadline();
    }

    @Override
    void address(ByteBuffer request) {
        object.address(request);
        request.put(object.requestLength(), bytes);
    }

    @Override
    public String toString() {
        if (isValue) {
            return object.toString();
        }
        String data = bytes.length <= PRINTED ? HexFormat.of().formatHex(bytes) : "of " + bytes.length + " bytes";
        return object + " with instance data " + data;
    }
}

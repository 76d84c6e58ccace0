package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Layout;
import io.github.ks4j.struct.Struct;
import java.nio.ByteBuffer;

/**
 * A structure that is request and value at once. That of a node has a longer head than that of a filter, and the same
 * members behind it; its Java form is that of a filter.
 *
 * @param value the structure of a filter, which is the Java form
 * @param head the size of its head
 * @param form the structure that goes over the seam
 * @param formHead the size of its head
 * @param ofNode the codec for nodes; null if this is it
 */
record ControlCodec<S extends Struct<S>>(
        Layout<S> value, int head, Layout<?> form, int formHead, ControlCodec<S> ofNode) implements Codec<S> {
    ControlCodec {
        if (value.size() - head != form.size() - formHead) {
            throw new IllegalArgumentException(value + " and " + form + " differ behind their heads");
        }
    }

    @Override
    public int size(Abi abi) {
        return form.size(abi);
    }

    @Override
    public int requestTail() {
        return value.size() - head;
    }

    @Override
    public Codec<S> forNode() {
        return ofNode == null ? this : ofNode;
    }

    @Override
    public S decode(Abi abi, ByteBuffer bytes, int length) {
        MalformedValueException.check(length >= form.size(), form + " of " + form.size() + " bytes", length);
        S control = value.allocate(abi);
        control.buffer().put(0, bytes, 0, head).put(head, bytes, formHead, requestTail());
        return control;
    }

    @Override
    public int encode(S control, Abi abi, ByteBuffer bytes) {
        int start = control.offset();
        for (int i = head; i < formHead; i++) {
            bytes.put(i, (byte) 0);
        }
        bytes.put(0, control.buffer(), start, head).put(formHead, control.buffer(), start + head, requestTail());
        return form.size();
    }
}

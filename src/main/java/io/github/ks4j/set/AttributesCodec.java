package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSATTRIBUTE;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Attributes, each at a multiple of 8 from the start of the list. */
final class AttributesCodec implements Codec<List<FormatAttribute>> {
    private static final int ATTRIBUTE = KSATTRIBUTE.LAYOUT.size();

    @Override
    public int size(Abi abi) {
        return VARIABLE;
    }

    @Override
    public List<FormatAttribute> decode(Abi abi, ByteBuffer bytes, int length) {
        MalformedValueException.check(length >= ListCodec.HEAD, "a list head of 8 bytes", length);
        int end = ListCodec.size(bytes, length);
        long count = Integer.toUnsignedLong(bytes.getInt(4));
        List<FormatAttribute> attributes = new ArrayList<>();
        int offset = ListCodec.HEAD;
        for (long i = 0; i < count; i++) {
            int size = end - offset < ATTRIBUTE ? 0 : KSATTRIBUTE.Size.read(abi, bytes, offset);
            if (size < ATTRIBUTE || size > end - offset) {
                throw new MalformedValueException("attribute " + i + " of " + count + " claims "
                        + Integer.toUnsignedString(size) + " bytes; it needs " + ATTRIBUTE + " and has "
                        + Math.max(0, end - offset));
            }
            byte[] value = new byte[size - ATTRIBUTE];
            bytes.get(offset + ATTRIBUTE, value);
            KSATTRIBUTE head = KSATTRIBUTE.LAYOUT.at(abi, bytes, offset);
            boolean required = (head.get(KSATTRIBUTE.Flags) & KSATTRIBUTE.REQUIRED) != 0;
            attributes.add(new FormatAttribute(head.get(KSATTRIBUTE.Attribute), required, value));
            ListCodec.checkCount(attributes.size(), "attribute");
            offset += FormatBytes.padded(size);
        }
        return Collections.unmodifiableList(attributes);
    }

    @Override
    public int encodedSize(List<FormatAttribute> value, Abi abi) {
        int size = ListCodec.HEAD;
        for (FormatAttribute attribute : value) {
            size += FormatBytes.padded(ATTRIBUTE + attribute.value().length);
        }
        return size;
    }

    @Override
    public int encode(List<FormatAttribute> value, Abi abi, ByteBuffer bytes) {
        int size = encodedSize(value, abi);
        bytes.putInt(0, size).putInt(4, value.size());
        int offset = ListCodec.HEAD;
        for (FormatAttribute attribute : value) {
            byte[] tail = attribute.value();
            KSATTRIBUTE
                    .LAYOUT
                    .at(abi, bytes, offset)
                    .set(KSATTRIBUTE.Size, ATTRIBUTE + tail.length)
                    .set(KSATTRIBUTE.Flags, attribute.required() ? KSATTRIBUTE.REQUIRED : 0)
                    .set(KSATTRIBUTE.Attribute, attribute.id());
            bytes.put(offset + ATTRIBUTE, tail);
            offset += FormatBytes.padded(ATTRIBUTE + tail.length);
        }
        return size;
    }
}

package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** UTF-16LE text up to its NUL; some drivers leave the NUL out, or count bytes behind it. */
final class StringCodec implements Codec<String> {
    @Override
    public int size(Abi abi) {
        return VARIABLE;
    }

    @Override
    public String decode(Abi abi, ByteBuffer bytes, int length) {
        MalformedValueException.check(length % 2 == 0, "UTF-16 text of an even length", length);
        return read(bytes, 0, length);
    }

    static String read(ByteBuffer bytes, int offset, int length) {
        int end = 0;
        while (end < length && bytes.getChar(offset + end) != 0) {
            end += 2;
        }
        byte[] text = new byte[end];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.UTF_16LE);
    }

    @Override
    public int encodedSize(String value, Abi abi) {
        return 2 * value.length() + 2;
    }

    @Override
    public int encode(String value, Abi abi, ByteBuffer bytes) {
        byte[] text = value.getBytes(StandardCharsets.UTF_16LE);
        bytes.put(0, text);
        bytes.putShort(text.length, (short) 0);
        return text.length + 2;
    }
}

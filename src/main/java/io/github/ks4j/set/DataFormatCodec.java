package io.github.ks4j.set;

import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;

/** A data format; attributes behind it are kept. */
final class DataFormatCodec implements Codec<DataFormat> {
    @Override
    public int size(Abi abi) {
        return VARIABLE;
    }

    @Override
    public DataFormat decode(Abi abi, ByteBuffer bytes, int length) {
        byte[] copy = new byte[length];
        bytes.get(0, copy);
        return DataFormat.of(copy);
    }

    @Override
    public int encodedSize(DataFormat value, Abi abi) {
        return value.size();
    }

    @Override
    public int encode(DataFormat value, Abi abi, ByteBuffer bytes) {
        value.write(bytes, 0);
        return value.size();
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.struct.Abi;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** The memory of a caller in a test: arrays at addresses of the test's choice. */
class TestMemory implements RequestorProcess {
    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    private Abi abi = Abi.X64;

    /** Maps an array; what a request writes shows in it. */
    TestMemory map(long address, byte[] bytes) {
        blocks.put(address, bytes);
        return this;
    }

    /** Makes the process run on another Windows than a 64-bit one. */
    TestMemory of(Abi other) {
        abi = other;
        return this;
    }

    @Override
    public Abi abi() {
        return abi;
    }

    @Override
    public ByteBuffer lock(long address, int length, boolean writable) {
        Map.Entry<Long, byte[]> block = blocks.floorEntry(address);
        if (block == null || address - block.getKey() + Integer.toUnsignedLong(length) > block.getValue().length) {
            return null;
        }
        return ByteBuffer.wrap(block.getValue())
                .slice((int) (address - block.getKey()), length)
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}

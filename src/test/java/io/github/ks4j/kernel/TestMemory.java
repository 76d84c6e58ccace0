package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** The memory of a caller in a test: arrays at addresses of the test's choice. */
class TestMemory implements RequestorProcess {
    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();

    /** Maps an array; what a request writes shows in it. */
    TestMemory map(long address, byte[] bytes) {
        blocks.put(address, bytes);
        return this;
    }

    @Override
    public NtStatus read(long address, ByteBuffer target, int targetOffset, int length) {
        ByteBuffer window = lock(address, length, false);
        if (window == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        target.put(targetOffset, window, 0, length);
        return NtStatus.SUCCESS;
    }

    @Override
    public NtStatus write(long address, ByteBuffer source, int sourceOffset, int length) {
        ByteBuffer window = lock(address, length, true);
        if (window == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        window.put(0, source, sourceOffset, length);
        return NtStatus.SUCCESS;
    }

    @Override
    public ByteBuffer lock(long address, int length, boolean writable) {
        Map.Entry<Long, byte[]> block = blocks.floorEntry(address);
        if (block == null || address - block.getKey() + length > block.getValue().length) {
            return null;
        }
        return ByteBuffer.wrap(block.getValue())
                .slice((int) (address - block.getKey()), length)
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}

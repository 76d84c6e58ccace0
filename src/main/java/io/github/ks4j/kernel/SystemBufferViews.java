package io.github.ks4j.kernel;

import io.github.ks4j.io.KsBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Views of a system buffer, kept as long as the buffer stays the same: the pool hands out the same few blocks, so a
 * steady stream of requests makes no new ones.
 */
final class SystemBufferViews {
    private static final int KEPT = PoolAllocator.BLOCK / 8 + 1;

    /** Null until there is a buffer: requests of streams have none. */
    private ByteBuffer[] requests;

    private KsBuffer of;
    private ByteBuffer data;

    ByteBuffer request(KsBuffer buffer, int offset, int length) {
        retarget(buffer);
        int slot = offset / 8;
        if (slot >= KEPT) {
            return slice(buffer.bytes(), offset).limit(length);
        }
        if (requests[slot] == null) {
            requests[slot] = slice(buffer.bytes(), offset);
        }
        return requests[slot].clear().limit(length);
    }

    ByteBuffer data(KsBuffer buffer, int length) {
        retarget(buffer);
        if (data == null) {
            data = slice(buffer.bytes(), 0);
        }
        return data.clear().limit(length);
    }

    private void retarget(KsBuffer buffer) {
        if (of != buffer) {
            of = buffer;
            data = null;
            if (requests == null) {
                requests = new ByteBuffer[KEPT];
            } else {
                Arrays.fill(requests, null);
            }
        }
    }

    private static ByteBuffer slice(ByteBuffer bytes, int offset) {
        return bytes.slice(offset, bytes.capacity() - offset).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** Sends requests byte by byte, and keeps what came back. */
final class Requests {
    /** What the reply buffer holds before a request, so that every byte that the driver writes shows. */
    private static final byte UNTOUCHED = (byte) 0xCC;

    private final Handle handle;

    Requests(Handle handle) {
        this.handle = handle;
    }

    /** A request head, and whatever 32-bit words follow it. */
    static byte[] head(Guid set, int id, int flags, int... words) {
        ByteBuffer head = ByteBuffer.allocate(24 + 4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        set.write(head, 0);
        head.putInt(16, id).putInt(20, flags);
        for (int i = 0; i < words.length; i++) {
            head.putInt(24 + 4 * i, words[i]);
        }
        return head.array();
    }

    Reply property(byte[] head, int replyLength) {
        return send(IOCTL_KS.PROPERTY, head, untouched(replyLength));
    }

    Reply property(byte[] head, byte[] value) {
        return send(IOCTL_KS.PROPERTY, head, value);
    }

    Reply method(byte[] head, byte[] data) {
        return send(IOCTL_KS.METHOD, head, data);
    }

    Reply send(int controlCode, byte[] request, byte[] data) {
        try (KsBuffer in = handle.driver().allocate(request.length);
                KsBuffer out = handle.driver().allocate(data.length)) {
            in.bytes().put(0, request);
            out.bytes().put(0, data);
            return send(controlCode, in, request.length, out, data.length);
        }
    }

    /** Sends a request that is known by where its data lies. */
    Reply send(int controlCode, byte[] request, KsBuffer data, int dataLength) {
        try (KsBuffer in = handle.driver().allocate(request.length)) {
            in.bytes().put(0, request);
            return send(controlCode, in, request.length, data, dataLength);
        }
    }

    /** Sends a request that is known by where it lies. */
    Reply send(int controlCode, KsBuffer request, int requestLength, KsBuffer data, int dataLength) {
        byte[] before = bytes(data, dataLength);
        long block = handle.control(controlCode, request, requestLength, dataLength == 0 ? null : data, dataLength);
        return new Reply(
                IoStatusBlock.status(block), IoStatusBlock.information(block), before, bytes(data, dataLength));
    }

    private static byte[] bytes(KsBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        if (length != 0) {
            buffer.bytes().get(0, bytes);
        }
        return bytes;
    }

    static byte[] untouched(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, UNTOUCHED);
        return bytes;
    }

    /**
     * The end of a request.
     *
     * @param status how it ended
     * @param information the byte count
     * @param before the data before the request
     * @param after the data after it
     */
    record Reply(NtStatus status, int information, byte[] before, byte[] after) {
        /** Failed, and nothing came of it. */
        void failsWith(NtStatus expected) {
            assertEquals(expected, status);
            assertEquals(0, information, "byte count");
            assertEquals(hex(before), hex(after), "data after a failure");
        }

        /** Told the size, and nothing else. */
        void needs(int size) {
            assertEquals(NtStatus.BUFFER_OVERFLOW, status);
            assertEquals(size, information, "byte count");
        }

        /** Succeeded without bytes. */
        void succeeds() {
            assertEquals(NtStatus.SUCCESS, status);
            assertEquals(0, information, "byte count");
        }

        /** Succeeded with these bytes, and left the rest of the buffer alone. */
        void succeedsWith(byte... expected) {
            assertEquals(NtStatus.SUCCESS, status);
            assertEquals(expected.length, information, "byte count");
            byte[] whole = before.clone();
            System.arraycopy(expected, 0, whole, 0, expected.length);
            assertEquals(hex(whole), hex(after), "data");
        }

        /** Succeeded with one 32-bit number. */
        void succeedsWith(int expected) {
            succeedsWith(ints(expected));
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}

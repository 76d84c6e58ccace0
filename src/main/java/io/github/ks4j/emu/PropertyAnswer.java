package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What came of a request for a property.
 *
 * @param status the status
 * @param information the Information of the request
 * @param data the data buffer afterwards
 */
record PropertyAnswer(NtStatus status, int information, byte[] data) {
    private static final byte[] NOTHING = {};

    /** No answer but a status, and the size that goes with it. */
    static PropertyAnswer of(NtStatus status, int information) {
        return new PropertyAnswer(status, information, NOTHING);
    }

    static PropertyAnswer refused(NtStatus status) {
        return of(status, 0);
    }

    /** Tells a value as its owner would: all of it, its size, or that there is not enough room. */
    static PropertyAnswer tell(byte[] value, int room) {
        if (room == 0) {
            return of(NtStatus.BUFFER_OVERFLOW, value.length);
        }
        boolean isList = value.length >= Long.BYTES && bytes(value).getInt(0) == value.length;
        if (isList && (room == Integer.BYTES || room == Long.BYTES)) {
            return new PropertyAnswer(NtStatus.SUCCESS, room, value);
        }
        return room < value.length
                ? refused(NtStatus.BUFFER_TOO_SMALL)
                : new PropertyAnswer(NtStatus.SUCCESS, value.length, value);
    }

    boolean is(NtStatus expected) {
        return status.equals(expected);
    }

    boolean isSuccess() {
        return is(NtStatus.SUCCESS);
    }

    /** The bytes that came, as far as they came. */
    ByteBuffer bytes() {
        return bytes(data).limit(Math.min(Math.max(information, 0), data.length));
    }

    static ByteBuffer bytes(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }
}

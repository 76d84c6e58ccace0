package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.Struct;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How handlers answer a GET: each fills the data, sets Information and returns the status of the request. */
public final class Answers {
    private Answers() {}

    /**
     * A {@code ULONG}, {@code LONG} or {@code BOOL}. The item's {@code MinData} of 4 makes sure of the room.
     *
     * @param irp the request
     * @param data the data area; null if the caller asks for the size, which only comes here by a
     *     {@link io.github.ks4j.kernel.KsPolicy}
     * @param value the answer
     * @return {@link NtStatus#SUCCESS}, {@link NtStatus#BUFFER_OVERFLOW} with the size in Information where there is no
     *     data area
     */
    public static NtStatus ulong(Irp irp, ByteBuffer data, int value) {
        if (data == null) {
            irp.information(4);
            return NtStatus.BUFFER_OVERFLOW;
        }
        data.putInt(0, value);
        irp.information(4);
        return NtStatus.SUCCESS;
    }

    /**
     * A {@code LONGLONG}. The item's {@code MinData} of 8 makes sure of the room.
     *
     * @param irp the request
     * @param data the data area; null if the caller asks for the size, which only comes here by a
     *     {@link io.github.ks4j.kernel.KsPolicy}
     * @param value the answer
     * @return {@link NtStatus#SUCCESS}, {@link NtStatus#BUFFER_OVERFLOW} with the size in Information where there is no
     *     data area
     */
    public static NtStatus int64(Irp irp, ByteBuffer data, long value) {
        if (data == null) {
            irp.information(Long.BYTES);
            return NtStatus.BUFFER_OVERFLOW;
        }
        data.putLong(0, value);
        irp.information(Long.BYTES);
        return NtStatus.SUCCESS;
    }

    /**
     * A structure without a variable tail. The item's {@code MinData} makes sure of the room.
     *
     * @param irp the request
     * @param data the data area; null if the caller asks for the size, which only comes here by a
     *     {@link io.github.ks4j.kernel.KsPolicy}
     * @param value the answer
     * @return {@link NtStatus#SUCCESS}, {@link NtStatus#BUFFER_OVERFLOW} with the size in Information where there is no
     *     data area
     */
    public static NtStatus struct(Irp irp, ByteBuffer data, Struct<?> value) {
        if (data == null) {
            irp.information(value.size());
            return NtStatus.BUFFER_OVERFLOW;
        }
        data.put(0, value.buffer(), value.offset(), value.size());
        irp.information(value.size());
        return NtStatus.SUCCESS;
    }

    /**
     * A value of a variable size, or that size: for items whose {@code MinData} is 0.
     *
     * @param irp the request
     * @param data the data area; null if the caller asks for the size
     * @param value the answer, from index 0 to its capacity
     * @return {@link NtStatus#SUCCESS}, {@link NtStatus#BUFFER_OVERFLOW} with the size in Information where there is no
     *     data area, {@link NtStatus#BUFFER_TOO_SMALL} where it is too short
     */
    public static NtStatus bytes(Irp irp, ByteBuffer data, ByteBuffer value) {
        int size = value.capacity();
        if (data == null) {
            irp.information(size);
            return NtStatus.BUFFER_OVERFLOW;
        }
        if (data.limit() < size) {
            return NtStatus.BUFFER_TOO_SMALL;
        }
        data.put(0, value, 0, size);
        irp.information(size);
        return NtStatus.SUCCESS;
    }

    /** A GUID, as {@link #struct}. */
    static NtStatus guid(Irp irp, ByteBuffer data, Guid value) {
        irp.information(Guid.SIZE);
        if (data == null) {
            return NtStatus.BUFFER_OVERFLOW;
        }
        value.write(data, 0);
        return NtStatus.SUCCESS;
    }

    /**
     * A string in UTF-16 with its NUL: for items whose {@code MinData} is 0.
     *
     * @param irp the request
     * @param data the data area; null if the caller asks for the size
     * @param value the answer; null if there is none
     * @return as {@link #bytes}; {@link NtStatus#NOT_FOUND} if there is none
     */
    public static NtStatus string(Irp irp, ByteBuffer data, String value) {
        return value == null
                ? NtStatus.NOT_FOUND
                : bytes(irp, data, ByteBuffer.wrap((value + "\0").getBytes(StandardCharsets.UTF_16LE)));
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One {@code IOCTL_KS_READ_STREAM} or {@code IOCTL_KS_WRITE_STREAM} in a pin's queue: its headers, captured, and the
 * memory that they point to, resolved, so that nothing that the client does to either can hurt. Guarded by the device's
 * lock, and used again after it is over.
 */
final class StreamRequest {
    private static final Abi ABI = Abi.X64;
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(ABI);
    /** No client has that many headers in one request. */
    private static final int LARGEST_LENGTH = 1 << 20;

    /** What a request that is used again may keep. */
    private static final int KEPT_LENGTH = 16 * HEADER;

    private Irp irp;
    private NtStatus status;
    /** Whether it has been queued and not been completed. */
    private boolean underWay;

    private boolean read;
    private ByteBuffer userHeaders;
    private int userOffset;
    /** The captured headers, at the same distances as the client's. */
    private ByteBuffer headers = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer[] memory = new ByteBuffer[1];
    private int[] memoryOffset = new int[1];
    private int[] headerOffset = new int[1];
    private int count;
    private int current;
    private int position;
    private int total;

    /**
     * Captures the headers of a request, and checks them by the rules of KsProbeStreamIrp.
     *
     * @param space the client's memory
     * @param request the request, whose data are the headers
     * @param toClient whether data goes to the client
     * @return SUCCESS, or what is wrong
     */
    NtStatus probe(AddressSpace space, Irp request, boolean toClient) {
        long address = request.userBuffer();
        int length = request.outputLength();
        irp = request;
        read = toClient;
        count = 0;
        current = 0;
        position = 0;
        total = 0;
        if (length == 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        AddressSpace.Block block = space.find(address, Integer.toUnsignedLong(length));
        userHeaders = block == null ? null : block.get();
        if (userHeaders == null) {
            return NtStatus.ACCESS_VIOLATION;
        }
        userOffset = (int) (address - block.base);
        if (length > LARGEST_LENGTH) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        if (headers.capacity() < length) {
            headers = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
        headers.put(0, userHeaders, userOffset, length);
        int offset = 0;
        while (offset < length) {
            NtStatus checked = probeHeader(space, offset, length);
            if (!checked.isSuccess()) {
                return checked;
            }
            offset += KSSTREAM_HEADER.Size.read(ABI, headers, offset);
        }
        return NtStatus.SUCCESS;
    }

    private NtStatus probeHeader(AddressSpace space, int offset, int length) {
        int left = length - offset;
        int size = left < HEADER ? 0 : KSSTREAM_HEADER.Size.read(ABI, headers, offset);
        if (size < HEADER || size > left || size % 8 != 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int extent = KSSTREAM_HEADER.FrameExtent.read(ABI, headers, offset);
        int used = KSSTREAM_HEADER.DataUsed.read(ABI, headers, offset);
        int flags = KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, offset);
        if (read ? used != 0 : Integer.compareUnsigned(used, extent) > 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        if (read ? flags != 0 : (flags & KSSTREAM_HEADER_OPTIONSF.TYPECHANGED) != 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        int bytes = read ? extent : used;
        if (count == memory.length) {
            grow();
        }
        memory[count] = null;
        if (bytes != 0) {
            long data = KSSTREAM_HEADER.Data.read(ABI, headers, offset);
            AddressSpace.Block block = space.find(data, Integer.toUnsignedLong(bytes));
            ByteBuffer found = block == null ? null : block.get();
            if (found == null) {
                return NtStatus.ACCESS_VIOLATION;
            }
            memory[count] = found;
            memoryOffset[count] = (int) (data - block.base);
        }
        headerOffset[count] = offset;
        count++;
        return NtStatus.SUCCESS;
    }

    private void grow() {
        memory = Arrays.copyOf(memory, count * 2);
        memoryOffset = Arrays.copyOf(memoryOffset, count * 2);
        headerOffset = Arrays.copyOf(headerOffset, count * 2);
    }

    boolean hasFrame() {
        return current < count;
    }

    ByteBuffer bytes() {
        return memory[current];
    }

    int offset() {
        return memoryOffset[current] + position;
    }

    int length() {
        return read
                ? KSSTREAM_HEADER.FrameExtent.read(ABI, headers, headerOffset[current])
                : KSSTREAM_HEADER.DataUsed.read(ABI, headers, headerOffset[current]);
    }

    int position() {
        return position;
    }

    /** The bytes from the current position to the end of the last frame. */
    long remainingInAll() {
        long bytes = -position;
        for (int i = current; i < count; i++) {
            bytes += Integer.toUnsignedLong(
                    read
                            ? KSSTREAM_HEADER.FrameExtent.read(ABI, headers, headerOffset[i])
                            : KSSTREAM_HEADER.DataUsed.read(ABI, headers, headerOffset[i]));
        }
        return bytes;
    }

    int flags() {
        return KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, headerOffset[current]);
    }

    void addFlags(int flags) {
        KSSTREAM_HEADER.OptionsFlags.write(ABI, headers, headerOffset[current], flags() | flags);
    }

    void advance(int bytes) {
        position += bytes;
        total += bytes;
    }

    void nextFrame() {
        if (read) {
            KSSTREAM_HEADER.DataUsed.write(ABI, headers, headerOffset[current], position);
        }
        current++;
        position = 0;
    }

    /** Information of a request that succeeds: data bytes for a write, bytes of the headers that were used for a read. */
    int informationOnSuccess() {
        if (!read) {
            return total;
        }
        int last = headerOffset[current - 1];
        return last + KSSTREAM_HEADER.Size.read(ABI, headers, last);
    }

    /** The request is in a queue: it can be cancelled. */
    void queued(Irp.CancelRoutine cancel) {
        underWay = true;
        irp.pend(cancel);
    }

    /** The request has left its queue. */
    void end(NtStatus outcome, int information) {
        status = outcome;
        irp.information(information);
    }

    /** Completes the request. Headers that were read go back to the client. */
    void complete() {
        if (read && status.isSuccess()) {
            userHeaders.put(userOffset, headers, 0, irp.information());
        }
        irp.complete(status);
    }

    /** The request has been completed. */
    void over() {
        underWay = false;
    }

    boolean isOver() {
        return !underWay;
    }

    /** Lets go of the client's memory. */
    void forget() {
        Arrays.fill(memory, null);
        userHeaders = null;
        irp = null;
        if (headers.capacity() > KEPT_LENGTH) {
            headers = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}

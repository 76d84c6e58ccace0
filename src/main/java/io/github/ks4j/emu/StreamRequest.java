package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSPROBE;
import io.github.ks4j.kernel.KsProbeStreamIrp;
import io.github.ks4j.kernel.Mdl;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One {@code IOCTL_KS_READ_STREAM} or {@code IOCTL_KS_WRITE_STREAM} in a pin's queue: its headers, captured, and the
 * memory that they point to, resolved, so that nothing that the client does to either can hurt. Guarded by the device's
 * lock, and used again after it is over.
 */
final class StreamRequest {
    private static final Abi ABI = Abi.X64;
    private static final int LOCKED = KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS;
    private static final int PROBE_READ = KSPROBE.STREAMREAD | LOCKED;
    private static final int PROBE_WRITE = KSPROBE.STREAMWRITE | LOCKED;

    private Irp irp;
    private NtStatus status;
    /** Whether it has been queued and not been completed. */
    private boolean underWay;

    private boolean read;
    /** The captured headers. */
    private ByteBuffer headers;

    private ByteBuffer[] memory = new ByteBuffer[1];
    private int[] headerOffset = new int[1];
    private int count;
    private int current;
    private int position;
    private int total;

    /**
     * Captures and checks the headers of a request, and locks its frames.
     *
     * @param request the request, whose data are the headers
     * @param toClient whether data goes to the client
     * @return SUCCESS, or what is wrong
     */
    NtStatus probe(Irp request, boolean toClient) {
        irp = request;
        read = toClient;
        count = 0;
        current = 0;
        position = 0;
        total = 0;
        NtStatus probed = KsProbeStreamIrp.probe(irp, read ? PROBE_READ : PROBE_WRITE, 0);
        if (probed.isSuccess()) {
            headers = irp.systemBuffer().bytes();
            findFrames();
        }
        return probed;
    }

    private void findFrames() {
        Mdl mdl = irp.mdlAddress();
        for (int offset = 0; offset < irp.outputLength(); offset += KSSTREAM_HEADER.Size.read(ABI, headers, offset)) {
            if (count == memory.length) {
                grow();
            }
            headerOffset[count] = offset;
            memory[count] = null;
            current = count++;
            if (length() != 0) {
                memory[current] = mdl.systemAddress();
                mdl = mdl.next();
            }
        }
        current = 0;
    }

    private void grow() {
        memory = Arrays.copyOf(memory, count * 2);
        headerOffset = Arrays.copyOf(headerOffset, count * 2);
    }

    boolean hasFrame() {
        return current < count;
    }

    ByteBuffer bytes() {
        return memory[current];
    }

    int offset() {
        return position;
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

    /** Completes the request. The headers of a read go back to the client. */
    void complete() {
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
        headers = null;
        irp = null;
    }
}

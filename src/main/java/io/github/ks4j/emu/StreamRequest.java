package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.Mdl;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;

/**
 * One {@code IOCTL_KS_READ_STREAM} or {@code IOCTL_KS_WRITE_STREAM} in a pin's queue: how far the device has got with its
 * frames. The headers and the memory of the frames are the IRP's, captured and locked. Guarded by the device's lock, and
 * used again after it is over.
 */
final class StreamRequest {
    private static final Abi ABI = Abi.X64;
    /** Where the IRP of a stream keeps this. */
    private static final int SLOT = 0;

    private static final Int64<KSSTREAM_HEADER> TIME = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time);
    private static final Int32<KSSTREAM_HEADER> NUMERATOR = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Numerator);
    private static final Int32<KSSTREAM_HEADER> DENOMINATOR = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Denominator);

    private Irp irp;
    private NtStatus status;
    private boolean read;
    private ByteBuffer headers;
    private int length;
    /** The header of the current frame. */
    private int offset;
    /** The memory of the current frame, if it has any, else of the next that has. */
    private Mdl memory;

    private int position;
    private int total;

    /** The request that an IRP in a queue carries. */
    static StreamRequest of(Irp irp) {
        return (StreamRequest) irp.driverContext(SLOT);
    }

    /** Starts with the first frame of an IRP that has been probed. */
    void start(Irp probed) {
        irp = probed;
        irp.driverContext(SLOT, this);
        read = irp.controlCode() == IOCTL_KS.READ_STREAM;
        headers = irp.systemBuffer().bytes();
        length = irp.outputLength();
        offset = 0;
        memory = irp.mdlAddress();
        position = 0;
        total = 0;
    }

    boolean hasFrame() {
        return offset < length;
    }

    /** The memory of the current frame; null if it has none. */
    ByteBuffer bytes() {
        return extent() == 0 ? null : memory.systemAddress();
    }

    private int extent() {
        return KSSTREAM_HEADER.FrameExtent.read(ABI, headers, offset);
    }

    int length() {
        return lengthAt(offset);
    }

    private int lengthAt(int header) {
        return read
                ? KSSTREAM_HEADER.FrameExtent.read(ABI, headers, header)
                : KSSTREAM_HEADER.DataUsed.read(ABI, headers, header);
    }

    int position() {
        return position;
    }

    /** The bytes from the current position to the end of the last frame. */
    long remainingInAll() {
        long bytes = -position;
        for (int header = offset; header < length; header += KSSTREAM_HEADER.Size.read(ABI, headers, header)) {
            bytes += Integer.toUnsignedLong(lengthAt(header));
        }
        return bytes;
    }

    int flags() {
        return KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, offset);
    }

    void addFlags(int flags) {
        KSSTREAM_HEADER.OptionsFlags.write(ABI, headers, offset, flags() | flags);
    }

    ByteBuffer headers() {
        return headers;
    }

    int headerOffset() {
        return offset;
    }

    int headerSize() {
        return KSSTREAM_HEADER.Size.read(ABI, headers, offset);
    }

    void timestamp(long time, long duration) {
        TIME.write(ABI, headers, offset, time);
        NUMERATOR.write(ABI, headers, offset, 1);
        DENOMINATOR.write(ABI, headers, offset, 1);
        KSSTREAM_HEADER.Duration.write(ABI, headers, offset, duration);
        addFlags(KSSTREAM_HEADER_OPTIONSF.TIMEVALID | KSSTREAM_HEADER_OPTIONSF.DURATIONVALID);
    }

    void advance(int bytes) {
        position += bytes;
        total += bytes;
    }

    void nextFrame() {
        if (read) {
            KSSTREAM_HEADER.DataUsed.write(ABI, headers, offset, position);
        }
        if (extent() != 0) {
            memory = memory.next();
        }
        offset += KSSTREAM_HEADER.Size.read(ABI, headers, offset);
        position = 0;
    }

    /** Information of a request that succeeds: data bytes for a write, bytes of the headers that were used for a read. */
    int informationOnSuccess() {
        return read ? offset : total;
    }

    /** The request has left its queue. */
    void end(NtStatus outcome, int information) {
        status = outcome;
        irp.information(information);
    }

    /** Completes the request. Headers that were read go back to the client. From now on this can be used again. */
    void complete() {
        Irp over = irp;
        irp = null;
        headers = null;
        memory = null;
        over.complete(status);
    }
}

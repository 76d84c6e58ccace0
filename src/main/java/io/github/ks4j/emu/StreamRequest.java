package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.Mdl;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One {@code IOCTL_KS_READ_STREAM} or {@code IOCTL_KS_WRITE_STREAM} in a pin's queue: how far the device has got with its
 * frames. The headers and the memory of the frames are the IRP's, captured and locked. A {@code KSMETHOD_STREAMIO} is a
 * request of one frame, with a header that nobody else sees. Guarded by the device's lock, and used again after it is
 * over.
 */
final class StreamRequest {
    private static final Abi ABI = Abi.X64;
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(ABI);
    /** The most that a format in a stream may take. */
    private static final int LARGEST_FORMAT = 1 << 16;
    /** The copies that are kept for the next request. */
    private static final int KEPT_COPY = 1 << 16;
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
    /** The memory of a method's only frame; null if this is no method. */
    private ByteBuffer data;
    /** The header of that. */
    private ByteBuffer header;
    /** What the frames with BUFFEREDTRANSFER held when they came, one behind the other. */
    private ByteBuffer copies;
    /** How many bytes they are. */
    private int copied;
    /** Where the copy of the current frame starts, if it has one, else of the next that has. */
    private int copy;
    /** The only frame starts again when its end is reached. */
    private boolean looped;
    /** It has done so. */
    private boolean around;
    /** Frames with FLUSHONPAUSE are to be dropped. */
    private boolean flushed;

    private int position;
    private int total;

    /** The request that an IRP in a queue carries. */
    static StreamRequest of(Irp irp) {
        return (StreamRequest) irp.driverContext(SLOT);
    }

    /**
     * Starts with the first frame of an IRP that has been probed.
     *
     * @param loops whether the pin plays or fills one buffer over and over
     * @param most the bytes that may be copied
     * @return {@link NtStatus#INVALID_PARAMETER} if the frames do not suit such a pin, or need one;
     *     {@link NtStatus#INSUFFICIENT_RESOURCES} if there is no memory for copies
     */
    NtStatus start(Irp probed, boolean loops, int most) {
        start(
                probed,
                probed.controlCode() == IOCTL_KS.READ_STREAM,
                probed.systemBuffer().bytes());
        length = probed.outputLength();
        memory = probed.mdlAddress();
        int options = 0;
        for (int at = 0; at < length; at += sizeAt(at)) {
            options |= KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, at);
        }
        boolean wantsLoop = (options & KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA) != 0;
        looped = loops && (read || wantsLoop);
        if (wantsLoop && !looped || looped && (headerSize() != length || length() == 0)) {
            return NtStatus.INVALID_PARAMETER;
        }
        return (options & KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER) == 0 ? NtStatus.SUCCESS : copy(most);
    }

    /** Starts with the bytes of a method. */
    void start(Irp method, ByteBuffer bytes, boolean reads) {
        if (header == null) {
            header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        }
        start(method, reads, header);
        data = bytes;
        length = HEADER;
        KSSTREAM_HEADER.Size.write(ABI, header, 0, HEADER);
        KSSTREAM_HEADER.FrameExtent.write(ABI, header, 0, bytes.limit());
        KSSTREAM_HEADER.DataUsed.write(ABI, header, 0, reads ? 0 : bytes.limit());
        KSSTREAM_HEADER.OptionsFlags.write(ABI, header, 0, 0);
    }

    private void start(Irp carrier, boolean reads, ByteBuffer itsHeaders) {
        irp = carrier;
        irp.driverContext(SLOT, this);
        read = reads;
        headers = itsHeaders;
        offset = 0;
        position = 0;
        total = 0;
        copied = 0;
        copy = 0;
        looped = false;
        around = false;
        flushed = false;
    }

    /** Copies what the frames with BUFFEREDTRANSFER hold. */
    private NtStatus copy(int most) {
        long bytes = 0;
        for (int at = 0; at < length; at += sizeAt(at)) {
            bytes += isBuffered(at) ? lengthAt(at) : 0;
        }
        if (bytes > most || !hasRoom((int) bytes)) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        int to = 0;
        Mdl from = memory;
        for (int at = 0; at < length; at += sizeAt(at)) {
            int used = lengthAt(at);
            if (isBuffered(at) && used != 0) {
                copies.put(to, from.systemAddress(), 0, used);
                to += used;
            }
            from = KSSTREAM_HEADER.FrameExtent.read(ABI, headers, at) == 0 ? from : from.next();
        }
        copied = to;
        return NtStatus.SUCCESS;
    }

    private boolean hasRoom(int bytes) {
        if (copies != null && copies.capacity() >= bytes) {
            return true;
        }
        try {
            copies = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** The bytes that have been copied. */
    int copied() {
        return copied;
    }

    private boolean isBuffered(int at) {
        return data == null
                && !read
                && (KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, at) & KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER)
                        != 0;
    }

    private int sizeAt(int at) {
        return KSSTREAM_HEADER.Size.read(ABI, headers, at);
    }

    boolean hasFrame() {
        return offset < length;
    }

    /** The memory of the current frame; null if it has none. */
    ByteBuffer bytes() {
        if (data != null) {
            return data;
        }
        return extent() == 0 ? null : isBuffered(offset) ? copies : memory.systemAddress();
    }

    /** Where the current position is in {@link #bytes()}. */
    int bytesOffset() {
        return isBuffered(offset) ? copy + position : position;
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
        for (int header = offset; header < length; header += sizeAt(header)) {
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
        return sizeAt(offset);
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
        if (looped && position == length()) {
            rewind();
        }
    }

    boolean isLooped() {
        return looped;
    }

    /** Starts a looped frame again. */
    void rewind() {
        position = 0;
        around = true;
    }

    /** Leaves the current frame for good; one that is looped has been used once, however often it was. */
    void leave() {
        if (looped) {
            looped = false;
            position = around ? length() : position;
            total = position;
        }
        nextFrame();
    }

    /** Drops the frames, also those to come, that are flagged for that. */
    void flush() {
        flushed = true;
    }

    /** Whether the current frame is to be dropped. */
    boolean isFlushed() {
        return flushed && (flags() & KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE) != 0;
    }

    /** Whether the current frame is no data, but the format of what follows. */
    boolean changesFormat() {
        return data == null && !read && (flags() & KSSTREAM_HEADER_OPTIONSF.TYPECHANGED) != 0;
    }

    /** That format. */
    DataFormat format() throws StatusException {
        int bytes = length();
        if (bytes == 0 || bytes > LARGEST_FORMAT) {
            throw new StatusException(NtStatus.INVALID_BUFFER_SIZE);
        }
        // The memory is the client's, who may change it all the time.
        ByteBuffer copied = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        copied.put(0, bytes(), bytesOffset(), bytes);
        return DataFormats.read(copied, 0, bytes);
    }

    /** Whether any of the request has been used. */
    boolean isBegun() {
        return offset != 0 || isFrameBegun();
    }

    /** Whether any of the current frame has been used. */
    boolean isFrameBegun() {
        return position != 0 || around;
    }

    void nextFrame() {
        if (isBuffered(offset)) {
            copy += length();
        }
        if (read) {
            KSSTREAM_HEADER.DataUsed.write(ABI, headers, offset, position);
        }
        if (data == null && extent() != 0) {
            memory = memory.next();
        }
        offset += sizeAt(offset);
        position = 0;
    }

    /** Information of a request that succeeds: bytes of the headers that were used for a read, else data bytes. */
    int informationOnSuccess() {
        return read && data == null ? offset : total;
    }

    /** The request has left its queue. */
    void end(NtStatus outcome, int information) {
        status = outcome;
        irp.information(information);
    }

    /** Completes the request. Headers that were read go back to the client. From now on this can be used again. */
    void complete() {
        Irp over = irp;
        clear();
        over.complete(status);
    }

    /** Lets go of what is not this request's own. */
    void clear() {
        irp = null;
        headers = null;
        memory = null;
        data = null;
        if (copies != null && copies.capacity() > KEPT_COPY) {
            copies = null;
        }
    }
}

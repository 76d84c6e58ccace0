package io.github.ks4j.kernel;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSSTREAM;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;

/**
 * Makes a stream request ready to be queued: {@code KsProbeStreamIrp}.
 *
 * <p>The headers are checked and put into the system buffer: a copy of a user's, which nothing that the user does can
 * change any more and which a read gives back at completion; the very memory of a kernel caller. With
 * {@link KSPROBE#ALLOCATEMDL} each frame that has bytes gets an MDL of {@code FrameExtent} bytes, in the order of the
 * headers; with {@link KSPROBE#PROBEANDLOCK} besides, the MDLs are locked, for writing if the device fills them; with
 * {@link KSPROBE#SYSTEMADDRESS} besides, they are mapped. Of these flags each is nothing without the one before it.
 *
 * <p>May be called again for the same IRP, to do what the first call left out: what has been done is not done again, and
 * the headers are not checked again. A call that fails leaves no MDLs, and no system buffer whose headers are wrong.
 *
 * <p>A steady stream makes no garbage here, but for what {@link RequestorProcess#lock} makes: the room for the headers
 * and the MDLs are used again.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksprobestreamirp">KsProbeStreamIrp
 *     function</a>
 */
public final class KsProbeStreamIrp {
    private KsProbeStreamIrp() {}

    /**
     * Captures the headers, and locks the frames.
     *
     * @param irp a request whose data are {@code KSSTREAM_HEADER}s; its Information stays as it is
     * @param flags {@code KSPROBE_} flags; {@link KSSTREAM#NONPAGED_DATA} besides says that the frames of a kernel
     *     caller lie in the non-paged pool, where nothing needs a lock
     * @param headerSize the size of each header with its extension, in bytes; 0 to take any multiple of 8 that the
     *     headers say
     * @return {@link NtStatus#SUCCESS}; {@link NtStatus#INVALID_BUFFER_SIZE} if there are no headers, a size is wrong or
     *     {@code DataUsed} is; {@link NtStatus#INVALID_PARAMETER} if a read comes with {@code OptionsFlags}, or a write
     *     changes the format where {@link KSPROBE#ALLOWFORMATCHANGE} does not allow it;
     *     {@link NtStatus#ACCESS_VIOLATION} if a pointer leads nowhere; {@link NtStatus#INSUFFICIENT_RESOURCES}
     */
    public static NtStatus probe(Irp irp, int flags, int headerSize) {
        if (irp.outputLength() == 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        NtStatus status = irp.systemBuffer() == null ? capture(irp, flags, headerSize) : NtStatus.SUCCESS;
        if (!status.isSuccess() || (flags & KSPROBE.ALLOCATEMDL) == 0) {
            return status;
        }
        if (irp.mdlAddress() == null) {
            status = allocate(irp);
        }
        if (status.isSuccess() && (flags & KSPROBE.PROBEANDLOCK) != 0) {
            status = lock(irp, flags);
        }
        if (!status.isSuccess()) {
            irp.freeMdls();
        }
        return status;
    }

    private static boolean isWrite(int flags) {
        return (flags & KSPROBE.STREAMWRITE) != 0;
    }

    private static NtStatus capture(Irp irp, int flags, int headerSize) {
        boolean goesBack = !isWrite(flags);
        int length = irp.outputLength();
        NtStatus status = irp.requestor().probe(irp.userBuffer(), length, goesBack);
        if (!status.isSuccess()) {
            return status;
        }
        if (length < 0) {
            // No buffer of a Java process has 2 GiB.
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        KsBuffer headers = irp.userMode() ? irp.stream().room(length) : inPlace(irp, goesBack);
        if (headers == null) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        if (irp.userMode()) {
            status = irp.requestor().read(irp.userBuffer(), headers.bytes(), 0, length);
        }
        if (status.isSuccess()) {
            status = check(irp.requestor().abi(), headers.bytes(), length, flags, headerSize);
        }
        if (status.isSuccess()) {
            irp.systemBuffer(headers);
            if (irp.userMode()) {
                irp.addFlags(Irp.BUFFERED_IO | Irp.DEALLOCATE_BUFFER | (goesBack ? Irp.INPUT_OPERATION : 0));
            }
        }
        return status;
    }

    private static KsBuffer inPlace(Irp irp, boolean writable) {
        ByteBuffer window = irp.requestor().lock(irp.userBuffer(), irp.outputLength(), writable);
        return window == null ? null : irp.stream().inPlace(window, irp.userBuffer());
    }

    private static NtStatus check(Abi abi, ByteBuffer headers, int length, int flags, int headerSize) {
        int offset = 0;
        while (offset < length) {
            NtStatus status = check(abi, headers, offset, length, flags, headerSize);
            if (!status.isSuccess()) {
                return status;
            }
            offset += KSSTREAM_HEADER.Size.read(abi, headers, offset);
        }
        return NtStatus.SUCCESS;
    }

    private static NtStatus check(Abi abi, ByteBuffer headers, int offset, int length, int flags, int headerSize) {
        if (!isWhole(abi, headers, offset, length)) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int size = KSSTREAM_HEADER.Size.read(abi, headers, offset);
        int options = KSSTREAM_HEADER.OptionsFlags.read(abi, headers, offset);
        boolean changesFormat = isWrite(flags) && (options & KSSTREAM_HEADER_OPTIONSF.TYPECHANGED) != 0;
        boolean mayChangeFormat = (flags & KSPROBE.ALLOWFORMATCHANGE) != 0;
        int plain = KSSTREAM_HEADER.LAYOUT.size(abi);
        // A header that changes the format is never extended, whatever size the driver expects.
        boolean fits = changesFormat && mayChangeFormat
                ? size == plain && length == plain
                : headerSize == 0 ? size % 8 == 0 : size == headerSize;
        if (!fits) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int used = KSSTREAM_HEADER.DataUsed.read(abi, headers, offset);
        int extent = KSSTREAM_HEADER.FrameExtent.read(abi, headers, offset);
        if (isWrite(flags) ? Integer.compareUnsigned(used, extent) > 0 : used != 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        boolean forbidden = isWrite(flags) ? changesFormat && !mayChangeFormat : options != 0;
        return forbidden ? NtStatus.INVALID_PARAMETER : NtStatus.SUCCESS;
    }

    /** Whether a header lies within the buffer, with its extension. */
    private static boolean isWhole(Abi abi, ByteBuffer headers, int offset, int length) {
        int left = length - offset;
        int plain = KSSTREAM_HEADER.LAYOUT.size(abi);
        if (left < plain) {
            return false;
        }
        int size = KSSTREAM_HEADER.Size.read(abi, headers, offset);
        return size >= plain && size <= left;
    }

    /** Walks the headers, which a driver may have changed since they were checked. */
    private static NtStatus allocate(Irp irp) {
        Abi abi = irp.requestor().abi();
        ByteBuffer headers = irp.systemBuffer().bytes();
        int length = irp.outputLength();
        if (headers.capacity() < length) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        Mdl last = null;
        int offset = 0;
        while (offset < length) {
            if (!isWhole(abi, headers, offset, length)) {
                return NtStatus.INVALID_BUFFER_SIZE;
            }
            int bytes = KSSTREAM_HEADER.FrameExtent.read(abi, headers, offset);
            if (bytes != 0) {
                Mdl mdl = irp.stream().allocateMdl().describe(KSSTREAM_HEADER.Data.read(abi, headers, offset), bytes);
                if (last == null) {
                    irp.mdlAddress(mdl);
                } else {
                    last.next(mdl);
                }
                last = mdl;
            }
            offset += KSSTREAM_HEADER.Size.read(abi, headers, offset);
        }
        return NtStatus.SUCCESS;
    }

    private static NtStatus lock(Irp irp, int flags) {
        LOCK_OPERATION access = (flags & KSPROBE.MODIFY) != 0
                ? LOCK_OPERATION.IoModifyAccess
                : isWrite(flags) ? LOCK_OPERATION.IoReadAccess : LOCK_OPERATION.IoWriteAccess;
        // What a user says of his memory is no reason to trust it.
        boolean nonPaged = (flags & KSSTREAM.NONPAGED_DATA) != 0 && !irp.userMode();
        for (Mdl mdl = irp.mdlAddress(); mdl != null; mdl = mdl.next()) {
            if (!mdl.isResident()) {
                NtStatus status = nonPaged
                        ? mdl.buildForNonPagedPool(irp.requestor(), access)
                        : mdl.lock(irp.requestor(), access);
                if (!status.isSuccess()) {
                    return status;
                }
            }
            if ((flags & KSPROBE.SYSTEMADDRESS) != 0) {
                mdl.map();
            }
        }
        return NtStatus.SUCCESS;
    }
}

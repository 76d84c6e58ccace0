package io.github.ks4j.kernel;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.nio.ByteBuffer;

/**
 * Captures and checks the headers of {@code IOCTL_KS_READ_STREAM} and {@code IOCTL_KS_WRITE_STREAM}, and locks their
 * frames: {@code KsProbeStreamIrp}. The headers are the data of the request.
 *
 * <p>After success the headers are in {@link Irp#systemBuffer}, as they were when they were captured: for a user-mode
 * caller a copy, which for a read travels back with Information bytes; for a kernel caller its own memory. There is an
 * {@link Mdl} for each frame that has bytes, in the order of the headers, in {@link Irp#mdlAddress}, if they were asked
 * for. After a failure there is nothing of it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksprobestreamirp">KsProbeStreamIrp
 *     function</a>
 */
public final class KsProbeStreamIrp {
    private static final Abi ABI = Abi.X64;
    private static final int KSSTREAM_HEADER_SIZE = KSSTREAM_HEADER.LAYOUT.size(ABI);

    /** No client has that many headers in one request. */
    private static final int LARGEST_LENGTH = 1 << 20;

    private KsProbeStreamIrp() {}

    /**
     * Captures, checks and locks. A request that has been captured before is not checked again, and only gets the MDLs
     * that it has not.
     *
     * @param irp the request
     * @param probeFlags {@code KSPROBE_} flags. Frames of a write are probed for reading, those of a read for writing,
     *     with {@code KSPROBE_MODIFY} for both
     * @param headerSize the size that each header must have; 0 for any that is at least a {@code KSSTREAM_HEADER} of 56
     *     bytes and a multiple of 8
     * @return {@link NtStatus#INVALID_BUFFER_SIZE} if there are no headers, their sizes do not add up, a write has more
     *     data than its frame, or a read has any; {@link NtStatus#INVALID_PARAMETER} for flags in a read, or a change of
     *     format that is not allowed; {@link NtStatus#ACCESS_VIOLATION} for a bad pointer;
     *     {@link NtStatus#INSUFFICIENT_RESOURCES} if there is no memory, or for more than 1 MiB of headers
     */
    public static NtStatus probe(Irp irp, int probeFlags, int headerSize) {
        if (irp.systemBuffer() == null) {
            NtStatus status = checkLength(irp.outputLength(), headerSize);
            if (status.isSuccess()) {
                status = capture(irp, isWrite(probeFlags));
            }
            if (status.isSuccess()) {
                status = checkHeaders(irp, probeFlags, headerSize);
            }
            if (!status.isSuccess()) {
                irp.releaseSystemBuffer();
                return status;
            }
        }
        if ((probeFlags & KSPROBE.ALLOCATEMDL) == 0) {
            return NtStatus.SUCCESS;
        }
        if (irp.mdlAddress() == null) {
            allocateMdls(irp, probeFlags);
        }
        return (probeFlags & KSPROBE.PROBEANDLOCK) == 0 ? NtStatus.SUCCESS : lock(irp);
    }

    private static boolean isWrite(int probeFlags) {
        return (probeFlags & KSPROBE.STREAMWRITE) != 0;
    }

    private static NtStatus checkLength(int length, int headerSize) {
        if (length == 0 || headerSize != 0 && Integer.remainderUnsigned(length, headerSize) != 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        return Integer.compareUnsigned(length, LARGEST_LENGTH) > 0 ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
    }

    private static NtStatus capture(Irp irp, boolean write) {
        int length = irp.outputLength();
        if (!irp.userMode()) {
            ByteBuffer headers = irp.requestor().lock(irp.userBuffer(), length, true);
            if (headers == null) {
                return NtStatus.ACCESS_VIOLATION;
            }
            irp.systemBuffer(new KsBuffer(headers, irp.userBuffer(), () -> {}));
            return NtStatus.SUCCESS;
        }
        NtStatus status = irp.requestor().probe(irp.userBuffer(), length, !write);
        if (!status.isSuccess()) {
            return status;
        }
        status = Capture.allocate(irp, length, !write);
        return status.isSuccess()
                ? irp.requestor().read(irp.userBuffer(), irp.systemBuffer().bytes(), 0, length)
                : status;
    }

    private static NtStatus checkHeaders(Irp irp, int probeFlags, int headerSize) {
        ByteBuffer headers = irp.systemBuffer().bytes();
        int length = irp.outputLength();
        int offset = 0;
        while (offset < length) {
            int left = length - offset;
            int size = left < KSSTREAM_HEADER_SIZE ? 0 : KSSTREAM_HEADER.Size.read(ABI, headers, offset);
            boolean fits = headerSize != 0 ? size == headerSize : size >= KSSTREAM_HEADER_SIZE && size % 8 == 0;
            if (!fits || size < KSSTREAM_HEADER_SIZE || size > left) {
                return NtStatus.INVALID_BUFFER_SIZE;
            }
            NtStatus status =
                    isWrite(probeFlags) ? checkWrite(headers, offset, length, probeFlags) : checkRead(headers, offset);
            if (!status.isSuccess()) {
                return status;
            }
            offset += size;
        }
        return NtStatus.SUCCESS;
    }

    private static NtStatus checkRead(ByteBuffer headers, int offset) {
        if (KSSTREAM_HEADER.DataUsed.read(ABI, headers, offset) != 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        return KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, offset) != 0
                ? NtStatus.INVALID_PARAMETER
                : NtStatus.SUCCESS;
    }

    private static NtStatus checkWrite(ByteBuffer headers, int offset, int length, int probeFlags) {
        int used = KSSTREAM_HEADER.DataUsed.read(ABI, headers, offset);
        if (Integer.compareUnsigned(used, KSSTREAM_HEADER.FrameExtent.read(ABI, headers, offset)) > 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int options = KSSTREAM_HEADER.OptionsFlags.read(ABI, headers, offset);
        if ((options & KSSTREAM_HEADER_OPTIONSF.TYPECHANGED) == 0) {
            return NtStatus.SUCCESS;
        }
        if ((probeFlags & KSPROBE.ALLOWFORMATCHANGE) == 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        // The frame is a format then, and stands alone.
        return length == KSSTREAM_HEADER_SIZE ? NtStatus.SUCCESS : NtStatus.INVALID_BUFFER_SIZE;
    }

    private static void allocateMdls(Irp irp, int probeFlags) {
        ByteBuffer headers = irp.systemBuffer().bytes();
        boolean write = isWrite(probeFlags);
        boolean modify = (probeFlags & KSPROBE.MODIFY) != 0;
        Mdl.Access access = modify ? Mdl.Access.MODIFY : write ? Mdl.Access.READ : Mdl.Access.WRITE;
        Mdl last = null;
        int offset = 0;
        while (offset < irp.outputLength()) {
            int bytes = write && !modify
                    ? KSSTREAM_HEADER.DataUsed.read(ABI, headers, offset)
                    : KSSTREAM_HEADER.FrameExtent.read(ABI, headers, offset);
            if (bytes != 0) {
                Mdl mdl = new Mdl(KSSTREAM_HEADER.Data.read(ABI, headers, offset), bytes, access);
                if (last == null) {
                    irp.mdlAddress(mdl);
                } else {
                    last.next(mdl);
                }
                last = mdl;
            }
            offset += KSSTREAM_HEADER.Size.read(ABI, headers, offset);
        }
    }

    private static NtStatus lock(Irp irp) {
        for (Mdl mdl = irp.mdlAddress(); mdl != null; mdl = mdl.next()) {
            if (!mdl.probeAndLock(irp.requestor())) {
                irp.mdlAddress(null);
                irp.releaseSystemBuffer();
                return NtStatus.ACCESS_VIOLATION;
            }
        }
        return NtStatus.SUCCESS;
    }
}

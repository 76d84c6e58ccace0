package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Handles {@code IOCTL_KS_HANDSHAKE}, by which drivers agree on a protocol between their pins. It is refused to user-mode
 * callers. The status is returned, never stored, and the IRP is not completed.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ni-ks-ioctl_ks_handshake">IOCTL_KS_HANDSHAKE
 *     control code</a>
 */
public final class KsHandshake {
    /** Agrees on a protocol: {@code PFNKSPINHANDSHAKE}. */
    @FunctionalInterface
    public interface Protocol {
        /**
         * Answers a handshake.
         *
         * @param in the {@code KSHANDSHAKE} of the caller
         * @param out the one that goes back, zeroed
         * @return the status of the request
         */
        NtStatus shake(ByteBuffer in, ByteBuffer out);
    }

    private KsHandshake() {}

    /**
     * Handles a handshake.
     *
     * @param irp the request
     * @param protocol answers it
     * @return {@link NtStatus#INVALID_DEVICE_REQUEST} for a user-mode caller; {@link NtStatus#INVALID_BUFFER_SIZE} if
     *     either length is not that of a {@code KSHANDSHAKE}; else the status of the protocol
     */
    public static NtStatus handle(Irp irp, Protocol protocol) {
        irp.information(0);
        if (irp.userMode()) {
            return NtStatus.INVALID_DEVICE_REQUEST;
        }
        // A protocol GUID and two pointers.
        int size = 16 + 2 * irp.requestor().abi().pointerSize();
        if (irp.inputLength() != size || irp.outputLength() != size) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        ByteBuffer in = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        NtStatus status = irp.requestor().read(irp.type3InputBuffer(), in, 0, size);
        if (status.isSuccess()) {
            status = protocol.shake(in, out);
        }
        if (status.isSuccess()) {
            status = irp.requestor().write(irp.userBuffer(), out, 0, size);
        }
        irp.information(status.isSuccess() ? size : 0);
        return status;
    }
}

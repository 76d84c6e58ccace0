package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The security descriptor of an object: {@code KsDispatchQuerySecurity} and {@code KsDispatchSetSecurity}. Descriptors
 * are self-relative, and not looked into: the data of a query, the request structure of a change.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchquerysecurity">KsDispatchQuerySecurity
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchsetsecurity">KsDispatchSetSecurity
 *     function</a>
 */
public final class KsDispatchSecurity {
    /** The size of a {@code SECURITY_DESCRIPTOR_RELATIVE}. */
    private static final int SMALLEST = 20;

    /** The largest ACLs, two of them, with their owners. */
    private static final int LARGEST = 1 << 18;

    private KsDispatchSecurity() {}

    /**
     * Completes a query of the descriptor.
     *
     * @param irp the request
     * @return its status; {@link NtStatus#NO_SECURITY_ON_OBJECT} if the object has none
     */
    public static NtStatus query(Irp irp) {
        irp.information(0);
        byte[] descriptor = irp.fileObject().securityDescriptor;
        NtStatus status =
                descriptor == null ? NtStatus.NO_SECURITY_ON_OBJECT : Capture.checkRoom(irp, descriptor.length);
        if (status.isSuccess()) {
            status = irp.requestor().write(irp.userBuffer(), ByteBuffer.wrap(descriptor), 0, descriptor.length);
            irp.information(status.isSuccess() ? descriptor.length : 0);
        }
        irp.complete(status);
        return status;
    }

    /**
     * Completes a change of the descriptor.
     *
     * @param irp the request
     * @return its status; {@link NtStatus#INVALID_PARAMETER} for what cannot be a descriptor
     */
    public static NtStatus set(Irp irp) {
        irp.information(0);
        int length = irp.inputLength();
        NtStatus status = NtStatus.INVALID_PARAMETER;
        if (length >= SMALLEST && length <= LARGEST) {
            byte[] descriptor = new byte[length];
            ByteBuffer target = ByteBuffer.wrap(descriptor).order(ByteOrder.LITTLE_ENDIAN);
            status = irp.requestor().read(irp.type3InputBuffer(), target, 0, length);
            if (status.isSuccess()) {
                irp.fileObject().securityDescriptor = descriptor;
            }
        }
        irp.complete(status);
        return status;
    }
}

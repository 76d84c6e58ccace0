package io.github.ks4j.kernel;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSRESET;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the request of {@code IOCTL_KS_RESET_STATE}: {@code KsAcquireResetValue}. While an object is in reset, its
 * streams answer {@link NtStatus#DEVICE_NOT_READY}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksacquireresetvalue">KsAcquireResetValue
 *     function</a>
 */
public final class KsAcquireResetValue {
    private static final int SIZE = 4;

    private KsAcquireResetValue() {}

    /**
     * Reads the request.
     *
     * @param irp the request
     * @return what it asks for
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if the request is shorter than a {@code KSRESET} or
     *     names neither value, or with the status of the fault if it cannot be read
     */
    public static KSRESET of(Irp irp) {
        if (Integer.compareUnsigned(irp.inputLength(), SIZE) < 0) {
            throw failure(NtStatus.INVALID_PARAMETER);
        }
        ByteBuffer value = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        NtStatus status = irp.requestor().read(irp.type3InputBuffer(), value, 0, SIZE);
        if (!status.isSuccess()) {
            throw failure(status);
        }
        for (KSRESET reset : KSRESET.values()) {
            if (reset.value() == value.getInt(0)) {
                return reset;
            }
        }
        throw failure(NtStatus.INVALID_PARAMETER);
    }

    private static KsException failure(NtStatus status) {
        return KsException.of("read the value of IOCTL_KS_RESET_STATE", status);
    }
}

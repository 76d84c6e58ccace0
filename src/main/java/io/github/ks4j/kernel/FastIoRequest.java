package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * A device control request that is made by a call, without an IRP: the arguments of {@code FastIoDeviceControl}. Whoever
 * takes it has done with it when the call returns; whoever does not take it returns {@link #NOT_HANDLED}, and an IRP
 * follows.
 *
 * @param fileObject the object that the request is sent to
 * @param requestor the process whose memory the pointers point into
 * @param userMode whether the pointers are a user-mode caller's
 * @param controlCode the control code
 * @param input the address of the request structure
 * @param inputLength its length, unsigned
 * @param output the address of the data, which nobody has probed or aligned
 * @param outputLength its length, unsigned
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchfastiodevicecontrolfailure">KsDispatchFastIoDeviceControlFailure
 *     function</a>
 */
public record FastIoRequest(
        FileObject fileObject,
        RequestorProcess requestor,
        boolean userMode,
        int controlCode,
        long input,
        int inputLength,
        long output,
        int outputLength) {
    /** FALSE: an IRP has to be made. No outcome is packed like this. */
    public static final long NOT_HANDLED = -1;

    /**
     * Copies data from the caller.
     *
     * @param target where the bytes go, at index 0
     * @param length how many; at most {@link #outputLength}
     * @return {@link NtStatus#BUFFER_TOO_SMALL} if the caller has not given as many, or the status of the fault
     */
    public NtStatus readData(ByteBuffer target, int length) {
        return Integer.compareUnsigned(length, outputLength) > 0
                ? NtStatus.BUFFER_TOO_SMALL
                : requestor.read(output, target, 0, length);
    }

    /**
     * Copies data to the caller.
     *
     * @param source where the bytes are, from index 0
     * @param length how many; at most {@link #outputLength}
     * @return {@link NtStatus#BUFFER_TOO_SMALL} if the caller has no room for as many, or the status of the fault
     */
    public NtStatus writeData(ByteBuffer source, int length) {
        return Integer.compareUnsigned(length, outputLength) > 0
                ? NtStatus.BUFFER_TOO_SMALL
                : requestor.write(output, source, 0, length);
    }
}

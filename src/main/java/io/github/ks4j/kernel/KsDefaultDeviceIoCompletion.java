package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;

/**
 * The answer to control codes that an object does not handle: {@code KsDefaultDeviceIoCompletion}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdefaultdeviceiocompletion">KsDefaultDeviceIoCompletion
 *     function</a>
 */
public final class KsDefaultDeviceIoCompletion {
    private KsDefaultDeviceIoCompletion() {}

    /**
     * Completes a request that nobody handled.
     *
     * @param irp the request
     * @return the status it was completed with
     */
    public static NtStatus complete(Irp irp) {
        NtStatus status = statusOf(irp.controlCode());
        irp.information(0);
        irp.complete(status);
        return status;
    }

    /**
     * The status of a request that nobody handled.
     *
     * @param controlCode the control code
     * @return {@link NtStatus#PROPSET_NOT_FOUND} for properties, methods and events, {@link NtStatus#SUCCESS} for
     *     {@code IOCTL_KS_RESET_STATE}, else {@link NtStatus#INVALID_DEVICE_REQUEST}
     */
    public static NtStatus statusOf(int controlCode) {
        return switch (controlCode) {
            case IOCTL_KS.PROPERTY, IOCTL_KS.METHOD, IOCTL_KS.ENABLE_EVENT, IOCTL_KS.DISABLE_EVENT ->
                NtStatus.PROPSET_NOT_FOUND;
            case IOCTL_KS.RESET_STATE -> NtStatus.SUCCESS;
            default -> NtStatus.INVALID_DEVICE_REQUEST;
        };
    }
}

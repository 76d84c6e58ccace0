package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * The entry of a dispatch table for requests that an object does not take: {@code KsDispatchInvalidDeviceRequest}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchinvaliddevicerequest">KsDispatchInvalidDeviceRequest
 *     function</a>
 */
public final class KsDispatchInvalidDeviceRequest {
    private KsDispatchInvalidDeviceRequest() {}

    /**
     * Completes a request that is not taken.
     *
     * @param irp the request
     * @return {@link NtStatus#INVALID_DEVICE_REQUEST}
     */
    public static NtStatus complete(Irp irp) {
        irp.information(0);
        irp.complete(NtStatus.INVALID_DEVICE_REQUEST);
        return NtStatus.INVALID_DEVICE_REQUEST;
    }
}

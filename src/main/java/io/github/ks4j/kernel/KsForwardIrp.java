package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * Passes a request on to another object: {@code KsForwardIrp}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksforwardirp">KsForwardIrp function</a>
 */
public final class KsForwardIrp {
    private KsForwardIrp() {}

    /**
     * Passes a request on.
     *
     * @param irp the request, which is the other object's driver's to complete from then on
     * @param target the object
     * @param reuseStackLocation whether the request goes on in the present stack location instead of the next
     * @return what the driver returns; {@link NtStatus#INVALID_DEVICE_REQUEST} if there is no stack location left: the
     *     request is completed with it
     */
    public static NtStatus forward(Irp irp, FileObject target, boolean reuseStackLocation) {
        return irp.sendTo(target, reuseStackLocation)
                ? target.driver().call(irp)
                : KsDispatchInvalidDeviceRequest.complete(irp);
    }
}

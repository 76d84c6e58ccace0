package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * Hands a request to the routine that its object has for it: {@code KsDispatchIrp}.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchirp">KsDispatchIrp
 *     function</a>
 */
public final class KsDispatchIrp {
    private KsDispatchIrp() {}

    /**
     * Calls the routine in the dispatch table of the request's file object.
     *
     * @param irp the request; the routine completes it
     * @return what the routine returns; {@link NtStatus#INVALID_DEVICE_REQUEST} for a kind of request that dispatch
     *     tables have no routine for
     */
    public static NtStatus handle(Irp irp) {
        KsDispatchTable table = irp.fileObject().dispatchTable();
        return switch (irp.majorFunction()) {
            case DEVICE_CONTROL -> table.deviceIoControl(irp);
            case READ -> table.read(irp);
            case WRITE -> table.write(irp);
            case FLUSH_BUFFERS -> table.flush(irp);
            case CLOSE -> table.close(irp);
            case QUERY_SECURITY -> table.querySecurity(irp);
            case SET_SECURITY -> table.setSecurity(irp);
            default -> KsDispatchInvalidDeviceRequest.complete(irp);
        };
    }
}

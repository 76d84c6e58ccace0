package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * Runs another handler for a request that a table has dispatched: {@code KsDispatchSpecificProperty} and
 * {@code KsDispatchSpecificMethod}. For a handler that passes a request on, within itself or to another thread.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchspecificproperty">KsDispatchSpecificProperty
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdispatchspecificmethod">KsDispatchSpecificMethod
 *     function</a>
 */
public final class KsDispatchSpecific {
    private KsDispatchSpecific() {}

    /**
     * Runs a handler with the parameters that {@link KsPropertyHandler} has captured.
     *
     * @param irp the request
     * @param handler handles it
     * @return what the handler returns; {@link NtStatus#INVALID_PARAMETER} if nothing has been captured
     */
    public static NtStatus property(Irp irp, KsHandler handler) {
        return irp.systemBuffer() == null
                ? NtStatus.INVALID_PARAMETER
                : Capture.call(handler, irp, irp.requestView(), irp.dataView());
    }

    /**
     * Runs a handler with the parameters that {@link KsMethodHandler} has captured. The way of the data is in
     * {@link Irp#driverContext} 2, which has to be as it was left.
     *
     * @param irp the request
     * @param handler handles it
     * @return what the handler returns; {@link NtStatus#INVALID_PARAMETER} if nothing has been captured
     */
    public static NtStatus method(Irp irp, KsHandler handler) {
        if (irp.systemBuffer() == null || !(irp.driverContext(2) instanceof Integer flags)) {
            return NtStatus.INVALID_PARAMETER;
        }
        return Capture.call(
                handler, irp, irp.requestView(), MethodItem.usesCallersMemory(flags) ? irp.mdlData() : irp.dataView());
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;

/**
 * The routines that handle the requests to an object: {@code KSDISPATCH_TABLE}. Each routine completes its IRP and
 * returns the status, or returns {@link NtStatus#PENDING} and the IRP is completed later. What an object does not take
 * is refused.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksdispatch_table">KSDISPATCH_TABLE
 *     structure</a>
 */
public interface KsDispatchTable {
    /**
     * Handles {@code IRP_MJ_DEVICE_CONTROL}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus deviceIoControl(Irp irp) {
        return KsDispatchInvalidDeviceRequest.complete(irp);
    }

    /**
     * Handles {@code IRP_MJ_READ}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus read(Irp irp) {
        return KsDispatchInvalidDeviceRequest.complete(irp);
    }

    /**
     * Handles {@code IRP_MJ_WRITE}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus write(Irp irp) {
        return KsDispatchInvalidDeviceRequest.complete(irp);
    }

    /**
     * Handles {@code IRP_MJ_FLUSH_BUFFERS}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus flush(Irp irp) {
        return KsDispatchInvalidDeviceRequest.complete(irp);
    }

    /**
     * Handles {@code IRP_MJ_CLOSE}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus close(Irp irp) {
        return KsDispatchInvalidDeviceRequest.complete(irp);
    }

    /**
     * Handles {@code IRP_MJ_QUERY_SECURITY}; by default {@link KsDispatchSecurity#query}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus querySecurity(Irp irp) {
        return KsDispatchSecurity.query(irp);
    }

    /**
     * Handles {@code IRP_MJ_SET_SECURITY}; by default {@link KsDispatchSecurity#set}.
     *
     * @param irp the request
     * @return its status
     */
    default NtStatus setSecurity(Irp irp) {
        return KsDispatchSecurity.set(irp);
    }

    /**
     * Handles a device control request without an IRP; by default {@code KsDispatchFastIoDeviceControlFailure}: it does
     * not.
     *
     * @param io the call
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}
     */
    default long fastDeviceIoControl(FastIoRequest io) {
        return FastIoRequest.NOT_HANDLED;
    }

    /**
     * Handles a read request without an IRP; by default {@code KsDispatchFastReadFailure}: it does not.
     *
     * @param io the call, without a request structure
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}
     */
    default long fastRead(FastIoRequest io) {
        return FastIoRequest.NOT_HANDLED;
    }

    /**
     * Handles a write request without an IRP; by default {@code KsDispatchFastWriteFailure}: it does not.
     *
     * @param io the call, without a request structure
     * @return status and Information, packed, or {@link FastIoRequest#NOT_HANDLED}
     */
    default long fastWrite(FastIoRequest io) {
        return FastIoRequest.NOT_HANDLED;
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.KSEVENTDATA;

/**
 * Handles {@code IOCTL_KS_DISABLE_EVENT}: {@code KsDisableEvent}. The request is the client's {@code KSEVENTDATA}, known
 * by its address; it is not read. An empty request disables all events of the file object.
 *
 * <p>Information is 0. The status is returned, never stored, and the IRP is not completed.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksdisableevent">KsDisableEvent
 *     function</a>
 */
public final class KsDisableEvent {
    private KsDisableEvent() {}

    /**
     * Disables the event that a request names.
     *
     * @param irp the request
     * @param list where the event may be
     * @return {@link NtStatus#UNSUCCESSFUL} if it is not there, so that another list can be tried;
     *     {@link NtStatus#INVALID_BUFFER_SIZE} for a request shorter than {@code KSEVENTDATA};
     *     {@link NtStatus#INVALID_PARAMETER} without a list or a file object
     */
    public static NtStatus handle(Irp irp, EventList list) {
        irp.information(0);
        FileObject file = irp.fileObject();
        if (list == null || file == null) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (irp.inputLength() == 0) {
            list.free(file);
            return NtStatus.SUCCESS;
        }
        if (Integer.compareUnsigned(
                        irp.inputLength(),
                        KSEVENTDATA.LAYOUT.size(irp.requestor().abi()))
                < 0) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        long eventData = irp.type3InputBuffer();
        EventEntry entry = list.removeFirst(one -> one.belongsTo(file) && one.eventData() == eventData);
        if (entry == null) {
            return NtStatus.UNSUCCESSFUL;
        }
        entry.discard();
        return NtStatus.SUCCESS;
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;

/**
 * Answers a query for a list of elements of one size: {@code KsHandleSizedListQuery}.
 *
 * <p>Room for nothing asks for the size ({@link NtStatus#BUFFER_OVERFLOW}), room for a {@code ULONG} gets the size, room
 * for a {@code KSMULTIPLE_ITEM} size and count, room for everything the list; any other room is
 * {@link NtStatus#BUFFER_TOO_SMALL}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kshandlesizedlistquery">KsHandleSizedListQuery
 *     function</a>
 */
public final class KsHandleSizedListQuery {
    private static final int HEAD = 8;

    /** Writes one element of the list. */
    @FunctionalInterface
    public interface Element {
        /**
         * Writes an element.
         *
         * @param data the data area
         * @param offset where the element starts
         * @param index which element
         */
        void write(ByteBuffer data, int offset, int index);
    }

    private KsHandleSizedListQuery() {}

    /**
     * Answers with elements of one size.
     *
     * @param irp the request; its Information is set
     * @param data the data area; null if there is none
     * @param count the number of elements
     * @param itemSize the size of an element
     * @param element writes one
     * @return the status of the request
     */
    public static NtStatus handle(Irp irp, ByteBuffer data, int count, int itemSize, Element element) {
        NtStatus status = head(irp, data, HEAD + count * itemSize, count);
        if (status.isSuccess() && irp.information() > HEAD) {
            for (int i = 0; i < count; i++) {
                element.write(data, HEAD + i * itemSize, i);
            }
        }
        return status;
    }

    /**
     * Answers with a list that is ready, its head included: for elements of different sizes.
     *
     * @param irp the request; its Information is set
     * @param data the data area; null if there is none
     * @param list the whole list; its first four bytes are overwritten with its size
     * @param count the number of elements
     * @return the status of the request
     */
    public static NtStatus handle(Irp irp, ByteBuffer data, byte[] list, int count) {
        NtStatus status = head(irp, data, list.length, count);
        if (status.isSuccess() && irp.information() > HEAD) {
            data.put(HEAD, list, HEAD, list.length - HEAD);
        }
        return status;
    }

    private static NtStatus head(Irp irp, ByteBuffer data, int total, int count) {
        int room = irp.outputLength();
        if (room == 0) {
            irp.information(total);
            return NtStatus.BUFFER_OVERFLOW;
        }
        if (room == 4) {
            data.putInt(0, total);
            irp.information(4);
            return NtStatus.SUCCESS;
        }
        if (room != HEAD && Integer.compareUnsigned(room, total) < 0 || Integer.compareUnsigned(room, HEAD) < 0) {
            irp.information(0);
            return NtStatus.BUFFER_TOO_SMALL;
        }
        data.putInt(0, total).putInt(4, count);
        irp.information(room == HEAD ? HEAD : total);
        return NtStatus.SUCCESS;
    }
}

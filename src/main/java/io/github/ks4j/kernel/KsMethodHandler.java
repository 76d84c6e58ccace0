package io.github.ks4j.kernel;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Capture.Access;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;

/**
 * Handles method requests by tables: {@code KsMethodHandler} and {@code KsMethodHandlerWithAllocator}.
 *
 * <p>The data goes the way that the item says: NONE gives the handler a zeroed area and copies nothing, READ copies the
 * caller's data in, WRITE copies Information bytes out, MODIFY does both. With SOURCE the handler works on the caller's
 * own memory, which is locked in an MDL until the request is complete, and nothing is copied.
 *
 * <p>With an allocator, {@code IRP_BUFFERED_IO} and {@code IRP_DEALLOCATE_BUFFER} stay clear: copying back and freeing
 * are the filter's work ({@link FilterAllocator}). The status is returned, never stored, and the IRP is not completed;
 * Information is 0 on internal failure.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksmethodhandler">KsMethodHandler
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-ksmethodhandlerwithallocator">KsMethodHandlerWithAllocator
 *     function</a>
 */
public final class KsMethodHandler {
    // The sizes of a KSMETHOD_ITEM: the least item sizes that are stored.
    private static final int KSMETHOD_ITEM = 40;
    private static final int KSMETHOD_ITEM32 = 24;

    private KsMethodHandler() {}

    /**
     * {@code KsMethodHandler}: parameters lie in the pool.
     *
     * @param irp the request
     * @param table the sets of the object
     * @return the status of the request
     */
    public static NtStatus handle(Irp irp, SetTable<MethodSet> table) {
        return handle(irp, table, null, 0);
    }

    /**
     * {@code KsMethodHandlerWithAllocator}: parameters lie in memory of the filter's.
     *
     * @param irp the request
     * @param table the sets of the object
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended, so that the item is kept in
     *     {@link Irp#driverContext} 3; 0 if they are not
     * @return the status of the request; {@link NtStatus#INVALID_PARAMETER} if the item size is less than
     *     the plain item's or, on a 64-bit Windows, not a multiple of 8
     */
    public static NtStatus handle(Irp irp, SetTable<MethodSet> table, KsAllocator allocator, int itemSize) {
        return handle(irp, table, allocator, itemSize, KsPolicies.RECOMMENDED);
    }

    /**
     * {@code KsMethodHandlerWithAllocator} with other choices than the recommended ones.
     *
     * @param irp the request
     * @param table the sets of the object
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended; 0 if they are not
     * @param policies what to answer where the documentation is silent
     * @return the status of the request
     */
    public static NtStatus handle(
            Irp irp, SetTable<MethodSet> table, KsAllocator allocator, int itemSize, KsPolicies policies) {
        irp.information(0);
        if (!Capture.isItemSize(irp, itemSize, KSMETHOD_ITEM, KSMETHOD_ITEM32)) {
            return NtStatus.INVALID_PARAMETER;
        }
        NtStatus status = Capture.checkLengths(irp);
        if (!status.isSuccess()) {
            return status;
        }
        ByteBuffer head;
        if (irp.systemBuffer() != null) {
            head = irp.requestView();
        } else {
            head = irp.identifier();
            status = irp.requestor().read(irp.type3InputBuffer(), head, 0, Capture.IDENTIFIER);
            if (!status.isSuccess()) {
                return status;
            }
        }
        int flags = head.getInt(Capture.FLAGS);
        if ((flags & KSMETHOD_TYPE.TOPOLOGY) != 0 && irp.inputLength() < Capture.NODE_REQUEST) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        int operation = flags & ~KSMETHOD_TYPE.TOPOLOGY;
        if (policies.unknownOperation == KsPolicy.UnknownOperation.BIT_TESTS) {
            operation = Capture.firstOf(operation, KSMETHOD_TYPE.SEND);
        }
        return dispatch(irp, table, head, operation, allocator, itemSize, policies);
    }

    private static NtStatus dispatch(
            Irp irp,
            SetTable<MethodSet> table,
            ByteBuffer head,
            int operation,
            KsAllocator allocator,
            int itemSize,
            KsPolicies policies) {
        if (operation == KSMETHOD_TYPE.SETSUPPORT && Guid.NULL.isAt(head, 0)) {
            NtStatus status = capture(irp, null, false, true);
            return status.isSuccess() ? Capture.listSets(irp, table) : status;
        }
        int index = table.find(head, 0);
        if (index < 0) {
            return NtStatus.PROPSET_NOT_FOUND;
        }
        if (operation == KSMETHOD_TYPE.SETSUPPORT) {
            return NtStatus.SUCCESS;
        }
        int id = head.getInt(Capture.ID);
        MethodItem item = null;
        for (; index >= 0 && item == null; index = table.next(index)) {
            item = table.sets().get(index).find(id);
            if (item != null) {
                irp.driverContext(0, table.sets().get(index));
                irp.driverContext(2, item.flags());
            }
        }
        if (item == null) {
            return NtStatus.NOT_FOUND;
        }
        if (itemSize != 0) {
            irp.driverContext(3, item);
        }
        return switch (operation) {
            case KSMETHOD_TYPE.BASICSUPPORT -> support(irp, item);
            case KSMETHOD_TYPE.SEND -> send(irp, item, allocator, policies);
            default -> policies.unknownOperation.status;
        };
    }

    private static NtStatus support(Irp irp, MethodItem item) {
        NtStatus status = capture(irp, null, false, true);
        if (status.isSuccess() && item.support() != null) {
            status = Capture.call(item.support(), irp, irp.requestView(), irp.dataView());
            if (!status.equals(NtStatus.SOME_NOT_MAPPED)) {
                return status;
            }
            irp.information(0);
        }
        return status.isSuccess() ? Capture.answer(irp, item.flags()) : status;
    }

    private static NtStatus send(Irp irp, MethodItem item, KsAllocator allocator, KsPolicies policies) {
        if (irp.inputLength() < item.minMethod()) {
            return policies.shortRequest;
        }
        NtStatus status = Capture.checkMinData(irp, item.minData(), policies);
        if (!status.isSuccess()) {
            return status;
        }
        if (item.handler() == null) {
            return policies.missingHandler;
        }
        if (item.usesCallersMemory()) {
            status = capture(irp, allocator, false, false);
            if (status.isSuccess() && irp.outputLength() != 0 && irp.mdlAddress() == null) {
                status = irp.lockUserBuffer(item.access());
            }
            return status.isSuccess() ? Capture.call(item.handler(), irp, irp.requestView(), irp.mdlData()) : status;
        }
        status = capture(irp, allocator, item.reads(), item.writes());
        return status.isSuccess() ? Capture.call(item.handler(), irp, irp.requestView(), allocator, policies) : status;
    }

    private static NtStatus capture(Irp irp, KsAllocator allocator, boolean copiesIn, boolean copiesOut) {
        if (irp.systemBuffer() != null) {
            return NtStatus.SUCCESS;
        }
        Access access = copiesOut ? Access.WRITE : copiesIn ? Access.READ : Access.NONE;
        NtStatus status = Capture.captureRequest(irp, allocator, copiesOut, access);
        return status.isSuccess() && copiesIn ? Capture.captureData(irp) : status;
    }
}

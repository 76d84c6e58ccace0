package io.github.ks4j.kernel;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Capture.Access;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import java.nio.ByteBuffer;

/**
 * Handles property requests by tables: {@code KsPropertyHandler} and {@code KsPropertyHandlerWithAllocator}.
 *
 * <p>The request is checked in this order: item size, length of the head, pointers, memory, length of a node request,
 * set, item, {@code MinProperty}, {@code MinData}, handler. The status is returned, never stored, and the IRP is not
 * completed. Information is 0 on every failure but a size query's {@link NtStatus#BUFFER_OVERFLOW}.
 *
 * <p>Where Microsoft's pages are silent, {@link KsPolicies} has the choice. SERIALIZESET and UNSERIALIZESET send a
 * request for each value to the same table: the first that fails ends the operation, one that pends is cancelled, and a
 * malformed stream is {@link NtStatus#INVALID_PARAMETER} before any value is set.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kspropertyhandler">KsPropertyHandler
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kspropertyhandlerwithallocator">KsPropertyHandlerWithAllocator
 *     function</a>
 */
public final class KsPropertyHandler {
    // The sizes of a KSPROPERTY_ITEM: the least item sizes that are stored.
    private static final int KSPROPERTY_ITEM = 72;
    private static final int KSPROPERTY_ITEM32 = 40;

    private KsPropertyHandler() {}

    /**
     * {@code KsPropertyHandler}: parameters lie in the pool.
     *
     * @param irp the request
     * @param table the sets of the object
     * @return the status of the request
     */
    public static NtStatus handle(Irp irp, SetTable<PropertySet> table) {
        return handle(irp, table, null, 0);
    }

    /**
     * {@code KsPropertyHandlerWithAllocator}: parameters of GET and SET lie in memory of the filter's.
     *
     * @param irp the request
     * @param table the sets of the object
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended, so that the item is kept in
     *     {@link Irp#driverContext} 3; 0 if they are not
     * @return the status of the request; {@link NtStatus#INVALID_PARAMETER} if the item size is less than
     *     the plain item's or, on a 64-bit Windows, not a multiple of 8
     */
    public static NtStatus handle(Irp irp, SetTable<PropertySet> table, KsAllocator allocator, int itemSize) {
        return handle(irp, table, allocator, itemSize, KsPolicies.RECOMMENDED);
    }

    /**
     * {@code KsPropertyHandlerWithAllocator} with other choices than the recommended ones.
     *
     * @param irp the request
     * @param table the sets of the object
     * @param allocator provides the memory; null for the pool
     * @param itemSize the size of the table's items if they are extended; 0 if they are not
     * @param policies what to answer where the documentation is silent
     * @return the status of the request
     */
    public static NtStatus handle(
            Irp irp, SetTable<PropertySet> table, KsAllocator allocator, int itemSize, KsPolicies policies) {
        irp.information(0);
        if (!Capture.isItemSize(irp, itemSize, KSPROPERTY_ITEM, KSPROPERTY_ITEM32)) {
            return NtStatus.INVALID_PARAMETER;
        }
        NtStatus lengths = Capture.checkLengths(irp);
        if (!lengths.isSuccess()) {
            return lengths;
        }
        if (irp.systemBuffer() == null) {
            NtStatus captured = capture(irp, allocator, policies);
            if (!captured.isSuccess()) {
                return captured;
            }
        }
        ByteBuffer request = irp.requestView();
        int flags = request.getInt(Capture.FLAGS);
        if ((flags & KSPROPERTY_TYPE.TOPOLOGY) != 0 && irp.inputLength() < Capture.NODE_REQUEST) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        return dispatch(irp, table, request, operation(flags, policies), allocator, itemSize, policies);
    }

    private static NtStatus capture(Irp irp, KsAllocator allocator, KsPolicies policies) {
        // Which way the data goes, and whether the allocator is asked, is in the request itself.
        ByteBuffer head = irp.identifier();
        NtStatus status = irp.requestor().read(irp.type3InputBuffer(), head, 0, Capture.IDENTIFIER);
        if (!status.isSuccess()) {
            return status;
        }
        int operation = operation(head.getInt(Capture.FLAGS), policies);
        boolean copiesIn = operation == KSPROPERTY_TYPE.SET
                || operation == KSPROPERTY_TYPE.UNSERIALIZESET
                || operation == KSPROPERTY_TYPE.UNSERIALIZERAW;
        boolean asksAllocator = operation == KSPROPERTY_TYPE.GET
                || operation == KSPROPERTY_TYPE.SET
                || policies.allocatorOperations == KsPolicy.AllocatorOperations.ALL;
        status = Capture.captureRequest(
                irp, asksAllocator ? allocator : null, !copiesIn, copiesIn ? Access.READ : Access.WRITE);
        return status.isSuccess() && copiesIn ? Capture.captureData(irp) : status;
    }

    private static int operation(int flags, KsPolicies policies) {
        int operation = flags & ~KSPROPERTY_TYPE.TOPOLOGY;
        return policies.unknownOperation == KsPolicy.UnknownOperation.BIT_TESTS
                ? Capture.firstOf(operation, KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.SET)
                : operation;
    }

    private static NtStatus dispatch(
            Irp irp,
            SetTable<PropertySet> table,
            ByteBuffer request,
            int operation,
            KsAllocator allocator,
            int itemSize,
            KsPolicies policies) {
        if (operation == KSPROPERTY_TYPE.SETSUPPORT && Guid.NULL.isAt(request, 0)) {
            return Capture.listSets(irp, table);
        }
        int index = table.find(request, 0);
        if (index < 0) {
            return NtStatus.PROPSET_NOT_FOUND;
        }
        switch (operation) {
            case KSPROPERTY_TYPE.SETSUPPORT:
                return NtStatus.SUCCESS;
            case KSPROPERTY_TYPE.SERIALIZESET:
                return new SerializedSet(irp, table, policies, request).serialize();
            case KSPROPERTY_TYPE.UNSERIALIZESET:
                return new SerializedSet(irp, table, policies, request).unserialize();
            default:
                break;
        }
        int id = request.getInt(Capture.ID);
        PropertySet set = table.sets().get(index);
        PropertyItem item = set.find(id);
        while (item == null) {
            index = table.next(index);
            if (index < 0) {
                return NtStatus.NOT_FOUND;
            }
            set = table.sets().get(index);
            item = set.find(id);
        }
        irp.driverContext(0, set);
        if (itemSize != 0) {
            irp.driverContext(3, item);
        }
        return switch (operation) {
            case KSPROPERTY_TYPE.GET -> value(irp, item, item.get, request, allocator, policies);
            case KSPROPERTY_TYPE.SET -> value(irp, item, item.set, request, allocator, policies);
            case KSPROPERTY_TYPE.BASICSUPPORT,
                    KSPROPERTY_TYPE.DEFAULTVALUES,
                    KSPROPERTY_TYPE.RELATIONS,
                    KSPROPERTY_TYPE.SERIALIZESIZE,
                    KSPROPERTY_TYPE.SERIALIZERAW,
                    KSPROPERTY_TYPE.UNSERIALIZERAW -> support(irp, item, operation, request, policies);
            default -> policies.unknownOperation.status;
        };
    }

    /** The item that answers an Id, from an entry of its set on; null if there is none. */
    static PropertyItem find(SetTable<PropertySet> table, int first, int id) {
        for (int index = first; index >= 0; index = table.next(index)) {
            PropertyItem item = table.sets().get(index).find(id);
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    private static NtStatus value(
            Irp irp,
            PropertyItem item,
            KsHandler handler,
            ByteBuffer request,
            KsAllocator allocator,
            KsPolicies policies) {
        if (irp.inputLength() < item.minProperty) {
            return policies.shortRequest;
        }
        NtStatus room = Capture.checkMinData(irp, item.minData, policies);
        if (!room.isSuccess()) {
            return room;
        }
        return handler == null ? policies.missingHandler : Capture.call(handler, irp, request, allocator, policies);
    }

    private static NtStatus support(
            Irp irp, PropertyItem item, int operation, ByteBuffer request, KsPolicies policies) {
        if (item.support != null) {
            NtStatus status = Capture.call(item.support, irp, request, irp.dataView());
            if (!status.equals(NtStatus.SOME_NOT_MAPPED)) {
                return status;
            }
            irp.information(0);
        }
        return switch (operation) {
            case KSPROPERTY_TYPE.BASICSUPPORT -> describe(irp, lists(item, policies), policies);
            case KSPROPERTY_TYPE.DEFAULTVALUES -> describe(irp, item.defaults, policies);
            case KSPROPERTY_TYPE.RELATIONS -> relations(irp, item);
            case KSPROPERTY_TYPE.SERIALIZESIZE -> Capture.answer(irp, item.serializedSize);
            default -> policies.rawWithoutSupport;
        };
    }

    private static byte[] lists(PropertyItem item, KsPolicies policies) {
        return policies.defaultMembers == KsPolicy.DefaultMembers.INCLUDED ? item.description : item.ranges;
    }

    /** The access flags, the description alone, or all of it: by the room that there is, which must fit one of them. */
    private static NtStatus describe(Irp irp, byte[] description, KsPolicies policies) {
        int room = irp.outputLength();
        int length = description.length;
        if (policies.supportSizes == KsPolicy.SupportSizes.ROUNDED_DOWN && room >= 4 && room < length) {
            length = room < PropertyValues.DESCRIPTION_SIZE ? 4 : PropertyValues.DESCRIPTION_SIZE;
        } else if (room == 4 || room == PropertyValues.DESCRIPTION_SIZE) {
            length = room;
        }
        return Capture.answer(irp, description, length);
    }

    private static NtStatus relations(Irp irp, PropertyItem item) {
        return KsHandleSizedListQuery.handle(
                irp, irp.dataView(), item.relations.size(), KSIDENTIFIER.LAYOUT.size(), (data, offset, i) -> {
                    KsItem related = item.relations.get(i);
                    related.set().guid().write(data, offset);
                    data.putInt(offset + Capture.ID, related.id());
                });
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSMULTIPLE_ITEM;
import io.github.ks4j.struct.KSPROPERTY_SERIAL;
import io.github.ks4j.struct.KSPROPERTY_SERIALHDR;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * All the serializable values of a set as one stream: SERIALIZESET and UNSERIALIZESET. Every value is read or set by a
 * request of its own, a copy of the one for the set with another Id and operation, which is sent to the same object, so
 * that it passes through the driver's dispatch routine again.
 *
 * <p>The stream has no padding at its end. The first request that fails ends the operation with its status. What a
 * malformed stream gets is a choice, {@link KsPolicy.MalformedStream}, and then no value has been set.
 */
final class SerializedSet {
    private static final int HEADER = KSPROPERTY_SERIALHDR.LAYOUT.size();
    private static final int SERIAL = KSPROPERTY_SERIAL.LAYOUT.size();
    private static final int PROP_TYPE_SET = 24;
    /** A {@code SerializedSize} that says no more than that the value has to be asked for its size. */
    private static final int UNKNOWN_SIZE = 1;

    /** No structure of the stream depends on the pointer width. */
    private static final Abi ABI = Abi.X64;

    private final Irp irp;
    private final SetTable<PropertySet> table;
    private final KsPolicies policies;
    private final ByteBuffer request;
    private final Guid set;

    SerializedSet(Irp irp, SetTable<PropertySet> table, KsPolicies policies, ByteBuffer request) {
        this.irp = irp;
        this.table = table;
        this.policies = policies;
        this.request = request;
        this.set = Guid.read(request, 0);
    }

    NtStatus serialize() {
        List<PropertyItem> items = items();
        int[] sizes = new int[items.size()];
        long total = HEADER;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = items.get(i).serializedSize;
            if (sizes[i] == UNKNOWN_SIZE) {
                long block = ask(items.get(i));
                if (!IoStatusBlock.isSuccess(block)) {
                    return IoStatusBlock.status(block);
                }
                sizes[i] = IoStatusBlock.information(block);
            }
            total = alignUp(total) + SERIAL + Integer.toUnsignedLong(sizes[i]);
        }
        if (total > Integer.MAX_VALUE) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        NtStatus room = Capture.checkRoom(irp, (int) total);
        return room.isSuccess() ? write(items, sizes) : room;
    }

    /**
     * Asks for the size of a value, which is the outcome's Information then. A query without room is answered by the
     * value's handler, unless the item has a {@code MinData}: then it takes the head of the value, which has the size.
     */
    private long ask(PropertyItem item) {
        int room = item.minData == 0 ? 0 : Math.max(item.minData, KSMULTIPLE_ITEM.LAYOUT.size());
        ByteBuffer head = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
        long block = send(item.id, KSPROPERTY_TYPE.GET, head, 0, room);
        if (IoStatusBlock.status(block).equals(NtStatus.BUFFER_OVERFLOW)) {
            return IoStatusBlock.of(NtStatus.SUCCESS, IoStatusBlock.information(block));
        }
        return room == 0
                        || !IoStatusBlock.isSuccess(block)
                        || IoStatusBlock.information(block) < KSMULTIPLE_ITEM.LAYOUT.size()
                ? block
                : IoStatusBlock.of(NtStatus.SUCCESS, KSMULTIPLE_ITEM.Size.read(ABI, head, 0));
    }

    private NtStatus write(List<PropertyItem> items, int[] sizes) {
        ByteBuffer data = irp.dataView();
        KSPROPERTY_SERIALHDR
                .LAYOUT
                .at(ABI, data, 0)
                .set(KSPROPERTY_SERIALHDR.PropertySet, set)
                .set(KSPROPERTY_SERIALHDR.Count, sizes.length);
        int end = HEADER;
        for (int i = 0; i < sizes.length; i++) {
            PropertyItem item = items.get(i);
            while (end % 4 != 0) {
                data.put(end++, (byte) 0);
            }
            long block = send(item.id, KSPROPERTY_TYPE.GET, data, end + SERIAL, sizes[i]);
            if (!IoStatusBlock.isSuccess(block)) {
                return IoStatusBlock.status(block);
            }
            int length = IoStatusBlock.information(block);
            data.put(end, item.description, PropertyValues.PROP_TYPE_SET, PROP_TYPE_SET);
            KSPROPERTY_SERIAL.Id.write(ABI, data, end, item.id);
            KSPROPERTY_SERIAL.PropertyLength.write(ABI, data, end, length);
            end += SERIAL + length;
        }
        irp.information(end);
        return NtStatus.SUCCESS;
    }

    /** In table order; an item that an earlier entry of the same set hides is left out. */
    private List<PropertyItem> items() {
        List<PropertyItem> items = new ArrayList<>();
        int first = table.find(request, 0);
        for (int index = first; index >= 0; index = table.next(index)) {
            for (PropertyItem item : table.sets().get(index).items()) {
                if (item.serializedSize != 0 && KsPropertyHandler.find(table, first, item.id) == item) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    NtStatus unserialize() {
        ByteBuffer data = irp.dataView();
        if (!isWellFormed(data)) {
            return policies.malformedStream;
        }
        int count = KSPROPERTY_SERIALHDR.Count.read(ABI, data, 0);
        int at = HEADER;
        for (int i = 0; i < count; i++) {
            at = (int) alignUp(at);
            int length = KSPROPERTY_SERIAL.PropertyLength.read(ABI, data, at);
            long block = send(KSPROPERTY_SERIAL.Id.read(ABI, data, at), KSPROPERTY_TYPE.SET, data, at + SERIAL, length);
            if (!IoStatusBlock.isSuccess(block)) {
                return IoStatusBlock.status(block);
            }
            at += SERIAL + length;
        }
        return NtStatus.SUCCESS;
    }

    private boolean isWellFormed(ByteBuffer data) {
        if (data == null || data.limit() < HEADER || !set.isAt(data, 0)) {
            return false;
        }
        long count = Integer.toUnsignedLong(KSPROPERTY_SERIALHDR.Count.read(ABI, data, 0));
        long end = HEADER;
        for (long i = 0; i < count; i++) {
            long at = alignUp(end);
            if (at + SERIAL > data.limit()) {
                return false;
            }
            end = at + SERIAL + Integer.toUnsignedLong(KSPROPERTY_SERIAL.PropertyLength.read(ABI, data, (int) at));
            if (end > data.limit()) {
                return false;
            }
        }
        return true;
    }

    /** Sends the request for one value, and gives the outcome, packed; a success never has more bytes than room. */
    private long send(int id, int operation, ByteBuffer data, int offset, int length) {
        int topology = request.getInt(Capture.FLAGS) & KSPROPERTY_TYPE.TOPOLOGY;
        ByteBuffer head = ByteBuffer.allocate(irp.inputLength())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, request, 0, irp.inputLength())
                .putInt(Capture.ID, id)
                .putInt(Capture.FLAGS, operation | topology);
        // A copy: what is late writes to it and not to the stream.
        ByteBuffer value = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (operation == KSPROPERTY_TYPE.SET) {
            value.put(0, data, offset, length);
        }
        long block = KsSynchronousIoControlDevice.send(new FastIoRequest(
                irp.fileObject(),
                new KernelParameters(irp.requestor(), head, value),
                irp.userMode(),
                irp.controlCode(),
                KernelParameters.REQUEST,
                irp.inputLength(),
                length == 0 ? 0 : KernelParameters.DATA,
                length));
        int information = IoStatusBlock.information(block);
        if (length != 0 && IoStatusBlock.isSuccess(block) && Integer.compareUnsigned(information, length) > 0) {
            information = length;
        }
        if (operation == KSPROPERTY_TYPE.GET && length != 0 && IoStatusBlock.isSuccess(block)) {
            data.put(offset, value, 0, information);
        }
        return IoStatusBlock.of(IoStatusBlock.statusCode(block), information);
    }

    private static long alignUp(long offset) {
        return offset + 3 & ~3L;
    }
}

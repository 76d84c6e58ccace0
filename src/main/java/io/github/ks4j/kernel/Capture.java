package io.github.ks4j.kernel;

import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSIDENTIFIER;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What property and method requests share: the checks before a set is looked up, the copy of the caller's parameters into
 * one system buffer, and the answers that need no item.
 */
final class Capture {
    static final int IDENTIFIER = KSIDENTIFIER.LAYOUT.size();
    static final int NODE_REQUEST = 32;
    static final int ID = 16;
    static final int FLAGS = 20;

    private static final Logger LOGGER = System.getLogger(Capture.class.getPackageName());

    /** What a request does with the caller's data buffer. */
    enum Access {
        /** Nothing: the handler has a data area of its own, or the memory is locked in an MDL. */
        NONE,
        /** Copies from it. */
        READ,
        /** Copies to it. */
        WRITE
    }

    private Capture() {}

    /** The lengths of a request: long enough for its head, and a sum that fits into 32 bits. */
    static NtStatus checkLengths(Irp irp) {
        return Integer.compareUnsigned(irp.inputLength(), IDENTIFIER) < 0
                ? NtStatus.INVALID_BUFFER_SIZE
                : checkTotal(irp);
    }

    static NtStatus checkTotal(Irp irp) {
        long total = total(irp);
        if (total > 0xFFFFFFFFL) {
            return NtStatus.INVALID_BUFFER_SIZE;
        }
        // Beyond 2 GiB no buffer of a Java process can follow.
        return total > Integer.MAX_VALUE ? NtStatus.INSUFFICIENT_RESOURCES : NtStatus.SUCCESS;
    }

    private static long total(Irp irp) {
        long padded = Integer.toUnsignedLong(irp.outputLength()) + 7 & ~7L;
        return padded + Integer.toUnsignedLong(irp.inputLength());
    }

    /**
     * Whether the size of a table's items is one: 0 if they are not extended, else what their structure takes or more,
     * and on a 64-bit Windows a multiple of 8.
     *
     * @param least the size of the structure on a 64-bit Windows
     * @param least32 its size on a 32-bit one
     */
    static boolean isItemSize(Irp irp, int itemSize, int least, int least32) {
        return itemSize == 0
                || (irp.requestor().abi() == Abi.X64 ? itemSize % 8 == 0 && itemSize >= least : itemSize >= least32);
    }

    /**
     * Copies the request into a system buffer, which a second dispatch of the same IRP finds in place. Both buffers of
     * the caller's are probed before there is any memory to fill or a handler to run.
     *
     * @param access what will be done with the caller's data
     */
    static NtStatus captureRequest(Irp irp, KsAllocator allocator, boolean inputOperation, Access access) {
        NtStatus status = irp.requestor().probe(irp.type3InputBuffer(), irp.inputLength(), false);
        if (status.isSuccess() && access != Access.NONE) {
            status = irp.requestor().probe(irp.userBuffer(), irp.outputLength(), access == Access.WRITE);
        }
        if (!status.isSuccess()) {
            return status;
        }
        status = allocate(irp, allocator, (int) total(irp), inputOperation);
        if (!status.isSuccess()) {
            return status;
        }
        return irp.requestor()
                .read(
                        irp.type3InputBuffer(),
                        irp.systemBuffer().bytes(),
                        Irp.alignUp(irp.outputLength()),
                        irp.inputLength());
    }

    /** Gives a request a system buffer of the pool. */
    static NtStatus allocate(Irp irp, int size, boolean inputOperation) {
        return allocate(irp, null, size, inputOperation);
    }

    private static NtStatus allocate(Irp irp, KsAllocator allocator, int total, boolean inputOperation) {
        try {
            if (allocator != null) {
                irp.systemBuffer(allocator.allocate(irp, total, inputOperation));
            } else {
                irp.systemBuffer(PoolAllocator.INSTANCE.allocate(irp, total, inputOperation));
                irp.addFlags(Irp.BUFFERED_IO
                        | Irp.DEALLOCATE_BUFFER
                        | (inputOperation && irp.outputLength() != 0 ? Irp.INPUT_OPERATION : 0));
            }
        } catch (KsException e) {
            return failure(e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "an allocator threw", e);
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        KsBuffer buffer = irp.systemBuffer();
        if (buffer != null && buffer.size() >= total) {
            return NtStatus.SUCCESS;
        }
        LOGGER.log(Level.WARNING, "an allocator gave {0} for {1} bytes", buffer, total);
        irp.systemBuffer(null);
        if (buffer != null) {
            allocator.completed(irp, buffer);
        }
        return NtStatus.INSUFFICIENT_RESOURCES;
    }

    /** Copies the caller's data into the data area. */
    static NtStatus captureData(Irp irp) {
        return irp.outputLength() == 0
                ? NtStatus.SUCCESS
                : irp.requestor().read(irp.userBuffer(), irp.systemBuffer().bytes(), 0, irp.outputLength());
    }

    /** The operation that counts when bits are tested: support first, then values, then whatever has the lowest bit. */
    static int firstOf(int flags, int values) {
        int support = flags & (KSPROPERTY_TYPE.SETSUPPORT | KSPROPERTY_TYPE.BASICSUPPORT);
        int value = flags & values;
        return Integer.lowestOneBit(support != 0 ? support : value != 0 ? value : flags);
    }

    /** Runs a handler that may find its buffer too small, and get another, by {@link KsPolicy.AllocatorRetry}. */
    static NtStatus call(KsHandler handler, Irp irp, ByteBuffer request, KsAllocator allocator, KsPolicies policies) {
        NtStatus status = call(handler, irp, request, irp.dataView());
        if (policies.allocatorRetry == KsPolicy.AllocatorRetry.OFF
                || allocator == null
                || irp.information() <= 0
                || !status.equals(NtStatus.BUFFER_TOO_SMALL)) {
            return status;
        }
        int size = irp.information();
        irp.information(0);
        if (!allocate(irp, allocator, size, false).isSuccess()) {
            return NtStatus.INSUFFICIENT_RESOURCES;
        }
        // The request is still where it was captured.
        ByteBuffer data = irp.systemBuffer().bytes().slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
        return call(handler, irp, request, data);
    }

    /** Runs a handler. What it throws becomes the status, as an exception in a driver would. */
    static NtStatus call(KsHandler handler, Irp irp, ByteBuffer request, ByteBuffer data) {
        try {
            NtStatus status = handler.handle(irp, request, data);
            if (status != null) {
                return status;
            }
            LOGGER.log(Level.WARNING, "a handler returned null");
        } catch (KsException e) {
            LOGGER.log(Level.DEBUG, "a handler threw", e);
            irp.information(0);
            return failure(e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a handler threw", e);
        }
        irp.information(0);
        return NtStatus.UNSUCCESSFUL;
    }

    /** The status that an exception carries; some tell of a reply to a request that succeeded. */
    static NtStatus failure(KsException e) {
        NtStatus status = e.status();
        return status.isSuccess() ? NtStatus.UNSUCCESSFUL : status;
    }

    /** The list of all sets, for {@code GUID_NULL} and SETSUPPORT. */
    static NtStatus listSets(Irp irp, SetTable<?> table) {
        int size = table.sets().size() * Guid.SIZE;
        if (size == 0) {
            return NtStatus.SUCCESS;
        }
        NtStatus status = checkRoom(irp, size);
        if (status.isSuccess()) {
            ByteBuffer data = irp.dataView();
            for (int i = 0; i < table.sets().size(); i++) {
                table.sets().get(i).guid().write(data, i * Guid.SIZE);
            }
            irp.information(size);
        }
        return status;
    }

    /** Answers with fixed bytes, or with the size that they need. */
    static NtStatus answer(Irp irp, byte[] bytes, int length) {
        NtStatus status = checkRoom(irp, length);
        if (status.isSuccess()) {
            irp.dataView().put(0, bytes, 0, length);
            irp.information(length);
        }
        return status;
    }

    /** Answers with a {@code ULONG}. */
    static NtStatus answer(Irp irp, int value) {
        NtStatus status = checkRoom(irp, 4);
        if (status.isSuccess()) {
            irp.dataView().putInt(0, value);
            irp.information(4);
        }
        return status;
    }

    /** The room that an item asks for before its handler is called. */
    static NtStatus checkMinData(Irp irp, int minData, KsPolicies policies) {
        if (irp.outputLength() == 0) {
            switch (policies.zeroOutput) {
                case CALLS_HANDLER:
                    return NtStatus.SUCCESS;
                case TOO_SMALL:
                    return minData == 0 ? NtStatus.SUCCESS : NtStatus.BUFFER_TOO_SMALL;
                default:
                    break;
            }
        }
        return checkRoom(irp, minData);
    }

    /** No room is a question for the size, too little room an error. */
    static NtStatus checkRoom(Irp irp, int size) {
        if (irp.outputLength() == 0 && size > 0) {
            irp.information(size);
            return NtStatus.BUFFER_OVERFLOW;
        }
        return Integer.compareUnsigned(irp.outputLength(), size) < 0 ? NtStatus.BUFFER_TOO_SMALL : NtStatus.SUCCESS;
    }
}

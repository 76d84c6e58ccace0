package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSMETHOD_TYPE;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a filter does around memory of its own that stands in for the pool: the duties that {@code PFNKSALLOCATOR} leaves
 * to it. For an input operation of a user-mode caller that does not wait, the caller's buffer is locked when the memory
 * is allocated, since the request may complete in another thread; at completion, Information bytes are copied back and
 * the memory is told that it is free, exactly once, whatever the outcome.
 *
 * <p>Memory that served other requests shows nothing of them: the data area is zeroed, unless the caller's data is about
 * to be copied over it. What the memory's allocator throws, an empty answer and a buffer that is too small are
 * {@link NtStatus#INSUFFICIENT_RESOURCES}, but for the status of a {@link KsException}.
 *
 * <p>An allocator that is asked again for the same request replaces the system buffer; what it gave before stays the
 * request's until that is complete, since the handler may still read its parameters there.
 *
 * <p>The completion routine of a handler runs before it frees. One for each dispatch routine; thread-safe if the
 * memory's allocator is. Where the memory makes no garbage, neither does a request that its caller waits for.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class FilterAllocator implements KsAllocator {
    private static final Logger LOGGER = System.getLogger(FilterAllocator.class.getPackageName());

    private final KsAllocator memory;
    private final Irp.Completion frees = (irp, block) -> free(irp, irp.systemBuffer());
    private final Irp.Completion copiesBack = this::copyBack;
    /** The buffers that took the place of another, and that other. */
    private final Map<KsBuffer, KsBuffer> replaced = new ConcurrentHashMap<>();

    /**
     * An allocator for {@link KsPropertyHandler} and {@link KsMethodHandler}.
     *
     * @param memory provides the memory, and is told when it is free
     */
    public FilterAllocator(KsAllocator memory) {
        this.memory = memory;
    }

    /** {@inheritDoc} The request's system buffer is that buffer, and its completion gives it back. */
    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        Irp irp = (Irp) request;
        boolean goesBack = inputOperation && irp.outputLength() != 0;
        if (goesBack && irp.userMode() && !irp.synchronous()) {
            NtStatus locked = irp.lockUserBuffer(true);
            if (!locked.isSuccess()) {
                throw KsException.of("lock the caller's buffer", locked);
            }
        }
        KsBuffer buffer = take(irp, size, inputOperation);
        KsBuffer before = irp.systemBuffer();
        if (before != null) {
            replaced.put(buffer, before);
        }
        irp.systemBuffer(buffer);
        irp.setFilterRoutine(goesBack ? copiesBack : frees);
        if (before != null) {
            PoolAllocator.zero(buffer.bytes(), size);
        } else if (!isFilled(irp, inputOperation)) {
            PoolAllocator.zero(buffer.bytes(), Irp.alignUp(irp.outputLength()));
        }
        return buffer;
    }

    /** {@inheritDoc} Here that is the work of the completion routine, and this does nothing. */
    @Override
    public void completed(KsRequest request, KsBuffer buffer) {
        // The memory is told once, by whoever is the last to use it.
    }

    private KsBuffer take(Irp irp, int size, boolean inputOperation) {
        KsBuffer buffer;
        try {
            buffer = memory.allocate(irp, size, inputOperation);
        } catch (OutOfMemoryError e) {
            throw insufficient(size, e);
        }
        if (buffer != null && buffer.size() >= size) {
            return buffer;
        }
        LOGGER.log(Level.WARNING, "an allocator gave {0} for {1} bytes", buffer, size);
        if (buffer != null) {
            memory.completed(irp, buffer);
        }
        throw insufficient(size, null);
    }

    private static KsException insufficient(int size, OutOfMemoryError cause) {
        NtStatus status = NtStatus.INSUFFICIENT_RESOURCES;
        return new KsException("allocate " + size + " bytes for the parameters of a request: " + status, status, cause);
    }

    /** Whether the caller's data is copied over the data area, or the handler works elsewhere. */
    private static boolean isFilled(Irp irp, boolean inputOperation) {
        if (irp.controlCode() == IOCTL_KS.METHOD && irp.driverContext(2) instanceof Integer flags) {
            return (flags & (KSMETHOD_TYPE.READ | KSMETHOD_TYPE.SOURCE)) != 0;
        }
        return !inputOperation;
    }

    private void copyBack(Irp irp, long ioStatusBlock) {
        try {
            if (Irp.isCopiedBack(IoStatusBlock.status(ioStatusBlock))) {
                irp.copyBack(irp.systemBuffer().bytes());
            }
        } finally {
            free(irp, irp.systemBuffer());
        }
    }

    private void free(Irp irp, KsBuffer buffer) {
        KsBuffer before = replaced.isEmpty() ? null : replaced.remove(buffer);
        try {
            memory.completed(irp, buffer);
        } finally {
            if (before != null) {
                free(irp, before);
            }
        }
    }
}

package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.NtStatus;

/**
 * What a filter does around memory of its own that stands in for the pool: the duties that {@code PFNKSALLOCATOR} leaves
 * to it. For an input operation of a user-mode caller that does not wait, the caller's buffer is locked when the memory
 * is allocated, since the request may complete in another thread; at completion, Information bytes are copied back and
 * the memory is freed.
 *
 * <p>One for each dispatch routine; thread-safe if the memory's allocator is.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnksallocator">PFNKSALLOCATOR
 *     callback function</a>
 */
public final class FilterAllocator implements KsAllocator {
    private final KsAllocator memory;

    /**
     * An allocator for {@link KsPropertyHandler} and {@link KsMethodHandler}.
     *
     * @param memory provides the memory, and is told when it is free
     */
    public FilterAllocator(KsAllocator memory) {
        this.memory = memory;
    }

    @Override
    public KsBuffer allocate(KsRequest request, int size, boolean inputOperation) {
        Irp irp = (Irp) request;
        boolean copiesBack = inputOperation && irp.outputLength() != 0;
        if (copiesBack && irp.userMode() && !irp.synchronous()) {
            NtStatus locked = irp.lockUserBuffer(true);
            if (!locked.isSuccess()) {
                throw KsException.of("lock the caller's buffer", locked);
            }
        }
        KsBuffer buffer = memory.allocate(request, size, inputOperation);
        irp.setCompletionRoutine((completed, block) -> {
            if (copiesBack && Irp.isCopiedBack(IoStatusBlock.status(block))) {
                completed.copyBack(buffer.bytes());
            }
            memory.completed(completed, buffer);
        });
        return buffer;
    }
}

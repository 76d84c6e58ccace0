package io.github.ks4j.kernel;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSEVENT_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_STREAMALLOCATOR;
import io.github.ks4j.set.KSMETHOD_TYPE;
import io.github.ks4j.set.KSPROPERTY_STREAMALLOCATOR;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSSTREAMALLOCATOR_STATUS;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;

/**
 * The default allocator: {@code KsCreateDefaultAllocator}. It hands out the frames of one framing, by requests to its
 * handle, which its sets answer, and by direct calls. Frames are made when they are first wanted and used again until
 * {@link #close}.
 *
 * <p>{@code Frames} limits the frames that are out at once; 0 is no limit. At the limit, a request for a frame pends
 * until one is freed, oldest first, and a direct call gets none. Whatever a client's framing says, no more than 256 MiB
 * are taken: beyond, a request is {@link NtStatus#INSUFFICIENT_RESOURCES}.
 *
 * <p>{@code KSEVENT_STREAMALLOCATOR_FREEFRAME} tells of every frame that is freed, even if a request that waited has got
 * it. {@code INTERNAL_FREEFRAME}, which is not for clients, is {@link NtStatus#NOT_FOUND}, and
 * {@code KSPROPERTY_STREAMALLOCATOR_FUNCTIONTABLE}, whose pointers serve code of the kernel,
 * {@link NtStatus#INVALID_DEVICE_REQUEST}; no page gives these statuses, nor the one for freeing what is no frame.
 *
 * <p>Thread-safe.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscreatedefaultallocator">KsCreateDefaultAllocator
 *     function</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nf-ks-kscreatedefaultallocatorex">KsCreateDefaultAllocatorEx
 *     function</a>
 */
public final class KsDefaultAllocator implements AutoCloseable {
    /** {@code KSPROPERTY_STREAMALLOCATOR_FUNCTIONTABLE}, for kernel callers. */
    private static final int FUNCTIONTABLE = 0;

    private static final int KSSTREAMALLOCATOR_FUNCTIONTABLE_SIZE = 16;

    private static final int PAGE_SIZE = 4096;

    /** The memory that the frames may take. */
    private static final int LARGEST_POOL = 1 << 28;

    private final KSALLOCATOR_FRAMING framing;
    private final int frameSize;
    private final int alignment;
    private final IntFunction<KsBuffer> memory;
    /** How many frames may be out; {@link #most} is how many there may be. */
    private final long limit;

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final KsCancelableQueue waiting = new KsCancelableQueue(lock);
    private final EventList eventList = new EventList();
    private final PropertySet propertySet = properties();
    private final MethodSet methodSet = methods();
    private final EventSet eventSet = EventSet.of(KSEVENT_STREAMALLOCATOR.SET)
            .item(KSEVENT_STREAMALLOCATOR.FREEFRAME.id())
            .build();

    // Under the lock.
    private final Map<Long, Frame> allocated = new HashMap<>();
    private final ArrayDeque<Frame> free = new ArrayDeque<>();
    private boolean closed;

    /**
     * A frame.
     *
     * @param memory what it lies in
     * @param buffer its bytes, aligned
     * @param address where they are, kept in a box
     */
    private record Frame(KsBuffer memory, KsBuffer buffer, Long address) {}

    /**
     * An allocator without frames.
     *
     * @param framing what {@link KsValidateAllocatorCreateRequest} lets pass; copied
     * @param memory makes the memory of a frame of some bytes, with an address that the client knows it by; it may throw
     *     a {@link KsException}, which is the status of the request then. The allocator closes what it makes. Called
     *     under a lock
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if {@code FrameSize} is 0, or {@code FileAlignment} is
     *     not one less than a power of two up to the 4096 of a page; with {@link NtStatus#INSUFFICIENT_RESOURCES} if a
     *     frame is larger than 256 MiB
     */
    public KsDefaultAllocator(KSALLOCATOR_FRAMING framing, IntFunction<KsBuffer> memory) {
        this.framing = framing.copy();
        this.frameSize = framing.get(KSALLOCATOR_FRAMING.FrameSize);
        this.alignment = framing.get(KSALLOCATOR_FRAMING.FileAlignment);
        this.memory = Objects.requireNonNull(memory, "memory");
        if (frameSize == 0 || alignment < 0 || alignment >= PAGE_SIZE || (alignment & alignment + 1) != 0) {
            throw KsValidateAllocatorCreateRequest.failure(framing.toString(), NtStatus.INVALID_PARAMETER);
        }
        if (Integer.compareUnsigned(frameSize, LARGEST_POOL - alignment) > 0) {
            throw KsValidateAllocatorCreateRequest.failure(framing.toString(), NtStatus.INSUFFICIENT_RESOURCES);
        }
        this.most = LARGEST_POOL / Math.max(PAGE_SIZE, frameSize + alignment);
        int frames = framing.get(KSALLOCATOR_FRAMING.Frames);
        this.limit = frames == 0 ? Long.MAX_VALUE : Integer.toUnsignedLong(frames);
    }

    /**
     * The properties of the allocator's handle.
     *
     * @return {@code KSPROPSETID_StreamAllocator}
     */
    public PropertySet propertySet() {
        return propertySet;
    }

    /**
     * The methods of the allocator's handle.
     *
     * @return {@code KSMETHODSETID_StreamAllocator}
     */
    public MethodSet methodSet() {
        return methodSet;
    }

    /**
     * The events of the allocator's handle.
     *
     * @return {@code KSEVENTSETID_StreamAllocator}; what is enabled belongs to {@link #eventList()}
     */
    public EventSet eventSet() {
        return eventSet;
    }

    /**
     * The enabled events: where they go, and where those are freed of a handle that is closed.
     *
     * @return the list
     */
    public EventList eventList() {
        return eventList;
    }

    /**
     * {@code PFNALLOCATOR_ALLOCATEFRAME}: takes a frame.
     *
     * @return the frame, which stays the allocator's: closing it does nothing; null at the limit, and after
     *     {@link #close}
     * @throws KsException if there is no memory
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnallocator_allocateframe">PFNALLOCATOR_ALLOCATEFRAME
     *     callback function</a>
     */
    public KsBuffer allocate() {
        lock.lock();
        try {
            Frame frame = take();
            return frame == null ? null : frame.buffer;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@code PFNALLOCATOR_FREEFRAME}: gives a frame back. The oldest request that waits for one gets it.
     *
     * @param address where the frame starts
     * @return {@link NtStatus#INVALID_PARAMETER} if no frame that is out starts there
     * @see <a
     *     href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/nc-ks-pfnallocator_freeframe">PFNALLOCATOR_FREEFRAME
     *     callback function</a>
     */
    public NtStatus free(long address) {
        Irp oldest;
        lock.lock();
        try {
            Frame frame = allocated.remove(address);
            if (frame == null) {
                return NtStatus.INVALID_PARAMETER;
            }
            free.addLast(frame);
            oldest = serve();
        } finally {
            lock.unlock();
        }
        complete(oldest);
        eventList.generate(KSEVENT_STREAMALLOCATOR.SET.guid(), KSEVENT_STREAMALLOCATOR.FREEFRAME.id());
        return NtStatus.SUCCESS;
    }

    /**
     * The handle is closed: cancels the requests that wait, and closes the memory of all frames, those that are out
     * included. The second and later calls do nothing.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            allocated.values().forEach(frame -> frame.memory.close());
            allocated.clear();
            free.forEach(frame -> frame.memory.close());
            free.clear();
        } finally {
            lock.unlock();
        }
        waiting.cancelIo();
    }

    /** A frame, used again or made; null if there is none. Under the lock. */
    private Frame take() {
        if (closed || allocated.size() >= limit) {
            return null;
        }
        Frame frame = free.pollFirst();
        if (frame == null) {
            frame = make();
        }
        allocated.put(frame.address, frame);
        return frame;
    }

    private Frame make() {
        if (allocated.size() >= most) {
            throw KsException.of("allocate frame " + allocated.size(), NtStatus.INSUFFICIENT_RESOURCES);
        }
        KsBuffer block = memory.apply(frameSize + alignment);
        int offset = (int) (-block.address() & alignment);
        KsBuffer buffer = block.slice(offset, frameSize);
        return new Frame(block, buffer, buffer.address());
    }

    /**
     * Gives a free frame to the oldest request that waits: the request is to be completed without the lock. None has to
     * be made, since requests wait when all are out. Under the lock.
     */
    private Irp serve() {
        Irp oldest = free.isEmpty()
                ? null
                : waiting.remove(KSLIST_ENTRY_LOCATION.KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove);
        if (oldest != null) {
            answer(oldest, oldest.dataView(), take());
        }
        return oldest;
    }

    private static void complete(Irp served) {
        if (served != null) {
            served.complete(NtStatus.SUCCESS);
        }
    }

    private MethodSet methods() {
        return MethodSet.of(
                KSMETHOD_STREAMALLOCATOR.SET,
                MethodItem.of(
                        KSMETHOD_STREAMALLOCATOR.ALLOC.id(),
                        KSMETHOD_TYPE.WRITE,
                        Long.BYTES,
                        (irp, request, data) -> alloc(irp, data)),
                MethodItem.of(
                        KSMETHOD_STREAMALLOCATOR.FREE.id(), KSMETHOD_TYPE.READ, Long.BYTES, (irp, request, data) -> {
                            NtStatus status = Capture.checkRoom(irp, Long.BYTES);
                            return status.isSuccess() ? free(data.getLong(0)) : status;
                        }));
    }

    private NtStatus alloc(Irp irp, ByteBuffer data) {
        NtStatus status = Capture.checkRoom(irp, Long.BYTES);
        if (!status.isSuccess()) {
            return status;
        }
        lock.lock();
        try {
            Frame frame = take();
            if (frame != null) {
                answer(irp, data, frame);
                return NtStatus.SUCCESS;
            }
        } finally {
            lock.unlock();
        }
        waiting.add(irp, KSLIST_ENTRY_LOCATION.KsListEntryTail, null);
        lookAgain();
        return NtStatus.PENDING;
    }

    /** A frame that was freed, or the end that came, before a request was in the queue has not found it there. */
    private void lookAgain() {
        Irp oldest;
        boolean late;
        lock.lock();
        try {
            oldest = serve();
            late = closed;
        } finally {
            lock.unlock();
        }
        complete(oldest);
        if (late) {
            waiting.cancelIo();
        }
    }

    private static void answer(Irp irp, ByteBuffer data, Frame frame) {
        data.putLong(0, frame.address);
        irp.information(Long.BYTES);
    }

    private PropertySet properties() {
        return PropertySet.of(KSPROPERTY_STREAMALLOCATOR.SET)
                .item(FUNCTIONTABLE)
                .get((irp, request, data) -> NtStatus.INVALID_DEVICE_REQUEST)
                .minData(KSSTREAMALLOCATOR_FUNCTIONTABLE_SIZE)
                .item(KSPROPERTY_STREAMALLOCATOR.STATUS.id())
                .get((irp, request, data) -> getStatus(irp, data))
                .minData(KSSTREAMALLOCATOR_STATUS.LAYOUT.size())
                .build();
    }

    private NtStatus getStatus(Irp irp, ByteBuffer data) {
        NtStatus room = Capture.checkRoom(irp, KSSTREAMALLOCATOR_STATUS.LAYOUT.size());
        if (!room.isSuccess()) {
            return room;
        }
        int frames;
        lock.lock();
        try {
            frames = allocated.size();
        } finally {
            lock.unlock();
        }
        KSSTREAMALLOCATOR_STATUS status = KSSTREAMALLOCATOR_STATUS.LAYOUT.at(data, 0);
        data.put(0, framing.buffer(), framing.offset(), framing.size());
        status.set(KSSTREAMALLOCATOR_STATUS.AllocatedFrames, frames).set(KSSTREAMALLOCATOR_STATUS.Reserved, 0);
        irp.information(status.size());
        return NtStatus.SUCCESS;
    }
}

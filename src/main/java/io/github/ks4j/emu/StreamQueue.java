package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION;
import io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION;
import io.github.ks4j.kernel.KsCancelableQueue;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

/**
 * The stream requests of a pin, oldest first, seen as a sequence of frames: the part of AVStream's leading edge that an
 * emulated device needs.
 *
 * <p>The device looks at the first frame, moves bytes between {@link #bytes()} and wherever they belong, and says with
 * {@link #advance} how many. A frame that has been used up is left behind by itself; one that is to end before is left
 * with {@link #endFrame()}. A request completes when its last frame has been left: requests complete in the order in
 * which they came.
 *
 * <p>Requests are queued in any state of the pin. Setting the pin to STOP, even if it is there, cancels all that wait
 * ({@link NtStatus#CANCELLED}), as do {@code IOCTL_KS_RESET_STATE} and closing; bytes that a cancelled write has had
 * taken from it, or that a cancelled read has been given, are lost. A write that succeeds has as Information the data
 * bytes of its frames, a read the bytes of the headers that it used, which travel back to the client.
 *
 * <p>To be used under the device's lock only, which is to say in the methods of {@link PinDispatch} and inside
 * {@link FilterInstance#locked}.
 */
public final class StreamQueue {
    private final Completions completions;
    private final KsCancelableQueue requests;
    private final Irp.CancelRoutine cancel = this::cancel;

    StreamQueue(Completions completions) {
        this.completions = completions;
        this.requests = new KsCancelableQueue(completions.lock());
    }

    /**
     * Whether a frame waits for data or holds some.
     *
     * @return false if the queue is empty
     */
    public boolean hasFrame() {
        return requests.head() != null;
    }

    /**
     * The bytes of the first frame that have not been used: data still to be taken for a write, room still to be filled
     * for a read.
     *
     * @return bytes; may be 0 for a frame that holds nothing but flags
     */
    public int remaining() {
        StreamRequest first = first();
        return first.length() - first.position();
    }

    /**
     * The bytes of the first frame that have been used.
     *
     * @return bytes
     */
    public int position() {
        return first().position();
    }

    /**
     * The memory that holds the first frame. Only {@link #remaining()} bytes from {@link #offset()} are the frame's.
     *
     * @return little-endian memory; null if the frame has no bytes
     */
    public ByteBuffer bytes() {
        return first().bytes();
    }

    /**
     * Where the unused part of the first frame starts in {@link #bytes()}.
     *
     * @return an index
     */
    public int offset() {
        return first().position();
    }

    /**
     * The {@code OptionsFlags} of the first frame.
     *
     * @return {@code KSSTREAM_HEADER_OPTIONSF_} bits
     */
    public int flags() {
        return first().flags();
    }

    /**
     * Sets {@code OptionsFlags} of the first frame, which the client gets back with a read.
     *
     * @param flags {@code KSSTREAM_HEADER_OPTIONSF_} bits to add
     */
    public void addFlags(int flags) {
        first().addFlags(flags);
    }

    /**
     * The memory that holds the header of the first frame, which the client of a read gets back: a
     * {@code KSSTREAM_HEADER}, and what may follow it.
     *
     * @return little-endian memory; the header starts at {@link #headerOffset()}
     */
    public ByteBuffer header() {
        return first().headers();
    }

    /**
     * Where the header of the first frame starts in {@link #header()}.
     *
     * @return an index
     */
    public int headerOffset() {
        return first().headerOffset();
    }

    /**
     * The size of the first frame's header.
     *
     * @return bytes; at least those of {@code KSSTREAM_HEADER}, more if the client wants an extension filled, such as
     *     {@code KS_FRAME_INFO}
     */
    public int headerSize() {
        return first().headerSize();
    }

    /**
     * Says when the first frame of a read was captured and how long it lasts: {@code PresentationTime} and
     * {@code Duration}, with the flags that make them valid.
     *
     * @param time units of 100 ns
     * @param duration units of 100 ns
     */
    public void timestamp(long time, long duration) {
        first().timestamp(time, duration);
    }

    /**
     * Uses bytes of the first frame, and leaves it when none remain.
     *
     * @param bytes how many; at most {@link #remaining()}
     */
    public void advance(int bytes) {
        if (bytes < 0 || bytes > remaining()) {
            throw new IllegalArgumentException("advance by " + bytes + " of " + remaining() + " bytes");
        }
        first().advance(bytes);
        if (remaining() == 0) {
            endFrame();
        }
    }

    /** Leaves the first frame, however much of it has been used. {@code DataUsed} of a read tells how much that is. */
    public void endFrame() {
        StreamRequest first = first();
        first.nextFrame();
        if (!first.hasFrame()) {
            endRequest();
        }
    }

    /**
     * Uses bytes of the first frame, and completes its request with it, although more of the frame and further frames
     * may be unused. Those are left out of what the request returns.
     *
     * @param bytes how many; at most {@link #remaining()}
     * @param flags {@code KSSTREAM_HEADER_OPTIONSF_} bits to add, such as ENDOFSTREAM
     */
    public void endRequest(int bytes, int flags) {
        StreamRequest first = first();
        first.addFlags(flags);
        first.advance(bytes);
        first.nextFrame();
        endRequest();
    }

    /** A request that is being cancelled is left to its canceller, who may be waiting for the lock. */
    private void endRequest() {
        StreamRequest first = first();
        Irp irp = requests.head();
        boolean acquired = requests.remove(
                        KSLIST_ENTRY_LOCATION.KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemoveOnlySingleItem)
                == irp;
        if (acquired) {
            completions.add(first, NtStatus.SUCCESS, first.informationOnSuccess());
        } else {
            KsCancelableQueue.removeSpecific(irp);
        }
    }

    private StreamRequest first() {
        Irp irp = requests.head();
        if (irp == null) {
            throw new NoSuchElementException("the queue is empty");
        }
        return StreamRequest.of(irp);
    }

    /** The bytes that wait in the queue, over all frames. */
    long bytesQueued() {
        long bytes = 0;
        for (Irp irp = requests.head(); irp != null; irp = requests.behind(irp)) {
            bytes += StreamRequest.of(irp).remainingInAll();
        }
        return bytes;
    }

    /** Queues a request whose headers have been probed. */
    void add(Irp irp) {
        completions.newRequest().start(irp);
        requests.add(irp, KSLIST_ENTRY_LOCATION.KsListEntryTail, cancel);
    }

    private void cancel(Irp irp) {
        completions.locked(() -> {
            KsCancelableQueue.removeSpecific(irp);
            completions.add(StreamRequest.of(irp), NtStatus.CANCELLED, 0);
        });
    }

    /** Ends all requests that are not being cancelled. */
    void endAll(NtStatus status) {
        Irp irp = removeFirst();
        while (irp != null) {
            completions.add(StreamRequest.of(irp), status, 0);
            irp = removeFirst();
        }
    }

    private Irp removeFirst() {
        return requests.remove(KSLIST_ENTRY_LOCATION.KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove);
    }

    /** Cancels all requests. */
    void cancelAll() {
        requests.cancelIo();
    }
}

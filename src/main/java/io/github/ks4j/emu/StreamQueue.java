package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

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
    private final ArrayDeque<StreamRequest> requests = new ArrayDeque<>();

    StreamQueue(Completions completions) {
        this.completions = completions;
    }

    /**
     * Whether a frame waits for data or holds some.
     *
     * @return false if the queue is empty
     */
    public boolean hasFrame() {
        return !requests.isEmpty();
    }

    /**
     * The bytes of the first frame that have not been used: data still to be taken for a write, room still to be filled
     * for a read.
     *
     * @return bytes; may be 0 for a frame that holds nothing but flags
     */
    public int remaining() {
        StreamRequest first = requests.element();
        return first.length() - first.position();
    }

    /**
     * The bytes of the first frame that have been used.
     *
     * @return bytes
     */
    public int position() {
        return requests.element().position();
    }

    /**
     * The memory that holds the first frame. Only {@link #remaining()} bytes from {@link #offset()} are the frame's.
     *
     * @return little-endian memory; null if the frame has no bytes
     */
    public ByteBuffer bytes() {
        return requests.element().bytes();
    }

    /**
     * Where the unused part of the first frame starts in {@link #bytes()}.
     *
     * @return an index
     */
    public int offset() {
        return requests.element().offset();
    }

    /**
     * The {@code OptionsFlags} of the first frame.
     *
     * @return {@code KSSTREAM_HEADER_OPTIONSF_} bits
     */
    public int flags() {
        return requests.element().flags();
    }

    /**
     * Sets {@code OptionsFlags} of the first frame, which the client gets back with a read.
     *
     * @param flags {@code KSSTREAM_HEADER_OPTIONSF_} bits to add
     */
    public void addFlags(int flags) {
        requests.element().addFlags(flags);
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
        requests.element().advance(bytes);
        if (remaining() == 0) {
            endFrame();
        }
    }

    /** Leaves the first frame, however much of it has been used. {@code DataUsed} of a read tells how much that is. */
    public void endFrame() {
        StreamRequest first = requests.element();
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
        StreamRequest first = requests.element();
        first.addFlags(flags);
        first.advance(bytes);
        first.nextFrame();
        endRequest();
    }

    private void endRequest() {
        StreamRequest first = requests.remove();
        completions.add(first, NtStatus.SUCCESS, first.informationOnSuccess());
    }

    /** The bytes that wait in the queue, over all frames. */
    long bytesQueued() {
        long bytes = 0;
        for (StreamRequest request : requests) {
            bytes += request.remainingInAll();
        }
        return bytes;
    }

    void add(StreamRequest request) {
        requests.add(request);
        request.queued(irp -> completions.locked(() -> cancel(request)));
    }

    /** Ends a request, if it is still in the queue. */
    private void cancel(StreamRequest request) {
        if (requests.remove(request)) {
            completions.add(request, NtStatus.CANCELLED, 0);
        }
    }

    /** Ends all requests. */
    void cancelAll() {
        while (!requests.isEmpty()) {
            completions.add(requests.remove(), NtStatus.CANCELLED, 0);
        }
    }
}

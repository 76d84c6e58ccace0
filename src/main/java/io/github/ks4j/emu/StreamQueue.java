package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KSIRP_REMOVAL_OPERATION;
import io.github.ks4j.kernel.KSLIST_ENTRY_LOCATION;
import io.github.ks4j.kernel.KsCancelableQueue;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
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
 * <p><b>Options</b> that the queue sees to by itself:
 *
 * <ul>
 *   <li>A write with {@code TYPECHANGED}, if the pin allows it, is never seen by the device: when it comes to the front
 *       of the queue its format goes to {@link PinDispatch#setDataFormat}, which may be within {@link #advance} or
 *       another method that leaves a frame, and it completes with the outcome. The writes behind it stay, whatever that
 *       is.
 *   <li>{@code FLUSHONPAUSE}: when the pin goes from RUN to PAUSE, what has not been used of such a frame is dropped. Its
 *       request succeeds in its turn, and counts the bytes that were used.
 *   <li>{@code LOOPEDDATA}, on a pin that was opened with {@code KSINTERFACE_STANDARD_LOOPED_STREAMING}: the frame is
 *       not left at its end, but starts again; so a device must not move as much as there is, but as much as it is time
 *       for. Going to STOP ends it with success. Reads of such a pin are always looped. The positions that the device
 *       passes raise their {@code KSEVENT_LOOPEDSTREAMING_POSITION}.
 *   <li>{@code BUFFEREDTRANSFER}: the device sees a copy of what the frame held when it came.
 *   <li>{@code DATADISCONTINUITY}, {@code TIMEDISCONTINUITY} and, of a pin that is written to, {@code ENDOFSTREAM} raise
 *       their {@code KSEVENT_CONNECTION} when the device has left the frame.
 * </ul>
 *
 * <p>To be used under the device's lock only, which is to say in the methods of {@link PinDispatch} and inside
 * {@link FilterInstance#locked}.
 */
public final class StreamQueue {
    /** The most that is copied of what waits: headers may name the same memory over and over. */
    private static final int LARGEST_COPY = 1 << 26;

    private final Completions completions;
    private final Owner owner;
    private final boolean looped;
    private final KsCancelableQueue requests;
    private final Irp.CancelRoutine cancel = this::cancel;
    private FormatChange formatChange = FormatChange.NONE;
    /** The bytes of which the requests have copies. */
    private int copied;

    /** What the pin hears of its queue. */
    interface Owner {
        /** The device has left a frame, which had these flags at last. */
        void frameLeft(int flags);

        /** The device has moved in a loop, whose end is its start. */
        void loopMoved(int from, int bytes, int length);

        /** The stream goes on in another format. */
        NtStatus formatChanged(DataFormat format);
    }

    /** What the client of a pin that is read knows of a change of format. */
    private enum FormatChange {
        /** There is none that it does not know. */
        NONE,
        /** The next read tells it, with TYPECHANGED. */
        TO_BE_TOLD,
        /** It has been told, and reads wait until it has asked for the format. */
        TO_BE_READ
    }

    /**
     * A queue.
     *
     * @param looped whether one frame is played or filled over and over
     */
    StreamQueue(Completions completions, boolean looped, Owner owner) {
        this.completions = completions;
        this.looped = looped;
        this.owner = owner;
        this.requests = new KsCancelableQueue(completions.lock());
    }

    /**
     * Whether a frame waits for data or holds some.
     *
     * @return false if the queue is empty, or its client has yet to ask for the format that the pin has changed to
     */
    public boolean hasFrame() {
        return formatChange == FormatChange.NONE && requests.head() != null;
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
        return first().bytesOffset();
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
     * Uses bytes of the first frame, and leaves it when none remain, unless it is looped: then it starts again.
     *
     * @param bytes how many; at most {@link #remaining()}
     */
    public void advance(int bytes) {
        use(bytes);
        if (remaining() == 0) {
            endFrame();
        }
    }

    private void use(int bytes) {
        if (bytes < 0 || bytes > remaining()) {
            throw new IllegalArgumentException("advance by " + bytes + " of " + remaining() + " bytes");
        }
        StreamRequest first = first();
        int from = first.position();
        first.advance(bytes);
        if (first.isLooped()) {
            owner.loopMoved(from, bytes, first.length());
        }
    }

    /**
     * Leaves the first frame, however much of it has been used. {@code DataUsed} of a read tells how much that is. A
     * looped frame starts again, as if all of it had been used.
     */
    public void endFrame() {
        StreamRequest first = first();
        if (first.isLooped()) {
            int from = first.position();
            first.rewind();
            owner.loopMoved(from, first.length() - from, first.length());
        } else {
            int flags = first.flags();
            first.nextFrame();
            if (!first.hasFrame()) {
                succeed(first);
            }
            owner.frameLeft(flags);
            settle();
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
        use(bytes);
        StreamRequest first = first();
        first.addFlags(flags);
        int all = first.flags();
        first.leave();
        succeed(first);
        owner.frameLeft(all);
        settle();
    }

    private boolean succeed(StreamRequest first) {
        boolean taken = take();
        if (taken) {
            end(first, NtStatus.SUCCESS, first.informationOnSuccess());
        }
        return taken;
    }

    /** A request has left the queue. */
    private void end(StreamRequest request, NtStatus status, int information) {
        copied -= request.copied();
        completions.add(request, status, information);
    }

    /**
     * Takes the first request out of the queue. One that is being cancelled is left to its canceller, who may be waiting
     * for the lock.
     */
    private boolean take() {
        Irp irp = requests.head();
        boolean acquired = requests.remove(
                        KSLIST_ENTRY_LOCATION.KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemoveOnlySingleItem)
                == irp;
        if (!acquired) {
            KsCancelableQueue.removeSpecific(irp);
        }
        return acquired;
    }

    /** Does what is to be done with the first frame before the device sees it. */
    private void settle() {
        for (Irp irp = requests.head(); irp != null; irp = requests.head()) {
            StreamRequest first = StreamRequest.of(irp);
            if (formatChange == FormatChange.TO_BE_TOLD) {
                first.addFlags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
                first.nextFrame();
                if (succeed(first)) {
                    formatChange = FormatChange.TO_BE_READ;
                    return;
                }
            } else if (first.isFlushed()) {
                first.leave();
                if (!first.hasFrame()) {
                    succeed(first);
                }
            } else if (first.changesFormat()) {
                changeFormat(first);
            } else {
                return;
            }
        }
    }

    /**
     * The device finds the queue without the request whose format it takes, and may go on behind it at once; it is
     * completed in its turn even then.
     */
    private void changeFormat(StreamRequest first) {
        if (!take()) {
            return;
        }
        end(first, NtStatus.SUCCESS, first.length());
        NtStatus status;
        try {
            status = owner.formatChanged(first.format());
        } catch (StatusException e) {
            status = e.status();
        }
        if (!status.isSuccess()) {
            first.end(status, 0);
        }
    }

    /** Has the client of a pin that is read ask for the format before it reads on. */
    void announceFormat() {
        if (formatChange != FormatChange.NONE) {
            return;
        }
        Irp irp = requests.head();
        StreamRequest first = irp == null ? null : StreamRequest.of(irp);
        if (first != null && first.isBegun()) {
            // What it holds is in the former format.
            if (first.isFrameBegun()) {
                first.leave();
            }
            succeed(first);
        }
        formatChange = FormatChange.TO_BE_TOLD;
        settle();
    }

    /** The client has asked for the format. */
    void formatRead() {
        if (formatChange == FormatChange.TO_BE_READ) {
            formatChange = FormatChange.NONE;
        }
    }

    /** Drops what is flagged FLUSHONPAUSE. */
    void flush() {
        for (Irp irp = requests.head(); irp != null; irp = requests.behind(irp)) {
            StreamRequest.of(irp).flush();
        }
        settle();
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

    /** The bytes of the loop that is played or filled; 0 if there is none. */
    int loopLength() {
        Irp irp = requests.head();
        return irp != null && StreamRequest.of(irp).isLooped() ? first().length() : 0;
    }

    /** Queues a request whose headers have been probed, or refuses it. */
    NtStatus add(Irp irp) {
        StreamRequest request = completions.newRequest();
        NtStatus status = request.start(irp, looped, LARGEST_COPY - copied);
        if (!status.isSuccess()) {
            completions.giveBack(request);
            return status;
        }
        copied += request.copied();
        return queue(irp);
    }

    /** Queues a method whose data are one frame. */
    NtStatus add(Irp irp, ByteBuffer data, boolean read) {
        completions.newRequest().start(irp, data, read);
        return queue(irp);
    }

    private NtStatus queue(Irp irp) {
        requests.add(irp, KSLIST_ENTRY_LOCATION.KsListEntryTail, cancel);
        settle();
        return NtStatus.PENDING;
    }

    private void cancel(Irp irp) {
        completions.locked(() -> {
            KsCancelableQueue.removeSpecific(irp);
            end(StreamRequest.of(irp), NtStatus.CANCELLED, 0);
            settle();
        });
    }

    /** Ends all requests that are not being cancelled. */
    void endAll(NtStatus status) {
        for (Irp irp = removeFirst(); irp != null; irp = removeFirst()) {
            end(StreamRequest.of(irp), status, 0);
        }
    }

    private Irp removeFirst() {
        return requests.remove(KSLIST_ENTRY_LOCATION.KsListEntryHead, KSIRP_REMOVAL_OPERATION.KsAcquireAndRemove);
    }

    /** Cancels all requests. */
    void cancelAll() {
        endAll(NtStatus.CANCELLED);
    }

    /** The pin stops: what has been looped is over, and everything else is cancelled. */
    void stop() {
        formatChange = FormatChange.NONE;
        Irp irp = requests.head();
        if (irp != null && StreamRequest.of(irp).isLooped()) {
            StreamRequest first = StreamRequest.of(irp);
            first.leave();
            succeed(first);
        }
        cancelAll();
    }
}

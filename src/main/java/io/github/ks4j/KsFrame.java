package io.github.ks4j;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A piece of a pin's stream: its data and the {@code KSSTREAM_HEADER} that describes it, in memory of the driver. Made
 * by {@link KsPin#frame}, to be used over and over.
 *
 * <p>Between {@link KsPin#write} or {@link KsPin#read} and its end a frame is <em>pending</em>: driver and device use
 * its memory. It can then neither be submitted again nor changed nor closed; wait for it, or cancel it and wait.
 *
 * <p><b>Threading.</b> Any thread may wait and cancel. Data and header belong to whoever holds the frame.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/drivers/ddi/ks/ns-ks-ksstream_header">KSSTREAM_HEADER
 *     structure</a>
 */
public final class KsFrame implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int OPEN = 0;
    /** To be released as soon as nothing is pending. */
    private static final int CLOSING = 1;

    private static final int CLOSED = 2;

    private final KsPin pin;
    private final FrameHeader header;
    private final KsBuffer data;
    /** A view of the data whose position and limit are its holder's. */
    private final ByteBuffer bytes;

    private final Completion completion = new Completion(() -> {}, this::afterEnd);
    private volatile int controlCode;
    /** Null until the frame is first submitted. */
    private Handle.RepeatedRequest request;

    private int requestCode;
    private volatile int life = OPEN;
    /** Run when the frame has come back. */
    private volatile Runnable whenBack = () -> {};

    KsFrame(KsPin pin, int size, int extension, boolean video) {
        if (size < 0) {
            throw new IllegalArgumentException("a frame of " + size + " bytes");
        }
        this.pin = pin;
        this.header = new FrameHeader(pin.session, extension, video);
        try {
            this.data = pin.session.driver().allocate(size);
        } catch (Throwable e) {
            header.close();
            throw e;
        }
        this.bytes = data.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        header.view().set(KSSTREAM_HEADER.DataUsed, size);
    }

    /**
     * The pin.
     *
     * @return the pin that the frame belongs to
     */
    public KsPin pin() {
        return pin;
    }

    /**
     * The data.
     *
     * @return the same little-endian buffer each time; use absolute indices, or position and limit as you like. Do not
     *     touch it while the frame is pending, nor after it was closed
     * @throws IllegalStateException if the frame is closed
     */
    public ByteBuffer bytes() {
        checkOpen();
        return bytes;
    }

    /**
     * The room for data.
     *
     * @return bytes
     */
    public int size() {
        return data.size();
    }

    /**
     * The header, extension included: for options, times and what is special. The members {@code Size}, {@code
     * FrameExtent} and {@code Data} are set when the frame is submitted.
     *
     * @return the same view each time; not to be changed while the frame is pending, nor touched after it was closed
     * @throws IllegalStateException if the frame is closed
     */
    public KSSTREAM_HEADER header() {
        checkOpen();
        return header.view();
    }

    /**
     * Zeroes the data. Some drivers add what they deliver to what is in the frame: with them, clear it before each
     * {@link KsPin#read}.
     *
     * @return this frame
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame clear() {
        checkIdle();
        Request.clear(data, size());
        return this;
    }

    /**
     * How much data there is: after reading, what the driver filled in; before writing, what will be written.
     *
     * @return bytes; at first all of the frame
     * @throws KsBadReplyException if the driver claims more than the frame has room for
     * @throws IllegalStateException if the frame is closed
     */
    public int dataUsed() {
        int used = header().get(KSSTREAM_HEADER.DataUsed);
        if (Integer.compareUnsigned(used, size()) > 0) {
            throw new KsBadReplyException(this + ": the driver claims " + Integer.toUnsignedString(used)
                    + " bytes of data, the frame has " + size());
        }
        return used;
    }

    /**
     * Says how much data is to be written.
     *
     * @param bytes from 0 to {@link #size()}
     * @return this frame
     * @throws IllegalArgumentException if the frame has no room for that much
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame dataUsed(int bytes) {
        if (bytes < 0 || bytes > size()) {
            throw new IllegalArgumentException(bytes + " bytes of data in a frame of " + size());
        }
        checkIdle();
        header.view().set(KSSTREAM_HEADER.DataUsed, bytes);
        return this;
    }

    /**
     * Flags of the frame, {@code KSSTREAM_HEADER_OPTIONSF_}.
     *
     * @return after reading, what the driver set
     * @throws IllegalStateException if the frame is closed
     */
    public int options() {
        return header().get(KSSTREAM_HEADER.OptionsFlags);
    }

    /**
     * Sets flags for writing; reading clears them first.
     *
     * @param flags for example {@link KSSTREAM_HEADER_OPTIONSF#ENDOFSTREAM}
     * @return this frame
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame options(int flags) {
        checkIdle();
        header.view().set(KSSTREAM_HEADER.OptionsFlags, flags);
        return this;
    }

    /**
     * When the frame is to be presented, or was captured.
     *
     * @return the time in units of 100 ns; only meaningful if {@link #options()} has
     *     {@link KSSTREAM_HEADER_OPTIONSF#TIMEVALID}
     * @throws IllegalStateException if the frame is closed
     */
    public long presentationTime() {
        checkOpen();
        return header.presentationTime();
    }

    /**
     * Says when the frame is to be presented, and sets {@link KSSTREAM_HEADER_OPTIONSF#TIMEVALID}.
     *
     * @param time the time in units of 100 ns
     * @return this frame
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame presentationTime(long time) {
        option(KSSTREAM_HEADER_OPTIONSF.TIMEVALID, true);
        header.presentationTime(time);
        return this;
    }

    /**
     * How long the frame lasts.
     *
     * @return the time in units of 100 ns; only meaningful if {@link #options()} has
     *     {@link KSSTREAM_HEADER_OPTIONSF#DURATIONVALID}
     * @throws IllegalStateException if the frame is closed
     */
    public long duration() {
        return header().get(KSSTREAM_HEADER.Duration);
    }

    /**
     * Says how long the frame lasts, and sets {@link KSSTREAM_HEADER_OPTIONSF#DURATIONVALID}.
     *
     * @param time the time in units of 100 ns
     * @return this frame
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame duration(long time) {
        option(KSSTREAM_HEADER_OPTIONSF.DURATIONVALID, true);
        header.view().set(KSSTREAM_HEADER.Duration, time);
        return this;
    }

    /**
     * Whether the frame ends the stream.
     *
     * @return true if {@link #options()} has {@link KSSTREAM_HEADER_OPTIONSF#ENDOFSTREAM}
     * @throws IllegalStateException if the frame is closed
     */
    public boolean isEndOfStream() {
        return (options() & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0;
    }

    /**
     * Says whether the frame ends the stream.
     *
     * @param last true sets {@link KSSTREAM_HEADER_OPTIONSF#ENDOFSTREAM}, false takes it back
     * @return this frame
     * @throws IllegalStateException if the frame is pending or closed
     */
    public KsFrame endOfStream(boolean last) {
        return option(KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM, last);
    }

    private KsFrame option(int flag, boolean set) {
        return options(set ? options() | flag : options() & ~flag);
    }

    /**
     * What a video driver says of a picture. Reading clears it first.
     *
     * @return the same view each time; not to be touched after the frame was closed
     * @throws IllegalStateException if the frame was not made by {@link KsPin#videoFrame}, or is closed
     */
    public KS_FRAME_INFO info() {
        checkOpen();
        KS_FRAME_INFO info = header.info();
        if (info == null) {
            throw new IllegalStateException(this + " has no KS_FRAME_INFO: make it with KsPin.videoFrame");
        }
        return info;
    }

    /**
     * The number of the picture, counted by the driver since the stream runs. A gap is where pictures were lost.
     *
     * @return the number
     * @throws IllegalStateException if the frame was not made by {@link KsPin#videoFrame}, or is closed
     */
    public long pictureNumber() {
        return info().get(KS_FRAME_INFO.PictureNumber);
    }

    /**
     * How many pictures the driver has dropped since the stream runs, for want of frames to put them in.
     *
     * @return the count
     * @throws IllegalStateException if the frame was not made by {@link KsPin#videoFrame}, or is closed
     */
    public long dropCount() {
        return info().get(KS_FRAME_INFO.DropCount);
    }

    /**
     * Whether the driver has the frame.
     *
     * @return true from submitting until the end
     */
    public boolean isPending() {
        return completion.isPending();
    }

    /**
     * Waits for the frame to come back, for ten seconds at most; does nothing if it is not pending. Says how the request
     * ended each time it is called.
     *
     * @throws KsCancelledException if the request was cancelled, be it by {@link #cancel()}, by stopping the pin or by
     *     closing it; or if this thread was interrupted, while the frame goes on pending
     * @throws KsTimeoutException if the frame is still pending; wait again, or cancel
     * @throws KsException if the request failed
     */
    public void await() {
        if (!await(DEADLINE)) {
            throw new KsTimeoutException(
                    this + ": still pending after " + DEADLINE.toSeconds() + " s", NtStatus.IO_TIMEOUT);
        }
    }

    /**
     * Waits for the frame to come back. Says how the request ended each time it is called.
     *
     * @param timeout how long to wait at most
     * @return false if the frame is still pending
     * @throws KsCancelledException as {@link #await()}; also if the pin is closed and the driver keeps the frame all the
     *     same, until the timeout or for two seconds
     * @throws KsException if the request failed
     */
    public boolean await(Duration timeout) {
        try {
            if (!completion.await(pin.handle, TimeUnit.NANOSECONDS.convert(timeout))) {
                if (pin.handle.isClosed()) {
                    throw new KsCancelledException(
                            this + ": closed meanwhile, and the driver keeps the frame", NtStatus.CANCELLED);
                }
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KsCancelledException(this + ": interrupted while waiting", NtStatus.CANCELLED);
        }
        long block = completion.block();
        if (!IoStatusBlock.isSuccess(block)) {
            throw KsException.of(toString(), IoStatusBlock.status(block));
        }
        return true;
    }

    /**
     * Has an action run each time the frame has come back, be it that the request succeeded, failed or was cancelled;
     * {@link #await()} says which. Waiting goes on as without it. Of a frame that comes back because its pin is closed too:
     * whoever submits it again then gets {@link KsClosedException} or {@link IllegalStateException}.
     *
     * @param executor runs the action, which may block there, submit the frame again, and close the pin. One that runs it
     *     in the thread that asks holds up whatever else the driver has to tell. If it refuses, the action is not run,
     *     which is reported
     * @param action given this frame; takes the place of the one before
     * @return this frame
     */
    public KsFrame whenBack(Executor executor, Consumer<? super KsFrame> action) {
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(action, "action");
        Runnable once = () -> action.accept(this);
        whenBack = () -> executor.execute(once);
        return this;
    }

    private void afterEnd() {
        releaseIfClosing();
        whenBack.run();
    }

    /** Asks the driver to give the frame back, and does not wait. Does nothing if the frame is not pending. */
    public void cancel() {
        completion.cancel();
    }

    /**
     * Gives the frame's memory back. The second and later calls do nothing.
     *
     * @throws IllegalStateException if the frame is pending: cancel it and wait first
     */
    @Override
    public void close() {
        if (completion.isPending()) {
            throw new IllegalStateException(this + " is pending: cancel it and wait before closing it");
        }
        pin.forget(this);
        release(0);
    }

    void submit(int code) {
        int begun;
        synchronized (this) {
            checkIdle();
            begun = completion.begin();
        }
        controlCode = code;
        header.prepare(code == IOCTL_KS.READ_STREAM, data);
        boolean submitted = false;
        try {
            Handle.RepeatedRequest sent = request(code);
            sent.submit();
            completion.submitted(begun, sent);
            submitted = true;
        } finally {
            if (!submitted) {
                completion.refused();
                releaseIfClosing();
            }
        }
    }

    /** The request that carries the frame: it is the same from one time to the next. */
    private Handle.RepeatedRequest request(int code) {
        if (request == null || requestCode != code) {
            request = pin.handle.repeatedRequest(
                    code, null, 0, header.memory(), header.memory().size(), completion);
            requestCode = code;
        }
        return request;
    }

    /** Gives the memory back: now, or if the driver still has it after some time, when the request ends. */
    void release(long nanos) {
        completion.awaitUninterruptibly(nanos);
        synchronized (this) {
            if (life == OPEN) {
                life = CLOSING;
            }
        }
        releaseIfClosing();
    }

    /** Nothing begins once the frame is closing: what is not pending then is the driver's no more. */
    private void releaseIfClosing() {
        synchronized (this) {
            // The end of a request may get here when the next one has begun.
            if (life != CLOSING || completion.isPending()) {
                return;
            }
            life = CLOSED;
        }
        header.close();
        data.close();
    }

    private void checkOpen() {
        if (life != OPEN) {
            throw new IllegalStateException(this + " is closed");
        }
    }

    private synchronized void checkIdle() {
        checkOpen();
        if (completion.isPending()) {
            throw new IllegalStateException(this + " is pending: wait for it or cancel it first");
        }
    }

    /** What is done with the frame, or was last. */
    @Override
    public String toString() {
        String verb = switch (controlCode) {
            case IOCTL_KS.READ_STREAM -> "read a frame of ";
            case IOCTL_KS.WRITE_STREAM -> "write a frame of ";
            default -> "a frame of ";
        };
        return verb + size() + " bytes, " + pin;
    }
}

package io.github.ks4j.io;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * An open KS object: a filter, a pin, an allocator, a clock or a node.
 *
 * <p>Requests take their memory as {@link KsBuffer}s of the driver that the handle belongs to. The buffers must not be
 * closed or reused before the request is complete; a driver that cannot get a request back keeps them reachable.
 *
 * <p><b>Threading.</b> Any number of threads may call at once. {@link #close()} never waits for ever and never pulls
 * memory from under a request: requests that are inside when it is called are cancelled, later ones get
 * {@link KsClosedException}.
 */
public interface Handle extends AutoCloseable {
    /** The deadline of a request that may take as long as it will: some 292 years. */
    Duration NO_DEADLINE = Duration.ofNanos(Long.MAX_VALUE);

    /**
     * The driver that the handle belongs to.
     *
     * @return the driver
     */
    Driver driver();

    /**
     * What this is, for people.
     *
     * @return for example the filter's path, or {@code pin 1 of} and that path
     */
    String name();

    /**
     * The system's handle, for structures that hold one, such as {@code KSPIN_CONNECT.PinToHandle}.
     *
     * @return the handle value
     */
    long value();

    /**
     * Sends a request and waits for its end: DeviceIoControl's semantics, with the driver's deadline, which is 10 seconds
     * unless the driver was told otherwise.
     *
     * <p>The buffers of a request that does not come back when it is cancelled are kept until it does. What they point to,
     * such as {@code KSSTREAM_HEADER.Data}, only the caller can keep: submit such requests, whose completion tells when
     * the memory is free.
     *
     * @param controlCode for example {@code IOCTL_KS_PROPERTY}
     * @param request the request structure; may be null if its length is 0
     * @param requestLength its length, from the buffer's start
     * @param reply the data, in or out; may be null if its length is 0
     * @param replyLength its length, from the buffer's start
     * @return status and byte count, packed as {@link IoStatusBlock} says; never {@link NtStatus#PENDING}
     * @throws IndexOutOfBoundsException if a length exceeds its buffer
     * @throws IllegalArgumentException if a buffer is closed, or not one of the driver's as far as it can tell
     * @throws KsTimeoutException if the deadline passed; the request has been cancelled
     * @throws KsCancelledException if the thread was interrupted, which stays set; the request has been cancelled. Also if
     *     the handle was closed and the driver has not given the request back since; if it has, the outcome is
     *     {@link NtStatus#CANCELLED}
     * @throws KsBusyException if the device keeps too many requests that were cancelled; this one has not been sent
     * @throws KsClosedException if the handle is closed; the request has not been sent
     */
    long control(int controlCode, KsBuffer request, int requestLength, KsBuffer reply, int replyLength);

    /**
     * Sends a request and waits for its end, with a deadline of its own.
     *
     * @param controlCode for example {@code IOCTL_KS_METHOD}
     * @param request the request structure; may be null if its length is 0
     * @param requestLength its length, from the buffer's start
     * @param reply the data, in or out; may be null if its length is 0
     * @param replyLength its length, from the buffer's start
     * @param deadline how long to wait at most: zero cancels what does not complete at once, {@link #NO_DEADLINE} waits
     *     until the request is over or the handle is closed
     * @return status and byte count, packed as {@link IoStatusBlock} says; never {@link NtStatus#PENDING}
     * @throws IndexOutOfBoundsException if a length exceeds its buffer
     * @throws IllegalArgumentException if a buffer is closed, or not one of the driver's as far as it can tell
     * @throws KsTimeoutException if the deadline passed; the request has been cancelled
     * @throws KsCancelledException if the thread was interrupted, which stays set; the request has been cancelled. Also if
     *     the handle was closed and the driver has not given the request back since; if it has, the outcome is
     *     {@link NtStatus#CANCELLED}
     * @throws KsBusyException if the device keeps too many requests that were cancelled; this one has not been sent
     * @throws KsClosedException if the handle is closed; the request has not been sent
     */
    long control(
            int controlCode, KsBuffer request, int requestLength, KsBuffer reply, int replyLength, Duration deadline);

    /**
     * Sends a request and does not wait.
     *
     * @param controlCode for example {@code IOCTL_KS_READ_STREAM}
     * @param request the request structure; may be null if its length is 0
     * @param requestLength its length, from the buffer's start
     * @param reply the data, in or out; may be null if its length is 0
     * @param replyLength its length, from the buffer's start
     * @param completion told the outcome, exactly once: in the calling thread if the request completes at once, else in
     *     a thread of the driver's. It must not block. A completion may send another request; one that completes at once
     *     may be told of after the completion has returned
     * @return the request, for cancelling
     * @throws IndexOutOfBoundsException if a length exceeds its buffer
     * @throws IllegalArgumentException if a buffer is closed, or not one of the driver's as far as it can tell
     * @throws KsClosedException if the handle is closed; the completion is then not told
     */
    PendingRequest submit(
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Completion completion);

    /**
     * Prepares a request that is sent again and again, one time after the other: a frame of a stream. Where a driver can
     * help it, sending it makes no garbage.
     *
     * @param controlCode for example {@code IOCTL_KS_READ_STREAM}
     * @param request the request structure; may be null if its length is 0
     * @param requestLength its length, from the buffer's start
     * @param reply the data, in or out; may be null if its length is 0
     * @param replyLength its length, from the buffer's start
     * @param completion told the outcome each time, as that of {@link #submit}; it may send the request again
     * @return the request, which has not been sent
     * @throws IndexOutOfBoundsException if a length exceeds its buffer
     * @throws IllegalArgumentException if a buffer is closed, or not one of the driver's as far as it can tell
     */
    default RepeatedRequest repeatedRequest(
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Completion completion) {
        return new ResubmittedRequest(this, controlCode, request, requestLength, reply, replyLength, completion);
    }

    /**
     * Creates an object below this one.
     *
     * @param type the kind of object
     * @param parameters the remaining bytes: the binary parameters that follow the name
     * @param access {@link Driver#GENERIC_READ}, {@link Driver#GENERIC_WRITE} or both
     * @return the object's handle, owned by the caller; closing this handle closes it too
     * @throws KsException if the object refuses
     * @throws KsClosedException if the handle is closed
     */
    Handle create(KsObjectType type, ByteBuffer parameters, int access);

    /**
     * Keeps the object open though this handle be closed meanwhile: for a short use of what ends with the object, such as
     * memory that it has mapped.
     *
     * @return false if the handle is closed; else {@link #letGo()} has to follow
     */
    boolean hold();

    /**
     * Ends what {@link #hold()} began. If the handle was closed in between, the object is closed when the last one ends.
     *
     * @throws IllegalStateException if nothing was begun
     */
    void letGo();

    /** Closes the handle and all below it, and cancels what is pending. The second and later calls do nothing. */
    @Override
    void close();

    /**
     * Whether the handle is closed, by whomever: its holder, the driver, or the system that wants the device back.
     *
     * @return true if requests are refused
     */
    default boolean isClosed() {
        if (hold()) {
            letGo();
            return false;
        }
        return true;
    }

    /** Told the outcome of a request that was submitted. */
    @FunctionalInterface
    interface Completion {
        /**
         * The request is over, and its buffers are the caller's again. What this throws is reported and goes no further.
         *
         * @param ioStatusBlock status and byte count, packed as {@link IoStatusBlock} says
         */
        void completed(long ioStatusBlock);

        /**
         * The same completion, told in a thread of an executor's, where it may block. If the executor refuses, it is not
         * told at all, which is reported.
         *
         * @param executor runs what tells the outcome, once for each request
         * @return a completion to submit requests with; they are done when the executor has been asked
         */
        default Completion on(Executor executor) {
            Objects.requireNonNull(executor, "executor");
            return ioStatusBlock -> executor.execute(() -> completed(ioStatusBlock));
        }
    }

    /** A request that was submitted. */
    interface PendingRequest {
        /**
         * Asks for the request to end. Its completion is told {@link NtStatus#CANCELLED} if that comes in time, else
         * the outcome it had.
         */
        void cancel();

        /**
         * Whether the completion has been told.
         *
         * @return true when the request is over
         */
        boolean isDone();
    }

    /**
     * A request that is sent again and again.
     *
     * <p><b>Threading.</b> Any thread may send it, as soon as its completion is being told; any thread may cancel. A
     * cancel that comes while the request ends and is sent again may end that one.
     */
    interface RepeatedRequest extends PendingRequest {
        /**
         * Sends the request, and does not wait.
         *
         * @throws IllegalStateException if it is under way
         * @throws KsClosedException if the handle is closed; the completion is then not told
         */
        void submit();

        /** Asks for the request to end if it is under way; else does nothing. */
        @Override
        void cancel();

        /**
         * Whether the request can be sent.
         *
         * @return true unless it is under way
         */
        @Override
        boolean isDone();
    }
}

package io.github.ks4j;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsAllocator;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsRequest;
import io.github.ks4j.io.KsTimeoutException;
import io.github.ks4j.io.NtStatus;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A request in memory that an allocator provides: the data at offset 0, the request structure behind it at a multiple
 * of 8. It is submitted rather than sent, since only a completion says for sure that the driver has let go of the
 * memory.
 */
final class AllocatedRequest implements KsRequest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long CANCEL_DEADLINE = TimeUnit.SECONDS.toNanos(2);

    private final Request request;
    private final KsAllocator allocator;
    private final Completion completion = new Completion(this::completed, () -> {});
    private int dataLength;
    private boolean fromDriver;
    private KsBuffer buffer;
    private byte[] reply = new byte[0];
    /** A RuntimeException or an Error. */
    private Throwable failure;

    AllocatedRequest(Request request, KsAllocator allocator) {
        this.request = request;
        this.allocator = allocator;
    }

    byte[] read(int size) {
        return exchange(null, size, true);
    }

    void write(byte[] value) {
        exchange(value, value.length, false);
    }

    byte[] exchange(byte[] data, boolean back) {
        return exchange(data, data.length, back);
    }

    private byte[] exchange(byte[] data, int length, boolean back) {
        long most = (length + 7L & -8) + inputLength();
        if (length < 0 || most > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(request + ": no request has " + length + " bytes of data");
        }
        dataLength = length;
        fromDriver = back && length > 0;
        int size = (int) most;
        buffer = Objects.requireNonNull(allocator.allocate(this, size, fromDriver), "the allocator's buffer");
        int begun = completion.begin();
        boolean submitted = false;
        try {
            if (buffer.size() < size) {
                throw new IllegalStateException(
                        "the allocator was asked for " + size + " bytes and gave " + buffer.size());
            }
            ByteBuffer bytes = buffer.bytes();
            if (data != null) {
                bytes.put(0, data);
            }
            KsBuffer head = buffer.slice(size - inputLength(), inputLength());
            request.target().write(head.bytes(), request.set(), request.id(), request.flags());
            KsBuffer area = length == 0 ? null : buffer.slice(0, length);
            completion.submitted(
                    begun,
                    request.target().handle.submit(controlCode(), head, inputLength(), area, length, completion));
            submitted = true;
        } finally {
            if (!submitted) {
                allocator.completed(this, buffer);
            }
        }
        await();
        return reply;
    }

    private void await() {
        Duration own = request.target().deadline();
        Duration deadline = own == null ? DEADLINE : own;
        Handle handle = request.target().handle;
        boolean late = false;
        boolean closed = false;
        boolean over;
        try {
            over = completion.await(handle, TimeUnit.NANOSECONDS.convert(deadline));
            closed = !over && handle.isClosed();
            late = !over && !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = false;
        }
        if (!over) {
            completion.cancel();
            if (!completion.awaitUninterruptibly(closed ? 0 : CANCEL_DEADLINE)) {
                String what = request + ": the driver keeps the request although it was cancelled";
                throw late
                        ? new KsTimeoutException(what, NtStatus.IO_TIMEOUT)
                        : new KsCancelledException(
                                what + (closed ? " and the object closed" : " when the thread was interrupted"),
                                NtStatus.CANCELLED);
            }
        }
        if (late && failure instanceof KsCancelledException) {
            throw new KsTimeoutException(
                    request + ": not complete after " + TimeUnit.MILLISECONDS.convert(deadline) + " ms, so cancelled",
                    NtStatus.IO_TIMEOUT);
        } else if (failure instanceof Error error) {
            throw error;
        } else if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** Takes what the driver wrote before the allocator takes the memory. */
    private void completed() {
        try {
            int length = fromDriver ? Outcome.length(request, completion.block(), dataLength) : 0;
            if (!fromDriver) {
                Outcome.succeed(request, completion.block());
            }
            reply = new byte[length];
            buffer.bytes().get(0, reply);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            allocator.completed(this, buffer);
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }

    @Override
    public int controlCode() {
        return request.controlCode();
    }

    @Override
    public int inputLength() {
        return request.target().requestLength();
    }

    @Override
    public int outputLength() {
        return dataLength;
    }

    @Override
    public boolean userMode() {
        return true;
    }

    @Override
    public boolean synchronous() {
        return true;
    }
}

package io.github.ks4j.io;

import java.util.Objects;

/** A repeated request over a handle that makes a new one each time. */
final class ResubmittedRequest implements Handle.RepeatedRequest, Handle.Completion {
    private final Handle handle;
    private final int controlCode;
    private final KsBuffer request;
    private final int requestLength;
    private final KsBuffer reply;
    private final int replyLength;
    private final Handle.Completion completion;

    // Under the monitor.
    private boolean pending;
    private boolean cancelled;
    private int sequence;
    /** Null until the handle has given it. */
    private Handle.PendingRequest submitted;

    ResubmittedRequest(
            Handle handle,
            int controlCode,
            KsBuffer request,
            int requestLength,
            KsBuffer reply,
            int replyLength,
            Handle.Completion completion) {
        this.handle = handle;
        this.controlCode = controlCode;
        this.request = request;
        this.requestLength = requestLength;
        this.reply = reply;
        this.replyLength = replyLength;
        this.completion = Objects.requireNonNull(completion, "completion");
        checkLength(request, requestLength);
        checkLength(reply, replyLength);
    }

    private static void checkLength(KsBuffer buffer, int length) {
        Objects.checkFromIndexSize(0, length, buffer == null ? 0 : buffer.size());
    }

    @Override
    public void submit() {
        int begun = begin();
        Handle.PendingRequest sent = null;
        try {
            sent = handle.submit(controlCode, request, requestLength, reply, replyLength, this);
        } finally {
            if (sent == null) {
                end();
            }
        }
        boolean cancel;
        synchronized (this) {
            // It may be over already, and have been sent again.
            if (begun != sequence) {
                return;
            }
            submitted = sent;
            cancel = cancelled;
        }
        if (cancel) {
            sent.cancel();
        }
    }

    private synchronized int begin() {
        if (pending) {
            throw new IllegalStateException("the request is under way");
        }
        pending = true;
        cancelled = false;
        submitted = null;
        return ++sequence;
    }

    private synchronized void end() {
        pending = false;
    }

    @Override
    public void completed(long ioStatusBlock) {
        end();
        completion.completed(ioStatusBlock);
    }

    @Override
    public void cancel() {
        Handle.PendingRequest sent;
        synchronized (this) {
            if (!pending) {
                return;
            }
            cancelled = true;
            sent = submitted;
        }
        if (sent != null) {
            sent.cancel();
        }
    }

    @Override
    public synchronized boolean isDone() {
        return !pending;
    }
}

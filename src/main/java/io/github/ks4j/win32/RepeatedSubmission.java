package io.github.ks4j.win32;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import java.util.Objects;

/**
 * A request that is sent again and again. As a rule two submissions take turns, since one is still being told of when its
 * completion sends the next.
 */
final class RepeatedSubmission implements Handle.RepeatedRequest, Handle.Completion {
    private final Win32Handle handle;
    private final int controlCode;
    private final KsBuffer request;
    private final int requestLength;
    private final KsBuffer reply;
    private final int replyLength;
    private final Handle.Completion completion;

    // Under the monitor.
    private boolean pending;
    /** The one that was sent last; null before the first. */
    private Submission latest;
    /** The first of those that nobody holds. */
    private Submission spare;

    RepeatedSubmission(
            Win32Handle handle,
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
    }

    @Override
    public void submit() {
        Submission submission = begin();
        boolean sent = false;
        try {
            handle.send(submission);
            sent = true;
        } finally {
            if (!sent) {
                end();
            }
        }
    }

    private synchronized Submission begin() {
        if (pending) {
            throw new IllegalStateException("the request is under way to " + handle);
        }
        latest = take();
        pending = true;
        return latest;
    }

    private Submission take() {
        Submission submission = spare;
        if (submission == null) {
            return new Submission(handle, controlCode, request, requestLength, reply, replyLength, this, this);
        }
        spare = submission.nextSpare;
        submission.renew();
        return submission;
    }

    /** Takes back a submission that nobody holds. */
    synchronized void give(Submission submission) {
        submission.nextSpare = spare;
        spare = submission;
    }

    private synchronized void end() {
        pending = false;
    }

    /** From here on the request can be sent again. */
    @Override
    public void completed(long ioStatusBlock) {
        end();
        completion.completed(ioStatusBlock);
    }

    @Override
    public void cancel() {
        Submission sent;
        synchronized (this) {
            if (!pending) {
                return;
            }
            sent = latest;
        }
        sent.cancel();
    }

    @Override
    public synchronized boolean isDone() {
        return !pending;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that is sent again and again, with the same IRP. */
final class RepeatedIoRequest implements Handle.RepeatedRequest, Handle.Completion {
    private final EmulatedHandle handle;
    private final int controlCode;
    private final KsBuffer request;
    private final int requestLength;
    private final KsBuffer reply;
    private final int replyLength;
    private final Handle.Completion completion;
    private final IoRequest io = IoRequest.forReuse();
    private final AtomicBoolean idle = new AtomicBoolean(true);

    RepeatedIoRequest(
            EmulatedHandle handle,
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
        if (!idle.compareAndSet(true, false)) {
            throw new IllegalStateException("the request is under way to " + handle);
        }
        boolean sent = false;
        try {
            handle.enter(request, requestLength, reply, replyLength);
            sent = true;
        } finally {
            if (!sent) {
                idle.set(true);
            }
        }
        handle.submit(io, controlCode, request, requestLength, reply, replyLength, this);
    }

    /** From here on the request can be sent again. */
    @Override
    public void completed(long ioStatusBlock) {
        idle.set(true);
        completion.completed(ioStatusBlock);
    }

    @Override
    public void cancel() {
        if (!idle.get()) {
            io.cancel();
        }
    }

    @Override
    public boolean isDone() {
        return idle.get();
    }
}

package io.github.ks4j.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A stream request of one or more frames, whose headers and memory can be looked at. */
final class Frames implements AutoCloseable {
    private final Handle pin;
    private final Abi abi;
    private final int[] offsets;
    private final int[] extents;
    private final int headerSize;
    private final KsBuffer headers;
    private final KsBuffer memory;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private Handle.PendingRequest pending;

    private Frames(Handle pin, int extension, int... extents) {
        this.pin = pin;
        this.abi = pin.driver().abi();
        this.extents = extents.clone();
        this.offsets = new int[extents.length];
        this.headerSize = KSSTREAM_HEADER.LAYOUT.size(abi) + extension;
        int total = 0;
        for (int i = 0; i < extents.length; i++) {
            offsets[i] = total;
            total += extents[i];
        }
        headers = pin.driver().allocate(extents.length * headerSize);
        memory = pin.driver().allocate(total);
        for (int i = 0; i < extents.length; i++) {
            KSSTREAM_HEADER header = header(i)
                    .set(KSSTREAM_HEADER.Size, headerSize)
                    .set(KSSTREAM_HEADER.FrameExtent, extents[i])
                    .set(KSSTREAM_HEADER.Data, memory.address() + offsets[i]);
            header.get(KSSTREAM_HEADER.PresentationTime)
                    .set(KSTIME.Numerator, 1)
                    .set(KSTIME.Denominator, 1);
        }
    }

    /** Frames for a pin, which have not been sent. */
    static Frames of(Handle pin, int... extents) {
        return new Frames(pin, 0, extents);
    }

    /** Frames whose headers are longer than {@link KSSTREAM_HEADER}. */
    static Frames extended(Handle pin, int extension, int... extents) {
        return new Frames(pin, extension, extents);
    }

    KSSTREAM_HEADER header(int frame) {
        return KSSTREAM_HEADER.LAYOUT.at(abi, headers.bytes(), frame * headerSize);
    }

    Frames size(int frame, int bytes) {
        header(frame).set(KSSTREAM_HEADER.Size, bytes);
        return this;
    }

    Frames used(int frame, int bytes) {
        header(frame).set(KSSTREAM_HEADER.DataUsed, bytes);
        return this;
    }

    Frames options(int frame, int flags) {
        header(frame).set(KSSTREAM_HEADER.OptionsFlags, flags);
        return this;
    }

    Frames submit(int controlCode) {
        return submit(controlCode, extents.length * headerSize);
    }

    Frames submit(int controlCode, int length) {
        pending = pin.submit(controlCode, null, 0, headers, length, outcome::complete);
        return this;
    }

    void cancel() {
        pending.cancel();
    }

    boolean isDone() {
        return outcome.isDone();
    }

    void endsWith(NtStatus expected) throws Exception {
        assertEquals(expected, IoStatusBlock.status(outcome.get(30, TimeUnit.SECONDS)));
    }

    void succeedsWith(int information) throws Exception {
        assertEquals(IoStatusBlock.of(NtStatus.SUCCESS, information), outcome.get(30, TimeUnit.SECONDS));
    }

    /** Read, all of them, and the headers are back. */
    Frames filled() throws Exception {
        succeedsWith(extents.length * headerSize);
        return this;
    }

    int used(int frame) {
        return header(frame).get(KSSTREAM_HEADER.DataUsed);
    }

    byte[] bytes(int frame) {
        byte[] bytes = new byte[extents[frame]];
        memory.bytes().get(offsets[frame], bytes);
        return bytes;
    }

    @Override
    public void close() {
        headers.close();
        memory.close();
    }
}

package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream header with its data. */
final class Frame {
    static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(Abi.X64);

    final KsBuffer header;
    final KsBuffer data;
    final KSSTREAM_HEADER view;
    final CompletableFuture<Long> outcome = new CompletableFuture<>();
    final AtomicInteger completions = new AtomicInteger();
    Handle.PendingRequest pending;

    Frame(Driver driver, int size) {
        header = driver.allocate(HEADER);
        data = driver.allocate(size);
        view = KSSTREAM_HEADER.LAYOUT.at(Abi.X64, header.bytes(), 0);
        view.set(KSSTREAM_HEADER.Size, HEADER)
                .set(KSSTREAM_HEADER.FrameExtent, size)
                .set(KSSTREAM_HEADER.Data, data.address());
    }

    static Frame of(Driver driver, byte... bytes) {
        Frame frame = new Frame(driver, bytes.length);
        frame.data.bytes().put(0, bytes);
        frame.view.set(KSSTREAM_HEADER.DataUsed, bytes.length);
        return frame;
    }

    /** A format instead of data. */
    static Frame ofFormat(Driver driver, DataFormat format) {
        byte[] bytes = new byte[format.size()];
        format.bytes().get(bytes);
        return of(driver, bytes).flags(KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
    }

    Frame flags(int flags) {
        view.set(KSSTREAM_HEADER.OptionsFlags, flags);
        return this;
    }

    Frame write(Handle pin) {
        return submit(pin, IOCTL_KS.WRITE_STREAM);
    }

    Frame read(Handle pin) {
        return submit(pin, IOCTL_KS.READ_STREAM);
    }

    private Frame submit(Handle pin, int code) {
        pending = pin.submit(code, null, 0, header, HEADER, block -> {
            completions.incrementAndGet();
            outcome.complete(block);
        });
        return this;
    }

    boolean isDone() {
        return outcome.isDone();
    }

    Frame is(NtStatus status) {
        assertTrue(isDone(), "not complete");
        assertEquals(status, status());
        return this;
    }

    Frame is(NtStatus status, int information) {
        is(status);
        assertEquals(information, IoStatusBlock.information(outcome.join()), "Information");
        return this;
    }

    NtStatus status() {
        return IoStatusBlock.status(await());
    }

    long await() {
        return outcome.orTimeout(10, TimeUnit.SECONDS).join();
    }

    int used() {
        return view.get(KSSTREAM_HEADER.DataUsed);
    }

    byte[] bytes() {
        byte[] bytes = new byte[used()];
        data.bytes().get(0, bytes);
        return bytes;
    }
}

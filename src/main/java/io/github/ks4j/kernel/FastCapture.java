package io.github.ks4j.kernel;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What fast property and method handlers share. */
final class FastCapture {
    /** A longer request can have an IRP. */
    private static final int LARGEST_REQUEST = 1 << 12;

    private static final Logger LOGGER = System.getLogger(FastCapture.class.getPackageName());

    private FastCapture() {}

    /** The copy of a request; null if there is none to take. */
    static ByteBuffer request(FastIoRequest io) {
        int length = io.inputLength();
        if (length < Capture.IDENTIFIER || length > LARGEST_REQUEST) {
            return null;
        }
        ByteBuffer request = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        return io.requestor().read(io.input(), request, 0, length).isSuccess() ? request : null;
    }

    /** Runs a handler. What it throws becomes the status, as an exception in a driver would. */
    static long call(KsFastHandler handler, FastIoRequest io, ByteBuffer request) {
        try {
            return handler.handle(io, request);
        } catch (KsException e) {
            LOGGER.log(Level.DEBUG, "a fast handler threw", e);
            return IoStatusBlock.of(Capture.failure(e), 0);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "a fast handler threw", e);
            return IoStatusBlock.of(NtStatus.UNSUCCESSFUL, 0);
        }
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import java.nio.ByteBuffer;

/** An open WaveRT render pin. */
final class RtRenderStream extends RtStream {
    /** The packet after the last that the client has written. */
    private long written;

    private boolean ended;
    /** A window on the buffer for the sink; null before there is a buffer. */
    private ByteBuffer played;

    RtRenderStream(RtHardware hardware, PinInstance pin) {
        super(hardware, pin);
    }

    @Override
    void transfer(long frame, int offset, int length) {
        RtCaptureStream listener = listener();
        if (listener != null) {
            listener.hear(buffer().bytes(), offset, length);
        }
        if (played == null) {
            played = buffer().bytes().asReadOnlyBuffer();
        }
        played.limit(offset + length).position(offset);
        try {
            profile.sink().accept(played);
        } catch (RuntimeException | Error e) {
            KsObject.statusOf(e, "a sink");
        }
    }

    @Override
    void skip(long count) {
        super.skip(count);
        RtCaptureStream listener = listener();
        if (listener != null) {
            listener.pass(count);
        }
    }

    /** The stream that hears this one; null if none does. */
    private RtCaptureStream listener() {
        RtCaptureStream capture = hardware.capture;
        return profile.loopback() && capture != null && capture.isRunning() ? capture : null;
    }

    @Override
    void rewind() {
        super.rewind();
        written = 0;
        ended = false;
    }

    @Override
    public void close() {
        super.close();
        hardware.render = null;
    }

    /**
     * The client has written a packet. It must be the one after the last that it has written, or the next that the
     * hardware has not begun if it has lost some; and its place must not hold a packet that is still to be played.
     */
    NtStatus write(int number, int flags, int lastLength) {
        if ((flags & ~KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        boolean last = flags != 0;
        RtBuffer buffer = buffer();
        if (last
                && (Integer.compareUnsigned(lastLength, buffer.packetBytes()) > 0
                        || lastLength % buffer.blockAlign != 0)) {
            return NtStatus.INVALID_PARAMETER;
        }
        if (ended) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        long current = frames() / buffer.packetFrames;
        boolean begun = isRunning() || frames() % buffer.packetFrames != 0;
        long next = Math.max(written, begun ? current + 1 : current);
        // A buffer of one packet is written while it is played.
        long places = begun ? Math.max(2, buffer.notifications) : buffer.notifications;
        int ahead = number - (int) next;
        if (ahead < 0) {
            return NtStatus.DATA_LATE_ERROR;
        }
        if (ahead > 0 || next >= current + places) {
            return NtStatus.DATA_OVERRUN;
        }
        written = next + 1;
        if (last) {
            ended = true;
            endAt(next * buffer.packetFrames + lastLength / buffer.blockAlign);
        }
        return NtStatus.SUCCESS;
    }
}

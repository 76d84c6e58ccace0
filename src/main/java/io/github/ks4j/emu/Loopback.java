package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * The wire from a render pin to a capture pin: a queue of bytes of bounded length. Guarded by the device's lock.
 *
 * <p>Bytes go straight from the frame that is written to the frame that is read where both wait; the queue takes what
 * is written ahead of the reads. Where there is no render pin to listen to, reads get what the {@link Ambience} has.
 */
final class Loopback extends AudioWire {
    /** How many bytes can be under way: what a client can write ahead of the reads. */
    static final int CAPACITY = 64 * 1024;

    private final ByteBuffer ring = ByteBuffer.allocate(CAPACITY);
    /** The bytes that went in and came out since capturing began. */
    private long in;

    private long out;
    /** Values of {@link #in} at which a stream ended: each once, as a client may end it as often as it likes. */
    private final ArrayDeque<Long> ends = new ArrayDeque<>();

    private long played;
    private long captured;
    /** Null if the capture pin hears nothing but what is played. */
    private final Ambience ambience;

    /**
     * A wire.
     *
     * @param signal what the capture pin hears while there is no render pin; null for nothing
     */
    Loopback(AudioSignal signal) {
        this.ambience = signal == null ? null : new Ambience(signal);
    }

    @Override
    PinDispatch openRender(PinInstance pin) {
        listen();
        render = pin;
        return new End() {
            @Override
            void stop() {
                played = 0;
                playedPeak.rest();
            }

            @Override
            public void close() {
                render = null;
                listen();
            }
        };
    }

    @Override
    PinDispatch openCapture(PinInstance pin) {
        capture = pin;
        if (ambience != null) {
            ambience.open(pin, this::listen);
        }
        return new End() {
            @Override
            void stop() {
                captured = 0;
                heardPeak.rest();
                forget();
            }

            @Override
            public void close() {
                capture = null;
                move();
            }
        };
    }

    private void forget() {
        in = 0;
        out = 0;
        ends.clear();
    }

    @Override
    long position(PinInstance pin) {
        listen();
        return pin == render ? played : captured;
    }

    /** What is under way takes as long as it will play. */
    @Override
    long latency(PinInstance pin) {
        return (in - out)
                * KsTimeSource.SECOND
                / pin.format().wave().orElseThrow().bytesPerSecond();
    }

    private abstract class End implements PinDispatch {
        abstract void stop();

        @Override
        public void reset() {
            stop();
            move();
        }

        @Override
        public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
            // What is heard until now is heard in the old state.
            listen();
            if (to == KSSTATE.STOP) {
                stop();
            }
            return NtStatus.SUCCESS;
        }

        @Override
        public void process() {
            move();
        }
    }

    /** Moves whatever can move. */
    private void move() {
        boolean playing = render != null && render.state() == KSSTATE.RUN;
        boolean capturing = capture != null && capture.state() == KSSTATE.RUN;
        while (capturing && capture.queue().hasFrame() && deliver()
                || playing && render.queue().hasFrame() && take(capturing)) {
            // One frame further.
        }
        listen();
    }

    /** Where there is no speaker the microphone hears something else. */
    private void listen() {
        if (ambience == null || capture == null) {
            return;
        }
        boolean alone = render == null && capture.state() == KSSTATE.RUN && in == out;
        StreamQueue reads = capture.queue();
        boolean more = alone;
        while (more && reads.hasFrame()) {
            int room = reads.remaining();
            int bytes = ambience.hear(captured, reads.bytes(), reads.offset(), room);
            if (bytes > 0) {
                heardPeak.measure(capture, captured, reads.bytes(), reads.offset(), bytes);
            }
            captured += bytes;
            reads.advance(bytes);
            more = bytes > 0 || room == 0;
        }
        ambience.await(alone && reads.hasFrame() ? reads.remaining() : 0);
    }

    /** Moves bytes from the queue to the frame that is read. */
    private boolean deliver() {
        StreamQueue reads = capture.queue();
        Long end = ends.peek();
        int bytes = (int) Math.min((end != null ? end : in) - out, reads.remaining());
        if (bytes > 0) {
            copyOut(reads.bytes(), reads.offset(), bytes);
            heardPeak.measure(capture, captured, reads.bytes(), reads.offset(), bytes);
        }
        out += bytes;
        captured += bytes;
        if (end != null && end == out) {
            ends.remove();
            reads.endRequest(bytes, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
        } else if (reads.remaining() == 0) {
            reads.endFrame();
        } else {
            reads.advance(bytes);
            return bytes > 0;
        }
        return true;
    }

    /** Takes bytes from the frame that is written: straight to the frame that is read, to the queue, or nowhere. */
    private boolean take(boolean capturing) {
        StreamQueue writes = render.queue();
        int left = writes.remaining();
        boolean ends = (writes.flags() & KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM) != 0;
        ByteBuffer source = writes.bytes();
        int offset = writes.offset();
        int bytes;
        if (!capturing) {
            bytes = left;
        } else if (in == out && this.ends.isEmpty() && capture.queue().hasFrame()) {
            bytes = copyAcross(writes, capture.queue(), ends);
        } else {
            bytes = Math.min(left, CAPACITY - (int) (in - out));
            if (bytes > 0) {
                copyIn(writes.bytes(), writes.offset(), bytes);
            }
            in += bytes;
            if (ends && bytes == left && !Long.valueOf(in).equals(this.ends.peekLast())) {
                this.ends.add(in);
            }
        }
        if (bytes > 0) {
            playedPeak.measure(render, played, source, offset, bytes);
        }
        played += bytes;
        if (left == 0) {
            writes.endFrame();
        } else {
            writes.advance(bytes);
        }
        return bytes > 0 || left == 0;
    }

    private int copyAcross(StreamQueue writes, StreamQueue reads, boolean ends) {
        int left = writes.remaining();
        int bytes = Math.min(left, reads.remaining());
        if (bytes > 0) {
            reads.bytes().put(reads.offset(), writes.bytes(), writes.offset(), bytes);
            heardPeak.measure(capture, captured, writes.bytes(), writes.offset(), bytes);
        }
        in += bytes;
        out += bytes;
        captured += bytes;
        if (ends && bytes == left) {
            reads.endRequest(bytes, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM);
        } else if (bytes > 0) {
            reads.advance(bytes);
        }
        return bytes;
    }

    private void copyIn(ByteBuffer from, int offset, int length) {
        int start = (int) (in % CAPACITY);
        int first = Math.min(length, CAPACITY - start);
        ring.put(start, from, offset, first);
        ring.put(0, from, offset + first, length - first);
    }

    private void copyOut(ByteBuffer to, int offset, int length) {
        int start = (int) (out % CAPACITY);
        int first = Math.min(length, CAPACITY - start);
        to.put(offset, ring, start, first);
        to.put(offset + first, ring, 0, length - first);
    }
}

package io.github.ks4j.cli;

import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes a given number of bytes from a capture pin to a file, with a few frames under way. The pin owns the frames. For
 * one thread.
 */
final class Recorder {
    private final KsPin pin;
    private final WavWriter sink;
    private final int frameBytes;
    private final Deque<KsFrame> underWay = new ArrayDeque<>();
    private final long wanted;
    /** Bytes of which neither the samples nor a frame to hold them are there. */
    private long left;

    /** How many frames without data have come one after the other. */
    private int empty;

    /**
     * Records to a file.
     *
     * @param wanted how many bytes to write; what the last frame brings beyond them is dropped
     * @param captured how many bytes to capture: {@code wanted}, in whole frames
     */
    Recorder(KsPin pin, WavWriter sink, WavFormat format, long wanted, long captured) {
        this.pin = pin;
        this.sink = sink;
        this.frameBytes = Streaming.frameBytes(format);
        this.wanted = wanted;
        this.left = captured;
    }

    /** Queues the first frames. */
    void prime() {
        for (int i = 0; i < Streaming.FRAMES && left > 0; i++) {
            receive(null);
        }
    }

    /** Whether all has been recorded. */
    boolean isDone() {
        return underWay.isEmpty();
    }

    /** Waits for the oldest frame, and uses it again. */
    void step() throws IOException {
        KsFrame frame = underWay.element();
        frame.await();
        underWay.remove();
        int length = frame.dataUsed();
        left += frame.size() - length;
        empty = length == 0 ? empty + 1 : 0;
        if (empty > Streaming.FRAMES) {
            throw CliException.failed(pin + ": returns one frame after the other without data");
        }
        ByteBuffer samples = frame.bytes().duplicate().position(0);
        sink.write(samples.limit((int) Math.min(length, wanted - sink.dataLength())));
        if (left > 0) {
            receive(frame);
        }
    }

    /** Has the next bytes read, to a frame that has come back if it fits: a read ends when its frame is full. */
    private void receive(KsFrame used) {
        int length = (int) Math.min(frameBytes, left);
        KsFrame frame = used;
        if (used == null) {
            frame = pin.frame(length);
        } else if (used.size() != length) {
            used.close();
            frame = pin.frame(length);
        }
        left -= length;
        underWay.add(frame);
        pin.read(frame);
    }
}

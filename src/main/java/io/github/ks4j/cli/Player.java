package io.github.ks4j.cli;

import io.github.ks4j.KsFrame;
import io.github.ks4j.KsPin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Feeds the samples of a source to a render pin, with a few frames under way. A source that ends within a sample is
 * filled up with zeroes. The pin owns the frames. For one thread.
 */
final class Player {
    private final KsPin pin;
    private final AudioSource source;
    private final int frameBytes;
    private final Deque<KsFrame> underWay = new ArrayDeque<>();
    private long left;

    Player(KsPin pin, AudioSource source) {
        this.pin = pin;
        this.source = source;
        this.frameBytes = Streaming.frameBytes(source.format());
        this.left = Streaming.wholeFrames(source);
    }

    /** Queues the first frames. */
    void prime() throws IOException {
        for (int i = 0; i < Streaming.FRAMES && left > 0; i++) {
            KsFrame frame = pin.frame(frameBytes);
            underWay.add(frame);
            send(frame);
        }
    }

    /** Whether all has been played. */
    boolean isDone() {
        return underWay.isEmpty();
    }

    /** The bytes that have been handed to the pin. */
    long played() {
        return source.dataLength() - Math.min(left, source.dataLength());
    }

    /** Waits for the oldest frame, and uses it again. */
    void step() throws IOException {
        KsFrame frame = underWay.element();
        frame.await();
        underWay.remove();
        if (left > 0) {
            underWay.add(frame);
            send(frame);
        }
    }

    private void send(KsFrame frame) throws IOException {
        int length = (int) Math.min(frameBytes, left);
        ByteBuffer bytes = frame.bytes().duplicate().limit(length).position(0);
        source.read(bytes);
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
        left -= length;
        frame.dataUsed(length);
        pin.write(frame);
    }
}

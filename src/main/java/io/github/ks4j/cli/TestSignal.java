package io.github.ks4j.cli;

import io.github.ks4j.set.WaveFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Two seconds of a sine that sweeps from 20 Hz to 20 kHz on the left and back on the right, the same bits on every
 * machine.
 */
final class TestSignal implements AudioSource {
    private static final int RATE = 48000;
    private static final int SECONDS = 2;
    private static final double LOWEST = 20;
    private static final double OCTAVES = 9.965784284662087;
    private static final double AMPLITUDE = 0.5 * Short.MAX_VALUE;
    private static final int FRAME = 4;

    private final ByteBuffer frame = ByteBuffer.allocate(FRAME).order(ByteOrder.LITTLE_ENDIAN);
    private int next;
    private double left;
    private double right;

    TestSignal() {
        frame.position(FRAME);
    }

    @Override
    public WavFormat format() {
        return WavFormat.plain(WaveFormat.pcm(RATE, 16, 2));
    }

    @Override
    public long dataLength() {
        return (long) RATE * SECONDS * FRAME;
    }

    @Override
    public int read(ByteBuffer destination) {
        int start = destination.position();
        while (destination.hasRemaining() && (frame.hasRemaining() || next < RATE * SECONDS)) {
            if (!frame.hasRemaining()) {
                advance();
            }
            destination.put(frame.get());
        }
        return destination.position() - start;
    }

    @Override
    public void close() {}

    private void advance() {
        // StrictMath: Math.sin may differ in the last bit from one machine to the next.
        frame.putShort(0, (short) StrictMath.round(AMPLITUDE * StrictMath.sin(left)));
        frame.putShort(2, (short) StrictMath.round(AMPLITUDE * StrictMath.sin(right)));
        frame.position(0);
        double progress = (double) next++ / (RATE * SECONDS);
        left += step(progress);
        right += step(1 - progress);
    }

    private static double step(double progress) {
        return 2 * Math.PI * LOWEST * StrictMath.pow(2, OCTAVES * progress) / RATE;
    }
}

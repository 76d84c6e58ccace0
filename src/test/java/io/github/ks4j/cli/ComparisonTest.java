package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.set.WaveFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final byte[] samples = Riff.noise(200_001);

    @Test
    void equalBytesAreBitExact() throws IOException {
        assertTrue(compare(samples, samples.clone()).isBitExact());
    }

    @Test
    void differencesAreCountedAndTheFirstIsFound() throws IOException {
        byte[] other = samples.clone();
        other[150_000] ^= 1;
        other[70_003] ^= 1;
        assertEquals(new Comparison(2, 70_003), compare(samples, other));
    }

    @Test
    void whatIsMissingAtTheEndIsDifferent() throws IOException {
        assertEquals(new Comparison(50_001, 150_000), compare(samples, Arrays.copyOf(samples, 150_000)));
    }

    @Test
    void whatIsTooMuchAtTheEndIsDifferent() throws IOException {
        assertEquals(new Comparison(150_001, 50_000), compare(Arrays.copyOf(samples, 50_000), samples));
    }

    @Test
    void theTestSignalIsTheSameEachTime() throws IOException {
        try (TestSignal one = new TestSignal();
                TestSignal other = new TestSignal()) {
            assertTrue(Comparison.of(one, other).isBitExact());
        }
    }

    @Test
    void theTestSignalDoesNotDependOnHowItIsRead() {
        ByteBuffer whole = ByteBuffer.allocate(1000);
        ByteBuffer pieces = ByteBuffer.allocate(1000);
        try (TestSignal one = new TestSignal();
                TestSignal other = new TestSignal()) {
            one.read(whole);
            while (pieces.position() < 1000) {
                other.read(pieces.limit(Math.min(1000, pieces.position() + 7)));
            }
        }
        assertArrayEquals(whole.array(), pieces.array());
    }

    private static Comparison compare(byte[] one, byte[] other) throws IOException {
        try (AudioSource expected = new Bytes(one);
                AudioSource actual = new Bytes(other)) {
            return Comparison.of(expected, actual);
        }
    }

    private record Bytes(ByteBuffer left, int size) implements AudioSource {
        Bytes(byte[] bytes) {
            this(ByteBuffer.wrap(bytes), bytes.length);
        }

        @Override
        public WavFormat format() {
            return WavFormat.plain(WaveFormat.pcm(8000, 8, 1));
        }

        @Override
        public long dataLength() {
            return size;
        }

        @Override
        public int read(ByteBuffer destination) {
            int length = Math.min(destination.remaining(), left.remaining());
            destination.put(left.slice(left.position(), length));
            left.position(left.position() + length);
            return length;
        }

        @Override
        public void close() {}
    }
}

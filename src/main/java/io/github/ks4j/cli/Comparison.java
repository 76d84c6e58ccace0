package io.github.ks4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How the bytes of two recordings differ; what one has beyond the other counts as different.
 *
 * @param different the number of bytes that differ
 * @param first where the first of them is; -1 if there is none
 */
record Comparison(long different, long first) {
    private static final int PIECE = 64 * 1024;

    static Comparison of(AudioSource expected, AudioSource actual) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(PIECE);
        ByteBuffer other = ByteBuffer.allocate(PIECE);
        long different = 0;
        long first = -1;
        long position = 0;
        while (true) {
            expected.read(one.clear());
            actual.read(other.clear());
            one.flip();
            other.flip();
            int length = Math.max(one.limit(), other.limit());
            if (length == 0) {
                return new Comparison(different, first);
            }
            // The quick way first: almost always all is the same.
            if (one.mismatch(other) >= 0) {
                for (int i = 0; i < length; i++) {
                    if (i >= one.limit() || i >= other.limit() || one.get(i) != other.get(i)) {
                        different++;
                        first = first < 0 ? position + i : first;
                    }
                }
            }
            position += length;
        }
    }

    boolean isBitExact() {
        return different == 0;
    }
}

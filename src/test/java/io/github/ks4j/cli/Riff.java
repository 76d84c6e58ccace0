package io.github.ks4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Composes RIFF files byte by byte, well-formed or not, without the writer under test. */
final class Riff {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 22).order(ByteOrder.LITTLE_ENDIAN);
    private Integer riffSize;

    Riff() {
        this("RIFF", "WAVE");
    }

    Riff(String magic, String form) {
        text(magic);
        bytes.putInt(0);
        text(form);
    }

    /** A {@code fmt} chunk of 16 bytes. */
    Riff format(int tag, int channels, int rate, int blockAlign, int bits) {
        return chunk("fmt ", fmt(tag, channels, rate, blockAlign, bits, 16));
    }

    /** A {@code fmt} chunk of 40 bytes. */
    Riff extensible(int channels, int rate, int bits, int validBits, int mask, int subTag) {
        byte[] fmt = fmt(0xFFFE, channels, rate, channels * bits / 8, bits, 40);
        ByteBuffer tail = ByteBuffer.wrap(fmt).order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(16, (short) 22).putShort(18, (short) validBits).putInt(20, mask);
        tail.putInt(24, subTag).putInt(28, 0x0010_0000).putLong(32, 0x719B_3800_AA00_0080L);
        return chunk("fmt ", fmt);
    }

    static byte[] fmt(int tag, int channels, int rate, int blockAlign, int bits, int length) {
        ByteBuffer fmt = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fmt.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * blockAlign);
        fmt.putShort((short) blockAlign).putShort((short) bits);
        return fmt.array();
    }

    /** A chunk with its length and, if that is odd, a pad byte. */
    Riff chunk(String id, byte[] contents) {
        chunk(id, contents.length, contents);
        if (contents.length % 2 == 1) {
            bytes.put((byte) 0);
        }
        return this;
    }

    /** A chunk whose length says something else. */
    Riff chunk(String id, int length, byte[] contents) {
        text(id);
        bytes.putInt(length).put(contents);
        return this;
    }

    /** The RIFF size to write instead of the right one. */
    Riff size(int size) {
        riffSize = size;
        return this;
    }

    byte[] toByteArray() {
        bytes.putInt(4, riffSize != null ? riffSize : bytes.position() - 8);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    Path write(Path file) throws IOException {
        return Files.write(file, toByteArray());
    }

    /** Bytes without a pattern that a shift by a sample or a channel would keep. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new java.util.Random(length).nextBytes(noise);
        return noise;
    }

    private void text(String id) {
        for (int i = 0; i < id.length(); i++) {
            bytes.put((byte) id.charAt(i));
        }
    }
}

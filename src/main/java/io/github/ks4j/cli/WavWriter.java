package io.github.ks4j.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a RIFF/WAVE file. The header goes out first, with sizes that say "to the end of the file", and gets its sizes
 * when the file is closed; a file of more than 4 GiB keeps the former. For one thread.
 */
final class WavWriter implements Closeable {
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private final FileChannel channel;
    private final WavFormat format;
    private final int factAt;
    private final int dataAt;
    private long written;

    private WavWriter(FileChannel channel, WavFormat format, int factAt, int dataAt) {
        this.channel = channel;
        this.format = format;
        this.factAt = factAt;
        this.dataAt = dataAt;
    }

    /**
     * Creates or replaces a file.
     *
     * @throws IOException if it cannot be written
     */
    static WavWriter create(Path file, WavFormat format) throws IOException {
        ByteBuffer fmt = format.write();
        // Formats other than PCM carry their number of frames in a chunk of its own.
        int fact = format.isFloat() ? 12 : 0;
        int dataAt = 20 + fmt.capacity() + fact;
        ByteBuffer header = ByteBuffer.allocate(dataAt + 8).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(WavReader.fourCc("RIFF")).putInt((int) UNKNOWN).putInt(WavReader.fourCc("WAVE"));
        header.putInt(WavReader.fourCc("fmt ")).putInt(fmt.capacity()).put(fmt);
        if (fact > 0) {
            header.putInt(WavReader.fourCc("fact")).putInt(4).putInt(0);
        }
        header.putInt(WavReader.fourCc("data")).putInt((int) UNKNOWN).flip();
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        WavWriter writer = new WavWriter(channel, format, fact > 0 ? dataAt - 4 : -1, dataAt);
        try {
            writeFully(channel, header);
            return writer;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The bytes of samples written so far. */
    long dataLength() {
        return written;
    }

    /**
     * Appends samples.
     *
     * @param samples written from position to limit
     * @throws IOException if they cannot be written
     */
    void write(ByteBuffer samples) throws IOException {
        written += samples.remaining();
        writeFully(channel, samples);
    }

    @Override
    public void close() throws IOException {
        try (FileChannel open = channel) {
            if (!open.isOpen()) {
                return;
            }
            if ((written & 1) == 1) {
                writeFully(open, ByteBuffer.allocate(1));
            }
            long riff = dataAt + written + (written & 1);
            if (riff < UNKNOWN) {
                patch(4, riff);
                patch(dataAt + 4, written);
            }
            if (factAt > 0) {
                patch(factAt, Math.min(written / format.frameBytes(), UNKNOWN));
            }
        }
    }

    private void patch(long position, long value) throws IOException {
        ByteBuffer field = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, (int) value);
        while (field.hasRemaining()) {
            channel.write(field, position + field.position());
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

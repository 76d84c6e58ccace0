package io.github.ks4j.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a RIFF/WAVE file piece by piece, whatever its length. Chunks other than {@code fmt} and {@code data} are
 * skipped, wherever they stand.
 *
 * <p>A data chunk of 0xFFFFFFFF bytes, or of none in a file whose RIFF size was never filled in either, reaches to the
 * end of the file: so do programs write that cannot seek back. For one thread.
 */
final class WavReader implements AudioSource {
    private static final int RIFF = fourCc("RIFF");
    private static final int WAVE = fourCc("WAVE");
    private static final int FMT = fourCc("fmt ");
    private static final int DATA = fourCc("data");
    private static final int UNKNOWN = 0xFFFFFFFF;

    /** A {@code fmt} chunk this long is no format. */
    private static final int LONGEST_FORMAT = 0xFFFF + 18;

    private final String name;
    private final FileChannel channel;
    private WavFormat format;
    private long dataStart = -1;
    private long dataLength;
    private long read;

    private WavReader(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /**
     * Opens a file and finds its format and data.
     *
     * @throws WavException if it is no WAV file, or cut short
     * @throws IOException if it cannot be read
     */
    static WavReader open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new WavException(file + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new WavException(file + ": not a file");
        }
        WavReader reader = new WavReader(file.toString(), FileChannel.open(file, StandardOpenOption.READ));
        try {
            reader.findChunks();
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public WavFormat format() {
        return format;
    }

    /** The bytes of the data chunk; not always a whole number of frames. */
    @Override
    public long dataLength() {
        return dataLength;
    }

    /** The file's name, for messages. */
    String name() {
        return name;
    }

    /**
     * Reads samples until the buffer is full or the data at its end.
     *
     * @param destination filled from its position
     * @return the bytes read; 0 at the end of the data
     * @throws WavException if the file has become shorter
     * @throws IOException if it cannot be read
     */
    @Override
    public int read(ByteBuffer destination) throws IOException {
        int wanted = (int) Math.min(destination.remaining(), dataLength - read);
        if (wanted <= 0) {
            return 0;
        }
        ByteBuffer slice = destination.slice(destination.position(), wanted);
        if (!fill(slice, dataStart + read)) {
            throw new WavException(name + ": cut short while it was read");
        }
        destination.position(destination.position() + wanted);
        read += wanted;
        return wanted;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void findChunks() throws IOException {
        long size = channel.size();
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        if (size < 12 || !fill(head, 0)) {
            throw new WavException(name + ": not a WAV file: it ends within the RIFF header");
        }
        checkMagic(head);
        boolean streamed = head.getInt(4) == 0 || head.getInt(4) == UNKNOWN;
        long position = 12;
        while (format == null || dataStart < 0) {
            if (size - position < 8) {
                throw new WavException(
                        name + ": cut short: it ends before its " + (format == null ? "fmt" : "data") + " chunk");
            }
            head.clear().limit(8);
            fill(head, position);
            position = chunk(head.getInt(0), head.getInt(4), position + 8, size, streamed);
        }
    }

    private void checkMagic(ByteBuffer head) {
        int magic = head.getInt(0);
        if (magic == fourCc("RF64") || magic == fourCc("BW64") || magic == fourCc("RIFX")) {
            throw new WavException(name + ": a WAV file of the " + text(magic) + " kind, which is not supported");
        }
        if (magic != RIFF || head.getInt(8) != WAVE) {
            throw new WavException(name + ": not a WAV file: it does not start with RIFF and WAVE");
        }
    }

    /** Takes a chunk and returns where the next one starts. */
    private long chunk(int id, int lengthField, long start, long size, boolean streamed) throws IOException {
        long length = Integer.toUnsignedLong(lengthField);
        if (id == DATA) {
            boolean open = lengthField == UNKNOWN || length == 0 && streamed;
            dataStart = start;
            dataLength = open ? size - start : length;
        }
        long present = size - start;
        if (id == FMT && format == null) {
            if (length > LONGEST_FORMAT) {
                throw new WavException(name + ": its fmt chunk says " + length + " bytes, which is no format");
            }
            checkPresent("fmt", length, present);
            ByteBuffer contents = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
            fill(contents, start);
            format = WavFormat.read(name, contents.flip());
        } else if (id == DATA) {
            checkPresent("data", dataLength, present);
            length = dataLength;
        }
        return start + length + (length & 1);
    }

    private void checkPresent(String chunk, long length, long present) {
        if (length > present) {
            throw new WavException(name + ": cut short: its " + chunk + " chunk should have " + length + " bytes, "
                    + (length - present) + " are missing");
        }
    }

    /** Fills a buffer from a position of the file. */
    private boolean fill(ByteBuffer destination, long position) throws IOException {
        long at = position;
        while (destination.hasRemaining()) {
            int count = channel.read(destination, at);
            if (count < 0) {
                return false;
            }
            at += count;
        }
        return true;
    }

    static int fourCc(String text) {
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }

    private static String text(int fourCc) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append((char) (fourCc >>> 8 * i & 0xFF));
        }
        return text.toString();
    }
}

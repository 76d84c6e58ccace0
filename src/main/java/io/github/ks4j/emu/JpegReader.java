package io.github.ks4j.emu;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the brightness of the blocks of a baseline JPEG, which is as much as a {@link TestCard} needs: the mean of each 8
 * by 8 pixels, without undoing the transform. The bytes may come from anywhere.
 */
final class JpegReader {
    private static final int NO_BITS = -1;

    private final ByteBuffer in;
    private final int[] quantization = new int[4];
    private final Codes[] dc = new Codes[4];
    private final Codes[] ac = new Codes[4];
    private int[] components = {};
    private int[] sampling = {};
    private int[] tables = {};
    private int restartInterval;
    private int bits;
    private int bitCount;

    private JpegReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads the first rows of blocks of the picture's first component.
     *
     * @param jpeg the file, from its position to its limit
     * @param columns how many blocks a row has
     * @param rows how many rows are wanted
     * @return the means, 0 to 255, row by row; null if this is no such JPEG, or it ends too early
     */
    static int[] blocks(ByteBuffer jpeg, int columns, int rows) {
        try {
            return new JpegReader(jpeg.slice()).read(columns, rows);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return null;
        }
    }

    private int[] read(int columns, int rows) {
        if (in.getShort() != (short) 0xFFD8) {
            return null;
        }
        while (true) {
            if (next() != 0xFF) {
                return null;
            }
            int marker = next();
            int end = in.position() + (in.getShort() & 0xFFFF);
            switch (marker) {
                case Jpeg.DQT -> readQuantization(end);
                case Jpeg.DHT -> readCodes(end);
                case Jpeg.DRI -> restartInterval = in.getShort() & 0xFFFF;
                case Jpeg.SOF0 -> readFrame();
                case Jpeg.SOS -> {
                    return readScan(end) ? readBlocks(columns, rows) : null;
                }
                default -> {
                    boolean otherKindOfFrame = marker > Jpeg.SOF0 && marker < 0xD0;
                    if (otherKindOfFrame) {
                        return null;
                    }
                }
            }
            if (end < in.position()) {
                return null;
            }
            goTo(end);
        }
    }

    private int next() {
        return in.get() & 0xFF;
    }

    private void goTo(int position) {
        if (position > in.limit()) {
            throw new BufferUnderflowException();
        }
        in.position(position);
    }

    /** Keeps what the first coefficient is divided by. */
    private void readQuantization(int end) {
        while (in.position() < end) {
            int head = next();
            boolean wide = head >>> 4 != 0;
            quantization[head & 3] = wide ? in.getShort() & 0xFFFF : next();
            goTo(in.position() + (wide ? 126 : 63));
        }
    }

    private void readCodes(int end) {
        while (in.position() < end) {
            int head = next();
            (head >>> 4 == 0 ? dc : ac)[head & 3] = new Codes(in);
        }
    }

    private void readFrame() {
        goTo(in.position() + 5);
        int count = next();
        components = new int[count];
        sampling = new int[count];
        tables = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = next();
            sampling[i] = next();
            tables[i] = next() & 3;
        }
    }

    /** Leaves for each component its tables: quantization, DC and AC, two bits each. */
    private boolean readScan(int end) {
        int count = next();
        if (count == 0 || count != components.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int component = next();
            int codes = next();
            if (component != components[i] || dc[codes >>> 4 & 3] == null || ac[codes & 3] == null) {
                return false;
            }
            tables[i] |= (codes >>> 4 & 3) << 2 | (codes & 3) << 4;
        }
        goTo(end);
        return true;
    }

    private int[] readBlocks(int columns, int rows) {
        boolean alone = components.length == 1;
        int across = alone ? 1 : sampling[0] >>> 4;
        int down = alone ? 1 : sampling[0] & 15;
        if (across == 0 || down == 0) {
            return null;
        }
        int unitsInRow = (columns + across - 1) / across;
        int unitRows = (rows + down - 1) / down;
        int[] means = new int[columns * rows];
        int[] last = new int[components.length];
        for (int unit = 0; unit < unitsInRow * unitRows; unit++) {
            if (restartInterval != 0 && unit != 0 && unit % restartInterval == 0) {
                restart();
                last = new int[components.length];
            }
            for (int i = 0; i < components.length; i++) {
                int blocks = alone ? 1 : (sampling[i] >>> 4) * (sampling[i] & 15);
                for (int block = 0; block < blocks; block++) {
                    if (!readBlock(i, last)) {
                        return null;
                    }
                    int column = unit % unitsInRow * across + block % across;
                    int row = unit / unitsInRow * down + block / across;
                    if (i == 0 && column < columns && row < rows) {
                        means[row * columns + column] = 128 + last[0] * quantization[tables[0] & 3] / 8;
                    }
                }
            }
        }
        return means;
    }

    /** Reads a block for the sake of its first coefficient. */
    private boolean readBlock(int component, int[] last) {
        int size = dc[tables[component] >>> 2 & 3].next();
        if (size < 0 || size > 11) {
            return false;
        }
        int value = readBits(size);
        if (value == NO_BITS && size != 0) {
            return false;
        }
        last[component] += size == 0 || value >>> size - 1 != 0 ? value : value - (1 << size) + 1;
        Codes codes = ac[tables[component] >>> 4];
        for (int i = 1; i < Jpeg.BLOCK; i++) {
            int symbol = codes.next();
            if (symbol < 0) {
                return false;
            }
            if (symbol == 0) {
                break;
            }
            i += symbol >>> 4;
            readBits(symbol & 15);
        }
        return true;
    }

    private void restart() {
        bitCount = 0;
        goTo(in.position() + 2);
    }

    /** Reads up to 15 bits; {@link #NO_BITS} at a marker. */
    private int readBits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (bitCount == 0) {
                bits = next();
                bitCount = 8;
                if (bits == 0xFF && next() != 0) {
                    return NO_BITS;
                }
            }
            value = value << 1 | bits >>> --bitCount & 1;
        }
        return value;
    }

    /** A Huffman table. */
    private final class Codes {
        private final int[] counts = new int[16];
        private final byte[] symbols;

        Codes(ByteBuffer from) {
            int sum = 0;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = from.get() & 0xFF;
                sum += counts[i];
            }
            symbols = new byte[sum];
            from.get(symbols);
        }

        /** The next symbol; negative if there is none. */
        int next() {
            int code = 0;
            int first = 0;
            int index = 0;
            for (int count : counts) {
                int bit = readBits(1);
                if (bit == NO_BITS) {
                    return NO_BITS;
                }
                code |= bit;
                if (code - first < count) {
                    return symbols[index + code - first] & 0xFF;
                }
                index += count;
                first = first + count << 1;
                code <<= 1;
            }
            return NO_BITS;
        }
    }
}

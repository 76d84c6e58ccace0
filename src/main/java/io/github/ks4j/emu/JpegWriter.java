package io.github.ks4j.emu;

import java.util.Arrays;

/**
 * Writes pictures in YUY2 as baseline JPEGs of 4:2:2, as cameras do. In integers, so that a picture has the same bytes
 * on every machine; without an allocation, and fast where the picture is flat. Not thread-safe.
 */
final class JpegWriter {
    private static final int COSINE_BITS = 12;

    /** The cosines of the transform, with its factors: row by frequency, column by pixel. */
    private static final int[] COSINES = cosines();

    private static final int[] DC_CODE = new int[256];
    private static final int[] DC_LENGTH = lengths(Jpeg.DC_CODES, DC_CODE);
    private static final int[] AC_CODE = new int[256];
    private static final int[] AC_LENGTH = lengths(Jpeg.AC_CODES, AC_CODE);

    /** From the range of video to that of JPEG. */
    private static final int[] LUMA = spread(16, 219, 0);

    private static final int[] CHROMA = spread(128, 224, 128);

    private final int width;
    private final int height;
    private final int[] block = new int[Jpeg.BLOCK];
    private final int[] rows = new int[Jpeg.BLOCK];
    /** What comes before the blocks. */
    private final byte[] head;

    private byte[] out;
    private int at;
    private long bits;
    private int bitCount;

    JpegWriter(int width, int height) {
        this.width = width;
        this.height = height;
        this.out = new byte[limit()];
        writeHead();
        this.head = Arrays.copyOf(out, at);
    }

    /** More bytes than a picture takes: 16 bits a coefficient, which the energy of 8-bit pixels is too little for. */
    int limit() {
        return 1024 + 4 * (width + 15) * (height + 7);
    }

    /**
     * Writes a picture.
     *
     * @param picture YUY2
     * @param target at least {@link #limit()} bytes
     * @return how many bytes the picture takes
     */
    int write(byte[] picture, byte[] target) {
        out = target;
        System.arraycopy(head, 0, out, 0, head.length);
        at = head.length;
        bits = 0;
        bitCount = 0;
        int lastY = 0;
        int lastU = 0;
        int lastV = 0;
        for (int y = 0; y < height; y += 8) {
            for (int x = 0; x < width; x += 16) {
                load(picture, x, y, 0, 1, LUMA);
                lastY = block(lastY);
                load(picture, x + 8, y, 0, 1, LUMA);
                lastY = block(lastY);
                load(picture, x, y, 1, 2, CHROMA);
                lastU = block(lastU);
                load(picture, x, y, 3, 2, CHROMA);
                lastV = block(lastV);
            }
        }
        put(0x7F, 7);
        out[at++] = (byte) 0xFF;
        out[at++] = (byte) Jpeg.EOI;
        return at;
    }

    private void writeHead() {
        marker(Jpeg.SOI);
        marker(Jpeg.APP0);
        bytes(0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
        marker(Jpeg.DQT);
        bytes(0, 67, 0);
        for (int position : Jpeg.ZIGZAG) {
            out[at++] = (byte) quantization(position);
        }
        marker(Jpeg.SOF0);
        bytes(0, 17, 8, height >> 8, height, width >> 8, width, 3, 1, 0x21, 0, 2, 0x11, 0, 3, 0x11, 0);
        codes(0x00, Jpeg.DC_CODES);
        codes(0x10, Jpeg.AC_CODES);
        marker(Jpeg.SOS);
        bytes(0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0);
    }

    private static int quantization(int position) {
        return Jpeg.QUANTIZATION[position] + 1 >> 1;
    }

    private void codes(int id, byte[] codes) {
        marker(Jpeg.DHT);
        bytes(codes.length + 3 >> 8, codes.length + 3, id);
        System.arraycopy(codes, 0, out, at, codes.length);
        at += codes.length;
    }

    private void marker(int marker) {
        bytes(0xFF, marker);
    }

    private void bytes(int... values) {
        for (int value : values) {
            out[at++] = (byte) value;
        }
    }

    /** Loads one component of 8 rows; beyond the picture its last pixels are repeated. */
    private void load(byte[] picture, int x, int y, int component, int pixels, int[] range) {
        int unit = 2 * pixels;
        int last = 2 * width - unit + component;
        for (int row = 0; row < 8; row++) {
            int line = Math.min(y + row, height - 1) * width * 2;
            for (int column = 0; column < 8; column++) {
                int offset = Math.min(2 * x + column * unit + component, last);
                block[row * 8 + column] = range[picture[line + offset] & 0xFF];
            }
        }
    }

    /** Writes the block that is loaded. Returns its DC coefficient. */
    private int block(int lastDc) {
        boolean flat = true;
        for (int i = 1; i < Jpeg.BLOCK && flat; i++) {
            flat = block[i] == block[0];
        }
        if (flat) {
            int dc = quantize(8 * block[0], 0);
            symbol(DC_CODE, DC_LENGTH, 0, dc - lastDc);
            symbol(AC_CODE, AC_LENGTH, 0, 0);
            return dc;
        }
        transform();
        int dc = quantize(block[0], 0);
        symbol(DC_CODE, DC_LENGTH, 0, dc - lastDc);
        int zeroes = 0;
        for (int i = 1; i < Jpeg.BLOCK; i++) {
            int position = Jpeg.ZIGZAG[i];
            int value = quantize(block[position], position);
            if (value == 0) {
                zeroes++;
                continue;
            }
            for (; zeroes > 15; zeroes -= 16) {
                symbol(AC_CODE, AC_LENGTH, 15, 0);
            }
            symbol(AC_CODE, AC_LENGTH, zeroes, value);
            zeroes = 0;
        }
        if (zeroes > 0) {
            symbol(AC_CODE, AC_LENGTH, 0, 0);
        }
        return dc;
    }

    private static int quantize(int coefficient, int position) {
        int step = quantization(position);
        return (coefficient + (coefficient < 0 ? -step : step) / 2) / step;
    }

    /** The forward transform of the block, in place: first its rows, then its columns. */
    private void transform() {
        for (int line = 0; line < Jpeg.BLOCK; line += 8) {
            for (int u = 0; u < 8; u++) {
                int sum = 0;
                for (int x = 0; x < 8; x++) {
                    sum += COSINES[u * 8 + x] * block[line + x];
                }
                rows[line + u] = sum + 64 >> 7;
            }
        }
        for (int column = 0; column < 8; column++) {
            for (int v = 0; v < 8; v++) {
                int sum = 0;
                for (int y = 0; y < 8; y++) {
                    sum += COSINES[v * 8 + y] * rows[y * 8 + column];
                }
                int shift = 2 * COSINE_BITS - 7;
                block[v * 8 + column] = sum + (1 << shift - 1) >> shift;
            }
        }
    }

    /** Writes a run of zeroes and the size of a value as one code, and then the value. */
    private void symbol(int[] code, int[] length, int run, int value) {
        int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        int symbol = run << 4 | size;
        put(code[symbol], length[symbol]);
        put((value < 0 ? value - 1 : value) & (1 << size) - 1, size);
    }

    private void put(int value, int count) {
        bits = bits << count | value;
        bitCount += count;
        while (bitCount >= 8) {
            bitCount -= 8;
            int next = (int) (bits >>> bitCount) & 0xFF;
            out[at++] = (byte) next;
            if (next == 0xFF) {
                out[at++] = 0;
            }
        }
    }

    private static int[] cosines() {
        int[] cosines = new int[Jpeg.BLOCK];
        for (int u = 0; u < 8; u++) {
            double factor = (u == 0 ? StrictMath.sqrt(0.5) : 1) / 2;
            for (int x = 0; x < 8; x++) {
                double cosine = factor * StrictMath.cos((2 * x + 1) * u * Math.PI / 16);
                cosines[u * 8 + x] = (int) StrictMath.rint(cosine * (1 << COSINE_BITS));
            }
        }
        return cosines;
    }

    private static int[] spread(int zero, int extent, int middle) {
        int[] range = new int[256];
        for (int i = 0; i < range.length; i++) {
            int value = middle + Math.floorDiv((i - zero) * 255 * 2 + extent, 2 * extent);
            range[i] = Math.max(0, Math.min(255, value)) - 128;
        }
        return range;
    }

    private static int[] lengths(byte[] codes, int[] code) {
        int[] lengths = new int[256];
        int next = 0;
        int symbol = 16;
        for (int length = 1; length <= 16; length++) {
            for (int i = 0; i < codes[length - 1]; i++) {
                lengths[codes[symbol] & 0xFF] = length;
                code[codes[symbol++] & 0xFF] = next++;
            }
            next <<= 1;
        }
        return lengths;
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Guid;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a virtual camera sees: colour bars, a grey ramp, a box that moves, and the number and the time of the frame, for
 * people in digits and for programs in a code. The same frame has the same bytes in every run and on every machine.
 *
 * <p>The code lies at the top, in cells of 8 by 8 pixels that are black or white: 64 bits of number, 64 bits of time and
 * 16 bits to check them, the highest first, in as many rows as it takes. It survives being compressed, and is read back
 * by {@link #read}:
 *
 * <pre>{@code
 * TestCard.Stamp stamp = TestCard.read(format, frame).orElseThrow();
 * assertEquals(7, stamp.frame());
 * }</pre>
 *
 * <p>Encodings are {@link VideoFormat#YUY2}, {@link VideoFormat#NV12} and {@link VideoFormat#MJPG}, a baseline JPEG of
 * 4:2:2. Not thread-safe; drawing allocates nothing.
 */
public final class TestCard {
    private static final int CELL = 8;
    private static final int CODE_BITS = 144;
    private static final int GREY = 128;
    private static final int BLACK = 16;
    private static final int WHITE = 235;

    /** The bars: white, yellow, cyan, green, magenta, red, blue, black, with 75 % of saturation; Y, U, V. */
    private static final int[] BARS = {
        180, 128, 128, 162, 44, 142, 131, 156, 44, 112, 72, 58, 84, 184, 198, 65, 100, 212, 35, 212, 114, 16, 128, 128
    };

    /** The digits, the point and the minus: five rows of three pixels each, the upper left one the highest bit. */
    private static final int[] GLYPHS = {
        0b111_101_101_101_111,
        0b010_110_010_010_111,
        0b111_001_111_100_111,
        0b111_001_111_001_111,
        0b101_101_111_001_001,
        0b111_100_111_001_111,
        0b111_100_111_101_111,
        0b111_001_001_001_001,
        0b111_101_111_101_111,
        0b111_101_111_001_111,
        0b000_000_000_000_010,
        0b000_000_111_000_000
    };

    private static final int POINT = 10;
    private static final int MINUS = 11;
    private static final int LONGEST_TEXT = 21;

    private final VideoFormat format;
    private final int width;
    private final int height;
    private final boolean planar;
    /** What does not change. */
    private final byte[] background;

    private final byte[] picture;
    private final byte[] text = new byte[LONGEST_TEXT];
    /** Null unless the format is compressed. */
    private final JpegWriter jpeg;

    private final byte[] compressed;

    /**
     * A card.
     *
     * @param format the encoding and the size; the rate does not matter
     * @throws IllegalArgumentException if the encoding is another one, a side is odd, or the picture is too small for the
     *     code, as one of 64 by 144 pixels just is not
     */
    public TestCard(VideoFormat format) {
        if (!canDraw(format)) {
            throw new IllegalArgumentException("there is no test card of " + format);
        }
        this.format = format;
        this.width = format.width();
        this.height = format.height();
        this.planar = format.encoding().equals(VideoFormat.NV12);
        this.picture = new byte[planar ? width * height * 3 / 2 : width * height * 2];
        drawBackground();
        this.background = picture.clone();
        boolean isCompressed = format.encoding().equals(VideoFormat.MJPG);
        this.jpeg = isCompressed ? new JpegWriter(width, height) : null;
        this.compressed = isCompressed ? new byte[jpeg.limit()] : null;
    }

    /** Whether there is a card of a format. */
    static boolean canDraw(VideoFormat format) {
        Guid encoding = format.encoding();
        return (encoding.equals(VideoFormat.YUY2)
                        || encoding.equals(VideoFormat.NV12)
                        || encoding.equals(VideoFormat.MJPG))
                && format.width() > 0
                && format.height() > 0
                && format.width() % 2 == 0
                && format.height() % 2 == 0
                && format.width() <= 0x4000
                && format.height() <= 0x4000
                && format.width() >= CELL
                && rowsOfCode(format.width()) * CELL <= format.height();
    }

    private static int rowsOfCode(int width) {
        int columns = width / CELL;
        return (CODE_BITS + columns - 1) / columns;
    }

    /**
     * The encoding and the size.
     *
     * @return the format that the card was made for
     */
    public VideoFormat format() {
        return format;
    }

    /**
     * Draws a frame.
     *
     * @param frame the number of the frame
     * @param time its time, in units of 100 ns
     * @param target where to
     * @param offset where in the target the frame starts; position and limit of the target stay as they are
     * @return the bytes that the frame takes: {@link VideoFormat#imageSize()}, or those of the JPEG. If the target's
     *     limit leaves less room, nothing is written, and this is negative
     */
    public int draw(long frame, long time, ByteBuffer target, int offset) {
        return draw(frame, time, target, offset, target.limit() - offset);
    }

    /** Draws a frame where there is some room for it. */
    int draw(long frame, long time, ByteBuffer target, int offset, int room) {
        System.arraycopy(background, 0, picture, 0, picture.length);
        drawBox(frame);
        drawCode(frame, time);
        int scale = Math.max(2, width / 80 & ~1);
        int line = rowsOfCode(width) * CELL + scale;
        drawText(frame, 0, scale, line);
        drawText(time / 10_000, 3, scale, line + 6 * scale);
        byte[] bytes = picture;
        int size = picture.length;
        if (jpeg != null) {
            bytes = compressed;
            size = jpeg.write(picture, compressed);
        }
        if (offset < 0 || size > room) {
            return -1;
        }
        target.put(offset, bytes, 0, size);
        return size;
    }

    private void drawBackground() {
        int ramp = height * 3 / 4 & ~1;
        int bar = width / 8 & ~1;
        for (int i = 0; i < 8; i++) {
            int x = i * bar;
            int end = i == 7 ? width : x + bar;
            fill(x, 0, end - x, ramp, BARS[3 * i], BARS[3 * i + 1], BARS[3 * i + 2]);
        }
        int step = Math.max(2, width / 16 & ~1);
        for (int i = 0; i * step < width; i++) {
            fill(i * step, ramp, step, height - ramp, BLACK + Math.min(i, 15) * (WHITE - BLACK) / 15, GREY, GREY);
        }
    }

    private void drawBox(long frame) {
        int side = Math.max(2, height / 8 & ~1);
        int path = Math.max(2, width - side);
        int x = (int) Math.floorMod(frame * 8, (long) path) & ~1;
        int y = height * 5 / 8 & ~1;
        fill(x, y, side, side, WHITE, GREY, GREY);
        int rim = Math.max(2, side / 4 & ~1);
        fill(x + rim, y + rim, side - 2 * rim, side - 2 * rim, BLACK, GREY, GREY);
    }

    private void drawCode(long frame, long time) {
        int columns = width / CELL;
        fill(0, 0, width, rowsOfCode(width) * CELL, BLACK, GREY, GREY);
        for (int i = 0; i < CODE_BITS; i++) {
            if (bit(i, frame, time)) {
                fill(i % columns * CELL, i / columns * CELL, CELL, CELL, WHITE, GREY, GREY);
            }
        }
    }

    private static boolean bit(int i, long frame, long time) {
        long word = i < 64 ? frame : i < 128 ? time : check(frame, time) << 48;
        return (word << i % 64) < 0;
    }

    /** 16 bits that tell whether the others have come through; not 0 if they are, so that black is no code. */
    private static long check(long frame, long time) {
        long mixed = (frame * 31 + time + 1) * 0x9E3779B97F4A7C15L;
        return mixed >>> 48;
    }

    /** Draws a number in black on white, with a point before its last digits. */
    private void drawText(long value, int decimals, int scale, int y) {
        int length = 0;
        long rest = value;
        do {
            if (decimals > 0 && length == decimals) {
                text[length++] = POINT;
            }
            text[length++] = (byte) Math.abs(rest % 10);
            rest /= 10;
        } while (rest != 0 || decimals > 0 && length < decimals + 2);
        if (value < 0) {
            text[length++] = MINUS;
        }
        fill(0, y - scale, (4 * length + 1) * scale, 7 * scale, WHITE, GREY, GREY);
        for (int i = 0; i < length; i++) {
            int glyph = GLYPHS[text[length - 1 - i]];
            for (int pixel = 0; pixel < 15; pixel++) {
                if ((glyph >>> 14 - pixel & 1) != 0) {
                    int x = (4 * i + 1 + pixel % 3) * scale;
                    fill(x, y + pixel / 3 * scale, scale, scale, BLACK, GREY, GREY);
                }
            }
        }
    }

    /** Fills a rectangle, as far as it lies in the picture. All four numbers are even, as all sides are. */
    private void fill(int x, int y, int w, int h, int luma, int u, int v) {
        int right = Math.min(x + w, width);
        int bottom = Math.min(y + h, height);
        if (x >= right) {
            return;
        }
        for (int row = y; row < bottom; row++) {
            if (planar) {
                Arrays.fill(picture, row * width + x, row * width + right, (byte) luma);
                int chroma = (height + row / 2) * width;
                for (int at = chroma + x; row % 2 == 0 && at < chroma + right; at += 2) {
                    picture[at] = (byte) u;
                    picture[at + 1] = (byte) v;
                }
            } else {
                int line = row * width * 2;
                for (int at = line + 2 * x; at < line + 2 * right; at += 4) {
                    picture[at] = (byte) luma;
                    picture[at + 1] = (byte) u;
                    picture[at + 2] = (byte) luma;
                    picture[at + 3] = (byte) v;
                }
            }
        }
    }

    /**
     * Reads the code of a frame. Any bytes are read without harm.
     *
     * @param format the encoding and the size
     * @param frame the bytes of the frame, from the position to the limit, which stay as they are
     * @return number and time; empty if the bytes are no frame of a test card of this format, or have suffered too much
     */
    public static Optional<Stamp> read(VideoFormat format, ByteBuffer frame) {
        if (!canDraw(format)) {
            return Optional.empty();
        }
        int columns = format.width() / CELL;
        int[] cells = format.encoding().equals(VideoFormat.MJPG)
                ? JpegReader.blocks(frame, columns, rowsOfCode(format.width()))
                : cells(format, frame, columns);
        if (cells == null) {
            return Optional.empty();
        }
        long number = word(cells, 0, 64);
        long time = word(cells, 64, 64);
        return word(cells, 128, 16) == check(number, time) ? Optional.of(new Stamp(number, time)) : Optional.empty();
    }

    private static int[] cells(VideoFormat format, ByteBuffer frame, int columns) {
        if (frame.remaining() < format.imageSize()) {
            return null;
        }
        int pixel = format.encoding().equals(VideoFormat.NV12) ? 1 : 2;
        int line = format.width() * pixel;
        int[] cells = new int[CODE_BITS];
        for (int i = 0; i < CODE_BITS; i++) {
            int corner = frame.position() + i / columns * CELL * line + i % columns * CELL * pixel;
            int sum = 0;
            for (int k = 0; k < CELL * CELL; k++) {
                sum += frame.get(corner + k / CELL * line + k % CELL * pixel) & 0xFF;
            }
            cells[i] = sum / (CELL * CELL);
        }
        return cells;
    }

    private static long word(int[] cells, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word = word << 1 | (cells[from + i] >= GREY ? 1 : 0);
        }
        return word;
    }

    /**
     * What a frame says about itself.
     *
     * @param frame its number
     * @param time its time, in units of 100 ns
     */
    public record Stamp(long frame, long time) {}
}

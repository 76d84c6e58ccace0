package io.github.ks4j.set;

import io.github.ks4j.struct.Guid;
import java.nio.charset.StandardCharsets;

/**
 * A video format: what {@code KS_VIDEOINFOHEADER} says.
 *
 * @param encoding the subformat, {@link #YUY2}, {@link #NV12}, {@link #MJPG} or another one
 * @param width the width of the picture, in pixels
 * @param height the height of the picture, in pixels
 * @param frameInterval the time from one frame to the next, in units of 100 ns
 */
public record VideoFormat(Guid encoding, int width, int height, long frameInterval) {
    /** {@code MEDIASUBTYPE_YUY2}: two pixels in four bytes, Y U Y V. */
    public static final Guid YUY2 = fourcc("YUY2");

    /** {@code MEDIASUBTYPE_NV12}: a plane of Y, and one of half the width and height with U and V in turn. */
    public static final Guid NV12 = fourcc("NV12");

    /** {@code MEDIASUBTYPE_MJPG}: each frame is a JPEG. */
    public static final Guid MJPG = fourcc("MJPG");

    private static final long SECOND = 10_000_000;

    /** The GUIDs of codes: the code, and the rest of {@code DEFINE_WAVEFORMATEX_GUID}. */
    private static final long CODE_GUID_LOW = 0x0010_0000_0000_0000L;

    /**
     * A format by its frame rate.
     *
     * @param encoding the subformat
     * @param width the width of the picture, in pixels
     * @param height the height of the picture, in pixels
     * @param rate the frames in a second, at least 1
     * @return the format; its interval is cut to units of 100 ns, as drivers do: 333333 for 30 frames
     * @throws IllegalArgumentException if the rate is less than 1
     */
    public static VideoFormat of(Guid encoding, int width, int height, int rate) {
        if (rate < 1) {
            throw new IllegalArgumentException(rate + " frames in a second");
        }
        return new VideoFormat(encoding, width, height, SECOND / rate);
    }

    /**
     * The subformat of a four-character code.
     *
     * @param code four characters of ASCII, such as {@code YUY2}
     * @return the GUID that begins with them
     * @throws IllegalArgumentException if the code is something else
     */
    public static Guid fourcc(String code) {
        byte[] bytes = code.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != 4 || !code.equals(new String(bytes, StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("a code has four characters of ASCII: " + code);
        }
        long number = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (long) bytes[3] << 24;
        return new Guid(CODE_GUID_LOW | number, KSDATAFORMAT_SUBTYPE.PCM.high());
    }

    /**
     * What {@code biCompression} says.
     *
     * @return the first four bytes of the subformat: its code, if it is made of one
     */
    public int compression() {
        return (int) encoding.low();
    }

    /**
     * What {@code biBitCount} says.
     *
     * @return the bits of a pixel: 12 for {@link #NV12}, 24 for {@link #MJPG}, 16 for others
     */
    public int bitCount() {
        return encoding.equals(NV12) ? 12 : encoding.equals(MJPG) ? 24 : 16;
    }

    /**
     * What {@code biSizeImage} says.
     *
     * @return the bytes of a frame; of a compressed one, the room that cameras ask for: two bytes a pixel
     */
    public int imageSize() {
        int pixels = width * height;
        return encoding.equals(NV12) ? pixels + pixels / 2 : 2 * pixels;
    }

    /**
     * The format for people.
     *
     * @return for example {@code YUY2 640x480, 30.00 frames/s}
     */
    @Override
    public String toString() {
        long hundredths = frameInterval <= 0 ? 0 : Math.round(100.0 * SECOND / frameInterval);
        return name() + " " + width + "x" + height + ", " + hundredths / 100 + "." + hundredths / 10 % 10
                + hundredths % 10 + " frames/s";
    }

    private String name() {
        StringBuilder code = new StringBuilder();
        for (int shift = 0; shift < 32; shift += 8) {
            char c = (char) (compression() >>> shift & 0xFF);
            if (c <= ' ' || c > '~') {
                return Catalogue.nameOf(encoding);
            }
            code.append(c);
        }
        return code.toString();
    }
}

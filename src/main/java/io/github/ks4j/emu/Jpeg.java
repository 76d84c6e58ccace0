package io.github.ks4j.emu;

/** What the reader and the writer of baseline JPEGs share: the markers, and the example tables of the standard. */
final class Jpeg {
    static final int SOF0 = 0xC0;
    static final int DHT = 0xC4;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DRI = 0xDD;
    static final int APP0 = 0xE0;

    /** The coefficients of a block, or its pixels. */
    static final int BLOCK = 64;

    /** Where each coefficient of a file lies in its block. */
    static final int[] ZIGZAG = zigzag();

    /** Table K.1, by rows. */
    static final int[] QUANTIZATION = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    /** Table K.3: how many codes there are of each length, and what they stand for. */
    static final byte[] DC_CODES = bytes("00010501010101010100000000000000" + "000102030405060708090A0B");

    /** Table K.5. */
    static final byte[] AC_CODES = bytes("0002010303020403050504040000017D"
            + "01020300041105122131410613516107227114328191A1082342B1C11552D1F0"
            + "2433627282090A161718191A25262728292A3435363738393A434445464748494A"
            + "535455565758595A636465666768696A737475767778797A838485868788898A"
            + "92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6"
            + "C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA");

    private Jpeg() {}

    private static int[] zigzag() {
        int[] order = new int[BLOCK];
        int at = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = 0; i <= diagonal; i++) {
                int x = diagonal % 2 == 0 ? i : diagonal - i;
                int y = diagonal - x;
                if (x < 8 && y < 8) {
                    order[at++] = y * 8 + x;
                }
            }
        }
        return order;
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
        }
        return bytes;
    }
}

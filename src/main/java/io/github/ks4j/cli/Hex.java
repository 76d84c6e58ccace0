package io.github.ks4j.cli;

import java.util.HexFormat;
import java.util.Locale;

/** Bytes as text: pairs of hexadecimal digits, with or without spaces. */
final class Hex {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private Hex() {}

    static String format(byte[] bytes) {
        return SPACED.formatHex(bytes);
    }

    static byte[] parse(String text) {
        String digits = text.replaceAll("[\\s,:]", "").toLowerCase(Locale.ROOT);
        try {
            return HexFormat.of().parseHex(digits.startsWith("0x") ? digits.substring(2) : digits);
        } catch (IllegalArgumentException e) {
            throw CliException.usage("'" + text + "' is not an even number of hexadecimal digits");
        }
    }
}

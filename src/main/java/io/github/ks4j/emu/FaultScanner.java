package io.github.ks4j.emu;

import io.github.ks4j.struct.Guid;
import java.util.Locale;

/** The symbols of a text about faults, one after the other. White space may stand before each of them. */
final class FaultScanner {
    private final String text;
    /** Where the next symbol starts, or the white space before it. */
    private int next;
    /** Where the last symbol started: what errors point at. */
    private int start;

    FaultScanner(String text) {
        this.text = text;
    }

    /** What does not fit the language. */
    static final class Misfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private Misfit(String message) {
            super(message);
        }
    }

    boolean atEnd() {
        skip();
        return next == text.length();
    }

    boolean at(char symbol) {
        return !atEnd() && text.charAt(next) == symbol;
    }

    boolean atLetter() {
        return !atEnd() && isLetter(text.charAt(next));
    }

    boolean atDigit() {
        return !atEnd() && isDigit(text.charAt(next));
    }

    private void skip() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
    }

    /** Takes a symbol if it comes next. */
    boolean take(char symbol) {
        boolean there = at(symbol);
        if (there) {
            start = next;
            next++;
        }
        return there;
    }

    /** Takes a word if it comes next. */
    boolean takeWord(String wanted) {
        int before = next;
        if (word().equals(wanted)) {
            return true;
        }
        next = before;
        return false;
    }

    /** A word or C name, in lower case; empty if there is none. */
    String word() {
        boolean isWord = atLetter();
        start = next;
        while (isWord && next < text.length() && (isLetter(text.charAt(next)) || isDigit(text.charAt(next)))) {
            next++;
        }
        return text.substring(start, next).toLowerCase(Locale.ROOT);
    }

    /** A text in quotes, of which the first comes next. */
    String quoted() {
        skip();
        start = next;
        StringBuilder name = new StringBuilder();
        for (next++; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '\'') {
                boolean isDoubled = next + 1 < text.length() && text.charAt(next + 1) == '\'';
                if (!isDoubled) {
                    next++;
                    return name.toString();
                }
                next++;
            }
            name.append(c);
        }
        throw expected("the closing \"'\" of the name at position " + (start + 1));
    }

    Guid guid() {
        skip();
        start = next;
        int end = text.indexOf('}', next);
        try {
            Guid guid = Guid.of(text.substring(next, end + 1));
            next = end + 1;
            return guid;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw expectedAtStart("a GUID in braces");
        }
    }

    long count() {
        return count(Long.MAX_VALUE);
    }

    /** A number that is not 0. */
    long count(long most) {
        long count = number(most);
        if (count == 0) {
            throw expectedAtStart("a number that is not 0");
        }
        return count;
    }

    /** A ULONG. */
    long number() {
        return number(0xFFFF_FFFFL);
    }

    long number(long most) {
        skip();
        start = next;
        boolean hex = text.startsWith("0x", next) || text.startsWith("0X", next);
        int digits = hex ? next + 2 : next;
        int end = digits;
        while (end < text.length() && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
            end++;
        }
        try {
            long number = Long.parseLong(text.substring(digits, end), hex ? 16 : 10);
            if (number <= most) {
                next = end;
                return number;
            }
        } catch (NumberFormatException e) {
            // None, or far too many digits.
        }
        throw expectedAtStart("a number up to " + most);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the last symbol started. */
    int start() {
        return start;
    }

    /** Has errors point at a symbol before the last. */
    void pointAt(int symbol) {
        start = symbol;
    }

    /** Something else should come next. */
    Misfit expected(String what) {
        skip();
        start = next;
        return expectedAtStart(what);
    }

    /** Something else should have been the last symbol. */
    Misfit expectedAtStart(String what) {
        String rest = text.substring(start);
        String found = rest.isEmpty() ? "the end" : "\"" + rest.split("[;\\s]", 2)[0] + "\"";
        return error("expected " + what + ", found " + found);
    }

    /** The last symbol makes no sense. */
    Misfit error(String message) {
        return new Misfit("fault, position " + (start + 1) + ": " + message + "; in: " + text);
    }
}

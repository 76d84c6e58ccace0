package io.github.ks4j.struct;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A GUID as it lies in memory: sixteen bytes, its first three groups little-endian.
 *
 * <p>Held as two longs, the first and the last eight bytes read little-endian, so that a comparison with a buffer is
 * two comparisons of longs and allocates nothing.
 *
 * @param low bytes 0 to 7, little-endian
 * @param high bytes 8 to 15, little-endian
 */
public record Guid(long low, long high) {
    /** The size of a GUID in memory. */
    public static final int SIZE = 16;

    /** UUID.fromString alone would take groups of other lengths and cut what does not fit. */
    private static final Pattern TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** {@code GUID_NULL}: sixteen zero bytes, the wildcard of formats and the set of all sets. */
    public static final Guid NULL = new Guid(0, 0);

    /**
     * Parses the text form of a GUID, with or without braces, in upper or lower case.
     *
     * @param text for example {@code {1D58C920-AC9B-11CF-A5D6-28DB04C10000}}
     * @return the GUID
     * @throws IllegalArgumentException if the text is no GUID
     */
    public static Guid of(String text) {
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        if (!TEXT.matcher(bare).matches()) {
            throw new IllegalArgumentException("not a GUID: \"" + text + "\"");
        }
        return of(UUID.fromString(bare));
    }

    /**
     * Converts a UUID, whose fields are big-endian, to a GUID with the same text.
     *
     * @param uuid the UUID
     * @return the GUID
     */
    public static Guid of(UUID uuid) {
        long msb = uuid.getMostSignificantBits();
        long data1 = msb >>> 32;
        long data2 = (msb >>> 16) & 0xFFFF;
        long data3 = msb & 0xFFFF;
        return new Guid(data1 | data2 << 32 | data3 << 48, Long.reverseBytes(uuid.getLeastSignificantBits()));
    }

    /**
     * Reads a GUID from a little-endian buffer.
     *
     * @param buffer a little-endian buffer
     * @param offset where the GUID starts
     * @return the GUID
     */
    public static Guid read(ByteBuffer buffer, int offset) {
        return new Guid(buffer.getLong(offset), buffer.getLong(offset + 8));
    }

    /**
     * Writes this GUID to a little-endian buffer.
     *
     * @param buffer a little-endian buffer
     * @param offset where the GUID starts
     */
    public void write(ByteBuffer buffer, int offset) {
        buffer.putLong(offset, low);
        buffer.putLong(offset + 8, high);
    }

    /**
     * Whether a little-endian buffer holds this GUID at an offset. Allocates nothing.
     *
     * @param buffer a little-endian buffer
     * @param offset where the GUID starts
     * @return true if all sixteen bytes agree
     */
    public boolean isAt(ByteBuffer buffer, int offset) {
        return buffer.getLong(offset) == low && buffer.getLong(offset + 8) == high;
    }

    /**
     * The UUID with the same text.
     *
     * @return the UUID
     */
    public UUID toUuid() {
        long msb = low << 32 | (low >>> 16 & 0xFFFF0000L) | low >>> 48;
        return new UUID(msb, Long.reverseBytes(high));
    }

    /**
     * The registry form: braces, upper case.
     *
     * @return for example {@code {1D58C920-AC9B-11CF-A5D6-28DB04C10000}}
     */
    @Override
    public String toString() {
        return "{" + toUuid().toString().toUpperCase(Locale.ROOT) + "}";
    }
}

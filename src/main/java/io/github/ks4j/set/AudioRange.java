package io.github.ks4j.set;

/**
 * The audio formats of a range. All numbers are unsigned: drivers write {@code 0xFFFFFFFF} where there is no limit.
 *
 * @param maximumChannels the greatest number of channels, unsigned; {@code 0xFFFFFFFF} if there is no limit
 * @param minimumBits the least bits of a sample
 * @param maximumBits the greatest bits of a sample
 * @param minimumRate the least sample rate, in Hz
 * @param maximumRate the greatest sample rate, in Hz
 */
public record AudioRange(int maximumChannels, int minimumBits, int maximumBits, int minimumRate, int maximumRate) {
    /** From 65535 on, drivers mean that there is no limit. */
    private static final int NO_LIMIT = 0xFFFF;

    /**
     * Whether a format lies in the range.
     *
     * @param format the format
     * @return true if channels, bits and rate all do
     */
    public boolean covers(WaveFormat format) {
        return Integer.compareUnsigned(format.channels(), maximumChannels) <= 0
                && isWithin(minimumBits, format.bits(), maximumBits)
                && isWithin(minimumRate, format.rate(), maximumRate);
    }

    private static boolean isWithin(int least, int value, int greatest) {
        return Integer.compareUnsigned(least, value) <= 0 && Integer.compareUnsigned(value, greatest) <= 0;
    }

    /**
     * The range for people.
     *
     * @return for example {@code 1-8 channels, 8-32 bits, 8000-192000 Hz}
     */
    @Override
    public String toString() {
        String channels = Integer.compareUnsigned(maximumChannels, NO_LIMIT) >= 0
                ? "any channels"
                : maximumChannels == 1 ? "1 channel" : "1-" + maximumChannels + " channels";
        return channels + ", " + span(minimumBits, maximumBits) + " bits, " + span(minimumRate, maximumRate) + " Hz";
    }

    private static String span(int least, int greatest) {
        return least == greatest
                ? Integer.toUnsignedString(least)
                : Integer.toUnsignedString(least) + "-" + Integer.toUnsignedString(greatest);
    }
}

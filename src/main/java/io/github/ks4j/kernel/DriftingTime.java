package io.github.ks4j.kernel;

/** A device's time that passes a little faster or slower than the machine's, without ever losing a unit to rounding. */
record DriftingTime(int partsPerMillion) implements KsCorrelatedTime {
    private static final int MILLION = 1_000_000;

    DriftingTime {
        if (partsPerMillion <= -MILLION) {
            throw new IllegalArgumentException(
                    "a device that is " + partsPerMillion + " ppm off does not run, or runs backwards");
        }
    }

    /** The whole units of the product. */
    @Override
    public long at(long systemTime) {
        long rest = Math.floorMod(systemTime, (long) MILLION);
        return systemTime
                + Math.floorDiv(systemTime, (long) MILLION) * partsPerMillion
                + Math.floorDiv(rest * partsPerMillion, (long) MILLION);
    }

    /** The first unit of the machine's at which {@link #at} is the time, or beyond it where the device skips. */
    @Override
    public long when(long time, long now) {
        long rate = (long) MILLION + partsPerMillion;
        long rest = Math.floorMod(time, rate);
        return Math.floorDiv(time, rate) * MILLION + (rest * MILLION + rate - 1) / rate;
    }
}

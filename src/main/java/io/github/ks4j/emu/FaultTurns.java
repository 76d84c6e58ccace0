package io.github.ks4j.emu;

/**
 * Which of the requests that fit are struck.
 *
 * @param first the first, from 1
 * @param last the last
 * @param step how far apart
 */
record FaultTurns(long first, long last, long step) {
    static final FaultTurns ALWAYS = new FaultTurns(1, Long.MAX_VALUE, 1);

    FaultTurns {
        if (first < 1 || last < first || step < 1) {
            throw new IllegalArgumentException("requests are counted from 1, in rising order");
        }
    }

    boolean isTurn(long number) {
        return number >= first && number <= last && (number - first) % step == 0;
    }

    @Override
    public String toString() {
        if (step > 1) {
            return ":/" + step;
        } else if (last == first) {
            return ":" + first;
        } else if (last < Long.MAX_VALUE) {
            return ":" + first + "-" + last;
        }
        return first == 1 ? "" : ":" + first + "+";
    }
}

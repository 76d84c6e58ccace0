package io.github.ks4j.set;

/** How a pin is connected. */
public enum KSPIN_COMMUNICATION implements KsEnum {
    /** Not at all. */
    NONE(0),

    /** It takes requests: a client or another filter opens it. */
    SINK(1),

    /** It sends requests to a sink. */
    SOURCE(2),

    /** Either way. */
    BOTH(3),

    /** To the world outside: a jack, a wire, a microphone. */
    BRIDGE(4);

    private final int value;

    KSPIN_COMMUNICATION(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

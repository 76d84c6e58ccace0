package io.github.ks4j.set;

/** The state of a pin. Going up or down passes through the states between. */
public enum KSSTATE implements KsEnum {
    /** Nothing moves; the least resources are held. */
    STOP(0),

    /** Resources are being taken. */
    ACQUIRE(1),

    /** Ready; requests may be queued. */
    PAUSE(2),

    /** Data moves. */
    RUN(3);

    private final int value;

    KSSTATE(int value) {
        this.value = value;
    }

    @Override
    public int value() {
        return value;
    }
}

package io.github.ks4j.contract;

import io.github.ks4j.struct.Guid;

/**
 * The numbers of the stub filter, which exists twice: in C ({@code native-stubs/src/filter.c}) and in Java
 * ({@link EmulatedStubFilter}).
 */
final class StubFilter {
    static final String PATH = "\\\\?\\ks4j#stub#0000#{6994ad04-93ef-11d0-a3cc-00a0c9223196}\\filter";
    static final String FRIENDLY_NAME = "ks4j stub filter";

    static final Guid PROPERTIES = Guid.of("{4B53344A-5354-5542-8001-000000000001}");
    static final int LEVEL = 1;
    static final int ANSWER = 2;
    static final int NAME = 3;
    static final int ECHO = 4;
    static final int SLOW = 5;
    static final int NEVER = 6;
    static final int BLOB = 7;
    static final int BLOBSIZE = 8;
    static final int BLOBSUM = 9;
    static final int SIZED = 10;
    static final int TOOSMALL = 11;
    static final int TOOSMALLSIZED = 12;
    static final int SUCCESSSIZED = 13;
    static final int SUCCESSZERO = 14;
    static final int BARELIST = 15;
    static final int GROWING = 16;
    static final int REMOVE = 17;

    /** How often GROWING grows. */
    static final int FULLY_GROWN = 16;

    static final Guid METHODS = Guid.of("{4B53344A-5354-5542-8001-000000000002}");
    static final int NOTHING = 1;
    static final int CONSUME = 2;
    static final int PRODUCE = 3;
    static final int INVERT = 4;
    static final int TOTAL = 5;
    static final int SOURCED = 6;
    static final int TRIGGER = 7;

    static final Guid EVENTS = Guid.of("{4B53344A-5354-5542-8001-000000000003}");
    static final int LEVELCHANGED = 1;
    static final int TRIGGERED = 2;
    static final int THRESHOLD = 3;

    static final int SINK_PIN = 0;
    static final int SPEAKER_PIN = 1;
    static final int SOURCE_PIN = 2;
    static final int MICROPHONE_PIN = 3;

    static final int VOLUME_NODE = 0;
    static final int MUTE_NODE = 1;

    private StubFilter() {}

    /** The value of the properties that differ in how they answer a question for its size. */
    static byte[] sizedValue() {
        byte[] value = new byte[24];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
        return value;
    }
}

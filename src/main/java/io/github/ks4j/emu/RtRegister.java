package io.github.ks4j.emu;

import io.github.ks4j.io.KsBuffer;

/** A register of a WaveRT pin that is mapped into the client's process: 8 bytes, of which 4 count if it has 32 bits. */
record RtRegister(KsBuffer memory, int width) {
    static final int SIZE = 8;

    void write(long value) {
        if (width == Integer.SIZE) {
            memory.bytes().putInt(0, (int) value);
        } else {
            memory.bytes().putLong(0, value);
        }
    }
}

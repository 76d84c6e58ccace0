package io.github.ks4j.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Samples to play, piece by piece. For one thread. */
interface AudioSource extends Closeable {
    WavFormat format();

    /** All bytes of the samples; not always a whole number of frames. */
    long dataLength();

    /**
     * Reads samples until the buffer is full or the data at its end.
     *
     * @param destination filled from its position
     * @return the bytes read; 0 at the end of the data
     */
    int read(ByteBuffer destination) throws IOException;

    @Override
    void close() throws IOException;
}

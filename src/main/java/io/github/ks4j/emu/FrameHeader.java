package io.github.ks4j.emu;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int32;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;

/** The stream header of a frame that goes round between two connected pins, as the kernel rewrites it on the way. */
final class FrameHeader implements AutoCloseable {
    private static final Abi ABI = Abi.X64;

    /** The size of a header without an extension. */
    static final int PLAIN = KSSTREAM_HEADER.LAYOUT.size(ABI);

    /** What only a client of the pin that takes may ask for. */
    private static final int NOT_CARRIED =
            KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA | KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER;

    private static final int OF_EXTENSION = KSSTREAM_HEADER_OPTIONSF.FRAMEINFO | KSSTREAM_HEADER_OPTIONSF.METADATA;

    private static final Int64<KSSTREAM_HEADER> TIME = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time);
    private static final Int32<KSSTREAM_HEADER> NUMERATOR = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Numerator);
    private static final Int32<KSSTREAM_HEADER> DENOMINATOR = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Denominator);

    private final KsBuffer memory;
    private final ByteBuffer bytes;

    /**
     * A header.
     *
     * @param memory room for it and its extension; closed with this
     */
    FrameHeader(KsBuffer memory) {
        this.memory = memory;
        this.bytes = memory.bytes();
    }

    long address() {
        return memory.address();
    }

    /** Asks for data. */
    void read(KsBuffer data, int size) {
        KSSTREAM_HEADER.Size.write(ABI, bytes, 0, size);
        TIME.write(ABI, bytes, 0, 0);
        NUMERATOR.write(ABI, bytes, 0, 1);
        DENOMINATOR.write(ABI, bytes, 0, 1);
        KSSTREAM_HEADER.Duration.write(ABI, bytes, 0, 0);
        KSSTREAM_HEADER.FrameExtent.write(ABI, bytes, 0, data.size());
        KSSTREAM_HEADER.DataUsed.write(ABI, bytes, 0, 0);
        KSSTREAM_HEADER.Data.write(ABI, bytes, 0, data.address());
        KSSTREAM_HEADER.OptionsFlags.write(ABI, bytes, 0, 0);
    }

    /** Whether what comes behind it is in another format. */
    boolean changesFormat() {
        return (flags() & KSSTREAM_HEADER_OPTIONSF.TYPECHANGED) != 0;
    }

    private int flags() {
        return KSSTREAM_HEADER.OptionsFlags.read(ABI, bytes, 0);
    }

    /** Passes on the data that it has been filled for; what does not fit a smaller header is left out. */
    void write(int size) {
        boolean cut = size < KSSTREAM_HEADER.Size.read(ABI, bytes, 0);
        KSSTREAM_HEADER.Size.write(ABI, bytes, 0, size);
        KSSTREAM_HEADER.OptionsFlags.write(ABI, bytes, 0, flags() & ~(cut ? NOT_CARRIED | OF_EXTENSION : NOT_CARRIED));
    }

    /** Passes on a format. */
    void writeFormat(KsBuffer format) {
        KSSTREAM_HEADER.Size.write(ABI, bytes, 0, PLAIN);
        KSSTREAM_HEADER.FrameExtent.write(ABI, bytes, 0, format.size());
        KSSTREAM_HEADER.DataUsed.write(ABI, bytes, 0, format.size());
        KSSTREAM_HEADER.Data.write(ABI, bytes, 0, format.address());
        KSSTREAM_HEADER.OptionsFlags.write(ABI, bytes, 0, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
    }

    @Override
    public void close() {
        memory.close();
    }
}

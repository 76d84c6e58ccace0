package io.github.ks4j;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import io.github.ks4j.struct.KS_FRAME_INFO;

/** The {@code KSSTREAM_HEADER} of a frame and what lies behind it, in memory of the driver. */
final class FrameHeader {
    private final KsBuffer memory;
    private final KSSTREAM_HEADER header;
    private final KSTIME presentationTime;
    /** Null if the frame is not one of video. */
    private final KS_FRAME_INFO info;

    /**
     * Allocates a header without data.
     *
     * @param extension the bytes behind {@code KSSTREAM_HEADER}
     * @param video whether they are a {@code KS_FRAME_INFO}
     */
    FrameHeader(Session session, int extension, boolean video) {
        int head = KSSTREAM_HEADER.LAYOUT.size(session.abi());
        if (extension < 0 || extension % 8 != 0 || extension > Integer.MAX_VALUE - head) {
            throw new IllegalArgumentException(
                    "an extension of " + extension + " bytes is no multiple of 8, or too long");
        }
        this.memory = session.driver().allocate(head + extension);
        this.header = KSSTREAM_HEADER.LAYOUT.at(session.abi(), memory.bytes(), 0);
        this.presentationTime = header.get(KSSTREAM_HEADER.PresentationTime);
        this.info = video ? KS_FRAME_INFO.LAYOUT.at(session.abi(), memory.bytes(), head) : null;
        clearInfo();
    }

    KsBuffer memory() {
        return memory;
    }

    KSSTREAM_HEADER view() {
        return header;
    }

    /** Null if the frame is not one of video. */
    KS_FRAME_INFO info() {
        return info;
    }

    /** The time in units of 100 ns, whatever units the header has it in. */
    long presentationTime() {
        long time = presentationTime.get(KSTIME.Time);
        long numerator = Integer.toUnsignedLong(presentationTime.get(KSTIME.Numerator));
        long denominator = Integer.toUnsignedLong(presentationTime.get(KSTIME.Denominator));
        return denominator == 0 ? time : time * numerator / denominator;
    }

    void presentationTime(long time) {
        presentationTime.set(KSTIME.Time, time).set(KSTIME.Numerator, 1).set(KSTIME.Denominator, 1);
    }

    /** Fills in where the data is; before reading also clears what the driver is to fill in. */
    void prepare(boolean reading, KsBuffer data) {
        header.set(KSSTREAM_HEADER.Size, memory.size())
                .set(KSSTREAM_HEADER.FrameExtent, data.size())
                .set(KSSTREAM_HEADER.Data, data.address());
        if (reading) {
            header.set(KSSTREAM_HEADER.DataUsed, 0)
                    .set(KSSTREAM_HEADER.OptionsFlags, 0)
                    .set(KSSTREAM_HEADER.Duration, 0);
            presentationTime(0);
            clearInfo();
        } else if (presentationTime.get(KSTIME.Denominator) == 0) {
            presentationTime.set(KSTIME.Numerator, 1).set(KSTIME.Denominator, 1);
        }
    }

    private void clearInfo() {
        if (info == null) {
            return;
        }
        for (int i = 0; i < info.size(); i += Long.BYTES) {
            info.buffer().putLong(info.offset() + i, 0);
        }
        info.set(KS_FRAME_INFO.ExtendedHeaderSize, info.size());
    }

    void close() {
        memory.close();
    }
}

package io.github.ks4j.contract;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes of a request. Some of them may stand for an address or a handle, which every host of the stub filter has its own
 * of.
 *
 * @param bytes the bytes, with zeros for the links
 * @param links what is filled in
 */
record Payload(byte[] bytes, List<Link> links) {
    static final Payload NONE = of();

    /** What a link stands for. */
    enum Kind {
        /** An offset in the memory of frames. */
        FRAMES,
        /** The data of an event. */
        EVENT_DATA,
        /** The handle of what events signal. */
        SIGNAL,
        /** The handle of the filter, which is none of what is asked for. */
        FILTER,
        /** The address of one of the frames that allocators have given, counted from the first. */
        FRAME
    }

    /**
     * Eight bytes that are filled in.
     *
     * @param at where
     * @param kind with what
     * @param index which one of them
     */
    record Link(int at, Kind kind, int index) {}

    static Payload of(byte... bytes) {
        return new Payload(bytes, List.of());
    }

    int length() {
        return bytes.length;
    }

    /** As much of it as has room. */
    Payload truncated(int length) {
        return new Payload(
                Arrays.copyOf(bytes, length),
                links.stream().filter(link -> link.at + Long.BYTES <= length).toList());
    }

    /** The bytes without what differs from host to host. */
    byte[] withoutLinks(byte[] actual, byte[] sent) {
        byte[] masked = actual.clone();
        for (Link link : links) {
            if (Arrays.equals(actual, link.at, link.at + Long.BYTES, sent, link.at, link.at + Long.BYTES)) {
                ByteBuffer.wrap(masked).order(ByteOrder.LITTLE_ENDIAN).putLong(link.at, 0);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        int shown = Math.min(bytes.length, 160);
        return bytes.length + " bytes [" + HexFormat.of().formatHex(bytes, 0, shown)
                + (shown < bytes.length ? "...]" : "]") + (links.isEmpty() ? "" : " " + links);
    }
}

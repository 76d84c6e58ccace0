package io.github.ks4j.emu;

import io.github.ks4j.io.KsBuffer;
import java.nio.ByteBuffer;

/** The cyclic buffer of a WaveRT pin, and its parts between notifications: the packets. */
final class RtBuffer {
    private static final int ALIGNMENT = 128;

    final KsBuffer memory;
    final int blockAlign;
    final int notifications;
    final int frames;
    final int packetFrames;

    /**
     * A buffer.
     *
     * @param memory the memory, in the client's process
     * @param blockAlign the size of a frame
     * @param notifications how often a pass of the buffer notifies; 0 for never
     */
    RtBuffer(KsBuffer memory, int blockAlign, int notifications) {
        this.memory = memory;
        this.blockAlign = blockAlign;
        this.notifications = notifications;
        this.frames = memory.size() / blockAlign;
        this.packetFrames = frames / Math.max(1, notifications);
    }

    ByteBuffer bytes() {
        return memory.bytes();
    }

    /** Where a frame of the stream lies, in bytes. */
    int offset(long frame) {
        return (int) (frame % frames) * blockAlign;
    }

    int packetBytes() {
        return packetFrames * blockAlign;
    }

    /** What the size is a multiple of: packets start at 128 bytes, and at a frame. */
    static int unit(int blockAlign, int notifications) {
        int odd = blockAlign / Math.min(ALIGNMENT, Integer.lowestOneBit(blockAlign));
        return ALIGNMENT * odd * Math.max(1, notifications);
    }

    /** The size that is allocated where another is wanted. */
    static int size(long wanted, int unit, int least, int greatest) {
        long size = (Math.max(wanted, least) + unit - 1) / unit * unit;
        return (int) Math.min(size, greatest / unit * unit);
    }
}

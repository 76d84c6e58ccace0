package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Framing;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import io.github.ks4j.struct.KSDATAFORMAT;
import java.nio.ByteBuffer;

/** Which frames two pins that are connected pass to each other. */
final class ConnectionFraming {
    /** How many frames there are if neither pin says, and how many there are at most. */
    private static final int USUAL_FRAMES = 4;

    private static final int MOST_FRAMES = 64;
    /** About how large a frame is if neither pin says. */
    private static final int USUAL_SIZE = 4096;

    private ConnectionFraming() {}

    /**
     * The frames that suit both pins, and a choice where neither cares.
     *
     * @throws StatusException with {@link NtStatus#NO_MATCH} if no frames suit both
     * @throws KsException if a pin is described with a framing that is none
     */
    static KSALLOCATOR_FRAMING of(PinInstance opened, PinInstance other) throws StatusException {
        KSALLOCATOR_FRAMING framing = of(opened.description())
                .intersect(of(other.description()))
                .orElseThrow(() -> new StatusException(NtStatus.NO_MATCH));
        int frames = framing.get(KSALLOCATOR_FRAMING.Frames);
        if (frames == 0) {
            framing.set(KSALLOCATOR_FRAMING.Frames, USUAL_FRAMES);
        } else if (Integer.compareUnsigned(frames, MOST_FRAMES) > 0) {
            framing.set(KSALLOCATOR_FRAMING.Frames, MOST_FRAMES);
        }
        if (framing.get(KSALLOCATOR_FRAMING.FrameSize) == 0) {
            framing.set(KSALLOCATOR_FRAMING.FrameSize, usualSize(opened.format()));
        }
        return framing;
    }

    private static Framing of(EmulatedPin pin) {
        if (pin.framingEx != null) {
            return Framing.of(ByteBuffer.wrap(pin.framingEx));
        }
        return Framing.of(pin.framing != null ? pin.framing : KSALLOCATOR_FRAMING.LAYOUT.allocate());
    }

    /** The size of whole samples. */
    private static int usualSize(DataFormat format) {
        long sample = Integer.toUnsignedLong(KSDATAFORMAT.SampleSize.read(Abi.X64, format.bytes(), 0));
        long size = sample == 0 ? USUAL_SIZE : (USUAL_SIZE + sample - 1) / sample * sample;
        return (int) size;
    }
}

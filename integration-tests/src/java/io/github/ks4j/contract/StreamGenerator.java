package io.github.ks4j.contract;

import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Random stream requests. Their frames lie all over each other, but never beyond the memory that there is. */
final class StreamGenerator {
    private static final Abi ABI = Abi.X64;
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(ABI);
    private static final int DATA = 40;

    private final Dice dice;

    StreamGenerator(Dice dice) {
        this.dice = dice;
    }

    Step stream(Step.Target pin) {
        boolean read = pin == Step.Target.SOURCE;
        int code = read == dice.chance(96) ? IOCTL_KS.READ_STREAM : IOCTL_KS.WRITE_STREAM;
        int count = dice.chance(70) ? 1 : dice.between(1, 4);
        int size = HEADER + (dice.chance(90) ? 0 : 8 * dice.between(1, 3));
        ByteBuffer headers = ByteBuffer.allocate(count * size).order(ByteOrder.LITTLE_ENDIAN);
        List<Payload.Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Payload.Link memory = header(headers, i * size, size, code == IOCTL_KS.READ_STREAM);
            if (dice.chance(98)) {
                links.add(memory);
            }
        }
        Payload data = new Payload(headers.array(), links);
        int length = dice.chance(95) ? data.length() : dice.oneOf(0, 1, 48, 55, data.length() - 1, data.length() - 8);
        Payload request = Payload.of(dice.bytes(dice.chance(97) ? 0 : 24));
        return new Step.Call(pin, code, request, data.truncated(length), -1, true);
    }

    private Payload.Link header(ByteBuffer bytes, int at, int size, boolean read) {
        int extent = dice.chance(90) ? dice.below(256) : dice.oneOf(0, 1, 1024, StubHost.FRAMES_SIZE);
        int used = read ? 0 : dice.chance(70) ? extent : dice.below(extent + 1);
        KSSTREAM_HEADER header = KSSTREAM_HEADER
                .LAYOUT
                .at(ABI, bytes, at)
                .set(KSSTREAM_HEADER.Size, dice.chance(97) ? size : dice.oneOf(0, 8, 48, 55, 57, 2 * HEADER, -1))
                .set(KSSTREAM_HEADER.TypeSpecificFlags, dice.chance(80) ? 0 : dice.anyInt())
                .set(KSSTREAM_HEADER.Duration, dice.below(1000))
                .set(KSSTREAM_HEADER.FrameExtent, extent)
                .set(KSSTREAM_HEADER.DataUsed, dice.chance(97) ? used : dice.oneOf(extent + 1, 1, -1))
                .set(KSSTREAM_HEADER.OptionsFlags, options(read));
        header.get(KSSTREAM_HEADER.PresentationTime)
                .set(KSTIME.Time, dice.below(1000))
                .set(KSTIME.Numerator, dice.below(3))
                .set(KSTIME.Denominator, dice.below(3));
        return new Payload.Link(at + DATA, Payload.Kind.FRAMES, dice.below(StubHost.FRAMES_SIZE - extent + 1));
    }

    /** Not LOOPEDDATA: no page says what comes of it on a pin that was not opened for that. */
    private int options(boolean read) {
        if (read) {
            return dice.chance(95) ? 0 : 1 << dice.below(Integer.SIZE);
        }
        return dice.chance(60)
                ? 0
                : dice.chance(60)
                        ? KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM
                        : dice.oneOf(
                                KSSTREAM_HEADER_OPTIONSF.SPLICEPOINT,
                                KSSTREAM_HEADER_OPTIONSF.PREROLL,
                                KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY,
                                KSSTREAM_HEADER_OPTIONSF.TIMEDISCONTINUITY | KSSTREAM_HEADER_OPTIONSF.TIMEVALID,
                                KSSTREAM_HEADER_OPTIONSF.TYPECHANGED,
                                KSSTREAM_HEADER_OPTIONSF.DURATIONVALID | KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM,
                                KSSTREAM_HEADER_OPTIONSF.FLUSHONPAUSE,
                                KSSTREAM_HEADER_OPTIONSF.BUFFEREDTRANSFER,
                                dice.anyInt() & ~KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA);
    }
}

package io.github.ks4j.emu;

import io.github.ks4j.emu.QuirkAction.OfProperty;
import io.github.ks4j.emu.QuirkAction.OfRead;
import io.github.ks4j.emu.QuirkAction.Reading;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.Irp;
import io.github.ks4j.kernel.KsTimeSource;
import io.github.ks4j.kernel.RequestorProcess;
import io.github.ks4j.set.KSPROPERTY_AUDIO;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSAUDIO_POSITION;
import io.github.ks4j.struct.KSAUDIO_POSITIONEX;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** Quirks about the reads of a stream, its times and its positions. */
final class StreamQuirks {
    /** How many reads may wait at once where there may be too many. */
    static final int FEW_READS = 8;

    private static final Abi ABI = Abi.X64;
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(ABI);
    private static final Int64<KSSTREAM_HEADER> TIME = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time);
    private static final int OLD_FRAMES = 2;
    private static final long OLD = 10 * KsTimeSource.SECOND;
    private static final int BACKWARD_FRAME = 4;
    private static final long BACKWARD = 100 * KsTimeSource.MILLISECOND;
    private static final long WARM_UP = 2 * KsTimeSource.SECOND;
    private static final long SLOW_INTERVAL = 400 * KsTimeSource.MILLISECOND;
    private static final int LAP = 1 << 16;
    private static final int FIRST_POSITION = 1920;

    private StreamQuirks() {}

    // Headers

    /** Changes each header in a client's buffer, as far as these make sense. */
    static void rewrite(Irp irp, int length, Consumer<ByteBuffer> change) {
        RequestorProcess client = irp.requestor();
        long address = irp.userBuffer();
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        while (length - offset >= HEADER
                && client.read(address + offset, header, 0, HEADER).isSuccess()) {
            int size = KSSTREAM_HEADER.Size.read(ABI, header, 0);
            change.accept(header);
            client.write(address + offset, header, 0, HEADER);
            if (size < HEADER || size > length - offset) {
                return;
            }
            offset += size;
        }
    }

    /** Changes what comes back. */
    private static OfRead after(Consumer<ByteBuffer> change) {
        Reading reading = new Reading() {
            @Override
            public void completed(Irp irp, int bytes) {
                rewrite(irp, bytes, change);
            }
        };
        return (pin, irp) -> reading;
    }

    /** Ends reads before the device is asked. */
    private static Reading ending(NtStatus fate) {
        return new Reading() {
            @Override
            public NtStatus fate() {
                return fate;
            }
        };
    }

    static OfRead staleFlags() {
        return after(header -> KSSTREAM_HEADER.OptionsFlags.write(
                ABI,
                header,
                0,
                KSSTREAM_HEADER.OptionsFlags.read(ABI, header, 0) | KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY));
    }

    private static final Reading UNCHANGED = new Reading() {};

    private static void addTime(ByteBuffer header, long time) {
        if ((KSSTREAM_HEADER.OptionsFlags.read(ABI, header, 0) & KSSTREAM_HEADER_OPTIONSF.TIMEVALID) != 0) {
            TIME.write(ABI, header, 0, TIME.read(ABI, header, 0) + time);
        }
    }

    static OfRead oldFrames() {
        OfRead old = after(header -> addTime(header, -OLD));
        return (pin, irp) -> pin.quirks().count(Quirk.FIRST_FRAMES_OLD) <= OLD_FRAMES ? old.begin(pin, irp) : UNCHANGED;
    }

    static OfRead backwardTimes() {
        OfRead backward = after(header -> addTime(header, -BACKWARD));
        return (pin, irp) -> pin.quirks().count(Quirk.TIMESTAMPS_GO_BACK) % BACKWARD_FRAME == 0
                ? backward.begin(pin, irp)
                : UNCHANGED;
    }

    // Reads

    static OfRead withoutData() {
        Reading empty = ending(NtStatus.SUCCESS);
        return (pin, irp) -> irp.outputLength() >= HEADER && pin.quirks().count(Quirk.READS_WITHOUT_DATA) % 2 == 1
                ? empty
                : UNCHANGED;
    }

    static OfRead fewReads() {
        Reading refused = ending(NtStatus.INSUFFICIENT_RESOURCES);
        return (pin, irp) -> pin.pendingReads() >= FEW_READS ? refused : UNCHANGED;
    }

    static OfRead warmUp() {
        return (pin, irp) -> {
            long warm = pin.quirks()
                            .firstAt(Quirk.FIRST_FRAME_LATE, pin.driver().time().now())
                    + WARM_UP;
            return notBefore(warm);
        };
    }

    /** Lets no frame of a pin of a category come sooner than an interval after the one before. */
    static OfRead slow(Guid category) {
        return (pin, irp) -> {
            EmulatedFilter filter = pin.object().filter().description();
            if (!category.equals(filter.pins.get(pin.target().id()).category)) {
                return UNCHANGED;
            }
            long due = pin.quirks()
                    .next(Quirk.CAPTURE_PIN_SLOW, pin.driver().time().now(), SLOW_INTERVAL);
            return notBefore(due);
        };
    }

    private static Reading notBefore(long due) {
        return new Reading() {
            @Override
            public long notBefore() {
                return due;
            }
        };
    }

    static OfRead deafToCancel() {
        Reading deaf = new Reading() {
            @Override
            public boolean outlivesCancel() {
                return true;
            }
        };
        return (pin, irp) -> deaf;
    }

    /** The data that a read delivers is ORed to what was in the frame. */
    static OfRead accumulating() {
        return (pin, irp) -> {
            List<ByteBuffer> before = new ArrayList<>();
            rewrite(irp, irp.outputLength(), header -> before.add(data(irp.requestor(), header)));
            return new Reading() {
                @Override
                public void completed(Irp completed, int bytes) {
                    List<ByteBuffer> left = new ArrayList<>(before);
                    rewrite(completed, bytes, header -> {
                        if (!left.isEmpty()) {
                            accumulate(completed.requestor(), header, left.remove(0));
                        }
                    });
                }
            };
        };
    }

    /** A copy of the room for data that a header leads to; empty if it leads nowhere. */
    private static ByteBuffer data(RequestorProcess client, ByteBuffer header) {
        long address = KSSTREAM_HEADER.Data.read(ABI, header, 0);
        int extent = KSSTREAM_HEADER.FrameExtent.read(ABI, header, 0);
        boolean isThere = extent > 0 && client.probe(address, extent, true).isSuccess();
        ByteBuffer copy = ByteBuffer.allocate(isThere ? extent : 0);
        client.read(address, copy, 0, copy.capacity());
        return copy;
    }

    private static void accumulate(RequestorProcess client, ByteBuffer header, ByteBuffer before) {
        ByteBuffer data = data(client, header);
        int used = Math.min(
                Math.max(KSSTREAM_HEADER.DataUsed.read(ABI, header, 0), 0),
                Math.min(data.capacity(), before.capacity()));
        for (int i = 0; i < used; i++) {
            data.put(i, (byte) (data.get(i) | before.get(i)));
        }
        client.write(KSSTREAM_HEADER.Data.read(ABI, header, 0), data, 0, used);
    }

    // Positions

    static OfProperty noPosition() {
        return new OfProperty(
                attempt -> attempt.isFor(KSPROPERTY_AUDIO.POSITION) || attempt.isFor(KSPROPERTY_AUDIO.POSITIONEX),
                (call, below) -> PropertyAnswer.refused(NtStatus.NOT_FOUND));
    }

    static OfProperty wrappingPosition() {
        return position(bytes -> Long.remainderUnsigned(bytes, LAP));
    }

    static OfProperty advancedPosition() {
        return position(bytes -> bytes + FIRST_POSITION);
    }

    private static OfProperty position(LongUnaryOperator change) {
        return DescriptionQuirks.bytes(
                DescriptionQuirks.get(KSPROPERTY_AUDIO.POSITION, KSPROPERTY_AUDIO.POSITIONEX), value -> {
                    int at = value.limit() < KSAUDIO_POSITIONEX.LAYOUT.size()
                            ? 0
                            : KSAUDIO_POSITIONEX.Position.offset64();
                    change(KSAUDIO_POSITION.PlayOffset, value, at, change);
                    change(KSAUDIO_POSITION.WriteOffset, value, at, change);
                });
    }

    private static void change(Int64<KSAUDIO_POSITION> offset, ByteBuffer value, int at, LongUnaryOperator change) {
        offset.write(ABI, value, at, change.applyAsLong(offset.read(ABI, value, at)));
    }
}

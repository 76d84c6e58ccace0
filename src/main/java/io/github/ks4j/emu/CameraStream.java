package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.KsTimer;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.KS_VIDEO_FLAG;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A pin of a camera that has been opened: a frame each time its interval has passed in RUN, or one when it is triggered.
 * Under the device's lock.
 */
final class CameraStream implements PinDispatch {
    private static final Abi ABI = Abi.X64;
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(ABI);
    private static final int FRAME_INFO = KS_FRAME_INFO.LAYOUT.size(ABI);

    /** The size of a header that has room for what the camera tells about a frame. */
    static final int EXTENDED_HEADER = HEADER + FRAME_INFO;

    private final PinInstance pin;
    private final VideoFormats formats;
    private final boolean triggered;
    private final StreamTiming timing;
    private final Consumer<CameraStream> closed;
    private final KsTimer timer;
    private VideoFormat format;
    private TestCard card;

    /** Whether the time of the stream passes. */
    private boolean running;
    /** Whether a frame is to come. */
    private boolean awaited;
    /** The time of the stream, by the camera's clock, when it last began or ceased to pass. */
    private long elapsed;
    /** When it last began to pass, by the machine's clock. */
    private long began;
    /** The time of the stream at which the next frame should come. */
    private long next;
    /** How late it comes, and when that is, by the machine's clock. */
    private long late;

    private long due;
    private long pictures;
    private long drops;
    private long bytes;
    /** Whether frames are missing before the next one. */
    private boolean gap;

    CameraStream(
            PinInstance pin,
            VideoFormats formats,
            boolean triggered,
            StreamTiming timing,
            Consumer<CameraStream> closed) {
        this.pin = pin;
        this.formats = formats;
        this.triggered = triggered;
        this.timing = timing;
        this.closed = closed;
        this.timer = pin.timer(this::expired);
        take(pin.format());
    }

    PinInstance pin() {
        return pin;
    }

    /** The time between two frames, in units of 100 ns. */
    long interval() {
        return format.frameInterval();
    }

    private void take(DataFormat wanted) {
        format = formats.find(wanted).orElseThrow();
        card = new TestCard(format);
    }

    @Override
    public NtStatus setDataFormat(DataFormat wanted) {
        if (pin.state() != KSSTATE.STOP) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        take(wanted);
        return NtStatus.SUCCESS;
    }

    @Override
    public NtStatus setDeviceState(KSSTATE from, KSSTATE to) {
        if (from == KSSTATE.STOP) {
            restart();
        } else if (to == KSSTATE.RUN) {
            run();
        } else if (from == KSSTATE.RUN) {
            pause();
        }
        return NtStatus.SUCCESS;
    }

    private void restart() {
        elapsed = 0;
        pictures = 0;
        drops = 0;
        bytes = 0;
        gap = false;
    }

    private void run() {
        running = true;
        began = pin.time().now();
        if (!triggered) {
            await(elapsed + interval());
        }
    }

    private void pause() {
        elapsed = streamTime();
        running = false;
        awaited = false;
        timer.cancel();
    }

    /** The time of the stream while it passes. */
    private long streamTime() {
        return elapsed + timing.onDevice(pin.time().now() - began);
    }

    /** Takes a picture, which comes after the time that one takes. */
    NtStatus trigger() {
        if (!running) {
            return NtStatus.INVALID_DEVICE_STATE;
        }
        if (!awaited) {
            await(streamTime() + interval());
        }
        return NtStatus.SUCCESS;
    }

    private void await(long time) {
        awaited = true;
        next = time;
        late = Math.min(timing.lateness(pictures), interval() - 1);
        due = began + timing.onMachine(next - elapsed) + late;
        timer.set(due);
    }

    /** Frames that are overdue come all at once, as far as there is room for them. */
    private void expired() {
        long now = pin.time().now();
        while (awaited && due <= now) {
            awaited = false;
            capture(next + late);
            if (!triggered) {
                await(next + interval());
            }
        }
    }

    private void capture(long time) {
        boolean lost = timing.isLost(pictures++);
        StreamQueue queue = pin.queue();
        if (lost || !queue.hasFrame()) {
            drops++;
            gap = true;
            return;
        }
        ByteBuffer target = queue.bytes();
        int room = queue.remaining();
        long stamp = pin.masterClock() == null ? time : pin.presentationTime();
        int size = target == null ? -1 : card.draw(pictures, stamp, target, queue.offset(), room);
        if (size < 0) {
            drops++;
            gap = true;
            queue.endFrame();
            return;
        }
        bytes += size;
        queue.timestamp(stamp, interval());
        queue.addFlags(KSSTREAM_HEADER_OPTIONSF.SPLICEPOINT | (gap ? KSSTREAM_HEADER_OPTIONSF.DATADISCONTINUITY : 0));
        gap = false;
        tell(queue);
        queue.advance(size);
        if (size < room) {
            queue.endFrame();
        }
    }

    private void tell(StreamQueue queue) {
        if (queue.headerSize() < EXTENDED_HEADER) {
            return;
        }
        ByteBuffer header = queue.header();
        int info = queue.headerOffset() + HEADER;
        KS_FRAME_INFO.ExtendedHeaderSize.write(ABI, header, info, FRAME_INFO);
        KS_FRAME_INFO.dwFrameFlags.write(ABI, header, info, KS_VIDEO_FLAG.FRAME | KS_VIDEO_FLAG.I_FRAME);
        KS_FRAME_INFO.PictureNumber.write(ABI, header, info, pictures);
        KS_FRAME_INFO.DropCount.write(ABI, header, info, drops);
        queue.addFlags(KSSTREAM_HEADER_OPTIONSF.FRAMEINFO);
    }

    /** Fills a {@code KSPROPERTY_DROPPEDFRAMES_CURRENT_S} behind its head. */
    void count(ByteBuffer data) {
        long arrived = pictures - drops;
        KSPROPERTY_DROPPEDFRAMES_CURRENT_S.PictureNumber.write(ABI, data, 0, pictures);
        KSPROPERTY_DROPPEDFRAMES_CURRENT_S.DropCount.write(ABI, data, 0, drops);
        KSPROPERTY_DROPPEDFRAMES_CURRENT_S.AverageFrameSize.write(
                ABI, data, 0, arrived == 0 ? format.imageSize() : (int) (bytes / arrived));
    }

    @Override
    public void close() {
        timer.cancel();
        closed.accept(this);
    }
}
